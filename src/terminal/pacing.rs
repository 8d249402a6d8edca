//! How often a frame may be drawn.
//!
//! The time that a write takes is the speed of the link, once the buffers on the way are full. Until then nothing shows
//! that the line is slow, and a held key would fill them with frames that nobody wants to see any more: so while a
//! key is held, frames are paced as if the line were a bad one.

use std::time::{Duration, Instant};

use crossterm::event::KeyEvent;

/// On a fast link: about sixty frames a second.
const LEAST: Duration = Duration::from_millis(16);

/// On any link: a key is answered within this.
const MOST: Duration = Duration::from_millis(250);

/// While a key is held, a whole page may take longer: nobody reads what rushes by.
const MOST_HELD: Duration = Duration::from_millis(500);

/// A bad line, in bytes per second.
const SLOW_LINE: u32 = 8_000;

/// Two presses of the same key within this are a key that is held: keyboards repeat 10 to 40 times a second.
const REPEAT: Duration = Duration::from_millis(120);

/// After so many repetitions a key is held, and not pressed several times.
const HELD: u32 = 2;

/// The time from one frame to the next, given how long the last one took to write: held keys never queue behind frames.
#[must_use]
pub(crate) fn interval(last_write: Duration) -> Duration {
    last_write.saturating_mul(2).clamp(LEAST, MOST)
}

/// Whether a key is held, as far as a terminal shows it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Held {
    last: Option<(KeyEvent, Instant)>,
    repeats: u32,
}

impl Held {
    /// A key has arrived.
    pub(crate) fn key(&mut self, key: KeyEvent, at: Instant) {
        let repeated =
            self.last.is_some_and(|(last, before)| last == key && at.saturating_duration_since(before) < REPEAT);
        self.repeats = if repeated { self.repeats.saturating_add(1) } else { 0 };
        self.last = Some((key, at));
    }

    /// The time from one frame to the next, given the last one.
    #[must_use]
    pub(crate) fn interval(&self, bytes: usize, last_write: Duration) -> Duration {
        let plain = interval(last_write);
        if self.repeats < HELD {
            return plain;
        }
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        let slow = Duration::from_secs(1).saturating_mul(bytes) / SLOW_LINE;
        slow.clamp(plain, MOST_HELD)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    #[test]
    fn follows_the_link() {
        let millis = |ms| interval(Duration::from_millis(ms)).as_millis();
        assert_eq!([0, 8, 9, 50, 125, 9999].map(millis), [16, 16, 18, 100, 250, 250]);
        assert_eq!(interval(Duration::MAX), MOST);
    }

    #[test]
    fn a_held_key_is_paced_for_a_bad_line_and_single_keys_are_not() {
        let start = Instant::now();
        let key = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
        let mut held = Held::default();
        let pause = |held: &Held| held.interval(1000, Duration::ZERO).as_millis();
        for press in 0..3 {
            assert_eq!(pause(&held), 16);
            held.key(key('j'), start + Duration::from_millis(33 * press));
        }
        assert_eq!(pause(&held), 125, "1000 bytes on a line of 8 KB/s");
        assert_eq!(held.interval(1_000_000, Duration::ZERO), MOST_HELD);
        assert_eq!(held.interval(0, Duration::ZERO), LEAST);
        held.key(key('k'), start + Duration::from_millis(140));
        assert_eq!(pause(&held), 16, "another key");
        for press in 0..9 {
            held.key(key('k'), start + Duration::from_millis(500 + 200 * press));
        }
        assert_eq!(pause(&held), 16, "pressed again and again");
    }
}
