//! Who there is in an invented city: departments, counties, towns, tax bureaus, governments; and who took over from whom.

use super::super::dice::Dice;

pub const YEARS: [u16; 4] = [2020, 2021, 2022, 2023];
pub const PROVINCE: &str = "北溪省";
const NEVER: u16 = 9999;

/// One agency.
#[derive(Debug, Clone)]
pub struct Unit {
    pub name: String,
    pub region: Vec<String>,
    pub level: &'static str,
    /// The government that counts it.
    pub parent: Option<String>,
    /// The first year that it reports on, and the first that it does not.
    pub from: u16,
    pub until: u16,
    pub predecessors: Vec<String>,
    pub is_summary: bool,
    pub is_vertical: bool,
    /// It goes on as it was while another one was split off.
    pub keeps: bool,
    /// It was split off, and has nothing of the years before.
    pub is_split_off: bool,
    /// The roster has forgotten it.
    pub is_unlisted: bool,
}

impl Unit {
    pub fn is_there(&self, year: u16) -> bool {
        (self.from..self.until).contains(&year)
    }

    pub fn is_town(&self) -> bool {
        self.level == "town"
    }
}

const STEMS: [&str; 16] = [
    "石桥", "松溪", "青岭", "东湖", "白沙", "云塘", "平泽", "南浦", "长汀", "双河", "玉泉", "金峪", "汀洲", "柳湾",
    "梅岭", "清泽",
];
const TOWNS: [&str; 12] =
    ["白石", "大湾", "黄坪", "上埠", "新桥", "杨渚", "马沟", "龙潭", "古井", "西塘", "沙坝", "红岩"];
const OFFICES: [&str; 25] = [
    "人民政府办公室",
    "发展和改革局",
    "教育局",
    "公安局",
    "民政局",
    "财政局",
    "人力资源和社会保障局",
    "自然资源局",
    "生态环境局",
    "住房和城乡建设局",
    "交通运输局",
    "市场监督管理局",
    "农业农村局",
    "水利局",
    "卫生健康局",
    "应急管理局",
    "审计局",
    "统计局",
    "医疗保障局",
    "城市管理局",
    "司法局",
    "林业局",
    "商务局",
    "科学技术局",
    "文化广电旅游体育局",
];

/// The agencies of a city with four counties.
pub fn people(dice: &mut Dice, changes: bool) -> Vec<Unit> {
    let mut stems: Vec<&str> = STEMS.to_vec();
    let mut stem = |dice: &mut Dice| stems.remove(dice.below(stems.len()));
    let city = format!("{}市", stem(dice));
    let counties: Vec<String> = ["区", "县", "县", "区"].iter().map(|end| format!("{}{end}", stem(dice))).collect();
    let mut all = Vec::new();
    let mayor = format!("{city}人民政府");
    let region = vec![PROVINCE.to_owned(), city.clone()];
    all.extend(OFFICES.iter().map(|office| unit(&city, office, &region, "city-department", Some(&mayor))));
    all.push(vertical(&city, &region, &mayor));
    for county in &counties {
        let head = format!("{county}人民政府");
        let mut region = region.clone();
        region.push(county.clone());
        all.extend(OFFICES.iter().map(|office| unit(county, office, &region, "county-department", Some(&head))));
        let mut towns: Vec<&str> = TOWNS.to_vec();
        for kind in ["镇人民政府", "镇人民政府", "街道办事处"] {
            let town = towns.remove(dice.below(towns.len()));
            all.push(unit(county, &format!("{town}{kind}"), &region, "town", Some(&head)));
        }
        all.push(vertical(county, &region, &head));
        let mut summary = unit(county, "人民政府", &region, "county", Some(&mayor));
        summary.is_summary = true;
        all.push(summary);
    }
    let mut summary = unit(&city, "人民政府", &region, "city", None);
    summary.is_summary = true;
    all.push(summary);
    if changes {
        change(&mut all, &city, &counties, dice);
    }
    all
}

fn unit(place: &str, office: &str, region: &[String], level: &'static str, parent: Option<&str>) -> Unit {
    Unit {
        name: format!("{place}{office}"),
        region: region.to_vec(),
        level,
        parent: parent.map(str::to_owned),
        from: 0,
        until: NEVER,
        predecessors: Vec::new(),
        is_summary: false,
        is_vertical: false,
        keeps: false,
        is_split_off: false,
        is_unlisted: false,
    }
}

fn vertical(place: &str, region: &[String], parent: &str) -> Unit {
    let mut bureau = unit("国家税务总局", &format!("{place}税务局"), region, "vertical", Some(parent));
    bureau.is_vertical = true;
    bureau
}

/// A merger, renames, a split and take-overs, in different places.
fn change(all: &mut Vec<Unit>, city: &str, counties: &[String], dice: &mut Dice) {
    let mut places: Vec<String> = counties.to_vec();
    let mut place = |dice: &mut Dice| places.remove(dice.below(places.len()));
    merge(all, &place(dice), ["商务局", "科学技术局"], "商务和科技局", dice.from(2021..=2023));
    rename(all, &place(dice), "城市管理局", "城市管理综合行政执法局", dice.from(2021..=2023));
    split(all, &place(dice), "文化广电旅游体育局", "体育局", dice.from(2021..=2023));
    take_over(all, &place(dice), "农业农村局", "林业局", dice.from(2021..=2023));
    rename(all, city, "发展和改革局", "发展和改革委员会", dice.from(2021..=2023));
    merge(all, city, ["林业局", "自然资源局"], "自然资源和林业局", dice.from(2021..=2023));
}

fn find<'a>(all: &'a mut [Unit], place: &str, office: &str) -> &'a mut Unit {
    let name = format!("{place}{office}");
    all.iter_mut().find(|unit| unit.name == name).unwrap()
}

fn merge(all: &mut Vec<Unit>, place: &str, old: [&str; 2], new: &str, year: u16) {
    let mut heir = find(all, place, old[0]).clone();
    heir.name = format!("{place}{new}");
    heir.from = year;
    for office in old {
        let gone = find(all, place, office);
        gone.until = year;
        heir.predecessors.push(gone.name.clone());
    }
    all.push(heir);
}

fn rename(all: &mut Vec<Unit>, place: &str, old: &str, new: &str, year: u16) {
    let gone = find(all, place, old);
    let mut heir = gone.clone();
    gone.until = year;
    heir.predecessors = vec![gone.name.clone()];
    (heir.name, heir.from) = (format!("{place}{new}"), year);
    all.push(heir);
}

fn split(all: &mut Vec<Unit>, place: &str, old: &str, new: &str, year: u16) {
    let stays = find(all, place, old);
    stays.keeps = true;
    let mut part = stays.clone();
    (part.keeps, part.is_split_off) = (false, true);
    part.predecessors = vec![stays.name.clone()];
    (part.name, part.from) = (format!("{place}{new}"), year);
    all.push(part);
}

fn take_over(all: &mut [Unit], place: &str, stays: &str, goes: &str, year: u16) {
    let gone = find(all, place, goes);
    gone.until = year;
    let name = gone.name.clone();
    find(all, place, stays).predecessors.push(name);
}
