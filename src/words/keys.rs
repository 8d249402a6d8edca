//! Keys, the list of commands, notices and places.

texts! {
    /// Keys, the list of commands, notices and places.
    KeyWords
    place_agencies { zh: "列表", en: "list" }
    place_table { zh: "表格", en: "tables" }
    place_cell { zh: "单元格", en: "cell" }
    everywhere { zh: "各处", en: "everywhere" }
    everywhere_but(places) { zh: "各处（{places}除外）", en: "everywhere but {places}" }
    bad_file(path, what) { zh: "按键文件 {path}：{what}", en: "keys file {path}: {what}" }
    problem(path, line, key, what) {
        zh: "{path} 第 {line} 行，{key}：{what}",
        en: "{path}, line {line}, {key}: {what}",
    }
    unknown_command { zh: "没有这个命令", en: "no such command" }
    unknown_place { zh: "没有这个位置", en: "no such place" }
    not_keys { zh: "应为一个按键、按键的列表，或 [] 表示不设", en: "expected a key, a list of keys, or [] for none" }
    unknown_key(key) {
        zh: "“{key}”不是按键；例如 x、G、ctrl-d、f2、\", o\"",
        en: "\"{key}\" is no key; keys are like x, G, ctrl-d, f2, \", o\"",
    }
    never_arrives(key) { zh: "终端分不出 {key}，它与另一个键相同", en: "terminals cannot tell {key} from another key" }
    taken_key(key) { zh: "{key} 常被终端占用，不能使用", en: "{key} is often taken by the terminal" }
    /// `esc` in the middle of a sequence.
    escape_within {
        zh: "esc 用来放弃已按的键，只能单独使用",
        en: "esc gives up the keys pressed, it can only stand alone",
    }
    needs_letter {
        zh: "这个命令要以 a-z 结尾，前面至少一个键，例如 \"m a-z\"",
        en: "this command's keys end with a-z after another key, as in \"m a-z\"",
    }
    no_letter { zh: "这个命令不带字母，不能用 a-z", en: "this command takes no letter, a-z cannot be used" }
    not_there { zh: "这个命令在此处不起作用", en: "this command does not work here" }
    essential(places) { zh: "这个命令必须有键（{places}）", en: "this command must keep a key ({places})" }
    clash(keys, other, other_keys, line, places) {
        zh: "{keys} 与 {other} 的 {other_keys}（第 {line} 行）冲突（{places}）",
        en: "{keys} conflicts with {other_keys} of {other}, line {line} ({places})",
    }
    /// Keys that the file of keys gives to another command, and what has them no more; whose line ends that.
    gives_way(keys, own, lost, command) {
        zh: "按键文件：{keys} 已归 {own}，{lost} 不再用它（写 {command} = … 另设，或 [] 不设，即不再提示）",
        en: "file of keys: {keys} is for {own} and not for {lost} any more ({command} = … gives it another, [] none: not said again)",
    }
    /// The same of several.
    give_way(keys, own, lost, count) {
        zh: "按键文件：{keys} 已归 {own}，{lost} 等 {count} 个命令不再用它（gouji keys 列出）",
        en: "file of keys: {keys} is for {own} and not for {lost} and others, {count} in all, any more (gouji keys lists them)",
    }
    /// A command of the file and one of the table.
    clash_with_default(keys, other, other_keys, places) {
        zh: "{keys} 与 {other} 的默认键 {other_keys} 冲突，请同时改 {other}（{places}）",
        en: "{keys} conflicts with {other_keys}, the default of {other}: set {other} too ({places})",
    }
    file_heading { zh: "gouji 的按键；只需保留想改的行", en: "keys of gouji; only lines that differ need to stay" }
    file_place(place) { zh: "{place}：在此处代替上面的键", en: "{place}: here instead of the keys above" }
    man_heading { zh: "按键", en: "KEYS" }
    man_about {
        zh: "以下为默认按键，可在按键文件中改动（gouji keys --format toml）。",
        en: "These are the default keys; they can be changed in the file of keys (gouji keys --format toml).",
    }
    unbound { zh: "无键", en: "no key" }
    /// Keys were pressed that begin a command.
    pending(keys) { zh: "{keys} 之后（Esc 取消）", en: "after {keys} (Esc gives up)" }
    /// There is no place to go back or forward to.
    no_place { zh: "没有别的位置可去：跳转之后才有", en: "no other place to go to: there is one after a jump" }
    no_marks { zh: "还没有做标记，请先标记一处", en: "no place is marked yet: mark one first" }
    no_such_mark(letter) { zh: "没有标记 {letter}，请先用它标记一处", en: "there is no mark {letter}: mark a place with it first" }
    mark_set(letter, place) { zh: "标记 {letter}：{place}", en: "mark {letter}: {place}" }
    /// The report of a place is not there.
    place_gone(report) { zh: "{report} 不在已读入的年报中", en: "{report} is not among the reports loaded" }
    /// The agency of a place is not shown on the list.
    not_listed { zh: "这个机关不在当前列表中，请放宽查找条件", en: "the agency is not on the list as it is narrowed" }
    on_list(report) { zh: "列表 {report}", en: "list {report}" }
    no_notices { zh: "还没有提示", en: "nothing was said yet" }
    command_line(short, help) { zh: "{short}  {help}", en: "{short}  {help}" }
    /// No program of the reviewer's own is set.
    no_programs {
        zh: "还没有设外部程序：在设置中写 [programs.字母]",
        en: "no program of your own is set: [programs.LETTER] in the settings",
    }
    no_such_program(letter) { zh: "没有字母 {letter} 的外部程序：在设置中写 [programs.{letter}]", en: "there is no program of the letter {letter}: [programs.{letter}] in the settings" }
    program_run(name) { zh: "已运行：{name}", en: "run: {name}" }
    /// What the program asks for and there is not.
    program_gap(name) { zh: "光标处没有 {name}", en: "there is no {name} under the cursor" }
    program_failed(detail) { zh: "外部程序出错：{detail}", en: "the program failed: {detail}" }
    /// The first part of the help.
    help_here { zh: "此处常用", en: "Here, all day" }
    only_there(places) { zh: "只用于：{places}", en: "only in: {places}" }
    commands_title { zh: "命令", en: "Commands" }
    commands_hint {
        zh: "输入中文、拼音、英文、命令名或按键查找 · Enter 执行 · Esc 关闭",
        en: "type words, a name or a key · Enter runs · Esc closes",
    }
    notices_title { zh: "提示记录（最新在前）", en: "Notices, newest first" }
    notices_hint { zh: "输入文字查找 · Enter 复制 · Esc 关闭", en: "type to search · Enter copies · Esc closes" }
    marks_title { zh: "标记", en: "Marks" }
    marks_hint { zh: "输入文字查找 · Enter 前往 · Esc 关闭", en: "type to search · Enter goes there · Esc closes" }
}
