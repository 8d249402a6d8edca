//! What the rules about a region cost while there are more cities: the second table of `docs/region.md`.
//!
//! `GOUJI_UPDATE_DOCS=1 cargo bench --bench region` writes it. Cities of 125 agencies over four years, a summary for each city
//! and each of its four counties; what is measured is the processor time of one thread, and what is held at the most beside the reports.
#![expect(clippy::unwrap_used, clippy::print_stdout, clippy::indexing_slicing, reason = "a program run by hand")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::fmt::Write as _;
use std::time::Duration;

use gouji::check::{Basis, region};
use gouji::form::{self, Form};
use gouji::report::{Lean, Roster, parse_lean};
use peak_alloc::PeakAlloc;
use rustix::time::{ClockId, clock_gettime};

#[global_allocator]
static PEAK: PeakAlloc = PeakAlloc;

const CITIES: [usize; 4] = [25, 50, 100, 200];
const YEARS: [u16; 4] = [2021, 2022, 2023, 2024];
const COUNTIES: usize = 4;
/// Departments and towns of a county; the city has as many departments.
const UNITS: usize = 24;
const REPORTS: usize = (1 + COUNTIES) * (1 + UNITS) * YEARS.len();
/// Nobody's, and no word of the forms.
const LETTERS: [char; 24] = [
    '泠', '霁', '璟', '翎', '珩', '笙', '蘅', '嶂', '峤', '鸢', '漪', '湜', '汐', '昀', '晗', '暄', '曦', '嵘', '鹂',
    '隼', '骅', '骐', '箬', '棹',
];
/// Cells that are not zero.
const BUSY: [&str; 10] = [
    "disclosure/licensing/decisions",
    "disclosure/penalties/decisions",
    "disclosure/coercion/decisions",
    "requests/new/natural",
    "requests/new/total",
    "requests/granted/natural",
    "requests/granted/total",
    "requests/handled/natural",
    "requests/handled/total",
    "requests/carried_out/total",
];

/// What is so in the cities.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain,
    /// No sum holds, and nobody alone is behind it.
    Wrong,
    /// Agencies are called by what they are, without their place: 教育局.
    Short,
    /// The roster has names alone, and one in ten has not reported.
    Names,
    NoRoster,
}

const SHAPES: [(Shape, &str); 5] = [
    (Shape::Plain, "all sums hold"),
    (Shape::Wrong, "no sum holds"),
    (Shape::Short, "names without their place (教育局)"),
    (Shape::Names, "a roster of names alone, one in ten missing"),
    (Shape::NoRoster, "no roster"),
];

fn main() {
    let most = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(usize::MAX);
    let sizes: Vec<usize> = CITIES.into_iter().filter(|cities| *cities <= most).collect();
    let heads: Vec<String> =
        sizes.iter().map(|cities| format!("{cities} cities, {} reports", cities * REPORTS)).collect();
    let mut table =
        format!("| µs a report, KB a report | {} |\n|---|{}\n", heads.join(" | "), "--:|".repeat(sizes.len()));
    for (shape, name) in SHAPES {
        let world = World::new(*sizes.last().unwrap(), shape);
        let cells: Vec<String> = sizes.iter().map(|cities| world.measure(*cities)).collect();
        let row = format!("| {name} | {} |\n", cells.join(" | "));
        print!("{row}");
        table += &row;
    }
    println!("{table}");
    if most == usize::MAX {
        support::docs::tell("docs/region.md", "region-cost", "cargo bench --bench region", &format!("\n{table}\n"));
    }
}

/// The cities one after the other: their reports, and the lines of the roster.
struct World {
    shape: Shape,
    reports: Vec<Vec<Lean>>,
    roster: Vec<String>,
}

impl World {
    fn new(cities: usize, shape: Shape) -> Self {
        let mut world = Self { shape, reports: Vec::new(), roster: Vec::new() };
        for city in 0..cities {
            world.add(city);
        }
        world
    }

    fn measure(&self, cities: usize) -> String {
        let members: Vec<region::BatchReport<'_>> = self.reports[..cities]
            .iter()
            .flatten()
            .map(|lean| region::BatchReport { id: &lean.head.agency.name, lean, stated: None })
            .collect();
        let heading = if self.shape == Shape::Names { "名称,备注,别名,说明" } else { "名称,地区,上级" };
        let roster = format!("{heading}\n{}", self.roster[..cities].concat());
        let roster = (self.shape != Shape::NoRoster).then(|| Roster::parse(roster.as_bytes()).unwrap());
        PEAK.reset_peak_usage();
        let (before, begun) = (PEAK.current_usage(), used());
        let found = region::check_region(&members, roster.as_ref(), &Basis::standard());
        let (time, held) = (used().saturating_sub(begun), PEAK.peak_usage() - before);
        let (count, findings) = (members.len() as f64, found.findings.len());
        drop(found);
        eprint_line(&format!("{cities} {findings} findings, {:.1} s", time.as_secs_f64()));
        format!("{:.1}, {:.1}", time.as_secs_f64() * 1e6 / count, held as f64 / 1024.0 / count)
    }

