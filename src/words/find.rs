//! Finding and coming back.

texts! {
    /// Narrowing, ordering, saved filters, the moves between reports, and the place of the last session.
    FindWords
    /// Where findings are, in the order of `check::Area::ALL`.
    parts -> [&'static str; 7] {
        zh: ["表二", "表三", "表四", "正文、章节", "跨年度", "跨单位", "雷同"],
        en: ["table 2", "table 3", "table 4", "text, sections", "across years", "across agencies", "copied"],
    }
    /// The columns that the list can be ordered by, in the order of `Column::ALL`.
    columns -> [&'static str; 14] {
        zh: [
            "机关", "地区", "年度", "状态", "退回期限", "指派", "错误", "警告", "提示", "读取疑点", "批注", "处理进度", "批注过时", "文件",
        ],
        en: [
            "agency", "region", "year", "status", "due", "assigned to", "errors", "warnings", "hints", "doubts", "notes", "progress",
            "stale", "file",
        ],
    }
    /// The heads of the columns of the list, in the order of `Column::ALL`.
    heads -> [&'static str; 11] {
        zh: ["年度", "错误", "警告", "提示", "已处理", "疑点", "批注", "期限", "指派", "地区", "文件"],
        en: ["year", "err", "warn", "hint", "decided", "doubt", "note", "due", "assigned", "region", "file"],
    }
    /// Title of the menu of the columns of the list.
    columns_title { zh: "列表的列", en: "columns of the list" }
    columns_hint {
        zh: "Enter/Tab 显示、不显示（后选的排后） · Ctrl-U 恢复默认 · Esc 关闭",
        en: "Enter/Tab shown or not (later ones stand behind) · Ctrl-U as usual · Esc close",
    }
    chip_year(year) { zh: "{year} 年度", en: "year {year}" }
    /// A chip: reports that this reviewer has acted on.
    chip_reviewer(name) { zh: "{name} 审核过", en: "by {name}" }
    /// A chip of a saved filter that means nothing here.
    chip_lost(what) { zh: "{what}（未知）", en: "{what} (unknown)" }
    /// Title of the menu of columns to order by.
    order_title { zh: "排序", en: "order" }
    order_hint {
        zh: "Enter/Tab 升序、降序、不排 · Ctrl-U 全部取消 · Esc 关闭",
        en: "Enter/Tab up, down, off · Ctrl-U none · Esc close",
    }
    ascending { zh: "升序", en: "up" }
    descending { zh: "降序", en: "down" }
    /// Title of the question for the name of a filter.
    name_title { zh: "筛选的名称", en: "name of the filter" }
    name_hint { zh: "Enter 保存 · Ctrl-U 清空 · Esc 取消", en: "Enter saves · Ctrl-U empties · Esc cancels" }
    /// A filter of this name is there already.
    name_taken { zh: "同名的筛选将被替换", en: "replaces the filter of this name" }
    filter_saved(name, key) { zh: "已存筛选“{name}”，{key} 取用", en: "filter \"{name}\" saved; {key} brings it back" }
    filter_not_saved(detail) { zh: "筛选没有存下：{detail}", en: "the filter was not saved: {detail}" }
    no_place { zh: "找不到用户数据目录", en: "there is no data directory" }
    /// Nothing is narrowed, searched, ordered.
    nothing_to_save { zh: "现在没有筛选、查找、排序可存", en: "there is no filter, search or order to save" }
    /// Title of the list of saved filters.
    filters_title { zh: "已存的筛选", en: "saved filters" }
    filters_hint {
        zh: "输入文字查找 · Enter 套用 · Delete 删除 · Esc 关闭",
        en: "type to search · Enter apply · Delete remove · Esc close",
    }
    no_filters(key) { zh: "还没有存过筛选，{key} 可存下现在的", en: "no filter is saved; {key} saves the present one" }
    /// Nothing in a list fits what was typed.
    nothing_fits { zh: "没有与所输文字相符的项", en: "no line fits what was typed" }
    filter_applied(name) { zh: "已套用筛选“{name}”", en: "filter \"{name}\" applied" }
    filter_removed(name) {
        zh: "已删除筛选“{name}”，Backspace 恢复",
        en: "filter \"{name}\" removed; Backspace restores it",
    }
    /// The file of the filters cannot be used.
    filters_unreadable(detail, path) {
        zh: "已存的筛选未能载入（{detail}）：{path}",
        en: "the saved filters could not be loaded ({detail}): {path}",
    }
    /// The file of the last session cannot be used.
    session_unreadable(detail, path) {
        zh: "上次的位置未能恢复（{detail}）：{path}",
        en: "the place of the last session was not restored ({detail}): {path}",
    }
    /// What is wrong with a file: it is not one of this program, or a newer one's.
    kept_foreign {
        zh: "不是本程序的文件，或来自更新的版本",
        en: "not a file of this program, or one of a newer version",
    }
    /// What is wrong with a file: it is about another directory.
    kept_elsewhere { zh: "是另一个目录的", en: "it is about another directory" }
    /// What is wrong with a file: too long.
    kept_long { zh: "文件过大", en: "the file is too long" }
    /// Jumping by severity goes on with another one.
    severity_now(severity) { zh: "转到：{severity}", en: "now: {severity}" }
    /// No report of the list is unreviewed.
    all_reviewed { zh: "列表中没有未审的机关了", en: "no agency of the list is unreviewed" }
    /// No finding of the list is one of those that the list is narrowed to.
    none_wanted {
        zh: "列表中没有符合规则、轻重、部位条件的问题",
        en: "no finding of the list fits the chips of rule, severity and part",
    }
    /// Behind a finding that is not one of those that the list is narrowed to.
    not_wanted { zh: "（不在筛选之内）", en: " (outside the filter)" }
}
