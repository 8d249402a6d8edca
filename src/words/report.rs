//! Reading reports and rosters.

texts! {
    /// Why a file is not a report.
    ReportErrorWords
    line(line) { zh: "第 {line} 行，", en: "line {line}, " }
    key(key) { zh: "键 `{key}`：", en: "key `{key}`: " }
    not_utf8 { zh: "不是 UTF-8 文本", en: "the text is not UTF-8" }
    too_large(limit) {
        zh: "文件超过 {limit} MiB，未读取：请核对是否选错文件",
        en: "the file is larger than {limit} MiB, so it was not read: make sure it is the right file",
    }
    truncated { zh: "文件不完整（JSON 中途截断）", en: "the file ends too early (truncated JSON)" }
    not_json(column) { zh: "自第 {column} 列起不是有效的 JSON", en: "not JSON from column {column} on" }
    missing_key { zh: "缺少这个必需的键", en: "this key is required and missing" }
    wrong_type(expected, found) { zh: "应为{expected}，实为{found}", en: "expected {expected}, found {found}" }
    key_twice { zh: "这个键出现两次", en: "this key stands twice" }
    expected_object { zh: "对象 {…}", en: "an object {…}" }
    expected_keys(most) { zh: "至多 {most} 个键的对象", en: "an object of at most {most} keys" }
    expected_list(most) { zh: "至多 {most} 项的列表", en: "a list of at most {most} entries" }
    expected_text(most) { zh: "至多 {most} 个字符的文本", en: "a text of at most {most} characters" }
    expected_year { zh: "年份（如 2024）", en: "a year such as 2024" }
    expected_section(most) { zh: "章节序号（1 至 {most}）", en: "the number of a section, 1 to {most}" }
    expected_count { zh: "整数（0 或以上）", en: "a whole number, 0 or more" }
    expected_depth(most) { zh: "至多 {most} 层嵌套", en: "at most {most} lists and objects inside of each other" }
    found_text(text) { zh: "文本“{text}”", en: "the text \"{text}\"" }
    found_number(number) { zh: " {number}", en: "{number}" }
    found_null { zh: " null（空）", en: "null (nothing)" }
    found_list { zh: "列表 […]", en: "a list […]" }
    found_object { zh: "对象 {…}", en: "an object {…}" }
    found_length(count) { zh: " {count}", en: "{count}" }
    found_other { zh: "其他内容", en: "something else" }
    not_a_cell(found) {
        zh: "应为整数、十进制数字串、null 或 {{\"raw\": …}}，实为 {found}",
        en: "expected an integer, a decimal string, null or {{\"raw\": …}}, found {found}",
    }
    unknown_schema(found, known) {
        zh: "不认识的 schema \"{found}\"；本版本读取 {known}",
        en: "schema \"{found}\" is unknown; this version reads {known}",
    }
    unknown_form(found, known) {
        zh: "不认识的表式 \"{found}\"；本版本认识：{known}",
        en: "form edition \"{found}\" is unknown; this version knows: {known}",
    }
    /// A text that must say something is empty.
    empty { zh: "不能为空", en: "must not be empty" }
}

texts! {
    /// Why a file is not a roster.
    RosterWords
    line(line) { zh: "第 {line} 行", en: "line {line}" }
    column(column) { zh: "第 {column} 列", en: ", column {column}" }
    /// Between the place and what is wrong.
    after_place { zh: "：", en: ": " }
    not_text { zh: "不能读取：文字编码既不是 UTF-8 也不是 GB18030", en: "the text is neither UTF-8 nor GB18030" }
    /// More parts of a region than there may be.
    long_region(most) { zh: "地区至多 {most} 级", en: "a region has at most {most} parts" }
    no_workbook { zh: "不是完整的 .xlsx 工作簿", en: "not a whole workbook (.xlsx)" }
    too_large { zh: "内容过多，不是名册", en: "too much content for a roster" }
    no_header { zh: "没有名为“名称”（或 name）的列", en: "no column is called 名称 or name" }
    column_twice(name) { zh: "列“{name}”出现两次", en: "the column “{name}” stands twice" }
    no_name { zh: "没有名称", en: "no name" }
    /// In the place of a number, a year or a date.
    no_value(text) { zh: "“{text}”不是数字或日期", en: "“{text}” is neither a number nor a date" }
    nothing_given {
        zh: "没有可用的列：应有单元格编号、约定的列名、日期，或在口径文件 [ledger] 中指定的列",
        en: "no column can be used: ids of cells, known names, dates, or columns that the profile's [ledger] names",
    }
    not_frozen { zh: "不是已定稿的汇总（gouji/frozen/1）", en: "not a frozen roll-up (gouji/frozen/1)" }
    twice(first) { zh: "与第 {first} 行是同一机关", en: "the same agency stands in line {first}" }
}

texts! {
    /// Loading a directory.
    LoadWords
    unreadable(detail) { zh: "无法打开：{detail}", en: "cannot open: {detail}" }
    /// A directory, a pipe or a device in the place of a file.
    not_a_file { zh: "无法打开：不是普通文件", en: "cannot open: it is no regular file" }
    stuck { zh: "无法读取：磁盘没有响应", en: "cannot read: the disk does not answer" }
    /// A document of a format that cannot be read.
    unsupported(format) {
        zh: "暂不能读取 {format} 格式，请先转换为文本",
        en: "{format} cannot be read yet: convert it to text first",
    }
    no_such_directory(path) { zh: "{path}：目录或文件不存在", en: "{path}: no such directory or file" }
    nothing_to_check(path) {
        zh: "{path}：没有可审核的年报（需要 .json 或文本文件）",
        en: "{path}: nothing to check (reports as .json, or text documents)",
    }
    /// What a check that was stopped has not come to.
    stopped(left, count) {
        zh: "已停止：{count} 份年报中有 {left} 份没有查完，没有列出",
        en: "stopped: {left} of {count} reports were not checked to the end and are not listed",
    }
    nothing_readable(path, count) {
        zh: "{path}：{count} 个文件都无法读取",
        en: "{path}: none of the {count} files could be read",
    }
    is_a_panic {
        zh: "读取时程序出错，请报告此文件",
        en: "reading it hit a fault of this program; please report the file",
    }
}
