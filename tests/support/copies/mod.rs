//! Invented reports that copy each other in known ways, for measuring how copies are found.
//!
//! Shared by the benchmark, the floors (`tests/all/check/copies.rs`) and the figures (`benches/scores/similar.rs`). It knows
//! nothing of how texts are compared.
mod words;

use gouji::check::similar::{Comparer, Sketch};
use gouji::form;
use gouji::report::{Agency, Cells, Head, Lean, Narrative, Report, SafeText, Section};

use words::{COUNTIES, FIELDS, HOW, MADE, NOUNS, SO, STOCK, VERBS};

/// How a report came to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Written by the agency, with the phrases that everybody uses.
    Own,
    /// Two fifths of the sentences are those of a template of the region.
    Template,
    /// Another report with other names and numbers, and some words replaced.
    Light,
    /// Another report with a third to two thirds of the sentences replaced.
    Heavy,
    /// Another report with its sentences in another order.
    Shuffled,
    /// The agency's own report for the year before, with some words replaced.
    LastYear,
    /// Section five is another report's.
    Problems,
}

#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) as usize) % end.max(1)
    }

    fn of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

/// A sentence, and the places of its numbers.
type Sentence = Vec<&'static str>;

/// A report before names and numbers are filled in.
#[derive(Debug, Clone)]
struct Draft {
    agency: usize,
    year: u16,
    kind: Kind,
    sections: [Vec<Sentence>; 2],
}

/// Sketches of so many reports, without holding all reports at once.
pub fn sketches(comparer: &Comparer<'_>, count: usize) -> Vec<Sketch> {
    let mut sketches = Vec::with_capacity(count);
    make(count, 7, |_, report| sketches.push(comparer.sketch(&report)));
    sketches
}

/// Reports of different agencies that all follow one text, three words of a hundred replaced.
pub fn of_one_template(count: usize, seed: u64) -> Vec<Report> {
    let mut random = Random::new(seed);
    let text = fresh(0, &mut random).sections;
    let of = |agency, random: &mut Random| {
        let mut sections = text.clone();
        replace_words(&mut sections, 3, random);
        report(&Draft { agency, year: 2024, kind: Kind::Light, sections }, random)
    };
    (0..count).map(|agency| of(agency, &mut random)).collect()
}

/// Sketches of these reports again and again, each time as another agency's.
pub fn renamed(comparer: &Comparer<'_>, reports: &[Report], count: usize) -> Vec<Sketch> {
    let name = |index: usize| {
        let mut report = reports[index % reports.len()].clone();
        report.lean.head.agency.name = SafeText::line(&format!("机关{index}"));
        comparer.sketch(&report)
    };
    (0..count).map(name).collect()
}

/// Makes so many reports. Of twenty, nine are their agency's own; the others copy one of the latest own ones.
pub fn reports(count: usize, seed: u64) -> Vec<(Kind, Report)> {
    let mut reports = Vec::with_capacity(count);
    make(count, seed, |kind, report| reports.push((kind, report)));
    reports
}

fn make(count: usize, seed: u64, mut give: impl FnMut(Kind, Report)) {
    let mut random = Random::new(seed);
    let templates: Vec<[Vec<Sentence>; 2]> =
        (0..3).map(|_| [sentences(48, &mut random), sentences(28, &mut random)]).collect();
    let mut own: Vec<Draft> = Vec::new();
    for index in 0..count {
        let mut draft = fresh(index, &mut random);
        draft.kind = if own.is_empty() { Kind::Own } else { kind(index % 20) };
        match draft.kind {
            Kind::Own => {
                own.push(draft.clone());
                // Only the latest are copied.
                if own.len() > 40 {
                    own.remove(0);
                }
            }
            Kind::Template => mix(&mut draft, &templates[index % 3], 40, &mut random),
            _ => {
                // Each is copied about once, so that copies of one are few.
                let at = own.len() - 1 - random.below(own.len());
                copy(&mut draft, &own[at].clone(), &mut random);
            }
        }
        give(draft.kind, report(&draft, &mut random));
    }
}

