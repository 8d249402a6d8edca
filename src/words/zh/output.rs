//! 清单。

use crate::words::texts::*;

pub(super) const OUTPUT: OutputWords = OutputWords {
    report: "{agency} {year} 年（{id}）",
    remark: "疑点",
    totals: "共 {reports} 份年报：{troubled} 份有错误；错误 {errors}，警告 {warnings}，提示 {infos}，未查 {unchecked}",
    scope_cell: "单元格",
    scope_table: "表",
    scope_report: "年报",
    scope_cross_year: "跨年",
    scope_cross_agency: "跨机关",
    equations: "（{count} 条关系）",
    rule_needs: "需要：{needs}",
    rule_awaits: "待接入：{needs}",
};
