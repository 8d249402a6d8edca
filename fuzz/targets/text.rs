//! Plain text and Markdown: decoding, lines, and the recogniser behind every format.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = gouji::read::read("2024.txt", data);
});
