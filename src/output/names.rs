//! File names that every system takes, made of names that are from outside.

use crate::base::digest::Sha256Sum;

/// No longer than this, in bytes: some systems allow no more than 143 after they have encrypted a name, most 255.
const LONGEST: usize = 140;

/// `松溪县教育局_2025_第1轮.docx`: what names it, what tells it from others of that name, and its ending. A name that had to be
/// changed gets a few letters of its own, so that two which become alike stay apart.
#[must_use]
pub(crate) fn file_name(name: &str, tail: &str, ending: &str) -> String {
    let tame: String = name.trim().chars().map(|c| if is_tame(c) { c } else { '_' }).collect();
    let tame = tame.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let tail = format!("_{tail}.{ending}");
    let mark = 9;
    let room = LONGEST.saturating_sub(tail.len() + mark);
    let stem = cut(tame, room);
    if stem == name && !stem.is_empty() {
        return format!("{stem}{tail}");
    }
    let short = Sha256Sum::of(name.as_bytes()).short(4);
    format!("{stem}-{short}{tail}")
}

/// Nothing that leads elsewhere, acts upon a terminal, or means something to a shell or a system.
fn is_tame(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '（' | '）' | '(' | ')' | '·' | '、' | '《' | '》')
}

fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default().trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_an_agency_stays_as_it_is() {
        assert_eq!(file_name("松溪县教育局（本级）", "2025_第1轮", "docx"), "松溪县教育局（本级）_2025_第1轮.docx");
    }

    #[test]
    fn a_name_that_no_system_takes_becomes_one_that_all_do_and_stays_apart_from_others() {
        let names =
            ["../../etc/passwd", "..\\..\\etc\\passwd", "a\u{1b}[31m", "", ".", "..", "/", "长".repeat(200).as_str()]
                .map(|name| file_name(name, "2025", "md"));
        for (index, name) in names.iter().enumerate() {
            assert!(name.len() <= LONGEST && !name.contains(['/', '\\', '\u{1b}']) && !name.starts_with('.'), "{name}");
            assert!(name.ends_with("_2025.md") && !names[..index].contains(name), "{name}");
        }
        let long = |end: &str| file_name(&format!("{}{end}", "长".repeat(200)), "2025", "md");
        assert_ne!(long("甲"), long("乙"));
    }
}
