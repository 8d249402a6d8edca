//! A region over the years: an invented city with its counties, agencies that come and go, planted faults and what they
//! should lead to, and an independent count of all that follows from its numbers.

mod expected;
mod faults;
mod numbers;
mod people;
pub mod score;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::dice::Dice;
use numbers::{Numbers, form_of};
use people::{Unit, YEARS};

/// Agency and year.
pub type Key = (String, u16);

/// One report as it was handed in.
#[derive(Debug, Clone)]
pub struct Paper {
    pub numbers: Numbers,
    pub region: Vec<String>,
    pub situation: String,
    pub problems: String,
    pub signed: String,
    pub version: Option<u32>,
}

/// What should be said of a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    /// One of these rules.
    pub rules: Vec<&'static str>,
    pub agency: String,
    pub year: u16,
    /// A finding with this cell among its cells.
    pub cell: Option<String>,
    /// A finding with these words.
    pub words: Option<String>,
}

/// The city.
#[derive(Debug)]
pub struct World {
    pub units: Vec<Unit>,
    /// What each agency's numbers truly are.
    pub true_numbers: BTreeMap<Key, Numbers>,
    /// What was handed in; several for one agency and year.
    pub papers: BTreeMap<Key, Vec<Paper>>,
    pub expected: Vec<Expected>,
    /// What may be said, and need not: agency, year, rules.
    pub allowed: Vec<(String, u16, Vec<&'static str>)>,
}

impl World {
    /// The same seed makes the same city.
    pub fn new(seed: u64, changes: bool) -> Self {
        let mut dice = Dice::new(seed);
        let units = people::people(&mut dice, changes);
        let mut world = Self {
            units,
            true_numbers: BTreeMap::new(),
            papers: BTreeMap::new(),
            expected: Vec::new(),
            allowed: Vec::new(),
        };
        world.count(&mut dice);
        faults::plant(&mut world, &mut dice);
        expected::add(&mut world);
        world
    }

    pub fn unit(&self, name: &str) -> &Unit {
        self.units.iter().find(|unit| unit.name == name).unwrap()
    }

    pub fn year_before(&self, unit: &Unit, year: u16) -> Numbers {
        let own = (unit.name.clone(), year - 1);
        let is_new = !self.true_numbers.contains_key(&own) && unit.is_split_off;
        let gone = unit.predecessors.iter().filter(|name| !is_new && self.unit(name).until == year);
        let before = gone.filter_map(|name| self.true_numbers.get(&(name.clone(), year - 1)));
        numbers::sum(before.chain(self.true_numbers.get(&own)))
    }

    /// Whom a summary counts.
    pub fn units_of(&self, summary: &str, year: u16) -> Vec<&Unit> {
        let counts = |unit: &&Unit| !unit.is_vertical && unit.is_there(year) && unit.parent.as_deref() == Some(summary);
        self.units.iter().filter(counts).collect()
    }

    fn count(&mut self, dice: &mut Dice) {
        for year in YEARS {
            let units: Vec<Unit> = self.units.iter().filter(|unit| unit.is_there(year)).cloned().collect();
            for unit in units.iter().filter(|unit| !unit.is_summary) {
                let before = self.year_before(unit, year);
                let size = if unit.is_town() { 1 } else { 1 + unit.name.len() % 4 };
                let numbers = numbers::year(year, &before, size, dice);
                self.true_numbers.insert((unit.name.clone(), year), numbers);
            }
            // Counties first, then the city.
            for unit in units.iter().filter(|unit| unit.is_summary) {
                let below = self.units_of(&unit.name, year);
                let below = below.iter().filter_map(|below| self.true_numbers.get(&(below.name.clone(), year)));
                let numbers = numbers::sum(below);
                self.true_numbers.insert((unit.name.clone(), year), numbers);
            }
            for unit in &units {
                let key = (unit.name.clone(), year);
                let paper = Paper {
                    numbers: self.true_numbers[&key].clone(),
                    region: unit.region.clone(),
                    situation: invented(260, dice),
                    problems: invented(200, dice),
                    signed: format!("{}年1月{}日", year + 1, 5 + dice.below(20)),
                    version: None,
                };
                self.papers.insert(key, vec![paper]);
            }
        }
    }

