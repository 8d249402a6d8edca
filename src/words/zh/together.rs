//! 多人一起审核。

use crate::words::texts::*;

pub(super) const TOGETHER: TogetherWords = TogetherWords {
    here_title: "谁在审核",
    here_hint: "输入文字查找 · Enter 转到所看的年报 · Esc 关闭",
    here_since: "自 {time}",
    on_list: "在机关列表",
    nobody_here: "现在没有别人在审核这些年报",
    not_loaded: "这份年报不在这里",
    looking: "{names} 正在看",
    and: "、",
    assign_title: "指派给谁",
    assign_hint: "输入姓名查找或新写 · Enter 指派 · Esc 关闭",
    nobody: "不指派",
    new_name: "新写",
    myself: "本人",
    assigned_now: "现在",
    saved_assignment: "已指派给 {name}",
    saved_nobody: "已取消指派",
    already: "已经是这样指派的",
    mine_shown: "只看指派给本人的",
    all_shown: "不再只看指派给本人的",
    chip_assignee: "指派 {name}",
    chip_unassigned: "未指派",
    flag_conflict: "意见不一",
    conflict: "意见不一：{views}",
    view: "{by} {decision}",
    conflicts: "意见不一 {count}",
};
