//! `gouji circular`: the problems that many reports have in common.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use crate::journal::When;
use crate::library;
use crate::output::circular::{AgencyNames, Circular};
use crate::output::notice::Letterhead;
use crate::output::template::{Layout, OutFormat, OutTemplate, printed};
use crate::output::write::{must_be_writable, write_file};
use crate::report::SafeText;
use crate::words::{Describe, Lang};

use super::args::CircularArgs;
use super::outcome::{Done, Failure, Outcome, output};
use super::season;
use super::settings::Settings;

/// Writes one file.
pub(super) fn run(args: &CircularArgs, settings: &Settings, lang: Lang) -> Outcome {
    let words = lang.words();
    if let Some(format) = args.print_template {
        return print(Layout::Circular, format, lang);
    }
    // The arguments are not taken without them.
    let (Some(dir), Some(to)) = (&args.dir, &args.to) else { return Ok(Done::Fine) };
    super::given::must_exist(dir, lang)?;
    let name = SafeText::path(to);
    let format = OutFormat::of_name(to).ok_or_else(|| Failure::new(words.notice.circular_ending(&name)))?;
    let date = args.date.as_deref().map(|text| season::date(text, lang)).transpose()?;
    must_be_writable(to, dir, args.force).map_err(|error| said(&error, lang))?;
    let mut head = Letterhead {
        lang,
        office: SafeText::default(),
        contact: SafeText::default(),
        number: SafeText::default(),
        date: date.unwrap_or_else(|| When::now().date()),
        due: None,
        names_reviewers: false,
    };
    let template = template(args.template.as_deref(), format, &head, lang)?;
    let opened = match season::open(dir, &args.season, settings, lang)? {
        Ok(opened) => opened,
        Err(done) => return Ok(done),
    };
    head.office.clone_from(&opened.profile.office().name);
    let years: Vec<String> = opened.years.iter().map(u16::to_string).collect();
    let naming = if args.named { AgencyNames::Named } else { AgencyNames::hidden(&opened.season) };
    let years = years.join(words.season.separator());
    let circular = Circular::of(&opened.season, &years, opened.roster.is_some(), &naming, &head);
    let bytes = template.render(&circular).map_err(|error| said(&error, lang))?;
    write_file(to, dir, &bytes, args.force).map_err(|error| said(&error, lang))?;
    let mut out = output();
    writeln!(out, "{}", words.notice.circular_written(&name, circular.kinds.len(), circular.reports))?;
    out.flush()?;
    Ok(Done::Fine)
}

pub(super) fn said(what: &dyn Describe, lang: Lang) -> Failure {
    Failure::new(what.describe(lang.words()))
}

/// A built-in template to standard output.
pub(super) fn print(layout: Layout, format: OutFormat, lang: Lang) -> Outcome {
    if format == OutFormat::Docx && std::io::stdout().is_terminal() {
        return Err(Failure::new(lang.words().notice.stdout_is_terminal()));
    }
    let bytes = printed(layout, format).map_err(|error| said(&error, lang))?;
    let mut out = output();
    out.write_all(&bytes)?;
    out.flush()?;
    Ok(Done::Fine)
}

/// The template that is asked for, tried.
fn template(path: Option<&Path>, format: OutFormat, head: &Letterhead, lang: Lang) -> Result<OutTemplate, Failure> {
    let words = lang.words();
    let Some(path) = path else {
        return OutTemplate::built_in(Layout::Circular, format).map_err(|error| said(&error, lang));
    };
    if OutFormat::of_name(path) != Some(format) {
        return Err(Failure::new(words.notice.template_other_format(format.ending())));
    }
    let at = |what: String| Failure::new(format!("{}: {what}", SafeText::path(path)));
    let bytes = library::read_bounded(path).map_err(|trouble| at(trouble.describe(words)))?;
    let template = OutTemplate::own(&bytes, format).map_err(|error| at(error.describe(words)))?;
    let tried = template.must_fit(&Circular::full(head), &Circular::bare(head));
    tried.map_err(|error| at(error.describe(words)))?;
    Ok(template)
}
