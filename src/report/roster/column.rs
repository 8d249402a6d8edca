//! The columns of a roster: what offices call them.

use unicode_normalization::UnicodeNormalization;

/// What a column of a roster holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Column {
    Name,
    Aliases,
    Region,
    Level,
    Kind,
    Parent,
    Predecessors,
    From,
    Until,
    Received,
    Published,
}

/// What the columns may be called.
#[rustfmt::skip]
const NAMES: [(Column, &[&str]); 11] = [
    (Column::Name, &[
        "名称", "机关名称", "单位名称", "机构名称", "部门名称", "主体名称", "机关全称", "单位全称", "机构全称", "全称", "行政机关",
        "行政机关名称", "公开主体", "填报单位", "报送单位", "机关", "单位", "部门", "name", "agency",
    ]),
    (Column::Aliases, &["别名", "简称", "单位简称", "机关简称", "其他名称", "又名", "曾用名", "aliases", "alias"]),
    (Column::Region, &[
        "地区", "区域", "地域", "所属地区", "所在地区", "所属区域", "所在区域", "所在地", "行政区划", "所属区划", "所属行政区划",
        "区划", "region",
    ]),
    (Column::Level, &["层级", "级别", "行政层级", "行政级别", "单位层级", "所属层级", "level"]),
    (Column::Kind, &[
        "类型", "类别", "单位类型", "机关类型", "机构类型", "单位类别", "单位性质", "机关性质", "type", "kind",
    ]),
    (Column::Parent, &[
        "上级", "上级机关", "上级单位", "上级部门", "上级名称", "上级主管部门", "上级主管单位", "主管部门", "主管单位", "主管机关",
        "隶属单位", "所属单位", "汇总单位", "parent",
    ]),
    (Column::Predecessors, &[
        "前身", "前身机关", "前身单位", "原机关", "原单位", "原名称", "原机关名称", "原单位名称", "合并前单位", "predecessors",
        "predecessor",
    ]),
    (Column::From, &["起始", "起始年份", "起始时间", "起始日期", "成立年份", "成立日期", "成立时间", "设立日期", "设立时间", "from"]),
    (Column::Until, &["终止", "终止年份", "终止时间", "终止日期", "撤销年份", "撤销日期", "撤销时间", "撤并时间", "until"]),
    (Column::Received, &["报送日期", "报送时间", "收到日期", "收到时间", "received"]),
    (Column::Published, &["公开日期", "公开时间", "公布日期", "公布时间", "发布日期", "发布时间", "published"]),
];

/// What a column may be called that only counts the lines.
const NUMBERS: [&str; 5] = ["序号", "编号", "no", "no.", "#"];

impl Column {
    /// By its heading: 单位名称, 单 位 名 称, *单位名称（全称）.
    pub(in crate::report) fn headed(heading: &str) -> Option<Self> {
        let heading = plain(heading);
        NAMES.iter().find(|(_, names)| names.contains(&&*heading)).map(|(column, _)| *column)
    }
}

/// Is it a heading of which nobody expects anything?
pub(super) fn only_counts(heading: &str) -> bool {
    NUMBERS.contains(&&*plain(heading))
}

/// Without blanks, stars, colons and what stands behind it in brackets.
fn plain(heading: &str) -> String {
    let narrow: String = heading.nfkc().filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':')).collect();
    let bare = narrow.split_once('(').map_or(&*narrow, |(before, _)| before);
    if bare.is_empty() { narrow.to_lowercase() } else { bare.to_lowercase() }
}
