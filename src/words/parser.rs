//! What is wrong with files written by hand.

texts! {
    /// What is wrong with a file of TOML or JSON.
    ParserWords
    separator { zh: "、", en: ", " }
    /// More bytes than such a file may have.
    too_large {
        zh: "文件过大，未读取：请核对是否选错文件",
        en: "the file is too large and was not read: is it the right one?",
    }
    no_toml { zh: "不是有效的 TOML", en: "not TOML" }
    no_json { zh: "不是有效的 JSON", en: "not JSON" }
    no_json_from(line, column) {
        zh: "自第 {line} 行第 {column} 列起不是有效的 JSON",
        en: "not JSON from line {line}, column {column} on",
    }
    missing(key) { zh: "缺少键 `{key}`", en: "key `{key}` is missing" }
    twice(key) { zh: "键 `{key}` 出现两次", en: "key `{key}` stands twice" }
    a_key_twice { zh: "同一个键出现两次", en: "a key stands twice" }
    unknown_key(key) { zh: "没有键 `{key}`", en: "no key `{key}`" }
    /// No such key, and those that there are.
    unknown_key_of(key, known) { zh: "没有键 `{key}`，可用：{known}", en: "no key `{key}`; known: {known}" }
    /// No such value, and those that there are.
    unknown_value(key, known) { zh: "不能写 {key}，可用：{known}", en: "not {key}; known: {known}" }
    wrong_type { zh: "值的类型不对", en: "a value of the wrong type" }
    not_this(found) { zh: "此处不能是{found}", en: "cannot be {found} here" }
    only(expected) { zh: "应为{expected}", en: "expected {expected}" }
    /// After what is wrong: what may be meant.
    nearest(what, nearest) { zh: "{what}，是不是 {nearest}？", en: "{what}; do you mean {nearest}?" }
    line(line) { zh: "第 {line} 行，", en: "line {line}: " }
    text { zh: "文本", en: "a text" }
    number { zh: "整数", en: "a whole number" }
    truth { zh: " true 或 false", en: "true or false" }
    list { zh: "列表", en: "a list" }
    table { zh: "表或对象", en: "a table or object" }
    one_or_two { zh: " 1 或 2", en: "1 or 2" }
    id { zh: " UUID", en: "a UUID" }
    time { zh: "带时区的时间（如 2026-01-20T09:31:07+08:00）", en: "a time with offset (2026-01-20T09:31:07+08:00)" }
    date { zh: "日期（如 2026-01-31）", en: "a date (2026-01-31)" }
}
