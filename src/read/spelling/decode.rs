//! From bytes to text: which encoding a document is in, and whether it is text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a document the encoding is guessed from.
const SAMPLE: usize = 1 << 20;

/// The text of a document.
pub(in crate::read) struct Decoded {
    pub(crate) text: String,
    /// `utf-8`, `gb18030`, ….
    pub(crate) encoding: String,
    /// How many characters could not be decoded and stand as U+FFFD.
    pub(crate) damaged: usize,
}

/// Decodes; `None` if this is not text.
pub(in crate::read) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if has_foreign_magic(bytes) {
        return None;
    }
    let (encoding, bytes) = detect(bytes);
    decode_with(encoding, bytes)
}

/// Decodes in an encoding by its name; `None` if there is no such encoding or this is not text in it.
pub(in crate::read) fn decode_as(bytes: &[u8], name: &str) -> Option<Decoded> {
    if has_foreign_magic(bytes) {
        return None;
    }
    decode_with(Encoding::for_label(name.as_bytes())?, bytes)
}

fn decode_with(encoding: &'static Encoding, bytes: &[u8]) -> Option<Decoded> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let (mut damaged, mut strange, mut total) = (0, 0, 0_usize);
    for c in text.chars() {
        total += 1;
        damaged += usize::from(c == '\u{FFFD}');
        strange += usize::from(c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'));
    }
    // Binary data decodes into something in any encoding; what betrays it are controls and broken characters.
    if strange * 50 > total || damaged * 20 > total {
        return None;
    }
    let text = if text.contains('\n') { text.into_owned() } else { text.replace('\r', "\n") };
    Some(Decoded { text, encoding: encoding.name().to_ascii_lowercase(), damaged })
}

/// Containers that are never text, whatever their name says.
fn has_foreign_magic(bytes: &[u8]) -> bool {
    [&b"%PDF-"[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"\x1F\x8B"].iter().any(|magic| bytes.starts_with(magic))
}

fn detect(bytes: &[u8]) -> (&'static Encoding, &[u8]) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (encoding, bytes.get(length..).unwrap_or_default());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return (UTF_8, bytes),
        Err(error) if is_nearly_utf8(bytes, error.valid_up_to()) => return (UTF_8, bytes),
        _ => {}
    }
    for (encoding, line_break) in [(UTF_16LE, b"\n\0"), (UTF_16BE, b"\0\n")] {
        if bytes.len().is_multiple_of(2) && bytes.as_chunks::<2>().0.contains(line_break) {
            return (encoding, bytes);
        }
    }
    (guess(bytes), bytes)
}

/// One broken character in a hundred does not make a UTF-8 document something else.
fn is_nearly_utf8(bytes: &[u8], valid_up_to: usize) -> bool {
    if valid_up_to == 0 && bytes.len() > 4 {
        return false;
    }
    let chunks = bytes.utf8_chunks();
    let (mut valid, mut invalid) = (0, 0);
    for chunk in chunks {
        valid += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        invalid += chunk.invalid().len();
    }
    invalid * 100 < valid
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let is_big5 = detector.guess(None, Utf8Detection::Deny) == BIG5 || reads_better_as_big5(sample);
    // What calls itself gb2312 or gbk is GB18030 in truth; and nothing else is expected of Chinese offices.
    if is_big5 { BIG5 } else { GB18030 }
}

/// Big5 read as GB18030 is full of characters that are nobody's.
fn reads_better_as_big5(sample: &[u8]) -> bool {
    let strange = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        text.chars().filter(|c| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}')).count()
    };
    let simplified = strange(GB18030);
    simplified * 40 > sample.len() && strange(BIG5) * 4 < simplified
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "临江县示例局２０２３年政府信息公开工作年度报告\n一、总体情况\n收到申请 5 件。\n";

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn each_encoding_gives_the_same_text() {
        let with = |bom: &[u8], bytes: Vec<u8>| [bom, &bytes].concat();
        for (bytes, name) in [
            (TEXT.as_bytes().to_vec(), "utf-8"),
            (with(b"\xEF\xBB\xBF", TEXT.as_bytes().to_vec()), "utf-8"),
            (with(b"\xFF\xFE", utf16(TEXT, true)), "utf-16le"),
            (with(b"\xFE\xFF", utf16(TEXT, false)), "utf-16be"),
            (utf16(TEXT, true), "utf-16le"),
            (utf16(TEXT, false), "utf-16be"),
            (GB18030.encode(TEXT).0.into_owned(), "gb18030"),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding.as_str(), decoded.damaged), (TEXT, name, 0));
        }
    }

    #[test]
    fn big5_is_found_out() {
        let text = "臺北市政府資訊公開年度報告，本年度共收到申請五件，均依法辦理完畢。\n其他需要報告的事項：無。\n";
        let (bytes, _, _) = BIG5.encode(text);
        let decoded = decode(&bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding.as_str()), (text, "big5"));
    }

    #[test]
    fn a_broken_character_is_counted_and_binary_is_not_text() {
        let mut bytes = TEXT.repeat(10).into_bytes();
        bytes[40] = 0xFF;
        assert!(decode(&bytes).unwrap().damaged > 0);
        assert!(decode(b"%PDF-1.7\n...").is_none());
        let noise: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(decode(&noise).is_none());
        assert!(decode(b"").unwrap().text.is_empty());
    }
}
