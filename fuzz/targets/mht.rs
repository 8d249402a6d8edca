//! Web pages with all their parts in one file.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = gouji::read::read("2024.mht", data);
});
