//! Reports that come line by line.

texts! {
    /// Reports that come line by line: `gouji check -`.
    StreamWords
    not_json(detail) {
        zh: "不是一个完整的 JSON 对象（{detail}）；每行应为 {{\"id\": …, \"report\": {{…}}}}，或一份年报",
        en: "not one whole JSON object ({detail}); a line is {{\"id\": …, \"report\": {{…}}}}, or a report",
    }
    /// What is wrong with the JSON: it begins with something else.
    no_brace { zh: "应以 { 开始", en: "it must begin with {" }
    no_report {
        zh: "没有年报：每行应为 {\"id\": …, \"report\": {…}}（可加 \"before\"），或一份年报（有 \"schema\"）",
        en: "no report in it: a line is {\"id\": …, \"report\": {…}} (and \"before\", where there is one), or a report (with \"schema\")",
    }
    not_an_id { zh: "id 应为文本或整数，不超过 1000 字", en: "id must be a text or an integer, of at most 1000 characters" }
    in_report(what) { zh: "report：{what}", en: "report: {what}" }
    in_before(what) { zh: "before：{what}", en: "before: {what}" }
    /// What was given as the report of the year before is none.
    other_before(agency, year, own, last) {
        zh: "before 应为“{own}”{last} 年的年报，而不是“{agency}”{year} 年的",
        en: "before must be the report of {own} for {last}, not that of {agency} for {year}",
    }
    too_long(limit) {
        zh: "此行超过 {limit} MiB，没有读取；一份年报一行，各不超过 16 MiB",
        en: "the line is longer than {limit} MiB and was not read; one report a line, each of at most 16 MiB",
    }
    /// Standard input together with something else.
    alone {
        zh: "“-”（标准输入）须单独给出，不能与目录一起检查",
        en: "- (standard input) goes alone, not together with directories",
    }
    only_json {
        zh: "从标准输入检查时，每行写出一个 JSON 对象：请去掉 --format，或用 --format json",
        en: "what is checked from standard input is written as one JSON object a line: leave out --format, or say json",
    }
    cannot_read(why) { zh: "无法读取标准输入：{why}", en: "cannot read standard input: {why}" }
    stopped(count) {
        zh: "已停止：写出 {count} 行结果，其余没有检查",
        en: "stopped: {count} results were written, the rest was not checked",
    }
    unread(count) { zh: "{count} 行不能读取，见各行的 error", en: "{count} lines could not be read; their results say why" }
    none_readable(count) { zh: "{count} 行没有一行是年报", en: "none of {count} lines is a report" }
}