fn kind(place: usize) -> Kind {
    match place {
        0..9 => Kind::Own,
        9..12 => Kind::Template,
        12..15 => Kind::Light,
        15..17 => Kind::Heavy,
        17 => Kind::Shuffled,
        18 => Kind::LastYear,
        _ => Kind::Problems,
    }
}

fn fresh(agency: usize, random: &mut Random) -> Draft {
    let lengths = [30 + random.below(30), 16 + random.below(20)];
    Draft { agency, year: 2024, kind: Kind::Own, sections: lengths.map(|length| sentences(length, random)) }
}

fn sentences(count: usize, random: &mut Random) -> Vec<Sentence> {
    (0..count).map(|_| if random.below(100) < 25 { vec![random.of(&STOCK)] } else { sentence(random) }).collect()
}

fn sentence(random: &mut Random) -> Sentence {
    let mut words = vec![random.of(&HOW), random.of(&HOW), random.of(&VERBS), random.of(&NOUNS), random.of(&NOUNS)];
    match random.below(3) {
        0 => words.extend([random.of(&MADE), "#", "件"]),
        1 => words.extend(["，", random.of(&VERBS), random.of(&NOUNS), random.of(&NOUNS)]),
        _ => words.extend(["，", random.of(&SO), random.of(&NOUNS)]),
    }
    words
}

/// Replaces so many per cent of the sentences with the other's, at the same places.
fn mix(draft: &mut Draft, other: &[Vec<Sentence>; 2], percent: usize, random: &mut Random) {
    for (section, other) in draft.sections.iter_mut().zip(other) {
        for (sentence, other) in section.iter_mut().zip(other) {
            if random.below(100) < percent {
                *sentence = other.clone();
            }
        }
    }
}

fn copy(draft: &mut Draft, other: &Draft, random: &mut Random) {
    let mine = std::mem::replace(&mut draft.sections, other.sections.clone());
    match draft.kind {
        Kind::Light | Kind::LastYear => {
            let percent = random.below(9);
            replace_words(&mut draft.sections, percent, random);
            if draft.kind == Kind::LastYear {
                (draft.agency, draft.year) = (other.agency, other.year + 1);
            }
        }
        Kind::Heavy => {
            let percent = 33 + random.below(34);
            mix(draft, &mine, percent, random);
        }
        Kind::Shuffled => {
            for section in &mut draft.sections {
                for at in (1..section.len()).rev() {
                    section.swap(at, random.below(at + 1));
                }
            }
        }
        _ => draft.sections[0] = mine[0].clone(),
    }
}

fn replace_words(sections: &mut [Vec<Sentence>; 2], percent: usize, random: &mut Random) {
    for word in sections.iter_mut().flatten().flatten() {
        if word.chars().count() == 2 && random.below(100) < percent {
            *word = random.of(&NOUNS);
        }
    }
}

fn report(draft: &Draft, random: &mut Random) -> Report {
    let form = form::newest();
    let region = COUNTIES[draft.agency % COUNTIES.len()].to_owned()
        + COUNTIES[draft.agency / COUNTIES.len() % COUNTIES.len()]
        + "县";
    let field = FIELDS[draft.agency / COUNTIES.len() / COUNTIES.len() % FIELDS.len()];
    let name = format!("{region}{field}局");
    let agency = Agency { name: SafeText::line(&name), region: [SafeText::line(&region)].into(), ..Agency::default() };
    let opening = format!("{}年，{name}依法推进政府信息公开工作，有关情况如下。", draft.year);
    let text = |sentences: &[Sentence], random: &mut Random| -> String {
        sentences.iter().map(|sentence| sentence.concat().replace('#', &random.below(900).to_string()) + "。").collect()
    };
    let section =
        |number: u8, text: String| Section {
            number, heading: SafeText::line("（略）"), text: SafeText::lines(&text)
        };
    let sections = vec![
        section(1, opening + &text(&draft.sections[0], random)),
        section(5, text(&draft.sections[1], random)),
        section(6, "无其他需要报告的事项。".to_owned()),
    ];
    Report {
        lean: Lean {
            head: Head { agency, year: draft.year, version: None },
            form,
            cells: Cells::missing(form),
            remarks: 0,
        },
        narrative: Narrative { sections, ..Narrative::default() },
    }
}
