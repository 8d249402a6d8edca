//! OpenDocument, in an archive and in one XML file.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = gouji::read::read("2024.odt", data);
});
