//! A moment with the offset of the place where it was written down (RFC 3339).

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{self, Offset, TimeZone};

/// A moment, and how the reviewer's clock differed from UTC. Ordered by the moment alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct When {
    /// The moment.
    pub(crate) timestamp: Timestamp,
    /// What the wall clock added to UTC.
    pub(crate) offset: Offset,
}

impl When {
    /// Now, to the second, in the local zone; `+08:00` where the machine does not know its zone.
    #[must_use]
    pub(crate) fn now() -> Self {
        let now = Timestamp::now();
        let timestamp = Timestamp::from_second(now.as_second()).unwrap_or(now);
        let zone = TimeZone::try_system().ok().filter(|zone| !zone.is_unknown());
        let offset = zone.map_or(tz::offset(8), |zone| zone.to_offset(timestamp));
        Self { timestamp, offset }
    }

    /// From RFC 3339. `None` for anything else, a time without an offset included.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let pieces = Pieces::parse(text).ok()?;
        let offset = pieces.to_numeric_offset()?;
        let timestamp = offset.to_timestamp(pieces.date().to_datetime(pieces.time()?)).ok()?;
        Some(Self { timestamp, offset })
    }

    /// The day on the reviewer's clock.
    #[must_use]
    pub(crate) fn date(&self) -> Date {
        self.offset.to_datetime(self.timestamp).date()
    }

    /// Date and time of day on the reviewer's clock, `2026-01-20 09:31`.
    #[must_use]
    pub(crate) fn local(&self) -> String {
        self.offset.to_datetime(self.timestamp).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.timestamp.display_with_offset(self.offset))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offset_is_kept_as_written() {
        let when = When::parse("2026-01-20T09:31:07+08:00").unwrap();
        assert_eq!(when.to_string(), "2026-01-20T09:31:07+08:00");
        assert_eq!(when.local(), "2026-01-20 09:31");
        assert_eq!(When::parse("2026-01-20T01:31:07Z").unwrap().timestamp, when.timestamp);
        for text in ["", "2026-01-20", "2026-01-20T09:31:07", "09:31", "2026-13-20T09:31:07+08:00", "昨天"] {
            assert_eq!(When::parse(text), None, "{text}");
        }
    }

    #[test]
    fn now_can_be_read_again() {
        let now = When::now();
        assert_eq!(When::parse(&now.to_string()), Some(now));
    }
}
