//! How the desk looks.

texts! {
    /// How the desk looks.
    LookWords
    theme_auto { zh: "自动", en: "automatic" }
    theme_dark { zh: "深色", en: "dark" }
    theme_light { zh: "浅色", en: "light" }
    theme_high_contrast { zh: "高对比", en: "high contrast" }
    theme_mono { zh: "无色", en: "no colours" }
    /// Which of the places that have what is looked for: {query}, {number}, {count}
    found_at(query, number, count) { zh: "“{query}”第 {number} 处，共 {count} 处", en: "\"{query}\": {number} of {count}" }
    not_found(query) { zh: "这里没有“{query}”", en: "no \"{query}\" here" }
    nothing_sought { zh: "还没有查找过，先查找一次", en: "nothing was looked for yet: look for something first" }
    no_word { zh: "光标处没有可以查找的数或词，可另行输入查找", en: "no number or word under the cursor to look for: type one instead" }
    no_cell { zh: "光标处不是单元格，请移到表中的一格上", en: "the cursor is on no cell: move to one of a table" }
    /// A range of cells begins; the keys that copy it: {table}, {text}
    range_begun(table, text) {
        zh: "从这一格选起：移到另一角，{table} 复制成表格，{text} 成文本，Esc 不选",
        en: "a range begins here: move to its other corner; {table} copies a table, {text} text, esc gives it up",
    }
    range_ended { zh: "不再选这一段", en: "no range any more" }
    /// Title of the list of the values of one cell.
    values_title { zh: "同年度各机关这一格", en: "this cell, all agencies of the year" }
    values_hint {
        zh: "输入数或机关名查找 · Enter 看是哪些机关 · Esc 关闭",
        en: "type a value or agency · Enter who · Esc close",
    }
    /// Title of the list of who has a value.
    who_title { zh: "这样填的机关", en: "who says so" }
    who_hint { zh: "输入文字查找 · Enter 打开这一格 · Esc 关闭", en: "type to find · Enter opens the cell · Esc close" }
    /// A value and how many have it: {count}, {share}
    value_count(count, share) { zh: "{count} 家  {share}%", en: "{count}  {share}%" }
    value_own { zh: "本机关", en: "this agency" }
    /// More names than there is room for: {names}, {count}
    names_and_more(names, count) { zh: "{names}等 {count} 家", en: "{names} and others, {count} in all" }
    /// Between two names.
    between_names { zh: "、", en: ", " }
    /// Where the screen was written to: {path}
    still_kept(path) { zh: "屏幕已存为 {path}，旁有同名的 .txt", en: "the screen is in {path}, and as .txt beside it" }
    still_not_kept(error) { zh: "屏幕没有存下：{error}", en: "the screen could not be written: {error}" }
    /// So many times, or lines, before a command: {count}
    count(count) {
        zh: "{count}（接着按 j、n、y 等：这么多次、这么多行）",
        en: "{count} (then j, n, y …: so many times, so many lines)",
    }
    /// Another theme is used: `{theme}`, and how it is kept.
    theme_set(theme, setting) {
        zh: "配色：{theme}（要长期使用，请写入设置文件 theme = \"{setting}\"）",
        en: "theme: {theme} (to keep it, set theme = \"{setting}\" in the settings file)",
    }
}
