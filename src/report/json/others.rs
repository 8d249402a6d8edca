//! The keys of other programs: kept as they are, so many of them and no deeper than a bound.

use serde_json::value::RawValue;

use super::bounds;
use super::error::ReportErrorKind;
use super::expect::{Expected, FoundInstead};

/// The keys of other programs in one report.
pub(super) struct Others {
    keep: bool,
    count: usize,
    kept: Vec<(Box<str>, Box<RawValue>)>,
}

impl Others {
    /// For a whole report, or for one of which only head and cells are kept.
    pub(crate) fn new(keep: bool) -> Self {
        Self { keep, count: 0, kept: Vec::new() }
    }

    /// Takes the value of one key; `path` leads to it.
    pub(crate) fn add(&mut self, path: &str, key: &str, raw: &RawValue) -> Result<(), ReportErrorKind> {
        let wrong = |expected, length| Err(ReportErrorKind::WrongType(expected, FoundInstead::Length(length)));
        self.count += 1;
        if self.count > bounds::UNKNOWN {
            return wrong(Expected::Keys(bounds::UNKNOWN), self.count);
        }
        let length = key.chars().count();
        if length > bounds::KEY {
            return wrong(Expected::Text(bounds::KEY), length);
        }
        let depth = depth(raw.get());
        if depth > bounds::DEPTH {
            return wrong(Expected::Depth(bounds::DEPTH), depth);
        }
        if self.keep {
            self.kept.push((format!("{path}{key}").into(), raw.to_owned()));
        }
        Ok(())
    }

    pub(crate) fn into_kept(self) -> Vec<(Box<str>, Box<RawValue>)> {
        self.kept
    }
}

/// How many lists and objects of a JSON text are inside of each other.
fn depth(json: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                most = most.max(depth);
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn brackets_in_texts_are_no_depth() {
        for (json, expected) in
            [("1", 0), ("[1,[2],{}]", 2), (r#""[[[""#, 0), (r#"{"[\"[":["\\",[]]}"#, 3), ("[[],[[]]]", 3)]
        {
            assert_eq!(depth(json), expected, "{json}");
        }
    }
}
