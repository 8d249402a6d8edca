//! A report in one pass over the file, for the usual case: known keys only, each once, the form before the tables.
//!
//! Says nothing about errors: whatever is unusual or wrong is left to the slower way, which names the place.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use crate::form;
use crate::report::model::{Agency, Head, Lean, Narrative, Report, Source};
use crate::report::{Cells, SCHEMA};

use super::bounds;
use super::limited::{Count, Each, EachOf, List, Seen, Text, Year};
use super::tables::TablesSeed;
use super::wire::{AgencyWire, Line, OriginWire, Preface, Region, SectionWire, SourceWire, Word};
use super::{Doubted, Kept, doubted};

/// Head and cells, or `None` where the file must be looked at more closely.
pub(super) fn parse_lean(text: &str) -> Option<Lean> {
    Some(read(text, None)?.lean)
}

/// The whole report.
pub(super) fn parse(text: &str) -> Option<Report> {
    read(text, Some(Narrative::default()))
}

/// The narrative is read into what is given, else only looked at.
fn read(text: &str, narrative: Option<Narrative>) -> Option<Report> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let report = deserializer.deserialize_map(ReportVisitor { narrative }).ok()?;
    deserializer.end().ok()?;
    Some(report)
}

/// What has been read so far.
#[derive(Default)]
struct Parts<'a> {
    schema: bool,
    agency: Option<Agency>,
    year: Option<u16>,
    version: Option<Option<u32>>,
    form: Option<&'static form::Form>,
    cells: Option<Cells>,
    remarks: Option<Doubted<'a>>,
    /// Where it is wanted.
    narrative: Option<Narrative>,
    /// Its keys that have been read.
    seen: [bool; 5],
}

/// An agency without keys of other programs: they are looked at by the slower way.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Usual<'a> {
    #[serde(borrow)]
    name: Text<Cow<'a, str>, { bounds::NAME }>,
    #[serde(borrow)]
    region: Option<Region<Cow<'a, str>>>,
    #[serde(borrow)]
    level: Option<Word<Cow<'a, str>>>,
}

struct ReportVisitor {
    narrative: Option<Narrative>,
}

impl<'de> Visitor<'de> for ReportVisitor {
    type Value = Report;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a report")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Report, A::Error> {
        let mut parts = Parts { narrative: self.narrative, ..Parts::default() };
        while let Some(key) = map.next_key::<&str>()? {
            parts.take(key, &mut map)?;
        }
        parts.report().ok_or_else(|| A::Error::custom("a part is missing"))
    }
}

impl<'a> Parts<'a> {
    fn take<A: MapAccess<'a>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        let unusual = || A::Error::custom("unusual");
        match key {
            "schema" if !self.schema => self.schema = map.next_value::<&str>()? == SCHEMA,
            "agency" if self.agency.is_none() => {
                let Usual { name, region, level } = map.next_value()?;
                self.agency = Some(Agency::from(AgencyWire { name, region, level }))
                    .filter(|agency| !agency.name.trim().is_empty());
            }
            "year" if self.year.is_none() => self.year = Some(map.next_value::<Year>()?.0),
            "version" if self.version.is_none() => {
                self.version = Some(map.next_value::<Option<Count>>()?.map(|version| version.0));
            }
            "form" if self.form.is_none() => self.form = form::edition(map.next_value()?),
            "tables" if self.cells.is_none() => {
                let form = self.form.ok_or_else(unusual)?;
                self.cells = Some(map.next_value_seed(TablesSeed { form })?);
            }
            "remarks" if self.remarks.is_none() => {
                let remarks: Option<Doubted<'a>> = map.next_value()?;
                self.remarks = Some(remarks.unwrap_or(List(Vec::new())));
            }
            "sections" if self.first(0) => match &mut self.narrative {
                Some(narrative) => narrative.sections = super::sections(map.next_value()?),
                None => look::<Each<SectionWire<Seen>, { bounds::SECTIONS }>, A>(map)?,
            },
            "origins" if self.first(1) => match &mut self.narrative {
                Some(narrative) => narrative.origins = super::origins(map.next_value()?),
                None => look::<EachOf<Line<Seen>, OriginWire<Seen>, { bounds::ORIGINS }>, A>(map)?,
            },
            "source" if self.first(2) => match &mut self.narrative {
                Some(narrative) => {
                    narrative.source = map.next_value::<Option<SourceWire<Kept<'a>>>>()?.map(Source::from);
                }
                None => look::<SourceWire<Seen>, A>(map)?,
            },
            "title" if self.first(3) => match &mut self.narrative {
                Some(narrative) => narrative.title = super::line::<{ bounds::LINE }>(&map.next_value()?),
                None => look::<Line<Seen>, A>(map)?,
            },
            "preface" if self.first(4) => match &mut self.narrative {
                Some(narrative) => narrative.preface = super::lines(map.next_value()?),
                None => look::<Preface<Seen>, A>(map)?,
            },
            _ => return Err(unusual()),
        }
        Ok(())
    }

    /// Is it the first time that this key stands?
    fn first(&mut self, number: usize) -> bool {
        self.seen.get_mut(number).is_some_and(|seen| !std::mem::replace(seen, true))
    }

    fn report(self) -> Option<Report> {
        let head = Head { agency: self.agency?, year: self.year?, version: self.version.flatten() };
        let (form, mut cells) = (self.form?, self.cells.filter(|_| self.schema)?);
        let count = self.remarks.as_ref().map_or(0, |List(remarks)| doubted(form, &mut cells, remarks));
        let mut narrative = self.narrative;
        if let Some(narrative) = &mut narrative {
            narrative.remarks = super::remarks(self.remarks);
        }
        let lean = Lean { head, form, cells, remarks: count };
        Some(Report { lean, narrative: narrative.unwrap_or_default() })
    }
}

