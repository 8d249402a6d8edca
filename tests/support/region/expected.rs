//! What follows from the papers alone, counted without the program: years that do not fit, sums that are none.

use super::numbers::{self, APPLICANTS, Numbers, SUITS, form_of, get};
use super::people::YEARS;
use super::{Key, World};

impl World {
    /// The numbers that count for an agency and a year: of versions the last, of duplicates the first.
    pub fn counting(&self, agency: &str, year: u16) -> Option<&Numbers> {
        let papers = self.papers.get(&(agency.to_owned(), year))?;
        let paper = if papers.iter().any(|paper| paper.version.is_some()) { papers.last() } else { papers.first() };
        paper.map(|paper| &paper.numbers)
    }

    /// An agency's numbers for a year, or those of who was there instead.
    pub fn year_numbers(&self, agency: &str, year: u16) -> Numbers {
        self.before_of(agency, year + 1).unwrap_or_default()
    }

    /// The numbers of the year before: its own, with those whom it took over from. Nothing where these cannot be told.
    fn before_of(&self, agency: &str, year: u16) -> Option<Numbers> {
        let unit = self.unit(agency);
        let own = self.counting(agency, year - 1);
        if unit.is_split_off && unit.from == year {
            return None;
        }
        let splits = unit.keeps
            && self
                .units
                .iter()
                .any(|part| part.is_split_off && part.from == year && part.predecessors[0] == unit.name);
        if splits {
            return None;
        }
        let gone: Vec<&String> = unit.predecessors.iter().filter(|name| self.unit(name).until == year).collect();
        let taken: Vec<&Numbers> = gone.iter().filter_map(|name| self.counting(name, year - 1)).collect();
        if own.is_none() && (taken.is_empty() || taken.len() < gone.len()) {
            return None;
        }
        Some(numbers::sum(own.into_iter().chain(taken)))
    }

    /// Those that took over from others, and since when.
    pub fn heirs(&self) -> Vec<Key> {
        let heirs = self.units.iter().filter(|unit| !unit.is_split_off && !unit.is_summary);
        heirs
            .filter_map(|unit| {
                let gone = unit.predecessors.iter().map(|name| self.unit(name).until).max()?;
                (gone <= YEARS[3]).then(|| (unit.name.clone(), gone))
            })
            .collect()
    }
}

pub fn add(world: &mut World) {
    let keys: Vec<Key> = world.papers.keys().filter(|key| YEARS.contains(&key.1)).cloned().collect();
    for (agency, year) in &keys {
        years(world, agency, *year);
        let unit = world.unit(agency);
        if unit.is_summary {
            sums(world, agency, *year);
            // A hint of its own, and a notice that rests on thresholds.
            world.allowed.push((agency.clone(), *year, vec!["R-06", "R-08"]));
        }
    }
    let changed: Vec<Key> = world
        .units
        .iter()
        .filter(|unit| !unit.predecessors.is_empty())
        .flat_map(|unit| {
            let gone = unit.predecessors.iter().map(|name| world.unit(name).until).min().unwrap();
            let year = if unit.is_split_off { unit.from } else { gone };
            let stays = unit.is_split_off.then(|| (unit.predecessors[0].clone(), year));
            [(unit.name.clone(), year)].into_iter().chain(stays)
        })
        .collect();
    for (agency, year) in changed {
        let told = world.papers.contains_key(&(agency.clone(), year))
            && (world.before_of(&agency, year).is_some()
                || world.unit(&agency).is_split_off
                || world.unit(&agency).keeps);
        if told {
            world.expect(&["Y-09"], &agency, year, None, None);
        }
    }
}

fn years(world: &mut World, agency: &str, year: u16) {
    let (Some(before), Some(now)) = (world.before_of(agency, year), world.counting(agency, year).cloned()) else {
        return;
    };
    for column in APPLICANTS.into_iter().chain(["total"]) {
        let id = format!("requests/carried_in/{column}");
        if get(&now, &id) != get(&before, &format!("requests/carried_out/{column}")) {
            world.expect(&["Y-01"], agency, year, Some(&id), None);
        }
    }
    for row in SUITS {
        let all: i64 = ["upheld", "corrected", "other", "pending"]
            .iter()
            .map(|column| get(&now, &format!("disputes/{row}/{column}")))
            .sum();
        if all < get(&before, &format!("disputes/{row}/pending")) {
            world.expect(&["Y-05"], agency, year, Some(&format!("disputes/{row}/pending")), None);
        }
    }
    if form_of(year).edition != form_of(year - 1).edition {
        world.expect(&["Y-08"], agency, year, None, None);
    } else if year > 2021 {
        let id = |column: &str| format!("disclosure/normative/{column}");
        let stock = get(&before, &id("in_force")) + get(&now, &id("issued")) - get(&now, &id("repealed"));
        if stock != get(&now, &id("in_force")) {
            world.expect(&["Y-02", "T2-09"], agency, year, None, None);
        }
        world.allowed.push((agency.to_owned(), year, vec!["T2-09"]));
    }
    jumps(world, agency, year, &before, &now);
}

fn jumps(world: &mut World, agency: &str, year: u16, before: &Numbers, now: &Numbers) {
    const METRICS: [&str; 9] = [
        "disclosure/normative/issued",
        "disclosure/normative/in_force",
        "disclosure/licensing/decisions",
        "disclosure/penalties/decisions",
        "disclosure/coercion/decisions",
        "disclosure/fees/amount",
        "requests/new/total",
        "requests/handled/total",
        "disputes/reconsideration/total",
    ];
    for id in METRICS {
        let in_both = form_of(year).cell(id).is_some() && form_of(year - 1).cell(id).is_some();
        let (now, last) = (get(now, id), get(before, id));
        if in_both && last >= 10 && now > 0 && (now > 5 * last || last > 5 * now) {
            world.expect(&["Y-03", "T2-06"], agency, year, Some(id), None);
        }
        let asked = !id.starts_with("requests") && !id.starts_with("disputes") && !id.ends_with("/issued");
        if in_both && asked && now == 0 && last > 0 {
            world.expect(&["Y-04"], agency, year, Some(id), None);
        }
    }
}

/// Where a sum differs from what its units have sent: all of it, or where one is missing what is too low.
fn sums(world: &mut World, agency: &str, year: u16) {
    if world.allowed.iter().any(|(name, at, rules)| (name.as_str(), *at) == (agency, year) && rules.contains(&"T3-16"))
    {
        return;
    }
    let units = world.units_of(agency, year);
    let sent: Vec<&Numbers> = units.iter().filter_map(|unit| world.counting(&unit.name, year)).collect();
    let is_complete = sent.len() == units.len();
    let sum = numbers::sum(sent);
    let own = world.counting(agency, year).cloned().unwrap_or_default();
    let mixed =
        world.expected.iter().any(|one| one.rules == ["R-03"] && (one.agency.as_str(), one.year) == (agency, year));
    for cell in form_of(year).cells() {
        let id = form_of(year).id(cell);
        let difference = get(&own, id) - get(&sum, id);
        let is_document = id.starts_with("disclosure/normative") || id.starts_with("disclosure/regulations");
        if difference != 0 && (is_complete || difference < 0) && !(is_document && mixed) {
            let rules: &[&str] =
                if is_document { &["R-03", "R-07", "R-04"] } else { &["R-01", "R-02", "R-07", "R-04"] };
            world.expect(rules, agency, year, Some(id), None);
        }
        // 规范性文件 may be the office's own.
        if is_document {
            world.allowed.push((agency.to_owned(), year, vec!["R-03"]));
        }
    }
}
