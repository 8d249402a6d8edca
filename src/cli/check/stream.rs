//! `gouji check -`: reports from standard input, a line each; on standard output a result for each, in the same order.

use std::io::{BufWriter, Write};

use rayon::prelude::*;
use serde_json::json;

use crate::check::Basis;
use crate::cli::args::CheckArgs;
use crate::cli::documents::Reader;
use crate::cli::given::{inputs, office, published};
use crate::cli::interrupt::Interrupt;
use crate::cli::lines::{Line, Lines, MOST};
use crate::cli::outcome::{Done, Failure, Outcome, complain, output};
use crate::cli::worker::Limits;
use crate::library::in_force;
use crate::library::stream::Stream;
use crate::output::{ListingFormat, Rendered, Totals};
use crate::report::SafeText;
use crate::words::{Describe as _, Lang};

/// What is written for a line.
enum Answer {
    /// A report was checked.
    Checked(Rendered),
    /// There is none.
    Error(Vec<u8>),
}

/// How far it is.
#[derive(Default)]
struct Written {
    totals: Totals,
    lines: u64,
    unread: u64,
}

/// Answers every line that has something on it, until there are no more or somebody stops it.
pub(super) fn run(args: &CheckArgs, lang: Lang) -> Outcome {
    let words = &lang.words().stream;
    if args.dirs.len() > 1 {
        return Err(Failure::new(words.alone()));
    }
    if !matches!(args.format, None | Some(ListingFormat::Json)) {
        return Err(Failure::new(words.only_json()));
    }
    let (profile, roster) = office(&args.office, lang)?;
    let interrupt = Interrupt::listen()?;
    let reader = Reader::with(Limits::default(), interrupt.flag()).with_roster(roster);
    let inputs = inputs(&args.inputs, profile, lang)?;
    published(&args.inputs, &inputs, &reader, &interrupt.flag(), lang)?;
    let basis = Basis::new(profile).with_roster(roster).with_inputs(inputs);
    in_force(&basis, lang.words()).iter().for_each(|line| complain(line));
    let stream = Stream::new(basis, &reader);
    let written = answer_all(&stream, &interrupt, args, lang)?;
    end(&written, &interrupt, args, lang)
}

fn answer_all(stream: &Stream<'_>, interrupt: &Interrupt, args: &CheckArgs, lang: Lang) -> Result<Written, Failure> {
    let mut lines = Lines::of_standard_input();
    let mut out = BufWriter::new(output());
    let mut written = Written::default();
    let is_wanted = || interrupt.code().is_none();
    let cannot_read =
        |error: std::io::Error| Failure::new(lang.words().stream.cannot_read(SafeText::line(&error.to_string())));
    while let Some(group) = lines.next(&is_wanted).map_err(cannot_read)? {
        let answers: Vec<Option<Answer>> =
            group.par_iter().map(|line| answer(line, stream, args.hints, lang)).collect();
        answers.into_iter().flatten().try_for_each(|answer| written.add(answer, &mut out))?;
        // Whoever sends one line and waits for its result gets it.
        out.flush()?;
    }
    Ok(written)
}

/// What is said of a line; nothing of an empty one.
fn answer(line: &Line, stream: &Stream<'_>, hints: bool, lang: Lang) -> Option<Answer> {
    let error = |id: &SafeText, why: &str| {
        let id = Some(id).filter(|id| !id.is_empty());
        let entry = json!({ "report": id, "line": line.number, "error": SafeText::line(why) });
        Answer::Error(entry.to_string().into_bytes())
    };
    let Some(bytes) = &line.bytes else {
        return Some(error(&SafeText::default(), &lang.words().stream.too_long(MOST >> 20)));
    };
    if bytes.trim_ascii().is_empty() {
        return None;
    }
    Some(match stream.check(bytes) {
        (_, Ok(report)) => {
            let report = if hints { report } else { report.without_hints() };
            match Rendered::of(&report, ListingFormat::Json, lang) {
                Ok(rendered) => Answer::Checked(rendered),
                Err(why) => error(&report.id, &why.to_string()),
            }
        }
        (id, Err(why)) => error(&id, &why.describe(lang.words())),
    })
}

impl Written {
    fn add(&mut self, answer: Answer, out: &mut impl Write) -> Result<(), Failure> {
        let bytes = match answer {
            Answer::Checked(rendered) => {
                let (bytes, totals) = rendered.into_parts();
                self.totals.add(&totals);
                bytes
            }
            Answer::Error(bytes) => {
                self.unread += 1;
                bytes
            }
        };
        self.lines += 1;
        out.write_all(&bytes)?;
        Ok(out.write_all(b"\n")?)
    }
}

/// A part of a stream may have no lines: nothing is wrong with that.
fn end(written: &Written, interrupt: &Interrupt, args: &CheckArgs, lang: Lang) -> Outcome {
    let words = &lang.words().stream;
    if let Some(code) = interrupt.code() {
        complain(&words.stopped(written.lines));
        return Ok(Done::Ended(code));
    }
    if written.unread > 0 && written.unread == written.lines {
        return Err(Failure::new(words.none_readable(written.lines)));
    }
    if written.unread > 0 {
        complain(&words.unread(written.unread));
    }
    Ok(if args.fail_on.severity().is_some_and(|least| written.totals.has(least)) { Done::Found } else { Done::Fine })
}
