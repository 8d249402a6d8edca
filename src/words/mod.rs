//! Every text that a user meets: a file for each part of the program, in it each text once, with Chinese and English
//! side by side.
//!
//! Owns: wording. A text is an entry of a table, and by it a function of what it speaks of: see `table.rs`. A new part is
//! a file, and a line below. Wordings that come from data (rules, templates) have their placeholders filled by [`fill`].
//! Imports nothing of ours.

#[macro_use]
mod table;

mod absent;
mod act;
mod batch;
mod check;
mod cli;
mod command;
mod desk;
mod dossier;
#[cfg(test)]
mod every;
mod export;
mod find;
mod journal;
mod keys;
mod live;
mod localise;
mod look;
mod map;
mod naming;
mod notice;
mod outgoing;
mod output;
mod parser;
mod profile;
mod read;
mod remark;
mod report;
mod rules;
mod sample;
mod score;
mod season;
mod see;
mod stream;
mod summary;
mod together;
mod tour;

use std::fmt::Display;

use serde::Deserialize;

pub(crate) use absent::*;
pub(crate) use act::*;
pub(crate) use batch::*;
pub(crate) use check::*;
pub(crate) use cli::*;
pub(crate) use command::*;
pub(crate) use desk::*;
pub(crate) use dossier::*;
pub(crate) use export::*;
pub(crate) use find::*;
pub(crate) use journal::*;
pub(crate) use keys::*;
pub(crate) use live::*;
pub(crate) use localise::*;
pub(crate) use look::*;
pub(crate) use map::*;
pub(crate) use naming::*;
pub(crate) use notice::*;
pub(crate) use outgoing::*;
pub(crate) use output::*;
pub(crate) use parser::*;
pub(crate) use profile::*;
pub(crate) use read::*;
pub(crate) use remark::remark;
pub(crate) use report::*;
pub(crate) use rules::*;
pub(crate) use sample::*;
pub(crate) use score::*;
pub(crate) use season::*;
pub(crate) use see::*;
pub(crate) use stream::*;
pub(crate) use summary::*;
pub(crate) use together::*;
pub(crate) use tour::*;

parts! {
    /// Agencies without a report.
    absent: AbsentWords,
    /// Acting on many reports, by rounds, again.
    act: ActWords,
    /// Reading documents in masses.
    batch: BatchWords,
    /// Findings.
    check: CheckWords,
    /// The command line.
    cli: CliWords,
    /// The commands of the desk.
    command: CommandWords,
    /// The desk.
    desk: DeskWords,
    /// The dossier.
    dossier: DossierWords,
    /// Tables that are written out of a review.
    export: ExportWords,
    /// Finding an agency and coming back to it.
    find: FindWords,
    /// What a file is instead of a document, and what to do.
    foreign: ForeignWords,
    /// The journal.
    journal: JournalWords,
    /// Keys, the list of commands, notices and places.
    keys: KeyWords,
    /// Why a file is not a list of agencies.
    list: ListWords,
    /// A directory that changes.
    live: LiveWords,
    /// Loading a directory.
    load: LoadWords,
    /// Which cell is wrong.
    localise: LocaliseWords,
    /// How the desk looks.
    look: LookWords,
    /// Data of other programs, by a mapping file.
    map: MapWords,
    /// Naming agencies.
    naming: NamingWords,
    /// What goes out to agencies.
    notice: NoticeWords,
    /// What goes out of the desk.
    outgoing: OutgoingWords,
    /// Listings.
    output: OutputWords,
    /// Files written by hand.
    parser: ParserWords,
    /// The settings of an office.
    profile: ProfileWords,
    /// Reading documents.
    read: ReadWords,
    /// Why a file is not a report.
    report_error: ReportErrorWords,
    /// The rules, one by one.
    rules: RulesWords,
    /// The sample data.
    sample: SampleWords,
    /// Points, and what they are taken off for.
    score: ScoreWords,
    /// What is written out of a review.
    season: SeasonWords,
    /// The preview, the years and the overview.
    see: SeeWords,
    /// How bad a finding is.
    severity: SeverityWords,
    /// What kinds of slips there are.
    slip: SlipWords,
    /// Reports that come line by line.
    stream: StreamWords,
    /// The sums of a region.
    summary: SummaryWords,
    /// Several reviewers.
    together: TogetherWords,
    /// The tour of the first start.
    tour: TourWords,
    /// The helpers that read documents.
    worker: WorkerWords,
}

/// 中文
pub const ZH: &Words = &Words::of(Lang::Zh);
/// English
pub(crate) const EN: &Words = &Words::of(Lang::En);

