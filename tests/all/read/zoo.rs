//! The zoo: invented reports through many converters. None is refused, and what is not read is said.

use crate::support::zoo;
/// So many of all cells are exact: what is reached, never less.
const EXACT: usize = 47_260;

#[test]
fn no_converter_is_refused_and_no_number_is_silently_wrong() {
    let (mut exact, mut cells, mut remarks) = (0, 0, 0);
    for report in zoo::reports() {
        let truth = zoo::truth(&report);
        for file in zoo::files(&report) {
            let score = zoo::score(&file, &truth).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            assert!(score.silent.is_empty(), "{}: {:?}", file.display(), score.silent);
            assert!(score.remarks > 0 || score.missing.is_empty(), "{}: {:?}", file.display(), score.missing);
            (exact, cells, remarks) = (exact + score.exact, cells + score.cells, remarks + score.remarks);
        }
    }
    assert!(exact >= EXACT, "{exact} of {cells} cells, {remarks} remarks");
}
