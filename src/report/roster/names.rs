//! Names and regions as they are compared.

use unicode_normalization::UnicodeNormalization;

use crate::report::SafeText;
use crate::report::list::JOINTS;

/// NFKC, letters and digits only.
pub(super) fn normal(name: &str) -> String {
    name.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A normalised name without the regions it begins with.
pub(super) fn without_region(name: &str, region: &[SafeText]) -> String {
    let mut rest = name;
    for part in region {
        rest = rest.strip_prefix(&*normal(part)).unwrap_or(rest);
    }
    rest.to_owned()
}

/// A region in its parts.
pub(super) fn parts(region: &[SafeText]) -> Vec<SafeText> {
    if !region.iter().any(|part| part.contains(JOINTS)) {
        return region.to_vec();
    }
    let parts = region.iter().flat_map(|part| part.split(JOINTS)).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(SafeText::line).collect()
}
