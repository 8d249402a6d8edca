//! Which columns hold what every report needs: by their names, and by what stands in them.

use crate::read::map::build::year;
use crate::read::map::records::Records;
use crate::read::spelling::normalise::{key, number};

const AGENCY: &[&str] = &[
    "机关名称",
    "行政机关名称",
    "单位名称",
    "机构名称",
    "部门名称",
    "机关",
    "行政机关",
    "单位",
    "机构",
    "填报单位",
    "报送单位",
    "填报机关",
    "发布机关",
    "公开单位",
    "报告单位",
    "主体名称",
    "部门",
    "单位全称",
    "机关全称",
    "名称",
    "agency",
    "agencyname",
    "organisation",
    "organization",
    "organizationname",
    "org",
    "orgname",
    "unit",
    "unitname",
    "dept",
    "deptname",
    "department",
    "departmentname",
    "institution",
    "institutionname",
    "agencytitle",
    "name",
    "danwei",
    "danweimingcheng",
    "dwmc",
    "jgmc",
    "bmmc",
    "jiguan",
    "bumen",
    "publisher",
    "issuer",
    "body",
];
const YEAR: &[&str] = &[
    "年度",
    "年份",
    "报告年度",
    "报告年份",
    "统计年度",
    "数据年度",
    "年",
    "year",
    "reportyear",
    "reportingyear",
    "fiscalyear",
    "nd",
    "nf",
    "niandu",
    "nianfen",
    "bgnd",
    "tjnd",
    "period",
    "报告期",
    "时间",
];
const REGION: &[&str] = &[
    "省",
    "省份",
    "市",
    "地市",
    "县",
    "区县",
    "县区",
    "市县",
    "地区",
    "行政区划",
    "province",
    "city",
    "county",
    "district",
    "region",
];
const LEVEL: &[&str] = &["级别", "层级", "行政级别", "level"];
const TITLE: &[&str] = &["标题", "报告标题", "报告名称", "title"];
/// Numbers under these are no values.
const NUMBERING: &[&str] = &[
    "序号",
    "编号",
    "代码",
    "机构代码",
    "单位代码",
    "id",
    "no",
    "index",
    "code",
    "seq",
    "rank",
    "排名",
    "行号",
    "unitcode",
    "orgcode",
    "orgid",
    "xh",
];
const VALUE: &[&str] = &[
    "值",
    "数值",
    "数量",
    "数据",
    "填报数",
    "填报值",
    "件数",
    "value",
    "values",
    "amount",
    "count",
    "num",
    "number",
    "data",
    "shuzhi",
    "shuliang",
    "val",
];

/// What agencies' names end with.
const ENDINGS: &[&str] = &[
    "局",
    "委",
    "委员会",
    "政府",
    "厅",
    "办公室",
    "办",
    "院",
    "中心",
    "部",
    "会",
    "公司",
    "大学",
    "学院",
    "街道",
    "办事处",
    "镇",
    "乡",
    "署",
    "队",
    "所",
    "站",
    "处",
    "省",
    "市",
    "县",
    "区",
    "旗",
    "州",
    "盟",
];

/// Where what every report needs stands.
#[derive(Debug, Clone, Default)]
pub(super) struct HeadAt {
    pub(crate) agency: Option<usize>,
    pub(crate) year: Option<usize>,
    pub(crate) region: Vec<usize>,
    pub(crate) level: Option<usize>,
    pub(crate) title: Option<usize>,
}

