//! Dates and times: the forms of RFC 3339, and patterns.

mod format;
mod parse;
mod pattern;
mod rfc3339;
mod scan;

pub use pattern::{DatePattern, PatternError, Purpose};
pub use rfc3339::{parse_date, parse_datetime, parse_timestamp, push_date, push_datetime, push_timestamp};

use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::{DateTime, Timestamp};

/// A zone by its IANA name, `Europe/Berlin`; from the database that is linked in, so that no machine's own one matters.
pub fn zone(name: &str) -> Result<TimeZone, String> {
    let found = jiff::tz::TimeZoneDatabase::bundled().get(name).ok();
    // `Etc/Unknown` of CLDR says that the zone is not known; taking it as UTC would be a guess.
    found.filter(|zone| !zone.is_unknown()).ok_or_else(|| format!("there is no time zone `{name}`"))
}

/// The instant at which the clocks of a zone show a time; a time that they never or twice show is refused.
pub fn in_zone(local: DateTime, zone: &TimeZone) -> Result<Timestamp, String> {
    let name = zone.iana_name().unwrap_or("its zone");
    match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => {
            Timestamp::from_local(local, offset).ok_or_else(|| BEYOND.to_owned())
        }
        AmbiguousOffset::Gap { .. } => {
            Err(format!("the clocks of {name} never showed this time: they were put forward over it"))
        }
        AmbiguousOffset::Fold { .. } => {
            Err(format!("the clocks of {name} showed this time twice: they were put back, and no offset tells which"))
        }
    }
}

/// The earlier or later instant of those that a local time may mean. One that clocks skip counts on from before the gap, which
/// is later, or back from behind it; `None` where that is beyond the years.
pub(crate) fn in_zone_choosing(local: DateTime, zone: &TimeZone, later: bool) -> Option<Timestamp> {
    let offset = match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset,
        AmbiguousOffset::Gap { before, after } => {
            if later {
                before
            } else {
                after
            }
        }
        AmbiguousOffset::Fold { before, after } => {
            if later {
                after
            } else {
                before
            }
        }
    };
    Timestamp::from_local(local, offset)
}

const BEYOND: &str = "this instant is beyond what a timestamp holds: the years 0000 to 9999 in UTC";