/// Looks whether a value is what it should be.
fn look<'a, T: Deserialize<'a>, A: MapAccess<'a>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<Option<T>>().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{parse as parse_whole, to_json};

    /// The quick way is for speed: it must be taken by the files that we write, and agree with the slow way.
    #[test]
    fn our_own_files_take_the_quick_way_and_it_agrees_with_the_slow_one() {
        let full = r#"{"schema":"gouji/report/1","agency":{"name":"甲","region":["乙省"],"level":"县"},"year":2023,
            "version":2,"form":"2021","title":"题","preface":"根据…。\n编制。","sections":[{"number":1,"heading":"一、","text":"文\n\"字\""}],
            "tables":{"requests":{"new":{"natural":5,"business":null,"research":{"raw":"5件"},"total":"1.5"}}},
            "source":{"file":"f.txt"},"origins":{"requests/new/total":{"line":3,"text":"1.5"}},
            "remarks":[{"kind":"extra-value","line":4}]}"#;
        let written = to_json(&parse_whole(full.as_bytes()).unwrap());
        for text in [full, &written] {
            let quick = parse_lean(text).expect("the usual case");
            let file = super::super::File::split(text.as_bytes()).unwrap();
            let slow = file.lean(&mut super::super::Others::new(false)).unwrap();
            assert_eq!((&quick.head, &quick.cells, quick.remarks), (&slow.head, &slow.cells, slow.remarks));
            assert_eq!((quick.head.version, quick.remarks), (Some(2), 1));
            let narrative = file.narrative(super::super::Others::new(true)).unwrap();
            let quick = parse(text).expect("the usual case");
            let slow = Report { lean: slow, narrative };
            assert_eq!((to_json(&quick), quick.lean.remarks), (to_json(&slow), 1));
            assert!(quick.narrative.preface.is_some() && quick.narrative.origins.len() == 1);
        }
    }

    #[test]
    fn what_is_unusual_is_left_to_the_slow_way() {
        let usual = r#"{"schema":"gouji/report/1","agency":{"name":"甲"},"year":2023,"form":"2021","tables":{}}"#;
        assert!(parse(usual).is_some() && parse_lean(usual).is_some());
        for (from, to) in [
            ("report/1", "report/2"),
            ("\"year\":2023", "\"year\":2023,\"year\":2023"),
            ("\"year\":2023", "\"year\":2023,\"x\":1"),
            ("\"form\":\"2021\",\"tables\":{}", "\"tables\":{},\"form\":\"2021\""),
            ("\"2021\"", "\"1999\""),
            ("甲", " "),
            ("\"甲\"", "\"甲\",\"code\":1"),
            ("{}}", "{\"other\":1}}"),
            ("\"year\":2023,", ""),
            ("{}}", "{}} x"),
            ("{}}", "{\"requests\":{\"new\":{\"total\":1.5}}}}"),
        ] {
            let text = usual.replace(from, to);
            assert!(parse(&text).is_none() && parse_lean(&text).is_none(), "{to}");
        }
    }
}
