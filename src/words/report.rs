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
    expected_schema(schema) { zh: "“{schema}”", en: "“{schema}”" }
    expected_name(most) { zh: "名称（至多 {most} 个字符，不能为空）", en: "a name of at most {most} characters" }
    expected_cell { zh: "单元格编号（如 requests/new/total）", en: "the id of a cell, such as requests/new/total" }
    expected_figure { zh: "数字（如 5 或 \"0.25\"）", en: "a number, such as 5 or \"0.25\"" }
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
    /// Why a file is not a list of agencies: a roster, a ledger, dates.
    ListWords
    line(line) { zh: "第 {line} 行", en: "line {line}" }
    column(column) { zh: "第 {column} 列", en: ", column {column}" }
    /// Between the place and what is wrong.
    after_place { zh: "：", en: ": " }
    not_text { zh: "不能读取：文字编码既不是 UTF-8 也不是 GB18030", en: "the text is neither UTF-8 nor GB18030" }
    /// More parts of a region than there may be.
    long_region(most) { zh: "地区至多 {most} 级", en: "a region has at most {most} parts" }
    no_workbook { zh: "不是完整的 .xlsx 工作簿", en: "not a whole workbook (.xlsx)" }
    open_quote { zh: "引号没有成对", en: "a quote is not closed" }
    more_fields {
        zh: "多于标题行的列数：内容中有逗号的，请加引号（如 \"1,234\"）",
        en: "more fields than there are headings: put what has a comma in it between quotes (\"1,234\")",
    }
    too_large { zh: "内容过多，不是机关名单", en: "too much content for a list of agencies" }
    no_header { zh: "没有名为“名称”（或 name）的列", en: "no column is called 名称 or name" }
    /// No such column; the headings that there are.
    no_header_but(found) {
        zh: "没有名为“名称”（或单位全称、机关名称、name 等）的列，只有：{found}",
        en: "no column is called 名称 or name; found: {found}",
    }
    old_workbook {
        zh: "是旧式工作簿（.xls）：请另存为 .xlsx 或 CSV",
        en: "a workbook of the old kind (.xls): save it as .xlsx or CSV",
    }
    other_sheet(name) {
        zh: "工作表“{name}”也有名称列，没有用：只用第一个有名称列的工作表",
        en: "the sheet “{name}” has a column of names too and was not used: the first that has one is",
    }
    unread_sheet(name) {
        zh: "工作表“{name}”读不出来，没有用",
        en: "the sheet “{name}” cannot be read and was not used",
    }
    beyond_headings { zh: "标题之外还有内容，没有用", en: "what stands beyond the headings was not used" }
    unknown_columns(columns) { zh: "没有用到的列：{columns}", en: "columns that are not used: {columns}" }
    unknown_column(name, number) { zh: "{name}（第 {number} 列）", en: "{name} (column {number})" }
    no_agency(text) {
        zh: "“{text}”不像机关（合计、分组或说明），本行不计",
        en: "“{text}” seems to be no agency (a sum, a heading or a remark); the line is not counted",
    }
    broken_name {
        zh: "名称中有换行：引号可能没有成对，请核对",
        en: "the name goes over several lines: is a quote not closed?",
    }
    no_level(text) {
        zh: "看不出“{text}”是哪一级（应如 市、县、乡镇、county-department），不计",
        en: "“{text}” tells no level (such as 市, 县, 乡镇, county-department) and is not used",
    }
    no_years(from, until) {
        zh: "起始 {from} 年在终止 {until} 年之后，两者都不计",
        en: "it begins in {from}, after its end in {until}: neither is used",
    }
    other_place(line) {
        zh: "与第 {line} 行同名，地区不同，而名称中的地名在那一行的地区里：本行不计",
        en: "the name of line {line}, whose region has the place in it, with another region: the line is not counted",
    }
    two_regions(line) {
        zh: "与第 {line} 行同名，地区不同：按两家机关计，请核对",
        en: "the name of line {line} with another region: counted as two agencies, please check",
    }
    place_in_name(name, region) {
        zh: "名称中的地名是{name}，地区却是{region}，请核对",
        en: "the name has {name}, the region is {region}: please check",
    }
    shared(name, line) {
        zh: "“{name}”也是第 {line} 行机关的名称或别名：只写这个名称的年报分不清是哪一家",
        en: "“{name}” is a name of the agency in line {line} too: reports of that name fit both",
    }
    no_parent(name) { zh: "名册中没有上级“{name}”", en: "the roster has no parent “{name}”" }
    no_predecessors(names, count) {
        zh: "名册中没有的前身 {count} 个（{names}）：以往年报中有同名的，仍作前身",
        en: ["{count} {predecessors} that the roster does not have ({names}): reports of {these_names} are those of one all the same"; predecessors(count), these_names(count): "this name" / "these names"],
    }
    /// Behind a name: how many more lines have it.
    more_lines(count) { zh: "（另有 {count} 行相同）", en: [" (and {count} more {lines})"; lines(count)] }
    parent_ring(name) {
        zh: "以“{name}”为上级，而它的上级又回到本机关：这些上级不计",
        en: "“{name}” is above the agency, and the agency above it: these parents are not used",
    }
    own_predecessor { zh: "把自己写作前身，不计", en: "the agency is its own predecessor: not used" }
    predecessor_ring(name) {
        zh: "与“{name}”互为前身，不计",
        en: "the agency and “{name}” are predecessors of each other: not used",
    }
    column_twice(name) { zh: "列“{name}”出现两次", en: "the column “{name}” stands twice" }
    no_name { zh: "没有名称", en: "no name" }
    twice(first) { zh: "与第 {first} 行是同一机关", en: "the same agency stands in line {first}" }
    no_number(text) { zh: "“{text}”不是数字", en: "“{text}” is not a number" }
    long_number(text) {
        zh: "“{text}”位数过多（至多 18 位，其中小数至多 12 位）",
        en: "“{text}” has too many digits (at most 18, of them 12 decimals)",
    }
    thousands(text) {
        zh: "“{text}”的千位分隔符位置不对（应如 1,234）",
        en: "the separators of “{text}” do not stand before three digits each (as in 1,234)",
    }
    no_date(text) { zh: "“{text}”不是日期（应如 2025-01-20）", en: "“{text}” is not a date (such as 2025-01-20)" }
    no_such_day(text) { zh: "没有“{text}”这一天", en: "there is no day “{text}” in the calendar" }
    no_year(text) { zh: "“{text}”不是年份（应如 2024）", en: "“{text}” is not a year (such as 2024)" }
    no_moment(text) {
        zh: "“{text}”不是年份、月份或日期（应如 2022、2022年5月、2022-05-01）",
        en: "“{text}” is no year, month or date (such as 2022, 2022-05, 2022-05-01)",
    }
    no_such_month(text) { zh: "没有“{text}”这个月", en: "there is no month “{text}” in the calendar" }
    year_outside(text) {
        zh: "“{text}”不会是年报的年度（应在 1990 至 2099 之间）",
        en: "“{text}” is no year that reports are written on (1990 to 2099)",
    }
    no_dates {
        zh: "不是报送日期的名单：没有名为“报送日期”或“公开日期”的列",
        en: "not a list of dates: no column is called 报送日期 (received) or 公开日期 (published)",
    }
    no_figures {
        zh: "不是台账：没有表二、表四数字的列（单元格编号、约定的列名，或口径文件 [ledger] 指定的列）",
        en: "not a ledger: no column has figures of tables 2 or 4 (ids of cells, known names, or columns that the profile's [ledger] names)",
    }
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
    /// In the place of the time left, when no report is left to be checked by itself.
    comparing { zh: "逐份已查完，正在相互比较……", en: "each is checked; comparing them with each other…" }
    /// What a check that was stopped before reports were compared has in its list.
    stopped_uncompared(listed, count) {
        zh: "已停止：{count} 份年报中列出 {listed} 份，只查了各份本身，没有相互比较",
        en: ["stopped: {listed} of {count} {reports} {are} listed, each checked by itself and not compared with others"; reports(count), are(listed): "is" / "are"],
    }
    /// What a check that was stopped has not come to.
    stopped(left, count) {
        zh: "已停止：{count} 份年报中有 {left} 份没有查完，没有列出",
        en: ["stopped: {left} of {count} {reports} {were} not checked to the end and {are} not listed"; reports(count), were(left): "was" / "were", are(left): "is" / "are"],
    }
    nothing_readable(path, count) {
        zh: "{path}：{count} 个文件都无法读取",
        en: ["{path}: {count} {files}, and none could be read"; files(count)],
    }
    is_a_panic {
        zh: "读取时程序出错，请报告此文件",
        en: "reading it hit a fault of this program; please report the file",
    }
}
