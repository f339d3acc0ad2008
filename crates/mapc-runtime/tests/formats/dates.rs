//! Dates and times: the forms of RFC 3339, patterns and zones.

use mapc_runtime::datetime::{DatePattern, Purpose, parse_date, parse_datetime, parse_timestamp, zone};
use mapc_runtime::{DateTime, Timestamp, write};

fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut out = Vec::new();
    write(&mut out);
    String::from_utf8(out).unwrap()
}

fn timestamp(text: &str) -> Timestamp {
    parse_timestamp(text).unwrap()
}

fn datetime(text: &str) -> DateTime {
    parse_datetime(text).unwrap()
}

#[test]
fn instants_are_written_in_utc_in_one_form() {
    for (text, form) in [
        ("2026-11-22T16:05:09Z", "2026-11-22T16:05:09Z"),
        ("2026-11-22t16:05:09.000z", "2026-11-22T16:05:09Z"),
        ("2026-11-22T16:05:09.250+01:00", "2026-11-22T15:05:09.25Z"),
        ("2026-01-01T00:30:00.000000001-05:45", "2026-01-01T06:15:00.000000001Z"),
        ("2026-11-22T16:05:09.1234567890Z", "2026-11-22T16:05:09.123456789Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
        ("9999-12-31T23:59:59+00:01", "9999-12-31T23:58:59Z"),
        ("2024-02-29T23:59:59-00:00", "2024-02-29T23:59:59Z"),
    ] {
        assert_eq!(written(|out| write::text::timestamp(out, timestamp(text))), form, "{text}");
    }
    assert_eq!(written(|out| write::text::date(out, parse_date("0987-06-05").unwrap())), "0987-06-05");
    assert_eq!(written(|out| write::text::datetime(out, datetime("2026-11-22T00:00:00.5"))), "2026-11-22T00:00:00.5");
}

#[test]
fn other_forms_are_refused() {
    for text in [
        "",
        "2026-11-22",
        "2026-11-22T16:05:09",
        "2026-11-22 16:05:09Z",
        "2026-11-22T16:05Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T16:05:60Z",
        "2026-11-22T16:05:09.Z",
        "2026-11-22T16:05:09.1234567891Z",
        "2026-11-22T16:05:09+0100",
        "2026-11-22T16:05:09+25:00",
        "2026-02-29T00:00:00Z",
        "2026-11-22T16:05:09Z ",
        "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-23:00",
        "26-11-22T16:05:09Z",
        "２026-11-22T16:05:09Z",
    ] {
        assert!(parse_timestamp(text).is_err(), "{text}");
    }
    for text in ["2026-11-31", "2026-00-01", "2026-1-1", "2026-11-22T00:00:00", " 2026-11-22", "-026-11-22"] {
        assert!(parse_date(text).is_err(), "{text}");
    }
    for text in ["2026-11-22T16:05:09Z", "2026-11-22", "2026-11-22T16:05:09+01:00"] {
        assert!(parse_datetime(text).is_err(), "{text}");
    }
}

#[test]
fn patterns_read_and_write() {
    for (pattern, text, means, again) in [
        ("yyyy-MM-dd HH:mm:ss", "2026-03-04 05:06:07", "2026-03-04T05:06:07", None),
        ("dd.MM.yyyy HH:mm", "04.03.2026 05:06", "2026-03-04T05:06:00", None),
        ("d.M.yyyy H:m", "4.3.2026 5:6", "2026-03-04T05:06:00", None),
        ("d.M.yyyy H:m", "04.03.2026 05:06", "2026-03-04T05:06:00", Some("4.3.2026 5:6")),
        ("M/d/yy h:mm a", "3/4/26 12:00 am", "2026-03-04T00:00:00", Some("3/4/26 12:00 AM")),
        ("M/d/yy h:mm a", "3/4/26 12:30 PM", "2026-03-04T12:30:00", None),
        ("M/d/yy h:mm a", "3/4/26 11:59 PM", "2026-03-04T23:59:00", None),
        ("EEE, d MMM yyyy HH:mm:ss", "Wed, 4 Mar 2026 05:06:07", "2026-03-04T05:06:07", None),
        ("EEEE d MMMM yyyy HH", "wednesday 4 march 2026 05", "2026-03-04T05:00:00", Some("Wednesday 4 March 2026 05")),
        ("yyyyMMdd'T'HHmmssSSS", "20260304T050607089", "2026-03-04T05:06:07.089", None),
        ("yyyy-MM-dd 'o''clock' HH", "2026-03-04 o'clock 05", "2026-03-04T05:00:00", None),
        ("yyyy年MM月dd日 HH", "2026年03月04日 05", "2026-03-04T05:00:00", None),
    ] {
        let compiled = DatePattern::new(pattern, Purpose::DateTime).unwrap();
        assert_eq!(compiled.parse_datetime(text), Ok(datetime(means)), "{pattern}");
        assert_eq!(written(|out| compiled.push_datetime(out, datetime(means))), again.unwrap_or(text), "{pattern}");
    }
}

#[test]
fn patterns_with_offsets_and_zones() {
    let at = timestamp("2026-07-01T10:00:00.5Z");
    let berlin = zone("Europe/Berlin").unwrap();
    for (pattern, zone, text) in [
        ("yyyy-MM-dd'T'HH:mm:ss.SXXX", Some(&berlin), "2026-07-01T12:00:00.5+02:00"),
        ("yyyy-MM-dd'T'HH:mm:ss.SXXX", None, "2026-07-01T10:00:00.5Z"),
        ("yyyy-MM-dd'T'HH:mm:ss.Sxxx", None, "2026-07-01T10:00:00.5+00:00"),
        ("yyyyMMdd HHmmss.S Z", Some(&berlin), "20260701 120000.5 +0200"),
        ("yyyyMMdd HHmmss.SSS X", Some(&berlin), "20260701 120000.500 +02"),
    ] {
        let compiled = DatePattern::new(pattern, Purpose::Timestamp { zone: zone.is_some() }).unwrap();
        assert_eq!(written(|out| compiled.push_timestamp(out, at, zone).unwrap()), text, "{pattern}");
        assert_eq!(compiled.parse_timestamp(text, zone), Ok(at), "{pattern}");
    }
}

#[test]
fn clocks_that_are_put_forward_or_back_are_not_guessed() {
    let pattern = DatePattern::new("yyyy-MM-dd HH:mm", Purpose::Timestamp { zone: true }).unwrap();
    let berlin = zone("Europe/Berlin").unwrap();
    let read = |text| pattern.parse_timestamp(text, Some(&berlin));
    assert_eq!(read("2026-03-29 01:59"), Ok(timestamp("2026-03-29T00:59:00Z")));
    assert!(read("2026-03-29 02:30").unwrap_err().contains("never showed"));
    assert_eq!(read("2026-03-29 03:00"), Ok(timestamp("2026-03-29T01:00:00Z")));
    assert!(read("2026-10-25 02:30").unwrap_err().contains("twice"));
    assert_eq!(read("2026-10-25 03:00"), Ok(timestamp("2026-10-25T02:00:00Z")));
    assert!(zone("Europe/Atlantis").is_err());
}

#[test]
fn texts_that_do_not_fit_their_pattern_say_where() {
    for (pattern, text, reason) in [
        (
            "dd.MM.yyyy",
            "4.3.2026",
            "the text is not of the form `dd.MM.yyyy`: a day of two digits is needed at character 1",
        ),
        ("dd.MM.yyyy", "04-03-2026", "the text is not of the form `dd.MM.yyyy`: `.` is needed at character 3"),
        (
            "dd.MM.yyyy",
            "04.03.2026 ",
            "the text is not of the form `dd.MM.yyyy`: nothing may stand from character 11 on",
        ),
        ("dd.MM.yyyy", "31.02.2026", "there is no such day in the calendar"),
        ("EEE d.M.yyyy", "Mon 4.3.2026", "the weekday is not the one of the date"),
    ] {
        let compiled = DatePattern::new(pattern, Purpose::Date).unwrap();
        assert_eq!(compiled.parse_date(text), Err(reason.to_owned()));
    }
    let half_days = DatePattern::new("yyyy-MM-dd h a", Purpose::DateTime).unwrap();
    assert!(half_days.parse_datetime("2026-03-04 13 PM").is_err());
    assert!(half_days.parse_datetime("2026-03-04 0 AM").is_err());
}

#[test]
fn patterns_without_meaning_name_the_letters() {
    let zoned = Purpose::Timestamp { zone: true };
    let zoneless = Purpose::Timestamp { zone: false };
    for (pattern, purpose, offset, hint) in [
        ("YYYY-MM-dd", Purpose::Date, 0, "`yyyy`"),
        ("yyyy-MM-DD", Purpose::Date, 8, "`dd`"),
        ("yyyy-mm-dd", Purpose::Date, 0, "lacks the month (`MM`)"),
        ("yyyy-MM-ddTHH:mm", Purpose::DateTime, 10, "`'T'`"),
        ("yyyy-MM-dd HH:mm z", zoned, 17, "`XXX`"),
        ("yyyy-MM-dd 'at", Purpose::Date, 11, "never closed"),
        ("yyyy-MM-dd HH:mm", Purpose::Date, 0, "no time of day"),
        ("yyyy-MM-dd HH:mm", zoneless, 0, "in \"UTC\""),
        ("yyyy-MM-dd HH:mmXXX", Purpose::DateTime, 0, "`timestamp`"),
        ("yyyy-MM-dd hh:mm", Purpose::DateTime, 0, "AM or PM"),
        ("yyyy-MM-dd HH:mm a", Purpose::DateTime, 0, "does not go with"),
        ("yyyy-MM-dd", Purpose::DateTime, 0, "lacks the hour"),
        ("yyyy-MM-dd HH:ss", Purpose::DateTime, 0, "no minutes"),
        ("yyyy-MM-dd d", Purpose::Date, 0, "the day stands twice"),
        ("", Purpose::Date, 0, "lacks the year"),
        ("'all'", Purpose::Writing { time: false, offset: false }, 0, "no part"),
        ("yyyy HH", Purpose::Writing { time: false, offset: false }, 0, "no time of day"),
        ("HH XXX", Purpose::Writing { time: true, offset: false }, 0, "has no offset"),
    ] {
        let error = DatePattern::new(pattern, purpose).expect_err(pattern);
        assert_eq!(error.offset, offset, "{pattern}: {error}");
        assert!(error.reason.contains(hint), "{pattern}: {error}");
    }
}

#[test]
fn a_zone_that_is_not_known_is_none() {
    assert!(zone("Etc/UTC").is_ok());
    for name in ["Etc/Unknown", "etc/unknown", "", "Mars/Olympus", "+01:00", "local"] {
        assert!(zone(name).is_err(), "{name}");
    }
}
