//! How much of everything a report may have. The JSON Schema says it, and so does the error of a file that has more.
//!
//! Real reports stay far below: a province's longest section has some fifteen thousand characters. What the reader
//! of documents writes is cut to the same bounds, so that every file of ours can be loaded again.

/// A parsed report larger than this is refused: a real one has about 10 KB.
pub(crate) const FILE: u64 = 16 << 20;
/// Characters of an agency's name.
pub(crate) const NAME: usize = 200;
/// Parts of a region: province, city, county, and room for what other programs add.
pub(crate) const REGION: usize = 8;
/// Characters of one part of a region, of a level, of a kind of remark, of a format: whatever is a word.
pub(crate) const WORD: usize = 64;
/// Characters of a title, a heading, a file name, a label: whatever is a line.
pub(crate) const LINE: usize = 1000;
/// Characters of the preface.
pub(crate) const PREFACE: usize = 20_000;
/// Entries of the list of sections. The form has six.
pub(crate) const SECTIONS: usize = 16;
/// Characters of a section's text.
pub(crate) const TEXT: usize = 1 << 21;
/// The highest number of a section.
pub(crate) const SECTION_NUMBER: u64 = 99;
/// The last year that has four digits.
pub(crate) const YEAR: u64 = 9999;
/// Characters of what stands in a cell and is no number.
pub(crate) const RAW: usize = 200;
/// Places of cells; a form has some two hundred cells.
pub(crate) const ORIGINS: usize = 2000;
/// What the reader could not settle; ours keeps five hundred.
pub(crate) const REMARKS: usize = 2000;
/// Named values of one of these; ours have up to six.
pub(crate) const VALUES: usize = 16;
/// Keys of other programs that are kept: on the top level, in the agency, in the tables.
pub(crate) const UNKNOWN: usize = 1000;
/// Characters of a key of another program.
pub(crate) const KEY: usize = 200;
/// Lists and objects inside of each other in a value of another program.
pub(crate) const DEPTH: usize = 64;
/// Characters of a value that an error shows.
pub(crate) const SHOWN: usize = 40;
