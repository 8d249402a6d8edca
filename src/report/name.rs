//! The name of an agency: what stands for it while nobody knows it, and what a reviewer gives it.
//!
//! What is kept about a report (notes, decisions, the names of its findings) is kept by the agency it was read as. A
//! name that a reviewer gives changes who it is for everything else, and leaves that key as it is.

use crate::base::digest::Sha256Sum;

use super::roster::Roster;
use super::standing::standing;
use super::{Agency, SafeText, bounds};

/// What a report without an agency's name is called until a reviewer names it.
const UNNAMED: &str = "未具名";

/// Does this name stand for one that was left open?
#[must_use]
pub(crate) fn is_unnamed(name: &str) -> bool {
    name.is_empty() || name.strip_prefix(UNNAMED).is_some_and(|rest| rest.starts_with('·'))
}

impl Agency {
    /// An agency with what its name tells about it.
    #[must_use]
    pub(crate) fn of_name(name: &str) -> Self {
        let standing = standing(name);
        Self {
            name: SafeText::line(name),
            region: standing.region.iter().map(|part| SafeText::line(part)).collect(),
            level: standing.level.map(SafeText::line),
            read_as: None,
        }
    }

    /// Gives an agency whose name was left open one that tells it from others, by the bytes of its file and by which
    /// report in it this is, from 1.
    pub(crate) fn call_unnamed(&mut self, bytes: &[u8], number: usize) {
        if self.name.is_empty() {
            let short = Sha256Sum::of(bytes).short(4);
            let number = if number > 1 { format!("#{number}") } else { String::new() };
            self.name = SafeText::line(&format!("{UNNAMED}·{short}{number}"));
        }
    }

    /// Was its name left open, and has nobody given it one?
    #[must_use]
    pub(crate) fn is_unnamed(&self) -> bool {
        is_unnamed(&self.name)
    }

    /// Who it was read as: by this the journal and the names of findings know it, whoever names it how.
    #[must_use]
    pub(crate) fn key(&self) -> &Self {
        self.read_as.as_deref().unwrap_or(self)
    }

    /// The same agency under the name that a reviewer gives it; without one, as it was read. A roster has the last word
    /// on how a name is written and where it belongs, as for a name that was read. Only a name that was left open can be
    /// given: what is kept about a report that was read under the name of another agency would be that one's, too.
    #[must_use]
    pub(crate) fn called(&self, name: Option<&str>, roster: Option<&Roster>) -> Self {
        let read = self.key();
        let name: String = name.unwrap_or_default().trim().chars().take(bounds::NAME).collect();
        if name.is_empty() || name == read.name.as_str() || !read.is_unnamed() {
            return read.clone();
        }
        let mut agency = Self { read_as: Some(Box::new(read.clone())), ..Self::of_name(&name) };
        if let Some(roster) = roster {
            roster.settle(&mut agency);
        }
        agency
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_left_open_is_told_by_file_and_number() {
        let unnamed = |bytes: &[u8], number| {
            let mut agency = Agency::default();
            agency.call_unnamed(bytes, number);
            agency
        };
        let (first, second) = (unnamed(b"a", 1), unnamed(b"a", 2));
        assert!(first.is_unnamed() && second.is_unnamed());
        assert_ne!(first.name, second.name);
        assert_ne!(first.name, unnamed(b"b", 1).name);
        assert_eq!(first.name, unnamed(b"a", 1).name, "the same file, the same name");
        let mut named = Agency::of_name("临江县示例局");
        named.call_unnamed(b"a", 1);
        assert_eq!(named.name.as_str(), "临江县示例局");
        assert!(!named.is_unnamed() && !is_unnamed("未具名镇人民政府"));
    }

    #[test]
    fn a_given_name_says_where_an_agency_belongs_and_keeps_its_key() {
        let mut read = Agency::default();
        read.call_unnamed(b"a", 1);
        let named = read.called(Some(" 义马市水利局 "), None);
        assert_eq!((named.name.as_str(), named.level.as_deref()), ("义马市水利局", Some("county-department")));
        assert_eq!(named.region.last().map(SafeText::as_str), Some("义马市"));
        assert!(!named.is_unnamed());
        assert_eq!(named.key(), &read);
        let again = named.called(Some("义马市教育局"), None);
        assert_eq!((again.name.as_str(), again.key()), ("义马市教育局", &read));
        for back in [None, Some(""), Some(read.name.as_str())] {
            assert_eq!(again.called(back, None), read);
        }
    }

    #[test]
    fn the_roster_has_the_last_word_on_a_given_name() {
        let roster =
            Roster::parse("名称,别名,地区\n义马市水利局,义马水利,河南省/三门峡市/义马市\n".as_bytes()).unwrap();
        let named = Agency::default().called(Some("义马水利"), Some(&roster));
        assert_eq!(named.name.as_str(), "义马市水利局");
    }
}
