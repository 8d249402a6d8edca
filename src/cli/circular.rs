//! `gouji circular`: the problems that many reports have in common.

use crate::journal::When;
use crate::output::circular::{AgencyNames, Circular};
use crate::output::notice::Letterhead;
use crate::output::template::{Layout, OutFormat};
use crate::output::write::{must_be_writable, write_file};
use crate::report::SafeText;
use crate::words::Lang;

use super::args::CircularArgs;
use super::outcome::{Done, Failure, Outcome, done, said};
use super::settings::Settings;
use super::{season, template};

/// Writes one file.
pub(super) fn run(args: &CircularArgs, settings: &Settings, lang: Lang) -> Outcome {
    let words = lang.words();
    if let Some(format) = args.print_template {
        return template::print(Layout::Circular, format, lang);
    }
    // The arguments are not taken without them.
    let (Some(dir), Some(to)) = (&args.dir, &args.to) else { return Ok(Done::Fine) };
    super::given::must_exist(dir, lang)?;
    let name = SafeText::path(to);
    let format = OutFormat::of_name(to).ok_or_else(|| Failure::new(words.notice.circular_ending(&name)))?;
    let date = season::date(args.date.as_deref(), lang)?;
    must_be_writable(to, dir, args.season.force).map_err(|error| said(&error, lang))?;
    let mut head = Letterhead {
        lang,
        office: SafeText::default(),
        contact: SafeText::default(),
        number: SafeText::default(),
        date: date.unwrap_or_else(|| When::now().date()),
        due: None,
        names_reviewers: false,
    };
    let own = args.template.as_deref();
    if own.is_some_and(|path| OutFormat::of_name(path) != Some(format)) {
        return Err(Failure::new(words.notice.template_other_than_to(format.ending())));
    }
    let tries = (&Circular::full(&head), &Circular::bare(&head));
    let template = template::chosen(own, Layout::Circular, format, tries, lang)?;
    let opened = match season::open(dir, &args.season, settings, lang)? {
        Ok(opened) => opened,
        Err(done) => return Ok(done),
    };
    head.office.clone_from(&opened.profile.office().name);
    let naming = if args.named { AgencyNames::Named } else { AgencyNames::hidden(&opened.season) };
    let years = words.season.list(&opened.years);
    let circular = Circular::of(&opened.season, &years, opened.roster.is_some(), &naming, &head);
    let bytes = template.render(&circular).map_err(|error| said(&error, lang))?;
    write_file(to, dir, &bytes, args.season.force).map_err(|error| said(&error, lang))?;
    done(words.notice.circular_written(&name, circular.kinds.len(), circular.reports))
}
