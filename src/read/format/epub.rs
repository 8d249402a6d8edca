//! Books (`epub`): a zip archive of web pages, and a list of the order in which they are read.

use std::collections::HashMap;

use crate::read::document::Document;
use crate::read::document::error::ReadError;

use super::html;
use super::shared::archive::Archive;
use super::shared::lines::Lines;
use super::shared::properties;
use super::shared::xml::{attribute, elements, text};

/// More pages than this are not looked at.
const MAX_PAGES: usize = 512;
/// All pages together are no larger than this.
const MAX_TEXT: u64 = 64 << 20;

/// Its lines.
///
/// # Errors
/// If the archive is broken, encrypted, or larger than any report.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let broken = || ReadError::Broken("epub");
    let mut archive = Archive::open(bytes, "epub")?;
    archive.limit(MAX_TEXT);
    let container = archive.part("META-INF/container.xml")?.ok_or_else(broken)?;
    let mut package = None;
    elements(&text(&container), |name, start| {
        if name == "rootfile" && package.is_none() {
            package = attribute(start, "full-path");
        }
    });
    let package = package.ok_or_else(broken)?;
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let list = archive.part(&package)?.ok_or_else(broken)?;
    let mut lines = Lines::new("epub");
    for page in pages(&text(&list)) {
        let page = path(&folder, &page);
        let Some(bytes) = archive.part(&page)? else { continue };
        lines.gap();
        for piece in html::pieces(&text(&bytes))? {
            if piece.is_picture() {
                lines.picture(None);
                continue;
            }
            if piece.after_gap {
                lines.gap();
            }
            lines.push(None, piece.into_fields())?;
        }
    }
    let title = properties::title(&text(&list));
    Ok(Document { titles: title.into_iter().collect(), ..lines.finish() })
}

/// The pages in the order in which they are read, without the table of contents.
fn pages(list: &str) -> Vec<String> {
    let mut files: HashMap<String, String> = HashMap::new();
    let mut order = Vec::new();
    elements(list, |name, start| match name {
        "item" if files.len() < MAX_PAGES * 4 => {
            let is_contents =
                attribute(start, "properties").is_some_and(|said| said.split(' ').any(|word| word == "nav"));
            if let (Some(id), Some(file)) = (attribute(start, "id"), attribute(start, "href"))
                && !is_contents
            {
                files.insert(id, file);
            }
        }
        "itemref" if order.len() < MAX_PAGES => order.extend(attribute(start, "idref")),
        _ => {}
    });
    order.into_iter().filter_map(|id| files.remove(&id)).collect()
}

/// A file beside the list of pages, whose name may be written as an address is.
fn path(folder: &str, file: &str) -> String {
    let file = file.split('#').next().unwrap_or_default();
    let mut parts: Vec<String> = folder.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    for part in file.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(unescaped(part)),
        }
    }
    parts.join("/")
}

/// `%20` and its like as the characters they stand for.
fn unescaped(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::shared::archive::tests::archive;
    use super::*;

    fn book(pages: &[(&str, &str)], list: &str) -> Vec<u8> {
        let container = "<container><rootfiles><rootfile full-path=\"E/a.opf\"/></rootfiles></container>";
        let mut parts: Vec<(&str, &[u8])> = vec![
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", container.as_bytes()),
            ("E/a.opf", list.as_bytes()),
        ];
        parts.extend(pages.iter().map(|(name, page)| (*name, page.as_bytes())));
        archive(&parts)
    }

    #[test]
    fn pages_come_in_the_order_of_the_list() {
        let list = "<package><manifest><item id=\"n\" href=\"nav.xhtml\" properties=\"nav\"/>\
                    <item id=\"two\" href=\"t/b%20c.xhtml\"/><item id=\"one\" href=\"../a.xhtml\"/></manifest>\
                    <spine><itemref idref=\"n\"/><itemref idref=\"one\"/><itemref idref=\"two\"/><itemref idref=\"two\"/></spine></package>";
        let table = "<html><body><table><tr><td>规章</td><td>5</td></tr></table></body></html>";
        let bytes = book(&[("a.xhtml", "<p>甲</p>"), ("E/t/b c.xhtml", table), ("E/nav.xhtml", "<p>目录</p>")], list);
        let document = crate::read::document("年报.epub", &bytes).unwrap();
        let texts: Vec<Vec<&str>> =
            document.lines.iter().map(|line| line.fields.iter().map(|field| field.text.as_str()).collect()).collect();
        assert_eq!(texts, [vec!["甲"], vec!["规章", "5"]]);
        assert_eq!((document.format, document.lines[1].after_gap), ("epub", true));
    }

    #[test]
    fn traps_are_refused() {
        let list = "<package><item id=\"a\" href=\"a.xhtml\"/><itemref idref=\"a\"/></package>";
        assert_eq!(read(&book(&[("E/a.xhtml", &" ".repeat(65 << 20))], list)), Err(ReadError::Unpacks));
        assert_eq!(read(&archive(&[("mimetype", b"application/epub+zip")])), Err(ReadError::Broken("epub")));
        assert!(read(&book(&[], list)).unwrap().lines.is_empty());
    }
}
