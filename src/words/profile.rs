//! The settings of an office.

texts! {
    /// The settings of an office.
    ProfileWords
    place(path, line, key, what) { zh: "{path} 第 {line} 行，{key}：{what}", en: "{path}, line {line}, {key}: {what}" }
    unreadable(path, detail) { zh: "不能读取口径文件 {path}：{detail}", en: "cannot read the profile {path}: {detail}" }
    more(first, count) { zh: "{first}（另有 {count} 处）", en: "{first} (and {count} more)" }
    unknown_rule { zh: "没有这条规则", en: "there is no such rule" }
    unknown_key { zh: "没有这一项", en: "there is no such key" }
    unknown_key_of(known) { zh: "没有这一项，可用：{known}", en: "there is no such key; known: {known}" }
    takes_text { zh: "文本（写在引号里）", en: "a text between quotes" }
    takes_texts { zh: "文本的列表（如 [\"甲\", \"乙\"]）", en: "a list of texts ([\"a\", \"b\"])" }
    takes_table { zh: "若干项（名称 = 值）", en: "keys with values" }
    /// Parts that may stand several times.
    takes_tables(name) { zh: "若干节（每节以 [[{name}]] 开头）", en: "parts that begin with [[{name}]] each" }
    takes_terms {
        zh: "项的列表（如 [\"requests/new/total\", 5]）",
        en: "a list of terms ([\"requests/new/total\", 5])",
    }
    takes_term { zh: "单元格（写在引号里）或数字", en: "a cell between quotes, or a number" }
    takes_number { zh: "数字", en: "a number" }
    takes_word { zh: "文字，不能是空的", en: "words" }
    takes_cell { zh: "表式中的单元格（表/行/列）", en: "a cell of the form (table/row/column)" }
    takes_level { zh: " province、city、county 或 town", en: "province, city, county or town" }
    takes_pair { zh: "“写作→应为”", en: "“written→right”" }
    takes_year { zh: "“说法→年份”", en: "“phrase→year”" }
    /// An entry of a word list is not what all of its entries are.
    bad_entry(text, expected) { zh: "“{text}”不行，应为{expected}", en: "not “{text}”: expected {expected}" }
    /// The rule has something, but nothing of that name.
    unknown_name(known) { zh: "这条规则没有这一项，只有：{known}", en: "the rule has nothing of this name, only: {known}" }
    has_no_name { zh: "这条规则没有可以设置的这类项", en: "the rule has nothing of this kind to be set" }
    never_runs {
        zh: "这条规则自己不出问题，设了不起作用",
        en: "the rule never has findings of its own: this changes nothing",
    }
    bad_number(least, most) { zh: "应在 {least} 至 {most} 之间", en: "expected {least} to {most}" }
    empty_list {
        zh: "词表不能为空；不要这条规则时，在 [levels] 中写 off",
        en: "a list without words; to do without the rule write off under [levels]",
    }
    same_sides { zh: "两边相同，永远成立", en: "both sides are the same: it always holds" }
    taken_name { zh: "另一个模板也叫这个名称", en: "another template has this name" }
    bad_level { zh: "级别应为 error、warning、info 或 off", en: "expected error, warning, info or off" }
    bad_date { zh: "日期应写成 月-日，例如 01-31", en: "expected month-day, for instance 01-31" }
    bad_term {
        zh: "应为 表/行/列、整数或小数，前面可加 -、3*、last:、sum:",
        en: "expected table/row/column or a number, with -, 3*, last: or sum: before it",
    }
    unknown_cell { zh: "表式中没有这个单元格", en: "no form has this cell" }
    bad_relation { zh: "关系应为 =、>= 或 <=", en: "expected =, >= or <=" }
    bad_scope { zh: "范围应为 report、years 或 region", en: "expected report, years or region" }
    bad_id {
        zh: "编号只能用字母、数字和 -，至多 24 个字符",
        en: "an id has letters, digits and -, at most 24 characters",
    }
    taken_id { zh: "编号已被另一条规则使用", en: "another rule has this id" }
    /// A placeholder the wording cannot have, and those that it can.
    bad_placeholder(name, known) {
        zh: "此处没有占位符 {name}，可用：{known}",
        en: "there is no placeholder {name} here; known: {known}",
    }
    no_placeholders(name) {
        zh: "此处没有占位符 {name}，也没有别的占位符",
        en: "there is no placeholder {name} here, nor any other",
    }
    /// A cell by names of the form that fit several, or none.
    unknown_names {
        zh: "表式中没有这样的单元格（应为 表/行/列，如 表三/本年新收/总计）",
        en: "no form has such a cell (expected table/row/column, such as 表三/本年新收/总计)",
    }
    several_cells(ids) { zh: "可以是几个单元格：{ids}", en: "several cells are called so: {ids}" }
    /// last: or sum: in a rule of another scope.
    wrong_source {
        zh: "last: 只用于 scope = \"years\"，sum: 只用于 scope = \"region\"",
        en: "last: belongs to scope = \"years\", sum: to scope = \"region\"",
    }
    empty_side { zh: "两边都要有项", en: "both sides need terms" }
    /// A rule without a cell of the report.
    no_cells { zh: "至少要有一个本年报的单元格", en: "at least one term must be a cell of the report itself" }
    bad_section { zh: "章节为 1 至 6", en: "expected 1 to 6" }
    no_words { zh: "any 和 all 至少写一项", en: "expected words under any or all" }
    bad_days { zh: "天数为 1 至 365", en: "expected 1 to 365 days" }
    /// A template without a name or a text.
    no_text { zh: "不能为空", en: "must not be empty" }
    bad_points(most) {
        zh: "分值应在 0 至 {most} 之间，至多三位小数",
        en: "expected points from 0 to {most} with at most three decimals",
    }
    bad_least { zh: "最低分不能高于满分", en: "more than what a report begins with" }
    taken_rule { zh: "另一项指标已有这条规则", en: "another aspect has this rule" }
    taken_aspect { zh: "另一项指标也叫这个名称", en: "another aspect has this name" }
    /// The wording of a rule of the office's own. `{name}` is filled first.
    own_broken(name, relation, left, right, difference) {
        zh: "{name}：应有 左 {relation} 右，现左 {left}，右 {right}，差 {difference}",
        en: "{name}: expected left {relation} right, found {left} and {right}, difference {difference}",
    }
    /// What a rule of an office's own rests on, and asks of the agency.
    own_basis { zh: "本机关的口径", en: "the office's own settings" }
    own_ask { zh: "请核对并改正，或说明原因", en: "Please check and correct it, or explain" }
    /// The wording of required words. `{name}` is filled first.
    own_missing(name, section, words) {
        zh: "{name}：第{section}部分没有写到 {words}",
        en: "{name}: section {section} does not mention {words}",
    }
}
