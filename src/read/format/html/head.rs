//! What a page says of its title in its head: `<title>` and the metadata that sites write.

/// Titles stand in the first so many bytes.
const HEAD: usize = 1 << 16;
/// So many titles are looked at.
const MAX: usize = 8;
/// Names of metadata that hold the title of what the page shows.
const NAMES: [&str; 4] = ["articletitle", "og:title", "title", "dc.title"];

/// The titles in the head of a page, those of the article first.
pub(super) fn titles(page: &str) -> Vec<String> {
    let head = page.get(..page.ceil_char_boundary(HEAD)).unwrap_or(page);
    // Only ASCII is folded, so positions stay.
    let lower = head.to_ascii_lowercase();
    let mut titles: Vec<String> = Vec::new();
    for (at, _) in lower.match_indices("<meta").take(200) {
        let Some(tag) = tag(head, at) else { continue };
        let is_title = attribute(tag, "name").or_else(|| attribute(tag, "property"));
        if is_title.is_some_and(|name| NAMES.contains(&name.to_ascii_lowercase().as_str())) {
            titles.extend(attribute(tag, "content").map(plain));
        }
    }
    if let Some(inner) = lower.find("<title").and_then(|at| {
        let from = at + lower.get(at..)?.find('>')? + 1;
        head.get(from..from + lower.get(from..)?.find("</title")?)
    }) {
        titles.push(plain(inner));
    }
    titles.truncate(MAX);
    titles
}

fn tag(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..)?;
    rest.get(..rest.find('>')?)
}

/// The value of an attribute in quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find(&format!(" {name}="))? + name.len() + 2;
    let rest = tag.get(at..)?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.get(1..)?.split(quote).next()
}

fn plain(text: &str) -> String {
    text.replace("&nbsp;", " ").replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::titles;

    #[test]
    fn metadata_goes_before_the_title_of_the_page() {
        let page =
            "<HTML><head><META Name=\"ArticleTitle\" content='甲 局 年报'><title>\n年报_乙网</title></head><title>不";
        assert_eq!(titles(page), ["甲 局 年报", "年报_乙网"]);
        assert!(titles("<title>没有结尾").is_empty());
        assert!(titles("<meta name=title content=无引号>").is_empty());
    }
}
