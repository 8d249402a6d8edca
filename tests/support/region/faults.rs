//! What is planted: in the numbers and texts of units, then in the sums of counties, then in the city's.

use super::super::dice::Dice;
use super::numbers::{self, Numbers, add, get, request};
use super::people::YEARS;
use super::{Key, World, invented};

/// What has been used for a fault already.
struct Planter<'a> {
    world: &'a mut World,
    dice: &'a mut Dice,
    used: Vec<Key>,
}

pub fn plant(world: &mut World, dice: &mut Dice) {
    let mut planter = Planter { world, dice, used: Vec::new() };
    planter.numbers_of_units();
    planter.texts();
    planter.world.sum_up(false);
    planter.counties();
    planter.world.sum_up(true);
    planter.city();
    planter.several();
    planter.who();
}

impl World {
    /// Makes the sums anew: those of the counties, or the city's.
    fn sum_up(&mut self, city: bool) {
        let depth = if city { 2 } else { 3 };
        let summaries: Vec<String> = self
            .units
            .iter()
            .filter(|unit| unit.is_summary && unit.region.len() == depth)
            .map(|u| u.name.clone())
            .collect();
        for (name, year) in summaries.iter().flat_map(|name| YEARS.map(|year| (name, year))) {
            let units = self.units_of(name, year);
            let below = units.iter().filter_map(|unit| self.papers.get(&(unit.name.clone(), year)));
            let sum = numbers::sum(below.filter_map(|papers| papers.last()).map(|paper| &paper.numbers));
            self.paper(name, year).numbers = sum;
        }
    }
}

