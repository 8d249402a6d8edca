//! The lists of a `docx`: `numbering.xml`, and the styles that number.

use quick_xml::events::BytesStart;

use crate::read::format::shared::numbering::{LEVELS, Level, Numbering, format};
use crate::read::format::shared::xml::{attribute, elements};

use super::xml::number;

/// From `numbering.xml` and `styles.xml`; what is broken in them is left out.
pub(super) fn numbering(numbering: &str, styles: &str) -> Numbering {
    let mut lists = Numbering::default();
    read_lists(&mut lists, numbering);
    read_styles(&mut lists, styles);
    lists
}

fn read_lists(lists: &mut Numbering, xml: &str) {
    // What is open: a definition, a list, or a level of either.
    let (mut definition, mut list, mut level) = (None, None, 0);
    elements(xml, |name, start| match name {
        "abstractNum" => (definition, list) = (id(start, "abstractNumId"), None),
        "num" => (definition, list) = (None, id(start, "numId")),
        // As Word 2003 XML calls them.
        "listDef" => (definition, list) = (id(start, "listDefId"), None),
        "list" => (definition, list) = (None, id(start, "ilfo")),
        "lvl" | "lvlOverride" => {
            level = id(start, "ilvl").and_then(|level| usize::try_from(level).ok()).unwrap_or(LEVELS);
        }
        "start" | "numFmt" | "nfc" | "lvlText" if level < LEVELS => {
            let Some(definition) = definition else { return };
            let levels = lists.definitions.entry(definition).or_insert_with(|| vec![Level::default(); LEVELS]);
            let Some(level) = levels.get_mut(level) else { return };
            match name {
                "start" => level.start = positive(start),
                "numFmt" => level.format = attribute(start, "val").unwrap_or_default(),
                "nfc" => level.format = format(positive(start)).to_owned(),
                _ => level.text = raw(start),
            }
        }
        "abstractNumId" | "ilst" => {
            if let (Some(list), Some(definition)) = (list, number(start)) {
                lists.lists.entry(list).or_default().definition = definition;
            }
        }
        "startOverride" if level < LEVELS => {
            if let Some(list) = list.and_then(|list| lists.lists.get_mut(&list)) {
                list.starts.push((level, positive(start)));
                list.starts.truncate(LEVELS);
            }
        }
        _ => {}
    });
}

fn read_styles(lists: &mut Numbering, xml: &str) {
    let mut open: Option<String> = None;
    elements(xml, |name, start| {
        if name == "style" {
            open = attribute(start, "styleId");
            return;
        }
        let Some(style) = open.as_ref().filter(|_| matches!(name, "numId" | "ilfo" | "ilvl" | "basedOn")) else {
            return;
        };
        let style = lists.styles.entry(style.clone()).or_default();
        match name {
            "numId" | "ilfo" => style.number = number(start),
            "ilvl" => style.level = number(start),
            _ => style.base = attribute(start, "val"),
        }
    });
}

fn id(start: &BytesStart<'_>, name: &str) -> Option<i64> {
    attribute(start, name)?.trim().parse().ok()
}

fn positive(start: &BytesStart<'_>) -> u32 {
    number(start).and_then(|number| u32::try_from(number).ok()).unwrap_or(1)
}

/// The text of a level with its entities resolved: it is put in front of a paragraph.
fn raw(start: &BytesStart<'_>) -> String {
    let text = attribute(start, "val").unwrap_or_default();
    let text: String = text.chars().take(32).collect();
    quick_xml::escape::unescape(&text).map(|text| text.into_owned()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering>
        <w:abstractNum w:abstractNumId="7">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2 "/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="7"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
      </w:numbering>"#;
    const STYLES: &str = r#"<w:styles>
        <w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>
        <w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>
      </w:styles>"#;

    #[test]
    fn lists_count_by_level_and_start_anew() {
        let mut lists = numbering(LISTS, STYLES);
        let mut label = |number, level| lists.label(Some(number), Some(level), None);
        assert_eq!(label(1, 0).as_deref(), Some("一、"));
        assert_eq!(label(1, 1).as_deref(), Some("一.1 "));
        assert_eq!(label(1, 1).as_deref(), Some("一.2 "));
        assert_eq!(label(1, 2), None);
        assert_eq!(label(1, 0).as_deref(), Some("二、"));
        assert_eq!(label(1, 1).as_deref(), Some("二.1 "));
        assert_eq!(label(2, 0).as_deref(), Some("五、"));
        assert_eq!(label(2, 0).as_deref(), Some("六、"));
        assert_eq!((label(0, 0), label(1, 12), label(1, -1)), (None, None, None));
    }

    #[test]
    fn a_style_may_number_and_hand_it_down() {
        let mut lists = numbering(LISTS, STYLES);
        assert_eq!(lists.label(None, None, Some("b")).as_deref(), Some("一、"));
        assert_eq!(lists.label(None, None, Some("a")).as_deref(), Some("二、"));
        assert_eq!(lists.label(None, None, Some("c")), None);
        assert_eq!(lists.label(Some(0), None, Some("a")), None, "number 0 takes the style's away");
    }
}