/// The languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// From the values of `LC_ALL`, `LC_MESSAGES` and `LANG`: Chinese unless another language is asked for.
    /// `C` and `POSIX` name no language.
    #[must_use]
    pub(crate) fn from_locale(values: &[Option<&str>]) -> Self {
        let first = values.iter().flatten().find(|value| !value.is_empty());
        match first.map(|value| value.to_ascii_lowercase()) {
            Some(value) if !["zh", "c", "posix"].iter().any(|name| is_language(&value, name)) => Self::En,
            _ => Self::Zh,
        }
    }

    /// The texts of this language.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::Zh => ZH,
            Self::En => EN,
        }
    }

    /// One of two wordings that belong to data: a form's labels, a rule's names.
    #[must_use]
    pub(crate) fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// An error that can say itself in each language, in one line.
pub trait Describe {
    /// The error in the language of `words`.
    fn describe(&self, words: &Words) -> String;
}

fn is_language(locale: &str, name: &str) -> bool {
    locale.strip_prefix(name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The names that a template gives to values: `{name}`, and `{name?one|several}`.
pub(crate) fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    let inner = template.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name));
    inner.map(|name| name.split_once('?').map_or(name, |(name, _)| name))
}

/// What stands for a placeholder: its value, or of `{name?one|several}` the word that goes with the value.
fn filled(placeholder: &str, values: &[(&str, &dyn Display)]) -> Option<String> {
    let value_of = |wanted: &str| values.iter().find(|(known, _)| *known == wanted).map(|(_, value)| value.to_string());
    let Some((name, choice)) = placeholder.split_once('?') else { return value_of(placeholder) };
    let (one, several) = choice.split_once('|')?;
    value_of(name).map(|value| if value == "1" { one.to_owned() } else { several.to_owned() })
}

/// Puts values in the place of `{name}`, and words that go with them in the place of `{name?cell|cells}`. A placeholder
/// without a value stays as it is.
#[must_use]
pub(crate) fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out += before;
        match after.split_once('}') {
            Some((name, tail)) => {
                out += &filled(name, values).unwrap_or_else(|| format!("{{{name}}}"));
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_once_and_never_read_as_templates() {
        assert_eq!(fill("{a}→{b}", &[("a", &"{b}"), ("b", &2)]), "{b}→2");
        assert_eq!(fill("{missing} {", &[]), "{missing} {");
        assert_eq!(fill("{missing?a|b} {n?a}", &[("n", &1)]), "{missing?a|b} {n?a}");
    }

    #[test]
    fn a_word_goes_with_its_number() {
        let said = |n: i64| fill("{n} {n?cell differs|cells differ}", &[("n", &n)]);
        assert_eq!([0, 1, 2, 11].map(said), ["0 cells differ", "1 cell differs", "2 cells differ", "11 cells differ"]);
        assert_eq!(placeholders("{n} {n?cell|cells} of {all}").collect::<Vec<_>>(), ["n", "n", "all"]);
    }

    #[test]
    fn the_locale_decides_only_where_it_names_a_language() {
        for (locale, lang) in [
            ("zh_CN.UTF-8", Lang::Zh),
            ("en_US.UTF-8", Lang::En),
            ("C.UTF-8", Lang::Zh),
            ("C", Lang::Zh),
            ("POSIX", Lang::Zh),
            ("cs_CZ", Lang::En),
            ("", Lang::Zh),
        ] {
            assert_eq!(Lang::from_locale(&[None, Some(locale)]), lang, "{locale}");
        }
        assert_eq!(Lang::from_locale(&[Some("en"), Some("zh_CN")]), Lang::En);
        assert_eq!(Lang::from_locale(&[Some(""), Some("zh_CN")]), Lang::Zh);
    }

    /// The compiler looks into single texts, not into lists of them.
    #[test]
    fn lists_agree_in_their_placeholders_and_no_text_of_them_is_empty() {
        for ((zh, zh_text), (en, en_text)) in ZH.act.templates().iter().zip(EN.act.templates()) {
            assert!(!zh.is_empty() && !en.is_empty());
            assert_eq!(sorted(zh_text), sorted(en_text), "\n{zh_text}\n{en_text}");
        }
        for words in [ZH, EN] {
            let (find, desk) = (words.find, words.desk);
            let lists: [&[&str]; 5] =
                [find.parts(), find.columns(), words.check.need_names(), desk.reasons(), desk.compare_choices()];
            assert!(lists.iter().all(|list| list.iter().all(|text| !text.is_empty())), "{lists:?}");
        }
    }

    fn sorted(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> = placeholders(text).collect();
        names.sort_unstable();
        names
    }
}
