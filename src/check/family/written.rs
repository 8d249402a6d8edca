//! What is kept of a report's texts, as data: to be held against other reports by another run of the program.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::{Deserialize, Serialize};

use crate::check::family::fees::Fees;
use crate::check::family::narrative::GrownWire;
use crate::check::family::similar::Sketch;
use crate::check::family::stated::{Digest, Statements, Told};
use crate::report::{Lean, Number};

/// [`Digest`] as data.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DigestWire {
    /// The sketches of the sections that are compared.
    sketch: [String; 2],
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<i64>,
    #[serde(default, skip_serializing_if = "is_unknown")]
    fees: [Option<String>; 3],
    /// How many requests there were last year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    requests: Vec<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    grown: Vec<GrownWire>,
    /// Values that cells should have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    cells: Vec<(String, i64)>,
}

fn is_unknown(fees: &[Option<String>; 3]) -> bool {
    fees.iter().all(Option::is_none)
}

impl Digest {
    /// May its text be asked for again, by last year's report or by others of its year? Else only what is compared is.
    #[must_use]
    pub(crate) fn may_ask(&self) -> bool {
        let Self { stated: Statements { published, fees }, told, .. } = self;
        !told.requests.is_empty() || !told.grown.is_empty() || published.is_some() || !fees.is_empty()
    }
}

impl DigestWire {
    #[must_use]
    pub(crate) fn of(digest: &Digest, report: &Lean) -> Self {
        let Digest { sketch, stated, told } = digest;
        Self {
            sketch: sketch.bytes().map(|bytes| BASE64_STANDARD.encode(bytes)),
            published: stated.published,
            fees: stated.fees.figures().map(|figure| figure.map(|number| number.to_string())),
            requests: told.requests.to_vec(),
            grown: told.grown.iter().map(GrownWire::of).collect(),
            cells: told.cells.iter().map(|(cell, value)| (report.form.id(*cell).to_owned(), *value)).collect(),
        }
    }

    /// The same again, of the report that it was made of; `None` where it is none of this program.
    #[must_use]
    pub(crate) fn read(self, report: &Lean) -> Option<Digest> {
        let [one, other] = self.sketch.map(|text| BASE64_STANDARD.decode(text).ok());
        let sketch = Sketch::of_bytes(&report.head, &[one?, other?])?;
        let mut figures = [None; 3];
        for (figure, text) in figures.iter_mut().zip(self.fees) {
            *figure = text.map(|text| Number::exact(&text).ok_or(())).transpose().ok()?;
        }
        let grown: Option<Vec<_>> = self.grown.iter().map(GrownWire::read).collect();
        let cells: Option<Vec<_>> =
            self.cells.iter().map(|(id, value)| Some((report.form.cell(id)?, *value))).collect();
        Some(Digest {
            sketch,
            stated: Statements { published: self.published, fees: Fees::of_figures(figures) },
            told: Told { requests: self.requests.into(), grown: grown?.into(), cells: cells?.into() },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::narrative::report;
    use crate::check::similar::Comparer;
    use crate::check::{Basis, Facts, check};

    #[test]
    fn what_is_kept_of_a_text_is_the_same_when_it_was_written_and_read() {
        let basis = Basis::standard();
        let comparer = Comparer::new(&basis);
        let long = "本年度建立了公开清单，逐项核对办理时限，并由专人登记每一件申请的去向；夜间值守人员负责当日汇总。"
            .repeat(3);
        let texts = [
            "".to_owned(),
            "上年收到申请14件。收到政府信息公开申请3646件，其中自然人3600件，同比增长1.05%。".to_owned(),
            format!("主动公开政府信息128条，自然人申请增长12.5%。{long}"),
        ];
        let mut seen = [0; 4];
        for (text, new) in texts.iter().flat_map(|text| [(text, "3646"), (text, "3647")]) {
            let report = report("青岚县水务局", 1, text, &[("new", new), ("handled", "3646")]);
            let facts = Facts::of(&report, &basis);
            let digest = Digest::of(&facts, &check(&report.lean, basis.profile), &comparer);
            let json = serde_json::to_string(&DigestWire::of(&digest, &report.lean)).unwrap();
            let wire: DigestWire = serde_json::from_str(&json).unwrap();
            let again = wire.read(&report.lean).unwrap();
            assert_eq!(again.sketch, digest.sketch);
            // All of them are plain numbers and names.
            assert_eq!(format!("{again:?}"), format!("{digest:?}"));
            let told = &digest.told;
            seen[0] += told.requests.len();
            seen[1] += told.grown.len();
            seen[2] += told.cells.len();
            seen[3] += usize::from(digest.stated.published.is_some());
        }
        assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
    }

    #[test]
    fn what_is_none_of_ours_is_refused() {
        let lean = report("青岚县水务局", 1, "", &[]).lean;
        let read = |json: serde_json::Value| {
            let mut whole = serde_json::json!({ "sketch": ["", ""] });
            whole.as_object_mut().unwrap().extend(json.as_object().unwrap().clone());
            serde_json::from_value::<DigestWire>(whole).ok()?.read(&lean)
        };
        let grown =
            |metric| serde_json::json!([{ "metric": metric, "up": true, "rate": true, "stated": "5", "now": "7" }]);
        assert!(read(serde_json::json!({ "grown": grown("received") })).is_some());
        for wrong in [
            serde_json::json!({ "sketch": ["AAA", ""] }),
            serde_json::json!({ "sketch": ["AAAA", ""] }),
            serde_json::json!({ "sketch": [""] }),
            serde_json::json!({ "fees": ["five", null, null] }),
            serde_json::json!({ "grown": grown("unheard of") }),
            serde_json::json!({ "cells": [["no/such/cell", 5]] }),
            serde_json::json!({ "other": 5 }),
        ] {
            assert!(read(wrong.clone()).is_none(), "{wrong}");
        }
    }
}
