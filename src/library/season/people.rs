//! Names of reviewers in what reviewers have written: where names are to stay in the office, those in its words are hidden too.

use crate::journal::Audience;
use crate::report::SafeText;

use super::{Judged, Season, Submission};

/// Who is not to be named, and what is written in their place.
struct People<'a> {
    /// The longest first: of a name that begins with another its end would stay.
    names: Vec<&'a str>,
    instead: &'a str,
}

impl Season {
    /// Hides these people in all that reviewers have written; in how many places of the words that go out. `to_agencies`: only
    /// what is for agencies does.
    pub(crate) fn hide_people(&mut self, names: &[SafeText], instead: &str, to_agencies: bool) -> usize {
        let names = names.iter().map(|name| name.trim()).filter(|name| name.chars().any(char::is_alphanumeric));
        let mut people = People { names: names.collect(), instead };
        people.names.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        people.names.dedup();
        self.submissions.iter_mut().map(|submission| submission.hide_people(&people, to_agencies)).sum()
    }
}

impl Submission {
    fn hide_people(&mut self, people: &People<'_>, to_agencies: bool) -> usize {
        let goes_out = |audience: Audience| !to_agencies || audience == Audience::Agency;
        let mut count = self.now.hide_people(people, &goes_out);
        if let Some(since) = self.since.as_mut() {
            since.before.hide_people(people, &|_| false);
        }
        // The words of the return stand among those of the steps too.
        if let Some(returned) = self.review.returned.as_mut() {
            people.hide(&mut returned.words);
        }
        for step in &mut self.review.history {
            let found = people.hide(&mut step.words);
            count += if goes_out(step.audience) { found } else { 0 };
        }
        count
    }
}

impl Judged {
    fn hide_people(&mut self, people: &People<'_>, goes_out: &dyn Fn(Audience) -> bool) -> usize {
        let mut count = 0;
        for note in &mut self.notes {
            let found = people.hide(&mut note.text);
            count += if goes_out(note.audience) { found } else { 0 };
        }
        // Reasons are for the office alone.
        let reasons: usize = self.reasons_mut().map(|reason| people.hide(reason)).sum();
        count + if goes_out(Audience::Internal) { reasons } else { 0 }
    }
}

impl People<'_> {
    /// How often somebody was named.
    fn hide(&self, text: &mut SafeText) -> usize {
        let mut count = 0;
        for name in &self.names {
            let (hidden, found) = without(text, name, self.instead);
            if found > 0 {
                *text = SafeText::lines(&hidden);
                count += found;
            }
        }
        count
    }
}

/// The text with something else in the place of a name, and how often.
fn without(text: &str, name: &str, instead: &str) -> (String, usize) {
    let (mut out, mut count, mut rest, mut before) = (String::with_capacity(text.len()), 0, text, None);
    while let Some((head, tail)) = rest.split_once(name) {
        let left = head.chars().next_back().or(before);
        out.push_str(head);
        before = name.chars().next_back();
        if is_whole(left, name, tail.chars().next()) {
            out.push_str(instead);
            count += 1;
        } else {
            out.push_str(name);
        }
        rest = tail;
    }
    out.push_str(rest);
    (out, count)
}

/// Is it a word of its own? Chinese puts nothing between words: a name of several characters is one wherever it stands, a
/// single character only where no other is beside it.
fn is_whole(left: Option<char>, name: &str, right: Option<char>) -> bool {
    let is_alone = name.chars().nth(1).is_none();
    let joins = |edge: Option<char>, beside: Option<char>| {
        let beside = beside.filter(|c| c.is_alphanumeric());
        match edge {
            Some(edge) if edge.is_ascii() => beside.is_some_and(|c| c.is_ascii()),
            _ => is_alone && beside.is_some(),
        }
    };
    !joins(name.chars().next(), left) && !joins(name.chars().next_back(), right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_hidden_as_whole_words() {
        let people = People { names: vec!["王核对", "li", "李"], instead: "审核人" };
        for (text, expected, count) in [
            ("请与王核对联系", "请与审核人联系", 1),
            ("王核对、王核对", "审核人、审核人", 2),
            ("ask li, not lily or Ali", "ask 审核人, not lily or Ali", 1),
            ("问li。", "问审核人。", 1),
            ("李：请更正\n李", "审核人：请更正\n审核人", 2),
            ("李家村的行李", "李家村的行李", 0),
            ("", "", 0),
        ] {
            let mut words = SafeText::lines(text);
            assert_eq!((people.hide(&mut words), words.as_str()), (count, expected), "{text}");
        }
    }
}
