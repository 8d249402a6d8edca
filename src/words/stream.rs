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
    no_document {
        zh: "没有文档：每行应为路径（JSON 文本，或 {\"path\": …}），或 {\"name\": \"年报.docx\", \"base64\": …}",
        en: "no document: a line is a path (a JSON string, or {\"path\": …}), or {\"name\": \"report.docx\", \"base64\": …}",
    }
    no_base64 { zh: "base64 有误：{\"base64\": …} 应为标准 base64", en: "not base64: {\"base64\": …} must be standard base64" }
    too_long_document(limit) {
        zh: "此行超过 {limit} MiB，没有读取；文档不得超过 64 MiB",
        en: "the line is longer than {limit} MiB and was not read; a document has at most 64 MiB",
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
    /// The command for many digests, where something is wrong with one of them.
    at_line(path, line, what) { zh: "{path} 第 {line} 行：{what}", en: "{path}, line {line}: {what}" }
    not_digests {
        zh: "不是 gouji check - --digests 写出的摘要文件",
        en: "not a file of digests, as gouji check - --digests writes them",
    }
    other_version(found, own) {
        zh: "摘要版本是 {found}，本程序读 {own}；请用同一版本的程序重新生成",
        en: "these are digests of version {found}, and this program reads {own}: make them again with one version of it",
    }
    other_program(found, own) {
        zh: "由 {found} 生成，本程序是 {own}；不同版本的摘要不能一起比较，请用同一版本重新生成",
        en: "made by {found}, and this is {own}: digests of different versions cannot be compared; make them again with one",
    }
    other_profile(found) {
        zh: "生成时的口径文件（{found}）与现在给出的不同；请给出同一 --profile，或重新生成",
        en: "made with another profile ({found}) than is given now: give the same --profile, or make them again",
    }
    other_roster(found) {
        zh: "生成时的名册（{found}）与现在给出的不同；请给出同一 --roster，或重新生成",
        en: "made with another roster ({found}) than is given now: give the same --roster, or make them again",
    }
    none { zh: "没有给出", en: "none" }
    damaged(detail) { zh: "此行已损坏（{detail}）；请重新生成", en: "the line is damaged ({detail}): make the file again" }
    cut {
        zh: "摘要不完整：行数与结尾所记不符，或没有结尾；请重新复制或生成",
        en: "the digests are not whole: their end is missing, or says another number of lines; copy or make them again",
    }
    too_long_digest(limit) { zh: "此行超过 {limit} MiB，不是摘要", en: "the line is longer than {limit} MiB, and no digest" }
    two_of_one(id, other) {
        zh: "id“{id}”在 {other} 已有另一份年报；不同的年报须有不同的 id",
        en: "another report at {other} has the id {id} too; different reports need different ids",
    }
    /// Lines that are in the parts twice, letter by letter.
    twice(count) {
        zh: "{count} 行摘要重复出现（内容相同），各只计一次",
        en: ["{count} {digests_are} there twice, letter by letter; each counts once"; digests_are(count): "digest is" / "digests are"],
    }
    nothing_to_survey { zh: "摘要中没有年报", en: "there is no report in the digests" }
    digests_need_a_stream {
        zh: "--digests 只用于标准输入：gouji check - --digests FILE",
        en: "--digests goes with standard input: gouji check - --digests FILE",
    }
    stopped(count) {
        zh: "已停止：写出 {count} 行结果，其余没有检查",
        en: ["stopped: {count} {results_were} written, the rest was not checked"; results_were(count): "result was" / "results were"],
    }
    unread(count) { zh: "{count} 行不能读取，见各行的 error", en: ["{count} {lines} could not be read; {their_results} why"; lines(count), their_results(count): "its result says" / "their results say"] }
    none_readable(count) { zh: "{count} 行没有一行是年报", en: ["none of {count} {lines} is a report"; lines(count)] }
}
