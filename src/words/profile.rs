//! The settings of an office.

texts! {
    /// The settings of an office.
    ProfileWords
    place(path, line, key, what) { zh: "{path} 第 {line} 行，{key}：{what}", en: "{path}, line {line}, {key}: {what}" }
    unreadable(path, detail) { zh: "不能读取口径文件 {path}：{detail}", en: "cannot read the profile {path}: {detail}" }
    more(first, count) { zh: "{first}（另有 {count} 处）", en: "{first} (and {count} more)" }
    unknown_rule { zh: "没有这条规则", en: "there is no such rule" }
    /// The rule has nothing of that name.
    unknown_name { zh: "这条规则没有这一项", en: "the rule has nothing of this name" }
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
    /// A placeholder the wording cannot have.
    bad_placeholder(name) { zh: "此处没有占位符 {name}", en: "there is no placeholder {name} here" }
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
