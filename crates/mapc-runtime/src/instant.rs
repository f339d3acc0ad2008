//! Instants.

use core::fmt;
use core::str::FromStr;

use jiff::SignedDuration;
use jiff::tz::{Offset, TimeZone};

use crate::{DateTime, datetime};

const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

const NANOS: i128 = 1_000_000_000;

/// An instant of the years 0000 to 9999 in UTC, to the nanosecond, without leap seconds.
///
/// The instants of jiff end a day before the year 9999 does, so that each has a local time in every zone. Here the years are
/// whole, `9999-12-31T23:59:59Z` being the usual way to say that something has no end, and a local time beyond them is refused
/// when it is asked for.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Since 1970, towards the past for what is before it.
    seconds: i64,
    /// From 0 to 999,999,999.
    nanos: i32,
}

impl Timestamp {
    /// 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Timestamp = Timestamp { seconds: 0, nanos: 0 };
    /// 0000-01-01T00:00:00Z.
    pub const MIN: Timestamp = Timestamp { seconds: -62_167_219_200, nanos: 0 };
    /// 9999-12-31T23:59:59.999999999Z.
    pub const MAX: Timestamp = Timestamp { seconds: 253_402_300_799, nanos: 999_999_999 };

    /// The instant so many seconds, and nanoseconds of 0 to 999,999,999, after the start of 1970; `None` beyond the years.
    pub fn new(seconds: i64, nanos: i32) -> Option<Timestamp> {
        let seconds_fit = (Self::MIN.seconds..=Self::MAX.seconds).contains(&seconds);
        (seconds_fit && (0..=Self::MAX.nanos).contains(&nanos)).then_some(Timestamp { seconds, nanos })
    }

    /// The instant so many nanoseconds after the start of 1970; `None` beyond the years.
    pub fn from_nanosecond(nanos: i128) -> Option<Timestamp> {
        let seconds = i64::try_from(nanos.div_euclid(NANOS)).ok()?;
        Timestamp::new(seconds, i32::try_from(nanos.rem_euclid(NANOS)).ok()?)
    }

    /// The instant at which clocks with an offset show a time; `None` beyond the years.
    pub fn from_local(local: DateTime, offset: Offset) -> Option<Timestamp> {
        let seconds = local.duration_since(EPOCH).as_nanos().div_euclid(NANOS);
        let seconds = i64::try_from(seconds).ok()?.checked_sub(offset.seconds().into())?;
        Timestamp::new(seconds, local.subsec_nanosecond())
    }

    /// The time by the machine's clock.
    pub fn now() -> Timestamp {
        Timestamp::from_nanosecond(jiff::Timestamp::now().as_nanosecond()).unwrap_or_default()
    }

    /// The whole seconds since the start of 1970, cut off towards the past.
    pub fn as_second(self) -> i64 {
        self.seconds
    }

    /// The nanoseconds since the start of 1970.
    pub fn as_nanosecond(self) -> i128 {
        i128::from(self.seconds) * NANOS + i128::from(self.nanos)
    }

    /// The instant so many seconds later; `None` beyond the years.
    pub fn checked_add_seconds(self, seconds: i64) -> Option<Timestamp> {
        Timestamp::new(self.seconds.checked_add(seconds)?, self.nanos)
    }

    /// What clocks in UTC show.
    pub fn to_utc(self) -> DateTime {
        // Each instant is within the years that a civil time can have.
        EPOCH.checked_add(SignedDuration::new(self.seconds, self.nanos)).unwrap_or(EPOCH)
    }

    /// What the clocks of a zone show, and their offset; `None` where that is beyond the years 0000 to 9999.
    pub fn to_local(self, zone: &TimeZone) -> Option<(DateTime, Offset)> {
        // No zone changes its offset in the last day of all, so that of its start is the one of its end.
        let known = jiff::Timestamp::new(self.seconds, self.nanos).unwrap_or(jiff::Timestamp::MAX);
        let offset = zone.to_offset(known);
        let local = self.to_utc().checked_add(SignedDuration::from_secs(offset.seconds().into())).ok();
        local.filter(|local| local.year() >= 0).map(|local| (local, offset))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Vec::new();
        datetime::push_timestamp(&mut out, *self);
        f.write_str(&String::from_utf8_lossy(&out))
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Reads RFC 3339, as the language does.
impl FromStr for Timestamp {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        datetime::parse_timestamp(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Timestamp;
    use crate::datetime::zone;

    #[test]
    fn the_years_are_whole() {
        for (instant, text) in [
            (Timestamp::MIN, "0000-01-01T00:00:00Z"),
            (Timestamp::MAX, "9999-12-31T23:59:59.999999999Z"),
            (Timestamp::UNIX_EPOCH, "1970-01-01T00:00:00Z"),
            (Timestamp::new(-1, 500_000_000).unwrap(), "1969-12-31T23:59:59.5Z"),
            // 2000-02-29 is day 11,016 of the epoch.
            (Timestamp::new(11_016 * 86_400, 0).unwrap(), "2000-02-29T00:00:00Z"),
        ] {
            assert_eq!(instant.to_string(), text);
            assert_eq!(text.parse(), Ok(instant));
            assert_eq!(Timestamp::from_nanosecond(instant.as_nanosecond()), Some(instant));
        }
        assert_eq!(Timestamp::MAX.checked_add_seconds(1), None);
        assert_eq!(Timestamp::MIN.checked_add_seconds(-1), None);
        assert_eq!(Timestamp::from_nanosecond(Timestamp::MIN.as_nanosecond() - 1), None);
        assert_eq!(Timestamp::from_nanosecond(Timestamp::MAX.as_nanosecond() + 1), None);
        assert_eq!(Timestamp::new(0, -1), None);
        assert_eq!(Timestamp::new(0, 1_000_000_000), None);
    }

    #[test]
    fn local_times_end_with_the_years() {
        let shown = |instant: Timestamp, name: &str| {
            instant.to_local(&zone(name).unwrap()).map(|(local, offset)| format!("{local} {}", offset.seconds() / 3600))
        };
        assert_eq!(shown(Timestamp::MAX, "UTC").as_deref(), Some("9999-12-31T23:59:59.999999999 0"));
        assert_eq!(shown(Timestamp::MAX, "America/New_York").as_deref(), Some("9999-12-31T18:59:59.999999999 -5"));
        assert_eq!(shown(Timestamp::MAX, "Europe/Berlin"), None);
        assert_eq!(shown(Timestamp::MIN, "America/New_York"), None);
        // It is summer there.
        let instant: Timestamp = "9999-12-31T12:59:59Z".parse().unwrap();
        assert_eq!(shown(instant, "Australia/Sydney").as_deref(), Some("9999-12-31T23:59:59 11"));
    }
}