impl Planter<'_> {
    /// A unit and a year from this one on that nothing was planted in.
    fn free(&mut self, from: u16) -> Key {
        for _ in 0..10_000 {
            let year = self.dice.from(from..=YEARS[3]);
            let at = self.dice.below(self.world.units.len());
            let unit = &self.world.units[at];
            let key = (unit.name.clone(), year);
            let near = |used: &Key| used.0 == key.0;
            let has_past = year == YEARS[0] || self.world.papers.contains_key(&(key.0.clone(), year - 1));
            if !unit.is_summary && !unit.is_vertical && unit.is_there(year) && has_past && !self.used.iter().any(near) {
                self.used.push(key.clone());
                return key;
            }
        }
        panic!("nobody is left");
    }

    fn numbers_of_units(&mut self) {
        for _ in 0..6 {
            let (agency, year) = self.free(2021);
            let numbers = &mut self.world.paper(&agency, year).numbers;
            for row in ["carried_in", "granted", "handled"] {
                request(numbers, row, "natural", 2);
            }
        }
        for _ in 0..4 {
            let (agency, year) = self.free(2022);
            add(&mut self.world.paper(&agency, year).numbers, "disclosure/normative/in_force", 3);
        }
        for (cell, times) in [("penalties", 8), ("coercion", 9), ("licensing", 0), ("penalties", 0)] {
            let (agency, year) = self.free(2021);
            let numbers = &mut self.world.paper(&agency, year).numbers;
            let value = numbers.entry(format!("disclosure/{cell}/decisions")).or_insert(0);
            *value *= times;
        }
        for _ in 0..2 {
            let (agency, year) = self.free(2021);
            for (year, cells) in [(year - 1, ["pending", "total"]), (year, ["", ""])] {
                let numbers = &mut self.world.paper(&agency, year).numbers;
                cells.iter().filter(|cell| !cell.is_empty()).for_each(|cell| {
                    add(numbers, &format!("disputes/reconsideration/{cell}"), 9);
                });
            }
        }
    }

    fn texts(&mut self) {
        for _ in 0..3 {
            let (agency, year) = self.free(2021);
            let last = get(&self.world.year_numbers(&agency, year - 1), "requests/new/total");
            self.quote(&agency, year, last + 5);
            self.world.expect(&["Y-06"], &agency, year, None, None);
            let (agency, year) = self.free(2021);
            let last = get(&self.world.year_numbers(&agency, year - 1), "requests/new/total");
            self.quote(&agency, year, last);
        }
        self.heirs_quote();
        for _ in 0..3 {
            let (agency, year) = self.free(2021);
            let before = self.world.paper(&agency, year - 1).problems.clone();
            self.world.paper(&agency, year).problems = before;
            self.world.expect(&["Y-10", "SIM-01"], &agency, year, None, None);
            let (agency, year) = self.free(2021);
            let before = self.world.paper(&agency, year - 1).situation.clone();
            self.world.paper(&agency, year).situation = before;
            self.world.expect(&["SIM-01"], &agency, year, None, None);
            let (one, year) = self.free(2020);
            let other = self.beside(&one, year);
            let text = self.world.paper(&one, year).problems.clone();
            self.world.paper(&other, year).problems = text;
            self.world.expect(&["SIM-02"], &one, year, None, None);
            self.world.expect(&["SIM-02"], &other, year, None, None);
        }
        self.heirs_copy();
        for office in ["住房和城乡建设局", "教育局", "农业农村局"] {
            let county = |region: &[String]| region.get(2).cloned();
            let (mut agency, mut year) = self.free(2020);
            while county(&self.world.unit(&agency).region).is_none() {
                (agency, year) = self.free(2020);
            }
            let own = county(&self.world.unit(&agency).region).unwrap();
            let ends = |name: &&String| own.chars().next_back() == name.chars().next_back() && **name != own;
            let all: Vec<String> = self.world.units.iter().filter_map(|unit| county(&unit.region)).collect();
            let foreign = all.iter().find(ends).unwrap();
            let text = format!("{year}年，{foreign}{office}坚持以公开为常态，不断完善制度。");
            self.world.paper(&agency, year).situation.push_str(&text);
            self.world.expect(&["SIM-03"], &agency, year, None, None);
        }
        for _ in 0..3 {
            let (agency, year) = self.free(2020);
            self.world.paper(&agency, year).signed = format!("{}年4月{}日", year + 1, 2 + self.dice.below(20));
            self.world.expect(&["DOC-11"], &agency, year, None, None);
        }
    }

    /// Another agency's paper for the year.
    fn beside(&mut self, one: &str, year: u16) -> String {
        loop {
            let (other, _) = self.free(2020);
            if other != one && self.world.unit(&other).is_there(year) {
                return other;
            }
        }
    }

    fn quote(&mut self, agency: &str, year: u16, said: i64) {
        let text = format!("{}年收到政府信息公开申请{said}件。", year - 1);
        self.world.paper(agency, year).situation.push_str(&text);
    }

    /// Heirs quote the year before: one of those that took over from others rightly, one not.
    fn heirs_quote(&mut self) {
        for (position, (heir, year)) in self.world.heirs().into_iter().take(2).enumerate() {
            let last = get(&self.world.year_numbers(&heir, year - 1), "requests/new/total");
            let wrong = if position == 0 { 0 } else { 4 };
            self.quote(&heir, year, last + wrong);
            if wrong > 0 {
                self.world.expect(&["Y-06"], &heir, year, None, None);
            }
        }
    }

    /// One that took over from others copied the problems of one of them.
    fn heirs_copy(&mut self) {
        let Some((heir, year)) = self.world.heirs().pop() else { return };
        let before = self.world.unit(&heir).predecessors[0].clone();
        let text = self.world.paper(&before, year - 1).problems.clone();
        self.world.paper(&heir, year).problems = text;
        self.world.expect(&["Y-10", "SIM-01", "SIM-02"], &heir, year, None, None);
        self.world.allowed.push((before, year - 1, vec!["SIM-02"]));
    }

    /// Counties and years in any order.
    fn sums_of_counties(&mut self) -> Vec<Key> {
        let is_county = |unit: &&super::Unit| unit.is_summary && unit.region.len() == 3;
        let names: Vec<String> = self.world.units.iter().filter(is_county).map(|unit| unit.name.clone()).collect();
        let mut all: Vec<Key> = names.iter().flat_map(|name| YEARS.map(|year| (name.clone(), year))).collect();
        for at in (1..all.len()).rev() {
            all.swap(at, self.dice.below(at + 1));
        }
        all
    }

    fn counties(&mut self) {
        let mut sums = self.sums_of_counties();
        // 行政规范性文件 has a stock in the newer form only.
        let late = sums.iter().position(|(_, year)| *year > 2020).unwrap();
        let (name, year) = sums.remove(late);
        self.mixed(&name, year);
        let plants: [fn(&mut Self, &str, u16); 13] = [
            Self::left_out,
            |own, name, year| own.twice(name, year, false),
            |own, name, year| own.twice(name, year, true),
            Self::vertical,
            Self::office_alone,
            |own, name, year| own.cell(name, year, -7),
            |own, name, year| own.cell(name, year, 4),
            Self::coincidence,
            |own, name, year| own.missing(name, year, false),
            |own, name, year| own.missing(name, year, true),
            |own, name, year| own.missing(name, year, false),
            Self::resubmitted,
            Self::two_left_out,
        ];
        for (plant, (name, year)) in plants.into_iter().zip(sums) {
            plant(self, &name, year);
        }
    }

    /// A unit of a summary that nothing was planted in, and its numbers.
    fn unit_of(&mut self, summary: &str, year: u16, busiest: bool) -> (String, Numbers) {
        let units: Vec<String> = self.world.units_of(summary, year).iter().map(|unit| unit.name.clone()).collect();
        let new = |name: &String| {
            get(&self.world.papers[&(name.clone(), year)].last().unwrap().numbers, "requests/new/total")
        };
        let mut open: Vec<&String> = units
            .iter()
            .filter(|name| !self.used.iter().any(|used| used.0 == **name) && !name.ends_with("办公室"))
            .filter(|name| {
                self.world.unit(name).predecessors.is_empty() && !name.ends_with("人民政府")
                    || name.contains("镇人民政府")
            })
            .collect();
        open.sort_by_key(|name| std::cmp::Reverse(new(name)));
        let at = if busiest { 0 } else { self.dice.below(open.len()) };
        let name = open[at].clone();
        self.used.push((name.clone(), year));
        let numbers = self.world.paper(&name, year).numbers.clone();
        (name, numbers)
    }

    fn put(&mut self, summary: &str, year: u16, numbers: &Numbers, sign: i64) {
        let own = &mut self.world.paper(summary, year).numbers;
        numbers.iter().for_each(|(id, value)| add(own, id, sign * value));
    }

    fn left_out(&mut self, summary: &str, year: u16) {
        let (unit, numbers) = self.unit_of(summary, year, false);
        self.put(summary, year, &numbers, -1);
        self.world.expect(&["R-07"], summary, year, None, Some(&unit));
    }

    fn twice(&mut self, summary: &str, year: u16, busiest: bool) {
        let (unit, numbers) = self.unit_of(summary, year, busiest);
        self.put(summary, year, &numbers, 1);
        self.world.expect(&["R-07"], summary, year, None, Some(&unit));
    }

    fn two_left_out(&mut self, summary: &str, year: u16) {
        for _ in 0..2 {
            self.left_out(summary, year);
        }
    }

    fn vertical(&mut self, summary: &str, year: u16) {
        let place = summary.trim_end_matches("人民政府");
        let unit = format!("国家税务总局{place}税务局");
        let numbers = self.world.paper(&unit, year).numbers.clone();
        self.put(summary, year, &numbers, 1);
        self.world.expect(&["R-04"], summary, year, None, Some(&unit));
    }

    fn office_alone(&mut self, summary: &str, year: u16) {
        let office = format!("{summary}办公室");
        self.world.paper(summary, year).numbers = self.world.paper(&office, year).numbers.clone();
        self.world.expect(&["R-05"], summary, year, None, None);
        self.world.allowed.push((summary.to_owned(), year, vec!["R-01", "R-02", "R-03", "R-06", "T3-16"]));
        self.world.allowed.push((office, year, vec!["T3-16", "R-05"]));
    }

    fn cell(&mut self, summary: &str, year: u16, by: i64) {
        for id in ["requests/granted/natural", "requests/granted/total"] {
            add(&mut self.world.paper(summary, year).numbers, id, by);
        }
    }

    /// One number is higher by what one unit has there: all others of that unit are counted once.
    fn coincidence(&mut self, summary: &str, year: u16) {
        let (_, numbers) = self.unit_of(summary, year, true);
        let id = "disclosure/penalties/decisions";
        add(&mut self.world.paper(summary, year).numbers, id, get(&numbers, id));
    }

    /// A unit has sent nothing; the sum is right, or too low in one number for all that.
    fn missing(&mut self, summary: &str, year: u16, too_low: bool) {
        let (unit, numbers) = self.unit_of(summary, year, false);
        self.world.papers.remove(&(unit.clone(), year));
        self.world.expect(&["DOC-10"], &unit, year, None, None);
        self.world.expect(&["R-06"], summary, year, None, Some(&unit));
        if too_low {
            let id = "disclosure/licensing/decisions";
            add(&mut self.world.paper(summary, year).numbers, id, -6 - get(&numbers, id));
        }
    }

    /// A unit has corrected its report since.
    fn resubmitted(&mut self, summary: &str, year: u16) {
        let (unit, numbers) = self.unit_of(summary, year, false);
        let papers = self.world.papers.get_mut(&(unit.clone(), year)).unwrap();
        let mut second = papers[0].clone();
        papers[0].version = Some(1);
        second.version = Some(2);
        add(&mut second.numbers, "disclosure/penalties/decisions", 17);
        request(&mut second.numbers, "new", "natural", 3);
        request(&mut second.numbers, "granted", "natural", 3);
        request(&mut second.numbers, "handled", "natural", 3);
        papers.push(second);
        let _ = numbers;
        self.world.expect(&["R-07"], summary, year, None, Some(&unit));
    }

    /// 行政规范性文件: issued are all units', in force the office's own.
    fn mixed(&mut self, summary: &str, year: u16) {
        let office = format!("{summary}办公室");
        let id = "disclosure/normative/in_force";
        let own = get(&self.world.paper(&office, year).numbers, id);
        self.world.paper(summary, year).numbers.insert(id.to_owned(), own);
        self.world.expect(&["R-03"], summary, year, None, None);
    }

    fn city(&mut self) {
        let is_city = |unit: &&super::Unit| unit.is_summary && unit.region.len() == 2;
        let city = self.world.units.iter().find(is_city).unwrap().name.clone();
        let mut years = YEARS.to_vec();
        let mut year = |dice: &mut Dice| years.remove(dice.below(years.len()));
        let (one, two, three) = (year(self.dice), year(self.dice), year(self.dice));
        self.left_out(&city, one);
        self.cell(&city, two, 11);
        // A county's sum is missing.
        let counties: Vec<Key> = self.sums_of_counties();
        let expected = |key: &&Key| {
            key.1 == three && !self.world.expected.iter().any(|one| (&one.agency, one.year) == (&key.0, key.1))
        };
        let Some((county, year)) = counties.iter().find(expected).cloned() else { return };
        self.world.papers.remove(&(county.clone(), year));
        self.world.expect(&["DOC-10"], &county, year, None, None);
        self.world.expect(&["R-06"], &city, year, None, Some(&county));
    }

    /// Several papers of one agency for a year, with other numbers and with the same.
    fn several(&mut self) {
        for differs in [true, true, false] {
            let (agency, year) = self.free(2020);
            let papers = self.world.papers.get_mut(&(agency.clone(), year)).unwrap();
            let mut second = papers[0].clone();
            if differs {
                add(&mut second.numbers, "disclosure/coercion/decisions", 5);
                self.world.expect(&["DOC-09"], &agency, year, None, None);
            }
            // The first counts.
            self.world.papers.get_mut(&(agency.clone(), year)).unwrap().push(second);
            // Its texts are the same, too.
            self.world.allowed.push((agency, year, vec!["SIM-02", "T3-16", "DOC-09"]));
        }
    }

    /// Who it is: a region written otherwise, a report of next year, one that is not on the roster.
    fn who(&mut self) {
        let in_county = |own: &mut Self| loop {
            let key = own.free(2020);
            if own.world.unit(&key.0).region.len() == 3 && !own.world.unit(&key.0).is_town() {
                return key;
            }
        };
        let (agency, year) = in_county(self);
        let region = self.world.unit(&agency).region.join("-");
        self.world.paper(&agency, year).region = vec![region];
        let (agency, year) = in_county(self);
        self.world.paper(&agency, year).region[2] = "别处县".to_owned();
        self.world.expect(&["DOC-10"], &agency, year, None, Some("地区"));
        let (agency, year) = self.free(2023);
        let early = super::Paper {
            situation: invented(260, self.dice),
            problems: invented(200, self.dice),
            ..self.world.paper(&agency, year).clone()
        };
        self.world.papers.insert((agency.clone(), 2024), vec![early]);
        self.world.allowed.push((
            agency,
            2024,
            vec!["Y-01", "Y-02", "Y-03", "Y-04", "Y-05", "Y-07", "T3-16", "DOC-10", "DOC-12", "DOC-11"],
        ));
        let (agency, _) = in_county(self);
        for unit in self.world.units.iter_mut().filter(|unit| unit.name == agency) {
            unit.is_unlisted = true;
        }
        for year in YEARS {
            self.world.expect(&["DOC-10"], &agency, year, None, Some("不在名册"));
        }
    }
}
