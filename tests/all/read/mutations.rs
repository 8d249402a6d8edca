//! Damaged documents of every format, through the program: each becomes a report or one line with an error, none a
//! fault of ours, and none stops the others.
//!
//! The same damage every time. `GOUJI_MUTANTS=1000` makes so many of each format; coverage-guided fuzzing is in `fuzz/`.

use std::fs;
use std::io::{Cursor, Read as _};

use crate::support::command::{Place, sample_data};
use crate::support::formats;
use zip::ZipArchive;

/// Chance that is always the same.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }

    fn pick<'a>(&mut self, choices: &[&'a [u8]]) -> &'a [u8] {
        choices[self.below(choices.len())]
    }

    /// Does a little damage to bytes: as a bad line, a bad disk or a bad will would.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len());
            let end = (at + self.below(64)).min(bytes.len());
            match self.below(7) {
                0 => bytes.truncate(at),
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let piece = bytes[at..end].repeat(1 + self.below(40));
                    bytes.splice(at..at, piece);
                }
                3 => {
                    let number = self.pick(&[b"\xff\xff\xff\xff", b"\0\0\0\x80", b"999999999999", b"-1", b"\xff\xfe"]);
                    bytes.splice(at..end, number.iter().copied());
                }
                4 => {
                    let text = self.pick(&[
                        b"<table>",
                        b"</tr>",
                        b"<![CDATA[",
                        b"]]>",
                        b"<w:tc>",
                        b"stream",
                        b"\x07\x07",
                        b"\"",
                        b"&#0;",
                    ]);
                    bytes.splice(at..at, text.iter().copied());
                }
                _ => {
                    bytes[at.min(end.saturating_sub(1))..end].iter_mut().take(3).for_each(|byte| *byte ^= 1 << (at % 8))
                }
            }
            if bytes.is_empty() {
                return;
            }
        }
    }

    /// The same to one member of an archive, which is then whole again: most damaged archives are refused at once.
    fn damage_inside(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let chosen = self.below(archive.len());
        let mut members = Vec::new();
        for index in 0..archive.len() {
            let mut member = archive.by_index(index).unwrap();
            let (name, mut content) = (member.name().unwrap().into_owned(), Vec::new());
            member.read_to_end(&mut content).unwrap();
            if index == chosen
                || name.ends_with("document.xml")
                || name == "content.xml"
                || name.ends_with("sheet1.xml")
            {
                self.damage(&mut content);
            }
            members.push((name, content));
        }
        let members: Vec<(&str, &[u8])> =
            members.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        formats::zip(&members)
    }
}

#[test]
fn damaged_documents_are_reports_or_errors_and_never_faults() {
    let count: usize = std::env::var("GOUJI_MUTANTS").ok().and_then(|count| count.parse().ok()).unwrap_or(24);
    let place = Place::new();
    let text = fs::read_to_string(sample_data().join("documents/0103-06.txt")).unwrap();
    let mut chance = Chance(20_260_131);
    let mut made = 0;
    for (ending, whole) in formats::all(&text) {
        for index in 0..count {
            let mut bytes = whole.clone();
            if whole.starts_with(b"PK") && index % 4 != 0 {
                bytes = chance.damage_inside(&whole);
            } else {
                chance.damage(&mut bytes);
            }
            place.write(&format!("in/{ending}/{index:04}-2024.{ending}"), bytes);
            made += 1;
        }
    }
    let ran = place.run(["read", "in", "--out", "out", "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let reports =
        walkdir::WalkDir::new(place.path("out")).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let (reports, lines): (usize, Vec<&str>) = (reports.count(), ran.err.lines().collect());
    assert_eq!(reports + lines.len(), made, "{}", ran.err);
    for line in &lines {
        assert!(line.starts_with("gouji: in/") && line.len() < 400, "{line}");
        if line.contains("fault of this program") {
            let path = place.path(line.split(": ").nth(1).unwrap());
            let kept = std::env::temp_dir().join(path.file_name().unwrap());
            fs::copy(path, &kept).unwrap();
            panic!("{line}\nkept as {}", kept.display());
        }
    }
    let given_up = lines.iter().filter(|line| ["given up", "ended the reader"].iter().any(|text| line.contains(text)));
    eprintln!("{made} documents, {reports} reports, {} that ended their helper\n{}", given_up.count(), ran.out);
}
