//! Rich text.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = gouji::read::read("2024.rtf", data);
});
