//! The command line.

texts! {
    /// The command line.
    CliWords
    about { zh: "勾稽：政府信息公开年报审核台", en: "gouji: a review desk for government disclosure reports" }
    after_help {
        zh: "退出码：0 没有达到 --fail-on 级别的问题；1 有；2 命令无法完成。",
        en: "Exit codes: 0 nothing at or above --fail-on; 1 there is; 2 the command could not do its work.",
    }
    lang { zh: "界面语言；默认随系统区域设置", en: "language of the interface; by default that of the locale" }
    /// Arguments that several commands take, by their names; a command can say them otherwise.
    arguments [
        "dir" { zh: "年报目录或文件", en: "a directory of reports, or one file" }
        "path" { zh: "审核日志，或其年报目录", en: "the journal, or the directory it belongs to" }
        "force" { zh: "覆盖已有文件", en: "overwrite existing files" }
        "no_reviewers" { zh: "不写审核人姓名", en: "leave out the names of reviewers" }
        "plain" {
            zh: "逐行模式，供读屏软件和日志使用",
            en: "one line after the other, for screen readers and logs",
        }
        "no_scroll_region" { zh: "不使用终端的滚动区域", en: "do not use the terminal's scroll region" }
        "theme" { zh: "配色", en: "colour theme" }
        "mouse" { zh: "也接收鼠标：点击与滚轮", en: "take the mouse too: click and wheel" }
        "tour" { zh: "在最后一行一步步说明怎么用（两分钟）", en: "says on the last line what to press next (two minutes)" }
        "fresh" {
            zh: "不恢复上次的位置和筛选；也可设 GOUJI_FRESH=1",
            en: "begin without the place and filters of the last session; GOUJI_FRESH=1 does the same",
        }
        "journal" {
            zh: "审核日志文件；默认在用户数据目录，也可用 GOUJI_JOURNAL 指定",
            en: "the journal; by default in the user data directory, or GOUJI_JOURNAL",
        }
        "reviewer" { zh: "审核人；默认为登录名", en: "the reviewer; by default the login name" }
        "keys" {
            zh: "按键文件（TOML）；默认为设置文件旁的 keys.toml",
            en: "the file of keys (TOML); by default keys.toml beside the settings",
        }
        "profile" { zh: "本机关的口径文件（TOML）", en: "the office's own settings (TOML)" }
        "received" {
            zh: "报送、公开日期（CSV 或 xlsx：名称、报送日期、公开日期）",
            en: "when reports came in and were published (CSV or xlsx: name, received, published)",
        }
        "ledger" {
            zh: "外部台账（CSV 或 xlsx：名称、年度和各数；列名可在口径文件 [ledger] 指定）",
            en: "a ledger kept elsewhere (CSV or xlsx: name, year, figures; columns by [ledger] of the profile)",
        }
        "published" {
            zh: "已公开的年报的目录，与报送的逐格、逐部分比较",
            en: "the directory of the reports as published, compared cell by cell and by section",
        }
        "frozen" { zh: "已定稿的汇总（JSON，gouji/frozen/1）", en: "a roll-up that was frozen (JSON, gouji/frozen/1)" }
        "roster" {
            zh: "应报送机关的名册（CSV 或 xlsx：名称、别名、地区、层级、类型、上级）",
            en: "who is expected to report (CSV or xlsx: name, aliases, region, level, type, parent)",
        }
        "format" { zh: "输出格式", en: "output format" }
        "regions" {
            zh: "只要这个地区（各级名称，如 云塘市 或 云塘市/松溪县）；可多次给出",
            en: "only this region (云塘市, or 云塘市/松溪县); may be given several times",
        }
        "years" { zh: "只要这一年度；默认最新年度", en: "only this year; by default the newest" }
        "statuses" {
            zh: "只要这个审核状态：未审、审核中、退回、重报、通过；可多次给出",
            en: "only this status: unreviewed, reviewing, returned, resubmitted, accepted; may be given several times",
        }
        "rule_names" {
            zh: "只要有这条规则的问题的年报（编号或名称）；可多次给出",
            en: "only reports with a finding of this rule (id or name); may be given several times",
        }
        "reviewers" {
            zh: "只要这位审核人处理过或分到的年报；可多次给出",
            en: "only reports that this reviewer has acted on or was given; may be given several times",
        }
    ]
    /// The commands, and the arguments that one of them takes.
    commands [
        "review" { zh: "打开审核台（gouji DIR 与此相同）", en: "open the desk (the same as gouji DIR)" }
        "demo" { zh: "用内置示例数据打开审核台", en: "open the desk on the built-in sample data" }
        "demo.out" {
            zh: "不打开审核台，把示例数据写到这个新目录，供练习其他命令",
            en: "open no desk: write the sample data to this new directory, to try other commands on",
        }
        "read" { zh: "把文档读成年报 JSON", en: "read documents into report JSON" }
        "read.inputs" { zh: "文档或目录", en: "documents or directories" }
        "read.out" { zh: "写到这个目录", en: "the directory to write to" }
        "read.stream" {
            zh: "从标准输入逐行读取文档（路径或 base64），每份年报写一行到标准输出",
            en: "take documents line by line from standard input (paths, or base64), and write each report as a line",
        }
        "read.map" {
            zh: "其他程序的工作簿、CSV 或 JSON，按这个映射文件（TOML）读取",
            en: "read workbooks, CSV or JSON of other programs by this mapping (TOML)",
        }
        "read.guess_map" {
            zh: "按数据文件中的名称写出映射文件的初稿；不写 INPUT 时 FILE 为数据文件，初稿输出到屏幕",
            en: "write a mapping to start from, out of the names in a file; without INPUT, FILE is that file and the mapping goes to standard output",
        }
        "read.force" { zh: "全部重新读取，覆盖已有文件", en: "read everything again and overwrite existing files" }
        "read.jobs" {
            zh: "同时读取几份文档；默认与处理器数相同",
            en: "how many documents at once; by default as many as there are processors",
        }
        "read.convert" {
            zh: "不能直接读取的（odt、rtf、ods 等）用 LibreOffice 转换",
            en: "convert with LibreOffice what cannot be read otherwise (odt, rtf, ods, …)",
        }
        "read.ocr" {
            zh: "输出扫描件文字的命令：COMMAND 文件",
            en: "a command that prints the text of a scan: COMMAND FILE",
        }
        "read.max_seconds" {
            zh: "每份文档可用的处理器时间，超过即放弃",
            en: "processor time for one document; beyond it, it is given up",
        }
        "read.max_memory" {
            zh: "每份文档可用的内存，超过即放弃",
            en: "memory for one document; beyond it, it is given up",
        }
        "check" { zh: "检查年报，列出问题", en: "check reports and list the findings" }
        "check.dirs" {
            zh: "年报目录或文件；“-”为标准输入，一行一份年报（JSON）",
            en: "directories of reports, or files; - is standard input, one report as JSON a line",
        }
        "check.format" { zh: "输出格式；默认 text，标准输入为 json", en: "how to write the findings; by default text, of standard input json" }
        "check.fail_on" {
            zh: "发现此级别及以上的问题时退出码为 1",
            en: "exit with code 1 on a finding of this level or above",
        }
        "check.hints" {
            zh: "也列出提示（只关文字、排版和读取的事项）",
            en: "list the hints too: matters of style, and of our own reading",
        }
        "check.digests" {
            zh: "同时写出摘要文件，供 gouji survey 相互比较；只用于标准输入",
            en: "write digests too, for gouji survey to compare; with standard input",
        }
        "survey" {
            zh: "用摘要做须许多年报一起看的检查",
            en: "apply the rules that take many reports to digests",
        }
        "survey.digests" { zh: "摘要文件，可多个（gouji check - --digests）", en: "files of digests, of gouji check - --digests" }
        "survey.format" { zh: "输出格式", en: "how to write the findings" }
        "survey.fail_on" {
            zh: "发现此级别及以上的问题时退出码为 1",
            en: "exit with code 1 on a finding of this level or above",
        }
        "survey.hints" {
            zh: "也列出提示（只关文字、排版和读取的事项）",
            en: "list the hints too: matters of style, and of our own reading",
        }
        "notice" { zh: "按审核结果给各机关写通知", en: "write the notices to agencies" }
        "notice.out" { zh: "写到这个目录；不能在年报目录之内", en: "the directory to write to; never among the reports" }
        "notice.only" {
            zh: "写给谁：退回的（returned）、有须更正问题的和未报的（errors）、全部（all）、只催报未报的（missing）",
            en: "to whom: returned reports, those with errors and the missing, all, or only the missing",
        }
        "notice.round" { zh: "只写第 N 轮的通知", en: "only the notices of this round" }
        "notice.due" { zh: "重报期限（如 2026-02-20），代替退回时写的", en: "until when to report anew (2026-02-20), instead of what the return says" }
        "notice.date" { zh: "通知的日期；默认今天", en: "the date of the notices; by default today" }
        "notice.template" {
            zh: "本机关的模板（docx、md、html、txt，写法见 docs/notices.md）",
            en: "the office's own template (docx, md, html, txt; see docs/notices.md)",
        }
        "notice.print_template" { zh: "输出内置模板，供修改", en: "print the built-in template, to be changed" }
        "notice.cover_template" {
            zh: "目录的模板，格式与通知相同（写法见 docs/notices.md）",
            en: "a template for the list, of the format of the notices (see docs/notices.md)",
        }
        "notice.print_cover_template" { zh: "输出目录的内置模板，供修改", en: "print the built-in template of the list, to be changed" }
        "circular" { zh: "写共性问题通报", en: "write a circular on common problems" }
        "circular.to" { zh: "写到这个文件（docx、md、html、txt）", en: "the file to write (docx, md, html, txt)" }
        "circular.date" { zh: "通报的日期；默认今天", en: "the date of the circular; by default today" }
        "circular.template" { zh: "本机关的模板，格式与 --to 相同", en: "the office's own template, of the format of --to" }
        "circular.print_template" { zh: "输出这种格式的内置模板，供修改", en: "print the built-in template of this format" }
        "circular.named" { zh: "示例写明机关名称", en: "name the agencies of the examples" }
        "summary" { zh: "汇总各地区的表二、表三、表四", en: "add up the tables of each region" }
        "summary.to" { zh: "写到这个文件（xlsx、csv、md、html、json）", en: "the file to write (xlsx, csv, md, html, json)" }
        "summary.freeze" {
            zh: "把汇总所用的各单位数据定稿存到这个文件，以后用 --frozen 核对",
            en: "keep what was added up in this file, for --frozen later",
        }
        "score" { zh: "按口径文件的 [score] 给年报评分", en: "score the reports by [score] of the profile" }
        "score.to" { zh: "写到这个文件（xlsx、csv）", en: "the file to write (xlsx, csv)" }
        "score.date" { zh: "评分的截至日期；默认今天", en: "as of which day; by default today" }
        "export" { zh: "把审核结果写成工作簿、可检索的网页档案或一张表", en: "write what a review has come to as a workbook, a page to be searched, or one table" }
        "export.to" { zh: "写到这个文件（xlsx、html、csv、jsonl、parquet）", en: "the file to write (xlsx, html, csv, jsonl, parquet)" }
        "export.what" { zh: "csv、jsonl、parquet 写哪张表；默认台账（findings）", en: "which table a csv, jsonl or parquet has; by default the findings" }
        "export.date" { zh: "按哪天计算逾期；默认今天", en: "as of which day; by default today" }
        "export.for_agencies" {
            zh: "可发机关：不含内部批注、审核人和不告机关的问题",
            en: "for agencies: no internal notes, no reviewers, no findings that stay in the office",
        }
        "journal" { zh: "查看、校验审核日志，合并多份日志", en: "show and verify journals, or merge several" }
        "doctor" { zh: "检查终端", en: "show what is assumed about the terminal" }
        "rules" { zh: "列出检查规则", en: "list what is checked" }
        "rules.words" {
            zh: "只列编号或名称中有这些文字的",
            en: "only those whose id or name has all of these words",
        }
        "rules.explain" {
            zh: "说明一条规则：级别、依据、阈值、词表、措辞",
            en: "explain one rule: levels, basis, thresholds, word lists, wordings",
        }
        "keys" { zh: "列出按键和命令", en: "list the keys and commands" }
        "schema" { zh: "输出年报的 JSON Schema", en: "print the JSON Schema of a report" }
        "completions" { zh: "输出命令行补全脚本", en: "print a completion script" }
        "completions.shell" { zh: "哪一种 shell", en: "for which shell" }
        "man" { zh: "输出手册页", en: "print the man page" }
    ]
    journal_commands [
        "show" { zh: "列出审核记录", en: "list the review acts" }
        "show.agency" { zh: "只列名称或地区中有这些文字的机关", en: "only agencies whose name or region has this" }
        "show.by" { zh: "只列这位审核人的", en: "only those of this reviewer" }
        "show.from" { zh: "自这一天起（2026-01-20）", en: "from this day on (2026-01-20)" }
        "show.until" { zh: "到这一天止", en: "until this day" }
        "show.rule" { zh: "只列这条规则的问题", en: "only findings of this rule" }
        "show.place" { zh: "只列这一处（行、列、单元格编号，写一部分也可）", en: "only this place: a line or a cell, or a part of its id" }
        "show.act" { zh: "只列这一种记录", en: "only acts of this kind" }
        "show.every" { zh: "撤回也各列一行", en: "list each retraction too" }
        "import" {
            zh: "把填好的台账（整改情况一列）记为各处问题的批注，先列出要做什么",
            en: "take what was filled into a ledger (its column of corrections) as notes on its findings; says first what it would do",
        }
        "import.file" { zh: "填好的台账（xlsx 或 CSV）", en: "the ledger that was filled in (xlsx or CSV)" }
        "import.dir" { zh: "年报目录；默认为当前目录", en: "the directory of reports; by default the current one" }
        "import.column" {
            zh: "填写的那一列的名称；默认整改情况及常见的叫法",
            en: "what the filled-in column is called; by default Correction, 整改情况 and the like",
        }
        "import.yes" { zh: "不再询问", en: "do not ask" }
        "settle" {
            zh: "查找记在别处机关名下的记录（早期版本会混淆同类机关），确认后改记",
            en: "look for acts that stand under an agency of another place, as earlier versions wrote them, and offer to move them",
        }
        "settle.dir" { zh: "年报目录", en: "the directory of reports" }
        "settle.journal" {
            zh: "审核日志；默认为目录的日志",
            en: "the journal; by default that of the directory",
        }
        "settle.reviewer" { zh: "以谁的名义撤回；默认为登录名", en: "who takes back; by default the login name" }
        "show.profile" {
            zh: "本机关的口径文件（TOML），自定规则的问题由此得名",
            en: "the office's own settings (TOML), by which findings of its own rules are named",
        }
        "settle.yes" { zh: "不再询问", en: "do not ask" }
        "verify" { zh: "校验审核日志", en: "verify the journal" }
        "merge" { zh: "把多份日志合并成新的一份", en: "unite journals into a new one" }
        "merge.files" { zh: "审核日志", en: "journals" }
        "merge.out" { zh: "新的日志文件", en: "the new journal" }
    ]
    /// What acts stand under another agency's name.
    acts_misplaced(count, from, to, id) {
        zh: "{count} 条记录记在 {from} 名下，实为 {to} 的年报（{id}）",
        en: ["{count} {acts_stand} under {from} and {are} about the report of {to} ({id})"; acts_stand(count): "act stands" / "acts stand", are(count): "is" / "are"],
    }
    /// Of these some cannot be moved.
    acts_unsure(count) {
        zh: "  其中 {count} 条不能改记：年报文件已换，或看不出是哪一处问题",
        en: "  {count} of them cannot be moved: the file is another one by now, or the finding is not known",
    }
    nothing_misplaced { zh: "没有记在别处机关名下的记录。", en: "No acts stand under an agency of another place." }
    ask_to_move(count) {
        zh: "追加 {count} 条记录，改记到各自机关名下？原记录保留，标为已撤回。[y/N] ",
        en: ["Append {count} {acts_that_move} them? The old ones stay and are marked as taken back. [y/N] "; acts_that_move(count): "act that moves" / "acts that move"],
    }
    not_moved { zh: "没有改动；加 --yes 改记。", en: "Nothing was changed; --yes moves them." }
    moved(count) { zh: "已追加，改记 {count} 条。", en: ["Appended: {count} {acts_were} moved."; acts_were(count): "act was" / "acts were"] }
    /// Of these some are no longer in force.
    moved_superseded(count) {
        zh: "其中 {count} 条之后已另有决定，以后来的为准：改记后标为已撤回。",
        en: "Of {count} of them the same was decided later, which stays in force: they were moved and marked as taken back.",
    }
    unknown_argument(argument) { zh: "没有参数 {argument}", en: "there is no argument {argument}" }
    extra_argument(argument) { zh: "多出参数 {argument}", en: "{argument} is one argument too many" }
    missing_value(argument) { zh: "{argument} 后面缺少值", en: "{argument} lacks its value" }
    wrong_value(argument, value) { zh: "{argument} 不能是 {value}", en: "{argument} cannot be {value}" }
    /// Goes behind one of the two before.
    possible_values(values) { zh: "；可以是 {values}", en: "; it can be {values}" }
    wrong_count(argument) { zh: "{argument} 的值个数不对", en: "{argument} takes another number of values" }
    conflict(argument, other) {
        zh: "{argument} 与 {other} 不能同时用",
        en: "{argument} and {other} exclude each other",
    }
    repeated_argument(argument) { zh: "{argument} 只能给一次", en: "{argument} can be given only once" }
    missing_arguments(arguments) { zh: "缺少 {arguments}", en: "missing: {arguments}" }
    no_command { zh: "缺少命令，或要审核的目录", en: "a command, or a directory to review, is required" }
    unknown_command(command) {
        zh: "没有名为 {command} 的命令、目录或文件",
        en: "there is no command, directory or file {command}",
    }
    bad_date(text) { zh: "“{text}”不是日期，应如 2026-02-20", en: "\"{text}\" is no date; write 2026-02-20" }
    not_utf8 { zh: "参数不是 UTF-8 文字", en: "an argument is not UTF-8 text" }
    usage(usage) { zh: "用法：{usage}", en: "usage: {usage}" }
    see_help { zh: "详见 --help", en: "see --help" }
    /// The name of the sample data on the first line.
    demo_name { zh: "示例数据", en: "sample data" }
    /// Before the desk opens on a directory without a journal: another one knows its reports.
    journal_of_kin(path, acts, same) {
        zh: "这个目录还没有审核日志；日志 {path}（{acts} 条记录）认得这里的 {same} 份年报，可能是目录搬动、改名、复制过，或只打开了一部分。接着用那份日志？y 用它，其他键另建：",
        en: ["This directory has no journal yet. {path} ({acts} {of_acts}) knows {same} of its reports: was it moved, renamed or copied, or is it a part? Go on with that journal? y goes on, anything else begins a new one:"; of_acts(acts): "act" / "acts"],
    }
    /// There is nowhere to put the journal.
    /// The system tells no login name.
    how_to_sign {
        zh: "没有登录名，审核记录怎么署名？（记住；直接回车署“?”）",
        en: "There is no login name. How do you sign? (kept; Enter alone signs as \"?\")",
    }
    signature_not_kept(detail) { zh: "署名没有存下，下次再问：{detail}", en: "the name could not be kept: {detail}" }
    no_data_directory {
        zh: "找不到用户数据目录，请用 --journal 指定审核日志",
        en: "no user data directory: say where with --journal",
    }
    /// Of a roster: what else is doubtful in it.
    more_doubts(path, count) { zh: "{path}：另有 {count} 处", en: "{path}: and {count} more" }
    /// Of a list that was given: headings of columns.
    unused_columns(path, headings) {
        zh: "{path}：以下各列没有用到：{headings}",
        en: "{path}: nothing is used of these columns: {headings}",
    }
    nothing_read(count) { zh: "{count} 份文档都没有读成", en: ["{count} {documents}, and none could be read"; documents(count)] }
    read_summary(read, doubtful, unchanged, failed) {
        zh: "读取 {read} 份，其中 {doubtful} 份有疑点，未变 {unchanged} 份，失败 {failed} 份",
        en: "{read} read, {doubtful} of them with doubts, {unchanged} unchanged, {failed} failed",
    }
    exists(path) {
        zh: "{path} 已存在，不覆盖；需要时加 --force",
        en: "{path} exists and is not overwritten; --force does",
    }
    cannot_write(path, detail) { zh: "不能写入 {path}：{detail}", en: "cannot write {path}: {detail}" }
    not_allowed { zh: "没有写入权限", en: "it is not allowed to write there" }
    is_a_directory { zh: "那是一个目录", en: "it is a directory" }
    /// What cannot be written, if it is no file.
    standard_output { zh: "标准输出", en: "standard output" }
    bad_settings(path, detail) { zh: "设置文件 {path}：{detail}", en: "settings {path}: {detail}" }
    /// An edition of the form from outside.
    bad_form(path, detail) { zh: "表式文件 {path}：{detail}", en: "form {path}: {detail}" }
    form_unsafe { zh: "文字中有不能显示的控制字符", en: "a text has characters that cannot be shown" }
    form_too_many(most) { zh: "表式文件最多 {most} 个", en: "there may be at most {most} forms" }
    form_no_rule(rule) {
        zh: "勾稽关系 {rule} 没有规则；在表式文件里加 [[rule]]",
        en: "no rule is there for the equation {rule}: add a [[rule]] to the form",
    }
    form_unknown(place, name) { zh: "{place} 提到 {name}，表式里没有", en: "{place} names {name}, which is not there" }
    form_too_large { zh: "格数过多", en: "too many cells" }
    form_twice(what) { zh: "{what} 重复", en: "{what} stands twice" }
    form_no_year(edition) {
        zh: "edition 应为首个适用年度（四位数），现为 {edition}",
        en: "edition is the first year of its reports, in four digits, not {edition}",
    }
    form_outline {
        zh: "各部分和各表的编号应与现行表式相同，只有行、列和勾稽关系可以不同",
        en: "sections and tables are those of the present form: rows, columns and equations may be others",
    }
    form_id(id) {
        zh: "编号 {id} 只能用小写字母、数字、下划线和点；规则编号如 T3-20",
        en: "the id {id} may have small letters, digits, _ and . only; that of a rule is like T3-20",
    }
    form_empty(what) { zh: "{what} 是空的", en: "{what} is empty" }
    doctor_terminal { zh: "终端", en: "terminal" }
    doctor_locale { zh: "区域设置", en: "locale" }
    doctor_colours { zh: "颜色", en: "colours" }
    doctor_scrolling { zh: "滚动区域", en: "scroll region" }
    doctor_on { zh: "使用", en: "on" }
    doctor_off { zh: "不用", en: "off" }
    doctor_clipboard { zh: "复制", en: "clipboard" }
    doctor_tmux { zh: "tmux 需要 set-clipboard on 才转给外层终端", en: "tmux passes it on with set-clipboard on only" }
    doctor_settings { zh: "设置", en: "settings" }
    doctor_keys { zh: "按键", en: "own keys" }
    doctor_there { zh: "有", en: "there" }
    doctor_absent { zh: "没有", en: "not there" }
    doctor_ambiguous(cells) {
        zh: "歧义宽度字符按 {cells} 格计算；下面每对竖线应当上下对齐，否则设置 ambiguous = 1 或 2：",
        en: "ambiguous characters count as {cells}; each pair of bars below should align, else set ambiguous = 1 or 2:",
    }
    doctor_speed(bytes, micros, size, frame) {
        zh: "本页 {bytes} 字节，写出用时 {micros} 微秒；审核台 {size} 首屏 {frame} 字节",
        en: "this page: {bytes} B, written in {micros} µs; a first frame of the desk at {size}: {frame} B",
    }
}