    pub fn paper(&mut self, agency: &str, year: u16) -> &mut Paper {
        self.papers.get_mut(&(agency.to_owned(), year)).unwrap().last_mut().unwrap()
    }

    pub fn expect(&mut self, rules: &[&'static str], agency: &str, year: u16, cell: Option<&str>, words: Option<&str>) {
        self.expected.push(Expected {
            rules: rules.to_vec(),
            agency: agency.to_owned(),
            year,
            cell: cell.map(str::to_owned),
            words: words.map(str::to_owned),
        });
    }

    /// Writes the reports into `reports` and the roster of today beside them.
    pub fn write(&self, root: &Path) {
        for (files, ((agency, year), papers)) in self.papers.iter().enumerate() {
            for (number, paper) in papers.iter().enumerate() {
                let path = root.join(format!("reports/{year}/{files:04}-{number}.json"));
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, self.report(agency, *year, paper).to_string()).unwrap();
            }
        }
        fs::write(root.join("roster.csv"), self.roster()).unwrap();
    }

    fn roster(&self) -> String {
        let mut lines = vec!["名称,地区,层级,上级,前身,类型".to_owned()];
        let last = YEARS[YEARS.len() - 1];
        for unit in self.units.iter().filter(|unit| unit.is_there(last) && !unit.is_unlisted) {
            let kind = if unit.is_vertical { "垂直管理" } else { "" };
            let parent = unit.parent.as_deref().unwrap_or_default();
            let before = unit.predecessors.join("；");
            lines.push(format!("{},{},{},{parent},{before},{kind}", unit.name, unit.region.join("/"), unit.level));
        }
        lines.join("\n") + "\n"
    }

    fn report(&self, agency: &str, year: u16, paper: &Paper) -> Value {
        let form = form_of(year);
        let mut tables = json!({});
        for cell in form.cells() {
            let id: Vec<&str> = form.id(cell).split('/').collect();
            tables[id[0]][id[1]][id[2]] = json!(numbers::get(&paper.numbers, form.id(cell)));
        }
        let section =
            |number: u8, heading: &str, text: &str| json!({ "number": number, "heading": heading, "text": text });
        let mut report = json!({
            "schema": "gouji/report/1",
            "agency": { "name": agency, "region": paper.region },
            "year": year,
            "form": form.edition,
            "title": format!("{agency}{year}年政府信息公开工作年度报告"),
            "sections": [
                section(1, "一、总体情况", &paper.situation),
                section(2, "二、主动公开政府信息情况", ""),
                section(3, "三、收到和处理政府信息公开申请情况", ""),
                section(4, "四、政府信息公开行政复议、行政诉讼情况", ""),
                section(5, "五、存在的主要问题及改进情况", &paper.problems),
                section(6, "六、其他需要报告的事项", &format!("本年度发出收费通知0件，总金额0元，实际收取0元。\n{agency}\n{}", paper.signed)),
            ],
            "tables": tables,
        });
        if let Some(version) = paper.version {
            report["version"] = json!(version);
        }
        report
    }
}

/// Text that says nothing and is like no other.
fn invented(letters: usize, dice: &mut Dice) -> String {
    const LETTERS: &str =
        "天地山水风云花草树石金木火土日月星光东西南北春夏秋冬红黄蓝白黑青高低长短方圆轻重远近早晚新旧明暗";
    let letters_of: Vec<char> = LETTERS.chars().collect();
    let mut text = String::new();
    for place in 1..=letters {
        text.push(dice.pick(&letters_of));
        match place {
            _ if place % 31 == 0 => text.push('。'),
            _ if place % 11 == 0 => text.push('，'),
            _ => {}
        }
    }
    text + "。"
}
