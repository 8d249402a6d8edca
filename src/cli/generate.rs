//! `gouji generate`: directories of invented reports of any size, with the truth about them, for tests and benchmarks.

use std::io::{BufWriter, Write};

use crate::sample::{self, Likeness, SampleOptions};
use crate::words::Lang;

use super::args::GenerateArgs;
use super::outcome::{Done, Failure, Outcome, output};
use super::progress::Progress;

/// Writes the reports and `truth.jsonl`.
pub(super) fn run(args: &GenerateArgs, lang: Lang) -> Outcome {
    let options = SampleOptions {
        seed: args.seed,
        count: args.stream.unwrap_or(args.count),
        slips_per_thousand: args.slips,
        texts: if args.different_texts { Likeness::Different } else { Likeness::Alike },
        ..SampleOptions::default()
    };
    let Some(dir) = &args.out else {
        sample::generate_lines(&options, &mut BufWriter::new(output()))?;
        return Ok(Done::Fine);
    };
    let progress = Progress::new(args.count);
    let summary = sample::generate_to(dir, &options, &mut |written| progress.set(written))
        .map_err(|error| Failure::new(error.describe(lang.words())))?;
    progress.finish();
    writeln!(output(), "{}", summary.describe(lang.words()))?;
    Ok(Done::Fine)
}
