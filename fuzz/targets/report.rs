//! The JSON of a report: the quick reading and the whole one agree, and what was read can be written and read again.

#![no_main]

use gouji::report::{parse, parse_lean, to_json};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (whole, lean) = (parse(data), parse_lean(data));
    assert_eq!(whole.is_ok(), lean.is_ok());
    if let Ok(report) = whole {
        let written = to_json(&report);
        let again = parse(written.as_bytes()).expect("what was written is a report");
        assert_eq!(to_json(&again), written);
        let _ = gouji::check::check(&report.lean, gouji::check::Profile::standard());
    }
});
