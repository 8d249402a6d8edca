//! The title among the properties of a file: what its program was told, or what it made up.
//!
//! Whether it is the title of a report is for the recogniser to say: `Microsoft Word - 文档1` and `无标题` are none.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::read::spelling::decode;

/// A longer title is none.
const MAX_TITLE: usize = 500;
/// So many elements are looked through.
const MAX_ELEMENTS: usize = 2000;

/// The text of the first element `title` in the XML of properties: of `docProps/core.xml`, `meta.xml`, a list of pages.
pub(in crate::read::format) fn title(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut inside = false;
    let mut text = String::new();
    for _ in 0..MAX_ELEMENTS {
        match reader.read_event().ok()? {
            Event::Start(start) => inside |= start.local_name().as_ref() == "title",
            Event::End(end) if inside && end.local_name().as_ref() == "title" => return kept(&text),
            Event::Text(part) if inside && text.len() < MAX_TITLE * 4 => text += &part.xml10_content(),
            Event::Eof => return None,
            _ => {}
        }
    }
    None
}

/// The title of a PDF: UTF-16 with a mark, or bytes.
pub(in crate::read::format) fn of_bytes(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.get(..MAX_TITLE * 4).unwrap_or(bytes);
    kept(&decode::decode(bytes)?.text)
}

fn kept(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.chars().count() <= MAX_TITLE).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::super::archive::tests::archive;
    use super::*;

    #[test]
    fn the_title_is_found_in_any_properties() {
        let core = "<?xml version=\"1.0\"?><cp:coreProperties><dc:creator>x</dc:creator><dc:title> 甲局\n年报 </dc:title></cp:coreProperties>";
        assert_eq!(title(core).as_deref(), Some("甲局 年报"));
        assert_eq!(
            title("<package><metadata><dc:title id=\"t\">甲</dc:title><dc:title>乙</dc:title></metadata>").as_deref(),
            Some("甲")
        );
        for none in ["", "<a/>", "<dc:title></dc:title>", "<dc:title/>", "<dc:title>", "<"] {
            assert_eq!(title(none), None, "{none}");
        }
        assert_eq!(title(&format!("<title>{}</title>", "长".repeat(501))), None);
        assert_eq!(of_bytes(b"\xfe\xff\x75\x32\x5c\x40").as_deref(), Some("甲局"));
        assert_eq!(of_bytes("甲局".as_bytes()).as_deref(), Some("甲局"));
        assert_eq!(of_bytes(b""), None);
    }

    #[test]
    fn every_container_tells_its_title() {
        let core =
            "<cp:coreProperties><dc:title>漪水县统计局2023年政府信息公开工作年度报告</dc:title></cp:coreProperties>";
        let meta = core.replace("cp:coreProperties", "office:document-meta");
        let body = "<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>";
        let content = "<office:document-content><office:body><office:text><text:p>甲</text:p></office:text></office:body></office:document-content>";
        let flat = format!("<?xml version=\"1.0\"?><office:document>{}{content}</office:document>", core);
        let container = "<container><rootfiles><rootfile full-path=\"a.opf\"/></rootfiles></container>";
        let list = format!("<package><metadata>{core}</metadata><manifest/><spine/></package>");
        for (name, bytes) in [
            ("a.docx", archive(&[("word/document.xml", body.as_bytes()), ("docProps/core.xml", core.as_bytes())])),
            (
                "a.odt",
                archive(&[
                    ("mimetype", b"application/vnd.oasis.opendocument.text"),
                    ("content.xml", content.as_bytes()),
                    ("meta.xml", meta.as_bytes()),
                ]),
            ),
            ("a.fodt", flat.into_bytes()),
            (
                "a.epub",
                archive(&[
                    ("mimetype", b"application/epub+zip"),
                    ("META-INF/container.xml", container.as_bytes()),
                    ("a.opf", list.as_bytes()),
                ]),
            ),
        ] {
            let document = crate::read::document(name, &bytes).unwrap();
            assert_eq!(document.titles, ["漪水县统计局2023年政府信息公开工作年度报告"], "{name}");
        }
        // A broken one is none, and no error.
        let broken = archive(&[("word/document.xml", body.as_bytes()), ("docProps/core.xml", b"<dc:title>x")]);
        assert!(crate::read::document("a.docx", &broken).unwrap().titles.is_empty());
    }
}
