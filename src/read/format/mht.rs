//! Web pages with all their parts in one file (`mht`, and `doc` as many systems export it): MIME around HTML.

use crate::read::document::Document;
use crate::read::document::error::ReadError;

use super::content::Content;
use super::html;

/// Parts in parts deeper than this are not looked at.
const MAX_DEPTH: usize = 4;
/// More pages than this are not looked at: a workbook has one for each sheet.
const MAX_PAGES: usize = 64;
/// The lines of a head that are looked at.
const MAX_HEAD: usize = 200;

/// Does it begin with the head of a message?
pub(super) fn shows(file: &Content<'_>) -> bool {
    let head = file.head();
    ["mime-version:", "content-type: multipart/related", "content-type:multipart/related"]
        .iter()
        .any(|start| head.starts_with(start))
        || head.starts_with("from:") && head.contains("mime-version:")
        || head.contains("\ncontent-type: multipart/related")
}

/// Its lines: those of its first page, or, where that is only a frame around others, of the others.
///
/// # Errors
/// If no page is in it, or that cannot be read.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut pages = Vec::new();
    collect(bytes, 0, &mut pages);
    let mut pages = pages.into_iter();
    let first = pages.next().ok_or(ReadError::Broken("mht"))?;
    let mut document = if is_frame(&first) {
        let mut all = Document::default();
        for page in pages.filter(|page| !is_frame(page)) {
            let page = html::read(&page)?;
            for line in page.lines {
                all.push(line.page, line.fields, line.after_gap);
            }
            (all.encoding, all.damaged) = (page.encoding, all.damaged + page.damaged);
        }
        all
    } else {
        html::read(&first)?
    };
    document.format = "mht";
    Ok(document)
}

/// A page of frames, with nothing in it but the names of other pages.
fn is_frame(page: &[u8]) -> bool {
    contains(page, b"<frameset")
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted))
}

/// What the head of a part says.
#[derive(Default)]
struct Head {
    kind: String,
    boundary: Option<String>,
    encoding: String,
}

/// Adds the pages of a part and of the parts in it.
fn collect(part: &[u8], depth: usize, pages: &mut Vec<Vec<u8>>) {
    if depth > MAX_DEPTH || pages.len() >= MAX_PAGES {
        return;
    }
    let (head, body) = split(part);
    if let Some(boundary) = head.boundary.filter(|boundary| !boundary.is_empty()) {
        for inner in parts(body, &boundary) {
            collect(inner, depth + 1, pages);
        }
    } else if head.kind.starts_with("text/html") {
        pages.push(match head.encoding.as_str() {
            "base64" => base64(body),
            "quoted-printable" => quoted(body),
            _ => body.to_vec(),
        });
    }
}

/// A part's head and body: an empty line is between them.
fn split(part: &[u8]) -> (Head, &[u8]) {
    let mut head = Head::default();
    let mut rest = part;
    let mut fields: Vec<String> = Vec::new();
    for _ in 0..MAX_HEAD {
        let Some(end) = rest.iter().position(|&byte| byte == b'\n') else { break };
        let (line, after) = rest.split_at_checked(end + 1).unwrap_or((rest, &[]));
        rest = after;
        let line = String::from_utf8_lossy(line);
        let line = line.trim_end();
        if line.is_empty() {
            if fields.is_empty() {
                continue;
            }
            break;
        }
        match fields.last_mut() {
            // A long field goes on in the next line.
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(line),
            _ => fields.push(line.to_owned()),
        }
    }
    for field in &fields {
        let Some((name, value)) = field.split_once(':') else { continue };
        match name.trim().to_ascii_lowercase().as_str() {
            "content-type" => {
                head.kind = value.trim().to_ascii_lowercase();
                head.boundary = boundary(value);
            }
            "content-transfer-encoding" => head.encoding = value.trim().to_ascii_lowercase(),
            _ => {}
        }
    }
    (head, rest)
}

fn boundary(value: &str) -> Option<String> {
    let at = value.to_ascii_lowercase().find("boundary=")?;
    let said = value.get(at + "boundary=".len()..)?.trim_start();
    let said = match said.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => said.split([';', ' ']).next(),
    };
    said.map(str::to_owned)
}

/// What stands between the lines with the boundary.
fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let mark = format!("--{boundary}");
    let mut parts = Vec::new();
    let (mut begun, mut at) = (None::<usize>, 0);
    while at < body.len() {
        let rest = body.get(at..).unwrap_or_default();
        let end = rest.iter().position(|&byte| byte == b'\n').map_or(body.len(), |end| at + end + 1);
        if rest.starts_with(mark.as_bytes()) {
            parts.extend(begun.and_then(|from| body.get(from..at)));
            begun = Some(end);
        }
        at = end;
    }
    parts.extend(begun.and_then(|from| body.get(from..)));
    parts
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for &byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).unwrap_or(0));
        }
    }
    bytes
}

fn quoted(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'=' {
            bytes.push(first);
            continue;
        }
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else if let Some(line) = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")) {
            // The line goes on.
            rest = line;
        } else {
            bytes.push(first);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<String> {
        let document = crate::read::document("年报.doc", bytes).unwrap();
        assert_eq!(document.format, "mht");
        let text = |line: &crate::read::Line| line.fields.iter().map(|f| f.text.as_str()).collect::<Vec<_>>().join("|");
        document.lines.iter().map(text).collect()
    }

    #[test]
    fn the_page_is_found_in_every_encoding() {
        let page = |encoding: &str, body: &str| {
            format!(
                "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=_x\"\r\n\r\nThis is no page.\r\n\
                 ----=_x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n\
                 {body}\r\n----=_x\r\nContent-Type: image/png\r\n\r\n...\r\n----=_x--\r\n"
            )
        };
        let html = "<html><table><tr><td>规章<td>5</table></html>";
        assert_eq!(texts(page("8bit", html).as_bytes()), ["规章|5"]);
        let quoted = html.replace('=', "=3D").replace("规", "=E8=A7=84").replace("<td>5", "<td>=\r\n5");
        assert_eq!(texts(page("quoted-printable", &quoted).as_bytes()), ["规章|5"]);
        let base64 = "PGh0bWw+PHRhYmxlPjx0cj48dGQ+6KeE56ugPHRk\r\nPjU8L3RhYmxlPjwvaHRtbD4=";
        assert_eq!(texts(page("base64", base64).as_bytes()), ["规章|5"]);
    }

    #[test]
    fn a_page_of_frames_stands_for_the_others() {
        let part = |body: &str| format!("--x\nContent-Type: text/html\n\n{body}\n");
        let head = "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n";
        let all = format!("{head}{}{}{}--x--", part("<frameset></frameset>"), part("<p>甲</p>"), part("<p>乙</p>"));
        assert_eq!(texts(all.as_bytes()), ["甲", "乙"]);
        let first = format!("{head}{}{}--x--", part("<p>甲</p>"), part("<p>页眉</p>"));
        assert_eq!(texts(first.as_bytes()), ["甲"]);
    }

    #[test]
    fn what_has_no_page_is_broken() {
        assert_eq!(read(b"MIME-Version: 1.0\r\n\r\n"), Err(ReadError::Broken("mht")));
        let deep = "Content-Type: multipart/mixed; boundary=x\n\n--x\n".repeat(100);
        assert_eq!(read(deep.as_bytes()), Err(ReadError::Broken("mht")));
        let many = format!("Content-Type: multipart/mixed; boundary=x\n\n{}", "--x\n".repeat(100_000));
        assert_eq!(read(many.as_bytes()), Err(ReadError::Broken("mht")));
    }
}