    /// A city, with the numbers of its counties first.
    fn add(&mut self, city: usize) {
        let name = format!("{}{}市", letter(city), letter(city / LETTERS.len() + 7));
        let (mut reports, mut roster) = (Vec::new(), String::new());
        for year in YEARS {
            let mut city_units = Vec::new();
            for place in 0..=COUNTIES {
                let county = (place > 0)
                    .then(|| format!("{}{}{}县", letter(city), letter(city / LETTERS.len()), letter(place + 11)));
                let own = county.as_ref().unwrap_or(&name);
                let mut units = Vec::new();
                for unit in 0..UNITS {
                    let numbers = numbers(city * 1000 + place * 100 + unit + usize::from(year));
                    let office = if unit < 3 && place > 0 {
                        format!("{}镇人民政府", letter(unit + 5))
                    } else {
                        office(unit)
                    };
                    let agency = if self.shape == Shape::Short { office } else { format!("{own}{office}") };
                    units.push(numbers);
                    let is_missing = self.shape == Shape::Names && (city + unit).is_multiple_of(10);
                    if !is_missing {
                        reports.push(report(&agency, &name, county.as_deref(), year, numbers));
                    }
                    if year == YEARS[0] {
                        self.line(&mut roster, &agency, &name, county.as_deref(), Some(own));
                    }
                }
                let government = format!("{own}人民政府");
                if place == 0 {
                    city_units.extend(units);
                    continue;
                }
                let sum = self.sum(&units);
                city_units.push(sum);
                reports.push(report(&government, &name, county.as_deref(), year, sum));
                if year == YEARS[0] {
                    self.line(&mut roster, &government, &name, county.as_deref(), Some(&name));
                }
            }
            let government = format!("{name}人民政府");
            reports.push(report(&government, &name, None, year, self.sum(&city_units)));
            if year == YEARS[0] {
                self.line(&mut roster, &government, &name, None, None);
            }
        }
        self.reports.push(reports);
        self.roster.push(roster);
    }

    fn line(&self, roster: &mut String, agency: &str, city: &str, county: Option<&str>, parent: Option<&str>) {
        if self.shape == Shape::Names {
            return writeln!(roster, "{agency},,,").unwrap();
        }
        let below = county.map(|county| format!("/{county}")).unwrap_or_default();
        let parent = parent.map(|parent| format!("{parent}人民政府")).unwrap_or_default();
        writeln!(roster, "{agency},澹川省/{city}{below},{parent}").unwrap();
    }

    fn sum(&self, units: &[[i64; BUSY.len()]]) -> [i64; BUSY.len()] {
        let mut sum = [0; BUSY.len()];
        for unit in units {
            sum.iter_mut().zip(unit).for_each(|(sum, unit)| *sum += unit);
        }
        if self.shape == Shape::Wrong {
            // Less than half, each by another number.
            sum[0] -= 5000;
            sum[3] += 1001;
            sum[4] += 1002;
            sum[7] += 1003;
        }
        sum
    }
}

/// Processor time of this thread: other programs do not count.
fn used() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}

#[expect(clippy::print_stderr, reason = "that it goes on is said while it does")]
fn eprint_line(line: &str) {
    eprintln!("{line}");
}

fn letter(number: usize) -> char {
    LETTERS[number % LETTERS.len()]
}

fn office(number: usize) -> String {
    format!("{}{}局", letter(number + 3), letter(number * 5 + 1))
}

fn numbers(seed: usize) -> [i64; BUSY.len()] {
    let mut state = seed as u64;
    BUSY.map(|_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 33).unwrap() % 40
    })
}

fn report(agency: &str, city: &str, county: Option<&str>, year: u16, numbers: [i64; BUSY.len()]) -> Lean {
    let form: &Form = form::edition("2021").unwrap();
    let mut tables = serde_json::json!({});
    for cell in form.cells() {
        let id = form.id(cell);
        let value = BUSY.iter().position(|busy| *busy == id).map_or(0, |at| numbers[at]);
        let parts: Vec<&str> = id.split('/').collect();
        tables[parts[0]][parts[1]][parts[2]] = value.into();
    }
    let region: Vec<&str> = ["澹川省", city].into_iter().chain(county).collect();
    let report = serde_json::json!({
        "schema": "gouji/report/1", "agency": { "name": agency, "region": region }, "year": year, "form": "2021",
        "tables": tables,
    });
    parse_lean(report.to_string().as_bytes()).unwrap()
}
