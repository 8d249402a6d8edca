//! One spelling for what is written in many: bytes in whatever encoding, characters that only look like others, the
//! traditional script, labels and numbers as offices write them.

pub(super) mod decode;
pub(super) mod normalise;
pub(super) mod radicals;
pub(super) mod script;
pub(super) mod years;
