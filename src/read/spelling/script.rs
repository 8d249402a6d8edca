//! Documents in the traditional script: read in the simplified one, and shown as they are written.
//!
//! Labels, headings, titles and the words of names are compared as if the whole document were in the simplified script;
//! a character stays one character. What a report then quotes is looked up in the document, and stands in the report as
//! it stands there.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use crate::base::han::{has_traditional, simplified};
use crate::read::document::Document;
use crate::read::document::block::is_invisible;
use crate::report::{Report, SafeText, Value};

/// So many bytes are searched for what a report quotes; what is looked up later is written character by character.
const MAX_SEARCHED: usize = 1 << 29;

/// A document that has traditional characters, in the simplified script, and how it was written.
pub(in crate::read) struct Written {
    pub(crate) document: Document,
    /// Path or name of the file as it is read.
    pub(crate) name: String,
    /// All that is written, as it is read, without blanks.
    text: String,
    /// Where each of its characters begins, and that character as it is written.
    chars: Vec<(usize, char)>,
    /// Where in `text` each line begins.
    lines: Vec<(u32, usize)>,
    /// Of the characters that are written otherwise somewhere: how they mostly are.
    usual: HashMap<char, char>,
    searched: Cell<usize>,
}

impl Written {
    /// `None` if there are no traditional characters in it, as nearly always.
    pub(crate) fn of(name: &str, document: &Document) -> Option<Self> {
        let texts = || document.lines.iter().flat_map(|line| line.fields.iter().map(|field| &field.text));
        if !texts().chain(&document.titles).any(|text| has_traditional(text)) && !has_traditional(name) {
            return None;
        }
        let mut written = Self {
            document: document.clone(),
            name: crate::base::han::fold(name),
            text: String::new(),
            chars: Vec::new(),
            lines: Vec::new(),
            usual: HashMap::new(),
            searched: Cell::new(0),
        };
        let mut counts: HashMap<(char, char), usize> = HashMap::new();
        let mut add = |text: &str, own: &mut Self| {
            for c in text.chars().filter(|c| !is_blank(*c)) {
                let folded = simplified(c);
                own.chars.push((own.text.len(), c));
                own.text.push(folded);
                *counts.entry((folded, c)).or_default() += 1;
            }
            // What stands in two fields is also found where both are joined.
            text.chars().map(simplified).collect::<String>()
        };
        for title in &document.titles {
            add(title, &mut written);
        }
        written.document.titles = document.titles.iter().map(|title| crate::base::han::fold(title)).collect();
        let mut lines = std::mem::take(&mut written.document.lines);
        for line in &mut lines {
            written.lines.push((line.number, written.text.len()));
            for field in &mut line.fields {
                field.text = add(&field.text, &mut written);
            }
        }
        written.document.lines = lines;
        add(name, &mut written);
        let mut most: HashMap<char, usize> = HashMap::new();
        let elsewhere: HashSet<char> = counts.keys().filter(|(folded, c)| folded != c).map(|pair| pair.0).collect();
        for ((folded, c), count) in counts {
            let known = most.entry(folded).or_default();
            if count > *known {
                *known = count;
                written.usual.insert(folded, c);
            }
        }
        written.usual.retain(|folded, _| elsewhere.contains(folded));
        Some(written)
    }

    /// Writes what a report quotes as it stands in the document.
    pub(crate) fn restore(&self, report: &mut Report) {
        let (lean, narrative) = (&mut report.lean, &mut report.narrative);
        self.line(&mut lean.head.agency.name, 0);
        if let Some(title) = &mut narrative.title {
            self.line(title, 0);
        }
        if let Some(preface) = &mut narrative.preface {
            let mut from = 0;
            let lines: Vec<String> = preface.lines().map(|line| self.as_written(line, &mut from)).collect();
            *preface = SafeText::lines(&lines.join("\n"));
        }
        for section in &mut narrative.sections {
            self.line(&mut section.heading, 0);
            let mut from = 0;
            let lines: Vec<String> = section.text.lines().map(|line| self.as_written(line, &mut from)).collect();
            section.text = SafeText::lines(&lines.join("\n"));
        }
        for (id, origin) in &mut narrative.origins {
            let line = origin.line.unwrap_or(0);
            if let Some(text) = &mut origin.text {
                self.line(text, line);
            }
            let Some(cell) = lean.form.cell(id) else { continue };
            if let Value::Raw(text) = lean.cells.get(cell) {
                let text = self.as_written(text, &mut self.place(line));
                lean.cells.set(cell, Value::Raw(&text));
            }
        }
        for remark in &mut narrative.remarks {
            let line = remark.line.unwrap_or(0);
            if let Some(text) = remark.label.as_mut().and_then(|label| label.text.as_mut()) {
                self.line(text, line);
            }
            // What the form says stays as the form says it.
            for name in ["text", "other", "after", "taken", "dropped", "agency"] {
                if let Some(value) = remark.value(name).map(|value| self.as_written(value, &mut self.place(line))) {
                    *remark = std::mem::take(remark).with(name, &value);
                }
            }
        }
    }

    fn line(&self, text: &mut SafeText, line: u32) {
        let written = self.as_written(text, &mut self.place(line));
        if written != text.as_str() {
            *text = SafeText::line(&written);
        }
    }

    /// Where a line begins, or the document.
    fn place(&self, line: u32) -> usize {
        let at = self.lines.partition_point(|(number, _)| *number < line);
        self.lines.get(at).filter(|_| line > 0).map_or(0, |(_, place)| *place)
    }

    /// A text as it is written where it stands next from `from` on, which moves behind it.
    fn as_written(&self, text: &str, from: &mut usize) -> String {
        if !text.chars().any(|c| self.usual.contains_key(&c)) {
            return text.to_owned();
        }
        let bare: Vec<char> = text.chars().filter(|c| !is_blank(*c)).collect();
        let mut written = Vec::with_capacity(bare.len());
        self.look_up(&bare, from, &mut written);
        let mut written = written.into_iter();
        text.chars().map(|c| if is_blank(c) { c } else { written.next().unwrap_or(c) }).collect()
    }

    /// What is not found as a whole is looked for in halves.
    fn look_up(&self, text: &[char], from: &mut usize, written: &mut Vec<char>) {
        let needle: String = text.iter().collect();
        if let Some(at) = self.find(&needle, *from).or_else(|| self.find(&needle, 0)) {
            *from = at + needle.len();
            let first = self.chars.partition_point(|(start, _)| *start < at);
            written.extend(self.chars.iter().skip(first).take(text.len()).map(|(_, c)| *c));
        } else if let ([_, _, ..], true) = (text, self.searched.get() < MAX_SEARCHED) {
            let (head, tail) = text.split_at(text.len() / 2);
            self.look_up(head, from, written);
            self.look_up(tail, from, written);
        } else {
            written.extend(text.iter().map(|c| self.usual.get(c).copied().unwrap_or(*c)));
        }
    }

    fn find(&self, needle: &str, from: usize) -> Option<usize> {
        if self.searched.get() >= MAX_SEARCHED {
            return None;
        }
        let rest = self.text.get(from..)?;
        let found = rest.find(needle);
        self.searched.set(self.searched.get().saturating_add(found.map_or(rest.len(), |at| at + needle.len())));
        Some(from + found?)
    }
}

/// What does not count when texts are compared: a field may be trimmed, a line joined.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}
