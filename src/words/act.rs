//! Acting on many reports at once, by rounds, again, and from templates.

texts! {
    /// Acting: marks, bulk acts, rounds, templates, the list of all notes, versions.
    ActWords
    /// The draft of words that were meant for several reports.
    draft_for_all(count, names, text) {
        zh: "（写给 {count} 份年报：{names}）{text}",
        en: ["(for {count} {reports}: {names}) {text}"; reports(count)],
    }
    range_begun { zh: "从这里选起：移动后再按一次，选到那里", en: "a range begins here: move, and press again" }
    selected(count) { zh: "已选 {count}", en: "{count} marked" }
    unselected { zh: "已取消全部选择", en: "nothing is marked any more" }
    /// What a bulk return would do; with its date.
    bulk_return(count, due) { zh: "退回 {count} 份年报，期限 {due}", en: ["return {count} {reports}, due {due}"; reports(count)] }
    bulk_return_undated(count) { zh: "退回 {count} 份年报，不设期限", en: ["return {count} {reports}, without a date"; reports(count)] }
    bulk_accept(count) { zh: "通过 {count} 份年报", en: ["accept {count} {reports}"; reports(count)] }
    /// Behind it, of how many there is something against that, and what all together.
    bulk_against(count, against) {
        zh: "，其中 {count} 份还有：{against}",
        en: "; in {count} of them: {against}",
    }
    /// What the same note on all would do.
    bulk_note(count, text) {
        zh: "给 {count} 份年报写同一条批注：{text}",
        en: ["the same note on {count} {reports}: {text}"; reports(count)],
    }
    /// What the same decision on all findings of a rule would do.
    bulk_verdict(rule, findings, count, decision) {
        zh: "{rule} 共 {findings} 处问题（{count} 份年报）处理为：{decision}",
        en: ["{rule}: {findings} {of_findings} ({count} {reports}) {become}: {decision}"; of_findings(findings): "finding" / "findings", reports(count), become(findings): "becomes" / "become"],
    }
    /// How many of the marked it would not touch.
    bulk_skipped(count) { zh: "，跳过 {count} 份", en: "; {count} left out" }
    bulk_hint { zh: "y 执行  j k 滚动  Esc 取消", en: "y do it  j k scroll  Esc cancel" }
    /// Enter alone does nothing to many.
    bulk_only_y { zh: "按 y 执行，Esc 取消", en: "y does it, esc cancels" }
    bulk_changed {
        zh: "清单所列的报告有变，请看过再确认",
        en: "the reports listed have changed: look again, then confirm",
    }
    /// Nothing of what is marked can be treated so.
    bulk_nothing { zh: "所选的没有一份可以这样处理，都跳过", en: "none of them can be treated so, all are left out" }
    /// Why a marked file is left out: there is no report.
    special_unreadable { zh: "无法读取，跳过", en: "cannot be read, left out" }
    special_absent { zh: "未报，跳过", en: "has not reported, left out" }
    /// The same of a file that is returned.
    special_unread { zh: "无法读取", en: "cannot be read" }
    unreadable_not_accepted {
        zh: "无法读取的文件不能通过，可以退回（R）、批注、指派",
        en: "a file that cannot be read cannot be accepted: return it (R), note it, assign it",
    }
    /// What `Enter` asks on a file that cannot be read: all of the reason.
    unreadable_return(file, why) {
        zh: "{file} 无法读取：{why}。退回给报送单位？",
        en: "{file} cannot be read: {why}. Return it to its agency?",
    }
    /// Why a report is left out: it has the status already.
    special_already(status) { zh: "已经是{status}，跳过", en: "{status} already, left out" }
    /// What speaks against accepting a report, one after the other.
    against_comma { zh: "，", en: ", " }
    against_errors(count) { zh: "{count} 个错误未处理", en: "undecided errors: {count}" }
    against_warnings(count) { zh: "{count} 个警告未处理", en: "undecided warnings: {count}" }
    against_to_correct(count) { zh: "{count} 条须更正", en: "to be corrected: {count}" }
    against_to_verify(count) { zh: "{count} 条待核实", en: "to be verified: {count}" }
    against_conflicts(count) { zh: "{count} 条意见不一", en: "in conflict: {count}" }
    against_doubts(count) { zh: "{count} 处读取疑点未对照", en: "reading doubts not compared: {count}" }
    against_some_doubts(count, compared) {
        zh: "读取疑点 {count} 处，只有 {compared} 条对照记录",
        en: "reading doubts: {count}, compared: {compared}",
    }
    against_returned(count) { zh: "{count} 份已退回", en: "returned: {count}" }
    against_unread_texts { zh: "正文还没有查完", en: "not all texts are checked yet" }
    /// It is another one, another version, or more was found in it since the list was shown.
    special_changed { zh: "有变", en: "changed" }
    special_returned(count) { zh: "已退回过 {count} 次", en: ["returned {count} {times} before"; times(count)] }
    special_clean { zh: "没有发现问题", en: "nothing was found" }
    /// It is marked but the list does not show it.
    special_hidden { zh: "不在当前列表中", en: "not on the list now" }
    special_count(count) { zh: "{count} 处", en: ["{count} {findings}"; findings(count)] }
    /// On how many there is a decision that stays.
    special_decided(count) { zh: "{count} 处已有意见，不改", en: "{count} decided on already, kept" }
    saved_bulk(count, what) {
        zh: "已保存 {count} 条：{what}（u 一并撤销）",
        en: "saved {count}: {what} (u undoes all)",
    }
    undone_bulk(count, what) { zh: "已撤销 {count} 条：{what}", en: "undone {count}: {what}" }
    restored_bulk(count, what) { zh: "已恢复 {count} 条：{what}", en: "restored {count}: {what}" }
    /// What the editor writes for all that are marked.
    editor_note_all(count) { zh: "给所选 {count} 份年报写批注", en: ["note on the {count} marked {reports}"; reports(count)] }
    /// What the editor writes for all findings of a rule.
    editor_reason_all(rule) { zh: "全部 {rule} 认可的理由", en: "reason for accepting all {rule}" }
    /// The title of the menu of decisions on all findings of a rule.
    verdict_all_title { zh: "全部同类问题的处理意见", en: "decide on all findings of the rule" }
    /// All findings of the rule are decided on.
    none_undecided(rule) { zh: "{rule} 的问题都已有处理意见", en: "every finding of {rule} is decided on" }
    /// A key that asks nothing was pressed on a finding on which something was decided.
    decided_before(rule, decision, key) {
        zh: "{rule} 已有处理意见：{decision}，{key} 修改",
        en: "{rule} is decided on already: {decision}; {key} changes it",
    }
    repeated(what) { zh: "重复：{what}", en: "again: {what}" }
    /// Nothing was done yet that could be repeated.
    nothing_to_repeat { zh: "还没有可以重复的审核动作，先做一次", en: "there is no review act to repeat: do one first" }
    /// There is a decision on every finding of the report.
    all_decided { zh: "本报告问题已全部处理", en: "every finding of this report is decided on" }
    /// The same where some must be corrected, and nobody has sent the report back.
    all_decided_unreturned(count, key) {
        zh: "{count} 条须更正，整份尚未退回：{key} 退回",
        en: "{count} to be corrected, not returned yet: {key} returns it",
    }
    next_undecided(report, count) { zh: "，n 到 {report}（余 {count}）", en: "; n: {report} ({count} left)" }
    nothing_undecided { zh: "，列表中没有未处理的问题了", en: "; no undecided finding is left on the list" }
    /// The title of the date until when a returned report is to be reported anew.
    due_title { zh: "退回期限", en: "returned, due" }
    /// The box in which one report is returned.
    due_title_of(report) { zh: "退回 {report}", en: "return {report}" }
    due_title_all(count) { zh: "所选 {count} 份的退回期限", en: ["{count} marked {reports} returned, due"; reports(count)] }
    due_default(date) { zh: "期限，直接 Enter 为 {date}", en: "due, Enter alone: {date}" }
    due_default_none { zh: "期限，直接 Enter 为不设期限", en: "due, Enter alone: no date" }
    due_hint {
        zh: "12-15、12月15日、15天、10个工作日；- 不设期限；Esc 取消",
        en: "12-15, 2026-12-15, 15d, 10wd (working days); - no date; Esc cancels",
    }
    due_hint_date {
        zh: "12-15、15天、10个工作日、-；Tab 理由；Enter 退回；Ctrl-N 并写通知书",
        en: "12-15, 15d, 10wd, - none; Tab reason; Enter returns it; Ctrl-N with notice",
    }
    due_hint_reason {
        zh: "Tab 下一栏；Enter 退回；Ctrl-N 并写通知书；Esc 取消",
        en: "Tab: next part; Enter returns it; Ctrl-N with its notice; Esc cancels",
    }
    due_hint_findings {
        zh: "空格 增减；Tab 下一栏；Enter 退回；Esc 取消",
        en: "space takes or leaves one; Tab: next part; Enter returns it; Esc",
    }
    /// Which day was meant by what is written.
    due_read(date, weekday) { zh: "即 {date} {weekday}", en: "that is {date}, {weekday}" }
    /// The same where holidays of a year would have to be known.
    due_read_unsure(date, weekday, year) {
        zh: "即 {date} {weekday}（{year} 年放假安排未收录，只扣除了周末）",
        en: "that is {date}, {weekday} (holidays of {year} are not known: only weekends are left out)",
    }
    weekdays -> [&'static str; 7] {
        zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    }
    /// Its words go to the agency.
    due_reason { zh: "理由（告知报送单位）", en: "reason (for the agency)" }
    /// Which findings go with a return.
    due_going(count, all) { zh: "一并退回问题 {count}/{all} 条", en: ["{count} of {all} {findings} {go} with it"; findings(all), go(count): "goes" / "go"] }
    /// Why a finding cannot be left here.
    due_goes {
        zh: "已定为须更正，随年报退回；要留下，先用 v 改处理意见",
        en: "it must be corrected and goes with the report; to keep it here, change its verdict with v",
    }
    due_changed {
        zh: "这份年报的问题或意见有变，请看过再确认",
        en: "findings or verdicts have changed: look again, then confirm",
    }
    due_bad(text) { zh: "“{text}”不是日期，如 12-15、15天", en: "\"{text}\" is no date; such as 12-15, 15d" }
    due_over(date) { zh: "{date} 已过，请写以后的日期", en: "{date} is over: write a later one" }
    /// Said when the reviewer leaves.
    done_today(verdicts, notes, returned, accepted) {
        zh: "今日：处理意见 {verdicts}，批注 {notes}，退回 {returned}，通过 {accepted}",
        en: "today: verdicts {verdicts}, notes {notes}, returned {returned}, accepted {accepted}",
    }
    still_open(reports, findings) {
        zh: "待审：{reports} 份年报，{findings} 个问题未处理",
        en: "open: reports {reports}, undecided findings {findings}",
    }
    still_to_return(count) { zh: "，{count} 份须更正而未退回", en: ", to be corrected and not returned: {count}" }
    due_next(dates) { zh: "退回期限：{dates}", en: "due: {dates}" }
    due_count(date, count) { zh: "{date} {count} 份", en: "{date} ({count})" }
    overdue_count(count) { zh: "已逾期 {count} 份", en: "overdue ({count})" }
    /// The title of a question.
    confirm { zh: "请确认", en: "please confirm" }
    /// Only a returned report has a date.
    not_returned { zh: "只有退回的年报才有期限，请先退回", en: "only a returned report has a date: return it first" }
    /// Instead of the status, when the date is over.
    overdue { zh: "逾期", en: "overdue" }
    flag_overdue { zh: "退回逾期", en: "returned and overdue" }
    flag_resubmitted { zh: "重报待审", en: "resubmitted, to be reviewed" }
    chip_due(date) { zh: "{date} 到期", en: "due {date}" }
    chip_undated { zh: "未定期限", en: "no date" }
    flag_due_today { zh: "今日到期", en: "due today" }
    /// A finding is said to need correction, and the agency has not been told.
    flag_to_return { zh: "须更正而未退回", en: "to be corrected, not returned" }
    /// The title of the list of templates.
    template_title { zh: "批注模板", en: "templates" }
    template_hint {
        zh: "输入文字查找 · Enter 插入 · Esc 回到批注",
        en: "type to search · Enter inserts · Esc back to the note",
    }
    /// What a template asks for and there is not.
    template_gap(name) { zh: "此处没有 {name}，不能用这个模板", en: "there is no {name} here for this template" }
    /// No template can help with what is being written.
    template_not_here { zh: "模板只用于单条批注", en: "templates are for single notes" }
    templates -> [(&'static str, &'static str); 6] {
        zh: [
        ("核对数据", "{cell}填报 {value}，请核对。"),
        ("勾稽不符", "{cell}：勾稽关系不成立（{rule}），左边 {left}，右边 {right}，相差 {difference}，请核对后更正。"),
        ("说明原因", "请说明{cell}填报 {value} 的依据，并附相关材料。"),
        ("与上年不符", "{cell}填报 {value}，与上年年报不一致，请核对；如属实，请在年报中说明原因。"),
        ("重报期限", "请于 {due} 前更正并重新报送 {year} 年度报告。"),
        ("整份退回", "{agency}：{year} 年度报告存在上述问题，现予退回，请于 {due} 前更正后重新报送。"),
    ],
        en: [
        ("check", "{cell} says {value}: please check it."),
        (
            "does not add up",
            "{cell}: {rule} does not hold, left {left}, right {right}, difference {difference}. Please correct it.",
        ),
        ("explain", "Please explain what {cell} = {value} is based on, with documents."),
        (
            "differs from last year",
            "{cell} = {value} does not agree with last year's report. Please check or explain it.",
        ),
        ("due date", "Please correct the report for {year} and submit it again by {due}."),
        (
            "whole report",
            "{agency}: the report for {year} is returned for the reasons above; submit it again by {due}.",
        ),
    ],
    }
    /// Of a note: its file is another report by now.
    note_left(report) { zh: "{report}（文件已变）", en: "{report} (file changed)" }
    /// The title of the list of all notes.
    notes_title { zh: "全部批注", en: "all notes" }
    notes_hint {
        zh: "输入文字、机关或拼音查找 · Enter 前往 · Esc 关闭",
        en: "type words, agency or pinyin · Enter goes there · Esc closes",
    }
    no_notes_anywhere { zh: "已载入的年报都没有批注", en: "no loaded report has a note" }
    /// The report has no earlier version.
    no_versions { zh: "这份年报没有更早的版本可比较", en: "there is no earlier version of this report" }
    versions_head(now, before) {
        zh: "第 {now} 版与第 {before} 版比较",
        en: "version {now} compared with version {before}",
    }
    /// Findings of the version before that are no longer there.
    group_fixed { zh: "已改正的问题", en: "findings that are gone" }
    group_open { zh: "仍然存在的问题", en: "findings that are still there" }
    /// Findings that were not there before.
    group_new { zh: "新出现的问题", en: "new findings" }
    /// Cells that changed though nothing asked for it.
    group_unasked { zh: "没有要求而改动的数据", en: "cells changed though not asked" }
    /// Cells that changed and were asked about.
    group_asked { zh: "按要求改动的数据", en: "cells changed as asked" }
    group(name, count) { zh: "{name}：{count}", en: "{name}: {count}" }
    /// A finding that is no longer there cannot be gone to.
    finding_gone { zh: "这个问题已经改正，没有可去的位置", en: "this finding is gone, there is no place to go to" }
    /// The forms differ: cells cannot be compared.
    other_form {
        zh: "两个版本的表式不同，数据不能逐格比较",
        en: "the versions follow different forms: their cells cannot be compared",
    }
}
