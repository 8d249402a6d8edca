//! Workbooks, old and new: a zip archive is taken for a new one.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let name = if data.starts_with(b"PK") { "2024.xlsx" } else { "2024.xls" };
    let _ = gouji::read::read(name, data);
});
