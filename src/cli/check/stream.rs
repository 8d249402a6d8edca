//! `gouji check -`: reports from standard input, a line each; on standard output a result for each, in the same order.

use std::io::{BufWriter, Write};
use std::path::Path;

use rayon::prelude::*;
use serde_json::json;

use crate::base::whole::write_whole_by;
use crate::check::Basis;
use crate::cli::args::CheckArgs;
use crate::cli::documents::Reader;
use crate::cli::given::{inputs, office, published};
use crate::cli::interrupt::Interrupt;
use crate::cli::lines::{Line, Lines};
use crate::cli::outcome::{Done, Failure, Outcome, complain, output};
use crate::cli::worker::Limits;
use crate::library::digests::{end_line, header_line};
use crate::library::in_force;
use crate::library::stream::{Stream, Streamed};
use crate::output::{ListingFormat, Rendered, Totals};
use crate::report::SafeText;
use crate::words::{Describe as _, Lang};

/// A longer line is not read: two reports of the largest size fit on one.
const MOST: usize = 33 << 20;

/// What is written for a line.
enum Answer {
    /// A report was checked; with its digest, where that is wanted.
    Checked(Rendered, Option<String>),
    /// There is none.
    Error(Vec<u8>),
}

/// How far it is.
#[derive(Default)]
struct Written {
    totals: Totals,
    lines: u64,
    unread: u64,
    digests: u64,
}

/// Where digests go.
type Digests<'a> = Option<(&'a Path, &'a mut dyn Write)>;

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
    let header = header_line(&basis);
    let stream = Stream::new(basis, &reader);
    let written = match &args.digests {
        None => answer_all(&stream, None, &interrupt, args, lang)?,
        Some(path) => {
            if !args.force && path.symlink_metadata().is_ok() {
                return Err(Failure::new(lang.words().cli.exists(SafeText::path(path))));
            }
            with_digests(&stream.with_digests(), (path, &header), &interrupt, args, lang)?
        }
    };
    end(&written, &interrupt, args, lang)
}

/// The same with a file of digests, which is there when all lines are answered, or not at all.
fn with_digests(
    stream: &Stream<'_>,
    (path, header): (&Path, &str),
    interrupt: &Interrupt,
    args: &CheckArgs,
    lang: Lang,
) -> Result<Written, Failure> {
    // What ends the file before its end is another matter than what is wrong with it.
    let mut ended = None;
    let whole = write_whole_by(path, args.force, |file| {
        let mut out = BufWriter::new(file);
        out.write_all(header.as_bytes())?;
        let written = answer_all(stream, Some((path, &mut out)), interrupt, args, lang);
        match written {
            Ok(written) if interrupt.code().is_none() => {
                out.write_all(end_line(written.digests).as_bytes())?;
                out.flush()?;
                Ok(written)
            }
            other => {
                ended = Some(other);
                Err(std::io::ErrorKind::Interrupted.into())
            }
        }
    });
    match ended {
        Some(ended) => ended,
        None => whole.map_err(|error| cannot_write(path, &error, lang)),
    }
}

fn cannot_write(path: &Path, error: &std::io::Error, lang: Lang) -> Failure {
    Failure::new(lang.words().cli.cannot_write(SafeText::path(path), SafeText::line(&error.to_string())))
}

fn answer_all(
    stream: &Stream<'_>,
    mut digests: Digests<'_>,
    interrupt: &Interrupt,
    args: &CheckArgs,
    lang: Lang,
) -> Result<Written, Failure> {
    let mut lines = Lines::of_standard_input(MOST);
    let mut out = BufWriter::new(output());
    let mut written = Written::default();
    let is_wanted = || interrupt.code().is_none();
    let cannot_read =
        |error: std::io::Error| Failure::new(lang.words().stream.cannot_read(SafeText::line(&error.to_string())));
    while let Some(group) = lines.next(&is_wanted).map_err(cannot_read)? {
        let answers: Vec<Option<Answer>> =
            group.par_iter().map(|line| answer(line, stream, args.hints, lang)).collect();
        for answer in answers.into_iter().flatten() {
            if let (Answer::Checked(_, Some(line)), Some((path, file))) = (&answer, &mut digests) {
                file.write_all(line.as_bytes()).map_err(|error| cannot_write(path, &error, lang))?;
                written.digests += 1;
            }
            written.add(answer, &mut out)?;
        }
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
        (_, Ok(Streamed { checked, digest })) => {
            let report = if hints { checked } else { checked.without_hints() };
            match Rendered::of(&report, ListingFormat::Json, lang) {
                Ok(rendered) => Answer::Checked(rendered, digest),
                Err(why) => error(&report.id, &why.to_string()),
            }
        }
        (id, Err(why)) => error(&id, &why.describe(lang.words())),
    })
}

impl Written {
    fn add(&mut self, answer: Answer, out: &mut impl Write) -> Result<(), Failure> {
        let bytes = match answer {
            Answer::Checked(rendered, _) => {
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
