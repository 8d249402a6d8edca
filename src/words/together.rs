//! Several reviewers at once.

texts! {
    /// Several reviewers at once.
    TogetherWords
    here_title { zh: "谁在审核", en: "Who is here" }
    here_hint {
        zh: "输入文字查找 · Enter 转到所看的年报 · Esc 关闭",
        en: "type to search · Enter goes to their report · Esc closes",
    }
    /// Since when somebody looks at a report.
    here_since(time) { zh: "自 {time}", en: "since {time}" }
    on_list { zh: "在机关列表", en: "on the list" }
    nobody_here { zh: "现在没有别人在审核这些年报", en: "nobody else is here now" }
    /// The report somebody looks at is not loaded here.
    not_loaded { zh: "这份年报不在这里", en: "that report is not here" }
    /// Somebody looks at the open report.
    looking(names) { zh: "{names} 正在看", en: "{names} also here" }
    and { zh: "、", en: ", " }
    assign_title { zh: "指派给谁", en: "Assign to" }
    assign_hint {
        zh: "输入姓名查找或新写 · Enter 指派 · Esc 关闭",
        en: "type a name, known or new · Enter assigns · Esc closes",
    }
    nobody { zh: "不指派", en: "nobody" }
    new_name { zh: "新写", en: "new" }
    myself { zh: "本人", en: "myself" }
    assigned_now { zh: "现在", en: "now" }
    saved_assignment(name) { zh: "已指派给 {name}", en: "assigned to {name}" }
    saved_nobody { zh: "已取消指派", en: "assigned to nobody" }
    already { zh: "已经是这样指派的", en: "already assigned so" }
    mine_shown { zh: "只看指派给本人的", en: "only what is assigned to you" }
    all_shown { zh: "不再只看指派给本人的", en: "no longer only what is assigned to you" }
    chip_assignee(name) { zh: "指派 {name}", en: "assigned {name}" }
    chip_unassigned { zh: "未指派", en: "unassigned" }
    flag_conflict { zh: "意见不一", en: "in conflict" }
    /// Reviewers decide differently: each with their decision.
    conflict(views) { zh: "意见不一：{views}", en: "in conflict: {views}" }
    view(by, decision) { zh: "{by} {decision}", en: "{by} {decision}" }
    conflicts(count) { zh: "意见不一 {count}", en: "{count} in conflict" }
}
