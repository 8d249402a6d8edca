//! Data of other programs: the mapping file.

texts! {
    /// Data of other programs, by a mapping file.
    MapWords
    place(line, key, what) { zh: "第 {line} 行，{key}：{what}", en: "line {line}, {key}: {what}" }
    no_cell { zh: "表式中没有这个单元格", en: "the form has no such cell" }
    no_form { zh: "没有这个版本的表式，应为 2021 或 2019", en: "no such edition of the form: 2021 or 2019" }
    no_section { zh: "章节为 1 至 6", en: "sections are 1 to 6" }
    no_shape {
        zh: "shape 应为 wide（一行一份年报）、long（一行一个单元格）或 json（一个对象一份年报）",
        en: "shape is wide (a row a report), long (a row a cell) or json (an object a report)",
    }
    no_name { zh: "文件中没有这个列名或路径", en: "the file has no such column or path" }
    /// Several columns or paths have the name.
    several {
        zh: "文件中有几个列名或路径叫这个名称，请写完整的名称，或在文件中改名",
        en: "several columns or paths of the file have this name; write the whole name, or rename one",
    }
    /// A column or path is named for two cells.
    taken { zh: "这个列名或路径已用于另一个单元格", en: "another cell has this column or path already" }
    no_sheet { zh: "工作簿中没有这张表", en: "the workbook has no such sheet" }
    missing {
        zh: "shape = \"long\" 需要 [long]，写明 cell 和 value",
        en: "shape = \"long\" needs [long] with cell and value",
    }
    no_header {
        zh: "header 应为列名所在的行，例如 2 或 [1, 2]，至多 8 行",
        en: "header is the row of the names, such as 2 or [1, 2], at most 8 rows",
    }
    bad_year {
        zh: "年度应为 2000 至 2099，或年度所在的列名",
        en: "the year is 2000 to 2099, or the name of the column that holds it",
    }
    no_json(detail) { zh: "不是完整的 JSON：{detail}", en: "not whole JSON: {detail}" }
    unreadable(path, detail) { zh: "不能读取映射文件 {path}：{detail}", en: "cannot read the mapping {path}: {detail}" }
    at(path, what) { zh: "{path}：{what}", en: "{path}: {what}" }
    /// A record with what was passed over.
    row(row, what) { zh: "第 {row} 条：{what}", en: "record {row}: {what}" }
    row_no_agency { zh: "没有机关名称，未读取", en: "no agency, passed over" }
    row_no_year(text) { zh: "年度“{text}”不是年份，未读取", en: "the year \"{text}\" is no year, passed over" }
    row_unknown(name) { zh: "“{name}”不是表式中的单元格，未读取", en: "\"{name}\" is no cell of the form, passed over" }
    row_twice(cell) {
        zh: "{cell} 有两个不同的值，保留前一个",
        en: "{cell} has two different values, the first one stays",
    }
    row_claimed(cell) {
        zh: "{cell} 有两个列名或路径，都未采用；请在 [cells] 中写明用哪一个",
        en: "{cell} has two columns or paths, neither was taken; say in [cells] which one counts",
    }
    row_total(name) { zh: "“{name}”是合计，不是机关，未读取", en: "\"{name}\" is a sum and no agency, passed over" }
    unused(count, names) {
        zh: "{count} 个列名或路径没有用到：{names}",
        en: ["{count} {columns_or_paths_are} not used: {names}"; columns_or_paths_are(count): "column or path is" / "columns or paths are"],
    }
    guess_head {
        zh: "gouji read --map 的映射文件：左边是表式的单元格，右边是文件中的列名或路径；# 开头的行不起作用，请核对",
        en: "a mapping for gouji read --map: the form's cells on the left, the file's columns or paths on the right; lines with # do nothing; please check",
    }
    /// Beside a key that must be filled in.
    guess_open { zh: "请填写机关名称所在的列名或路径", en: "fill in the column or path of the agency's name" }
    guess_year {
        zh: "请填写年度所在的列名或路径，或写成 year = 2025",
        en: "fill in the column or path of the year, or write year = 2025",
    }
    guess_long {
        zh: "一行一个单元格：能按表式名称认出的不必写；其余写成 \"requests/new/total\" = \"文件中的名称\"",
        en: "a row a cell: names that the form has need no line; others are written as \"requests/new/total\" = \"name in the file\"",
    }
    guess_left(count) {
        zh: "没有认出的 {count} 个列名或路径：",
        en: ["{count} {columns_or_paths_that_were} not understood:"; columns_or_paths_that_were(count): "column or path that was" / "columns or paths that were"],
    }
    /// Before names that two have, or that two cells could have.
    guess_twice(count) {
        zh: "有 {count} 个单元格各有两个列名或路径，都未采用，请选定：",
        en: ["{count} {cells} with two columns or paths each, neither taken; choose one:"; cells(count)],
    }
    /// Beside a line whose name is only near.
    guess_near { zh: "名称相近，请核对", en: "the name is only near, please check" }
    /// After a name that was not understood: what may be meant.
    guess_perhaps(names) { zh: "是不是 {names}", en: "perhaps {names}" }
    written(path) {
        zh: "已写入 {path}，请核对后用 --map 读取",
        en: "written to {path}; check it, then read with --map",
    }
    read(path, count, notes) {
        zh: "{path}：{count} 份年报，{notes} 处提示",
        en: ["{path}: {count} {reports}, {notes} {of_notes}"; reports(count), of_notes(notes): "note" / "notes"],
    }
}