impl HeadAt {
    /// In records some of whose names are cells already.
    pub(crate) fn of(records: &Records, is_cell: &dyn Fn(usize) -> bool) -> Self {
        let free = |at: usize| !is_cell(at);
        let texts = |at: usize| values(records, at);
        let most = |at: usize, is: &dyn Fn(&str) -> bool| {
            let (all, good) = texts(at).fold((0, 0), |(all, good), text| (all + 1, good + usize::from(is(text))));
            all > 0 && good * 10 >= all * 6
        };
        let is_year = |text: &str| year(text).is_some() && text.trim().chars().count() <= 12;
        let is_name = |text: &str| {
            text.chars().count() > 1 && text.chars().any(char::is_alphabetic) && !is_unit(text) && !is_year(text)
        };
        let is_agency = |text: &str| is_name(text) && ENDINGS.iter().any(|ending| text.trim().ends_with(ending));
        let year = named(records, YEAR, &|at| free(at) && most(at, &is_year))
            .or_else(|| one(records, &|at| free(at) && most(at, &is_year)));
        let agency = named(records, AGENCY, &|at| free(at) && Some(at) != year && most(at, &is_agency))
            .or_else(|| named(records, AGENCY, &|at| free(at) && Some(at) != year && most(at, &is_name)))
            .or_else(|| one(records, &|at| free(at) && Some(at) != year && most(at, &is_agency)));
        let other = |names: &[&str]| {
            named(records, names, &|at| free(at) && ![agency, year].contains(&Some(at)) && most(at, &is_name))
        };
        let mut region: Vec<usize> = REGION.iter().filter_map(|name| other(&[name])).collect();
        region.dedup();
        Self { agency, year, region, level: other(LEVEL), title: other(TITLE) }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        [self.agency, self.year, self.level, self.title].into_iter().flatten().chain(self.region.iter().copied())
    }
}

/// The texts that stand in a column or under a path, without blanks.
pub(super) fn values(records: &Records, at: usize) -> impl Iterator<Item = &str> {
    let texts = records.rows.iter().take(super::LOOKED_AT).filter_map(move |(_, row)| row.get(at)?.as_deref());
    texts.map(str::trim).filter(|text| !text.is_empty())
}

/// A column that is called by one of the names, the first names first.
pub(super) fn named(records: &Records, names: &[&str], fits: &dyn Fn(usize) -> bool) -> Option<usize> {
    let folded: Vec<[String; 2]> = records
        .names
        .iter()
        .map(|levels| {
            let whole = levels.join("/");
            let last = whole.rsplit('/').next().unwrap_or_default();
            [fold(&whole), fold(last)]
        })
        .collect();
    names.iter().find_map(|wanted| {
        let wanted = fold(wanted);
        (0..folded.len()).find(|&at| {
            folded.get(at).is_some_and(|names| names.contains(&wanted)) && is_unique(records, at) && fits(at)
        })
    })
}

/// The only column that fits.
fn one(records: &Records, fits: &dyn Fn(usize) -> bool) -> Option<usize> {
    let mut found = (0..records.names.len().min(512)).filter(|&at| is_unique(records, at) && fits(at));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Has a column a name that no other one has?
pub(super) fn is_unique(records: &Records, at: usize) -> bool {
    let Some(name) = records.names.get(at).filter(|levels| !levels.is_empty()) else { return false };
    records.names.iter().filter(|other| *other == name).count() == 1
}

/// Columns of values: those that are called so, or hold numbers.
pub(super) fn value_columns(records: &Records, is_taken: &dyn Fn(usize) -> bool) -> (Option<usize>, Vec<usize>) {
    let is_numeric = |at: usize| {
        let (all, good) =
            values(records, at).fold((0, 0), |(all, good), text| (all + 1, good + usize::from(is_number(text))));
        all == 0 || good * 10 >= all * 6
    };
    let is_numbering = |at: usize| {
        let name = records
            .names
            .get(at)
            .and_then(|levels| levels.last())
            .map(|name| fold(name.rsplit('/').next().unwrap_or_default()));
        name.is_some_and(|name| NUMBERING.contains(&&*name))
    };
    let free = |at: usize| !is_taken(at) && is_unique(records, at) && !is_numbering(at) && is_numeric(at);
    let numeric: Vec<usize> = (0..records.names.len().min(256)).filter(|&at| free(at)).collect();
    (named(records, VALUE, &free), numeric)
}

pub(super) fn is_number(text: &str) -> bool {
    number(text).is_some()
}

/// What numbers count: `件`, `（万元）`.
pub(super) fn is_unit(text: &str) -> bool {
    let text = fold(text);
    let text = text.strip_prefix("单位").filter(|rest| !rest.is_empty()).unwrap_or(&text);
    matches!(text, "件" | "个" | "次" | "件次" | "宗" | "份" | "条" | "项" | "元" | "万元" | "千元" | "亿元")
}

/// The year that a text above a table says: `2024年度…汇总表`.
pub(super) fn year_in(text: &str) -> Option<u16> {
    if text.len() > 300 || is_number(text) {
        return None;
    }
    let mut years = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4).filter_map(year);
    let first = years.next()?;
    years.all(|other| other == first).then_some(first)
}

fn fold(text: &str) -> String {
    key(text).into_iter().collect()
}
