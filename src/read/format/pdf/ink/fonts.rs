//! Characters of fonts that do not say what they show: embedded Chinese fonts with one of the predefined encodings
//! (`GBK-EUC-H` and its like), as typesetting systems write them. The encoding says it.

use std::cell::OnceCell;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_interpret::font::Glyph;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, String as Bytes};

/// More fonts than this are not looked at.
const MAX_FONTS: usize = 256;

/// The fonts of a document that have no table of their own from codes to characters.
pub(in crate::read::format::pdf) struct Fonts<'p> {
    pdf: &'p Pdf,
    found: OnceCell<Vec<Encoded>>,
}

struct Encoded {
    /// Without the mark of a subset.
    name: Vec<u8>,
    /// From codes to the characters' numbers in their collection.
    codes: CMap,
    /// From there to the characters.
    characters: CMap,
}

impl<'p> Fonts<'p> {
    /// Looks at nothing yet: most documents never ask.
    pub(crate) fn new(pdf: &'p Pdf) -> Self {
        Self { pdf, found: OnceCell::new() }
    }

    /// What a glyph shows by its font's encoding.
    pub(crate) fn character(&self, glyph: &Glyph<'_>) -> Option<char> {
        let Glyph::Outline(outline) = glyph else { return None };
        let fonts = self.found.get_or_init(|| encoded(self.pdf));
        let font = match fonts.as_slice() {
            [] => return None,
            [one] => one,
            many => {
                let name = outline.font_data().and_then(|data| data.postscript_name);
                many.iter().find(|font| name.as_ref().is_some_and(|name| name.as_bytes() == font.name))?
            }
        };
        let code = glyph.char_code();
        let number = (1..=4).rev().find_map(|length| font.codes.lookup_cid_code(code, length))?;
        match font.characters.lookup_bf_string(number)? {
            BfString::Char(c) => Some(c),
            BfString::String(text) => text.chars().next(),
        }
    }
}

fn encoded(pdf: &Pdf) -> Vec<Encoded> {
    pdf.objects()
        .into_iter()
        .filter_map(|object| match object {
            Object::Dict(dict) => font(&dict),
            _ => None,
        })
        .take(MAX_FONTS)
        .collect()
}

fn font(dict: &Dict<'_>) -> Option<Encoded> {
    let name = |key: &[u8]| dict.get::<Name<'_>>(key);
    if name(b"Subtype")?.as_ref() != b"Type0" || dict.contains_key(b"ToUnicode") {
        return None;
    }
    let encoding = name(b"Encoding")?;
    let codes = predefined(CMapName::from_bytes(encoding.as_ref()))?;
    let family = match &codes.metadata().character_collection {
        Some(collection) if collection.family != CidFamily::AdobeIdentity => collection.family.clone(),
        _ => collection(dict)?,
    };
    let characters = predefined(family.ucs2_cmap()?)?;
    let full = name(b"BaseFont").map(|name| name.as_ref().to_vec()).unwrap_or_default();
    let is_subset = full.get(6) == Some(&b'+');
    let name = if is_subset { full.get(7..).unwrap_or_default().to_vec() } else { full };
    Some(Encoded { name, codes, characters })
}

fn predefined(name: CMapName<'_>) -> Option<CMap> {
    match name {
        CMapName::IdentityH => Some(CMap::identity_h()),
        CMapName::IdentityV => Some(CMap::identity_v()),
        _ => CMap::parse(load_embedded(name)?, load_embedded),
    }
}

/// The collection that the font below names.
fn collection(dict: &Dict<'_>) -> Option<CidFamily> {
    let below = dict.get::<Array<'_>>(b"DescendantFonts")?.iter::<Dict<'_>>().next()?;
    let info = below.get::<Dict<'_>>(b"CIDSystemInfo")?;
    let text = |key: &[u8]| info.get::<Bytes<'_>>(key).map(|text| text.as_bytes().to_vec());
    Some(CidFamily::from_registry_ordering(&text(b"Registry")?, &text(b"Ordering")?))
}
