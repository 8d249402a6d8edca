//! The journal.

texts! {
    /// The journal.
    JournalWords
    /// Prefix that names the line of a problem.
    line(line) { zh: "第 {line} 行：", en: "line {line}: " }
    torn { zh: "不完整（写到一半中断），未读取", en: "torn (its writer stopped half way); not read" }
    /// The last line has no line break yet.
    unfinished {
        zh: "最后一行没有写完（正在写入或已中断），未读取",
        en: "the last line is not finished (being written, or torn); not read",
    }
    zeros {
        zh: "有断电留下的空字节，不算内容；此外的内容照常读取",
        en: "zeros that a power cut left; they are nothing, and what stands beside them is read",
    }
    line_too_long(limit) { zh: "超过 {limit} KiB，未读取", en: "longer than {limit} KiB; not read" }
    not_utf8 { zh: "不是 UTF-8 文本，未读取", en: "the text is not UTF-8; not read" }
    not_json(detail) { zh: "不是 JSON，未读取：{detail}", en: "not JSON; not read: {detail}" }
    missing_key(key) { zh: "缺少键 `{key}`，未读取", en: "key `{key}` is missing; not read" }
    /// A value of the wrong type or form.
    wrong_type(key, detail) {
        zh: "键 `{key}` 的值不对，未读取：{detail}",
        en: "wrong value of key `{key}`; not read: {detail}",
    }
    newer { zh: "由更新版本的程序写入，保留但不解读", en: "written by a newer version; kept, not interpreted" }
    duplicate { zh: "与前面某行编号相同，不重复计", en: "the same id as an earlier line; counted once" }
    no_chain { zh: "没有校验码（不是本程序写入的）", en: "no checksum (not written by this program)" }
    broken_chain {
        zh: "校验码不符：本行或上一行被改动、删除或插入过",
        en: "wrong checksum: this line or the one before it was altered, removed or put in",
    }
    more_problems(count) { zh: "另有 {count} 处问题未列出", en: ["{count} more {problems_are} not listed"; problems_are(count): "problem is" / "problems are"] }
    /// An error with the journal's file name.
    error(path, what) { zh: "审核日志 {path}：{what}", en: "journal {path}: {what}" }
    missing { zh: "文件不存在", en: "there is no such file" }
    not_a_file { zh: "不是普通文件", en: "not an ordinary file" }
    read_only { zh: "只读，不能写入", en: "read-only, cannot be written" }
    full { zh: "磁盘已满或超出配额，请腾出空间后再试", en: "the disk or the quota is full: make room and try again" }
    /// The lock is held by another program.
    locked { zh: "正被其他程序占用，请稍后再试", en: "held by another program; try again" }
    no_locks(detail) { zh: "所在文件系统不能加锁（{detail}），请用 --journal 放到别的盘", en: "its file system cannot lock ({detail}): put it elsewhere with --journal" }
    act_too_long(limit) { zh: "内容太长（上限 {limit} KiB），请缩短或分几条写", en: "the text is too long (limit {limit} KiB): shorten or divide it" }
    exists { zh: "文件已存在，不覆盖，请换一个名称", en: "the file exists and is not overwritten: choose another name" }
    not_read_back {
        zh: "写入后读不回来：可能有其他程序未加锁写入",
        en: "what was written cannot be read back: another program may be writing without the lock",
    }
    cannot_read(detail) { zh: "不能读取：{detail}", en: "cannot be read: {detail}" }
    cannot_write(detail) { zh: "不能写入：{detail}", en: "cannot be written: {detail}" }
    /// What of a ledger becomes a note.
    import_note(at, agency, year, place, text) { zh: "{at}：{agency} {year}，{place}：{text}", en: "{at}: {agency} {year}, {place}: {text}" }
    import_line(line) { zh: "第 {line} 行", en: "line {line}" }
    import_row(sheet, line) { zh: "{sheet} 第 {line} 行", en: "{sheet}, row {line}" }
    import_unplaced(at, why) { zh: "{at} 没有归位：{why}", en: "{at} is not placed: {why}" }
    import_more(count) { zh: "……另有 {count} 行", en: ["… and {count} more {rows}"; rows(count)] }
    import_sum(notes, known, unplaced) {
        zh: "新批注 {notes} 条；已有 {known} 条，不重复记；没有归位 {unplaced} 行",
        en: ["{notes} new {of_notes}; {known} {are} there already; {unplaced} {rows_are} not placed"; of_notes(notes): "note" / "notes", are(known): "is" / "are", rows_are(unplaced): "row is" / "rows are"],
    }
    import_ask(count) { zh: "追加 {count} 条批注（内部）？[y/N] ", en: ["Append {count} {notes} (internal)? [y/N] "; notes(count)] }
    import_done(count) { zh: "已追加 {count} 条批注。", en: ["Appended: {count} {notes}."; notes(count)] }
    import_not_done { zh: "没有写入；加 --yes 写入。", en: "Nothing was written; --yes does it." }
    import_nothing { zh: "台账中没有填写任何整改情况。", en: "Nothing is filled into the ledger." }
    /// No sheet has the column; which headings there are.
    import_no_column(path, wanted, found) {
        zh: "{path}：没有“{wanted}”一列，可用 --column 指定；有：{found}",
        en: "{path}: no column is called {wanted}; --column says what it is called; found: {found}",
    }
    import_nothing_to_go_by { zh: "既没有标识，也没有机关名称", en: "it has neither an id nor an agency" }
    import_other_agency {
        zh: "标识是别的机关的问题：可能只对部分列排过序",
        en: "its id is that of another agency's finding: were some columns sorted without the others?",
    }
    import_no_report { zh: "年报目录中没有这个机关（年度、地区）的年报", en: "no report is of this agency, year and region" }
    import_several_reports { zh: "符合的年报不止一份，请写明年度、地区", en: "several reports fit: year and region would tell" }
    import_no_problem { zh: "年报中没有这处问题（标识，或规则和位置）", en: "the report has no such finding (by id, or by rule and place)" }
    import_several_problems { zh: "符合的问题不止一处", en: "several findings fit" }
    import_too_long { zh: "文字太长", en: "the text is too long" }
    act_note { zh: "批注", en: "note" }
    act_edit { zh: "修改批注", en: "edit" }
    act_retract { zh: "撤回", en: "retraction" }
    act_verdict(decision) { zh: "处理意见：{decision}", en: "verdict: {decision}" }
    act_status(status) { zh: "状态：{status}", en: "status: {status}" }
    act_confirm { zh: "读取无误", en: "read rightly" }
    /// A doubtful reading is wrong; what the document says is the text of the act.
    act_correct { zh: "读取更正", en: "reading corrected" }
    act_assign(name) { zh: "指派给 {name}", en: "assigned to {name}" }
    act_assign_nobody { zh: "不再指派", en: "assigned to nobody" }
    act_name(name) { zh: "命名为 {name}", en: "named {name}" }
    /// Behind the name that was read: the one that was given.
    given_name(name) { zh: "（{name}）", en: " ({name})" }
    /// An agency goes by the name that was read.
    act_name_as_read { zh: "恢复读出的名称", en: "named as it was read" }
    reason(reason) { zh: "（{reason}）", en: " ({reason})" }
    /// Its words go out with the notice.
    for_agency { zh: "（给机关）", en: " (for the agency)" }
    /// Until when the agency is to report anew.
    due(date) { zh: "，期限 {date}", en: ", due {date}" }
    /// The act that an edit or a retraction speaks of.
    of(at, by, act) { zh: "所指：{at} {by} {act}", en: "of: {at} {by} {act}" }
    /// Mark of an act that was taken back: when and by whom.
    taken_back(at, by) { zh: "【已撤回：{at} {by}】", en: "[taken back: {at} {by}]" }
    /// A finding by its rule and place.
    target_of_rule(rule, place, name) { zh: "问题 {rule} {place}（{name}）", en: "finding {rule} {place} ({name})" }
    /// How many acts a listing has left out.
    left_out(count) { zh: "另有 {count} 条记录不在所选范围", en: ["{count} more {acts_are} outside of what was asked for"; acts_are(count): "act is" / "acts are"] }
    /// Of a finding. Returning is what is done with a whole report, and follows from nothing by itself.
    decision_return { zh: "属实，须更正", en: "must be corrected" }
    decision_accept { zh: "认可", en: "accept" }
    decision_not_a_problem { zh: "不是问题", en: "not a problem" }
    decision_to_verify { zh: "待核实", en: "to verify" }
    status_unreviewed { zh: "未审", en: "unreviewed" }
    status_reviewing { zh: "审核中", en: "reviewing" }
    status_returned { zh: "退回", en: "returned" }
    status_resubmitted { zh: "重报", en: "resubmitted" }
    status_accepted { zh: "通过", en: "accepted" }
    target_report { zh: "整份年报", en: "the report" }
    target_section(number) { zh: "章节 {number}", en: "section {number}" }
    target_cell(cell) { zh: "单元格 {cell}", en: "cell {cell}" }
    target_finding(finding) { zh: "问题 {finding}", en: "finding {finding}" }
    /// What a check found, in one sentence: nothing, what takes nothing from it, or lines that somebody altered.
    sound(lines, acts) {
        zh: "日志完好：共 {lines} 行，{acts} 条记录。",
        en: ["The journal is sound: {lines} {of_lines}, {acts} {of_acts}."; of_lines(lines): "line" / "lines", of_acts(acts): "act" / "acts"],
    }
    sound_but(lines, acts, problems) {
        zh: "日志完好：共 {lines} 行，{acts} 条记录；{problems} 处没有写完、重复或由更新版本写入，不影响其余：",
        en: ["The journal is sound: {lines} {of_lines}, {acts} {of_acts}; {problems} unfinished, repeated or of a newer version, which harms nothing else:"; of_lines(lines): "line" / "lines", of_acts(acts): "act" / "acts"],
    }
    not_sound(lines, acts, problems) {
        zh: "日志不完好：共 {lines} 行，{acts} 条记录；{problems} 处被改动过，或不是本程序写入的：",
        en: ["The journal is not sound: {lines} {of_lines}, {acts} {of_acts}; {problems} altered, or not written by this program:"; of_lines(lines): "line" / "lines", of_acts(acts): "act" / "acts"],
    }
    merged(written, repeated) {
        zh: "已写入 {written} 条，重复 {repeated} 条。",
        en: ["{written} {lines} written, {repeated} repeated."; lines(written)],
    }
    conflict(id) {
        zh: "编号 {id} 在不同日志中内容不同，保留先给出的一份",
        en: "id {id} says different things in different journals; the first one given was kept",
    }
}
