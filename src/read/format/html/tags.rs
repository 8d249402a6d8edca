//! What elements are by their names and attributes.

use html5ever::Attribute;
use html5ever::tokenizer::Tag;

use super::style::Styles;

/// The number at the beginning of an attribute; what no table can have counts as the largest number.
pub(super) fn number(text: &str) -> usize {
    let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { 1 } else { digits.parse().unwrap_or(usize::MAX) }
}

pub(super) fn attribute<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Elements whose content is not shown, by their nature or by their style.
pub(super) fn is_unshown(tag: &Tag, styles: &mut Styles) -> bool {
    match &*tag.name {
        "template" | "select" | "svg" | "object" | "audio" | "video" | "canvas" | "xml" | "annotation"
        | "annotation-xml" => true,
        // The cells of a hidden row must not be looked for one by one, and these have no end tag.
        "br" | "img" | "input" | "hr" | "link" | "meta" | "col" | "html" | "body" | "tr" | "td" | "th" => false,
        _ => styles.is_hidden(tag),
    }
}

/// What an element says that is not shown, in [`style`].
pub(super) const NOT_SHOWN: &str = "display:none";
/// More characters of the style of an element are not looked at.
const MAX_STYLE: usize = 4096;

/// The style of an element as it is written, without white space and in small letters.
pub(super) fn style(written: &str) -> String {
    let mut style: String = written.split_whitespace().collect();
    if style.len() > MAX_STYLE
        && let Some((end, _)) = style.char_indices().nth(MAX_STYLE)
    {
        style.truncate(end);
    }
    style.make_ascii_lowercase();
    style
}

/// Elements that show something that is no text: a picture large enough to be seen.
pub(super) fn is_picture(tag: &Tag, styles: &mut Styles) -> bool {
    let is_dot = |name| attribute(&tag.attrs, name).is_some_and(|text| number(text) <= 2 && !text.contains('%'));
    let is_one = match &*tag.name {
        "img" | "svg" | "object" | "embed" | "canvas" | "iframe" | "picture" | "video" => true,
        "input" => attribute(&tag.attrs, "type") == Some("image"),
        // What lies below a table or a cell is its pattern.
        "table" | "tbody" | "thead" | "tr" | "td" | "th" | "body" => false,
        _ => attribute(&tag.attrs, "style").is_some_and(|text| style(text).contains("url(")),
    };
    is_one && !styles.is_hidden(tag) && !is_dot("width") && !is_dot("height")
}

/// Elements that begin a line of their own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
