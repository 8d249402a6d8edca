//! The sample data: which texts there are.

/// The sample data.
#[derive(Debug)]
pub struct SampleWords {
    /// What was written.
    pub written: &'static str,
    /// The directory has something in it.
    pub not_empty: &'static str,
    /// A file could not be written.
    pub cannot_write: &'static str,
}
