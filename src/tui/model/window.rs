//! A cursor in a list of lines, and the part of the list that is on the screen.

/// Where the cursor is, and which line is shown first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Window {
    /// The line under the cursor.
    pub(crate) cursor: usize,
    /// The first line shown.
    pub(crate) offset: usize,
}

impl Window {
    /// Moves the cursor by `step` lines within `len` lines.
    pub(crate) fn step(&mut self, step: isize, len: usize) {
        self.cursor = self.cursor.saturating_add_signed(step).min(len.saturating_sub(1));
    }

    /// Keeps the cursor within `len` lines and the window of `height` lines around it, moving as little as possible.
    pub(crate) fn settle(&mut self, len: usize, height: usize) {
        let height = height.max(1);
        self.cursor = self.cursor.min(len.saturating_sub(1));
        let lowest = self.cursor.saturating_sub(height - 1);
        self.offset = self.offset.clamp(lowest, self.cursor).min(len.saturating_sub(height)).max(lowest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_cursor_is_always_on_the_screen(
            cursor in 0_usize..200, offset in 0_usize..200, len in 0_usize..150, height in 0_usize..60,
        ) {
            let mut window = Window { cursor, offset };
            window.settle(len, height);
            prop_assert!(window.cursor < len.max(1));
            prop_assert!(window.offset <= window.cursor);
            prop_assert!(window.cursor < window.offset + height.max(1));
            let settled = window;
            window.settle(len, height);
            prop_assert_eq!(window, settled);
        }
    }

    #[test]
    fn the_window_moves_only_when_it_must() {
        let mut window = Window { cursor: 12, offset: 10 };
        window.settle(100, 5);
        assert_eq!(window.offset, 10);
        window.step(3, 100);
        window.settle(100, 5);
        assert_eq!((window.cursor, window.offset), (15, 11));
    }
}
