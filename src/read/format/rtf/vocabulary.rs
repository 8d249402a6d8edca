//! The control words whose groups are passed over or read all the same, and the encodings that numbers stand for.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1252};

pub(super) const SKIPPED: &[&str] = &[
    "colortbl",
    "stylesheet",
    "info",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "annotation",
    "atnid",
    "atnauthor",
    "fldinst",
    "objdata",
    "objclass",
    "objname",
    "xe",
    "tc",
    "bkmkstart",
    "bkmkend",
    "nonesttables",
    "themedata",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "generator",
    "sp",
    "nonshppict",
    "shprslt",
    "ftnsep",
    "ftnsepc",
    "aftnsep",
    "aftnsepc",
    "pntxta",
    "pntxtb",
    "template",
    "filetbl",
];
/// What is read although programs may pass over it.
pub(super) const READ: &[&str] =
    &["nesttableprops", "shpinst", "shppict", "moMath", "moMathPara", "listtext", "pntext", "shptxt", "mr", "pn"];

pub(super) fn code_page(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        936 | 54936 => GBK,
        950 => BIG5,
        932 => SHIFT_JIS,
        949 => EUC_KR,
        1252 => WINDOWS_1252,
        _ => return None,
    })
}

/// The encoding of a font's characters. Western fonts stand for any: their texts come in the document's encoding.
pub(super) fn charset(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        134 => GBK,
        136 => BIG5,
        _ => return None,
    })
}
