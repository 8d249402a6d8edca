//! 为机关命名。

use crate::words::texts::*;

pub(super) const NAMING: NamingWords = NamingWords {
    title: "机关名称",
    hint: "输入查找或新写 · Enter 命名 · Esc 关闭",
    as_read: "恢复读出的名称（{name}）",
    from_earlier: "文件变化前的命名",
    from_folder: "文件夹",
    from_file: "文件名",
    from_text: "正文",
    from_missing: "名册，未报",
    from_roster: "名册",
    from_other: "其他年度",
    from_written: "新写",
    saved: "已命名为 {name}",
    saved_as_read: "已恢复读出的名称",
    already: "已经是这个名称",
    first_by_chance: "《{name}》只是名单上的第一个：确是它请再按一次 Enter，不是请输入查找",
    first_is_earlier: "《{name}》是文件变化前的命名，现在可能是另一份年报：确是它请再按一次 Enter",
    left_behind: "{was} 的文件变了，现为 {now}：此前的{what}仍记在原名下",
    left_at: "（{key}）",
    left_status: "状态（{status}）",
    left_name: "命名",
    left_verdicts: "{count} 条处理意见",
    left_notes: "{count} 条批注",
    left_other: "其他记录",
    all_left_behind: "{count} 份未具名年报的文件变了：此前的批注见 {notes}，此前的命名可用 {name} 重新给出",
    only_unnamed: "只有未读出机关名称的年报可以命名，读错的写批注",
    read_as: "读出名称 {name}",
};
