//! The line of a text where something stands.

/// Where the lines of a text begin, looked for once, because a bad file has something wrong in every line of it.
#[derive(Debug)]
pub(crate) struct LineStarts(Vec<usize>);

impl LineStarts {
    #[must_use]
    pub(crate) fn of(text: impl AsRef<[u8]>) -> Self {
        let ends = text.as_ref().iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        Self(ends.map(|(at, _)| at + 1).collect())
    }

    /// The line, from 1, that the byte at `offset` is in.
    #[must_use]
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_from_1_and_end_with_their_newline() {
        let lines = LineStarts::of("a\n\n件\nb");
        assert_eq!([0, 1, 2, 3, 6, 7, 99].map(|offset| lines.line(offset)), [1, 1, 2, 3, 3, 4, 4]);
        assert_eq!(LineStarts::of("").line(0), 1);
    }
}
