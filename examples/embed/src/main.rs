//! Reads a sensor gateway's readings, one JSON object a line, and writes a monitoring's points. The mapping is Rust that `build.rs`
//! had written from the `.map` files of `sensors`.

include!(concat!(env!("OUT_DIR"), "/sensors.rs"));

use std::io::{self, BufRead as _, Write as _};
use std::process::ExitCode;

use sensors::routes::reading_to_point;
use sensors::runtime::{Bump, Input, Message, Outcome};

fn main() -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let mut values = Bump::new();
    let mut all_went_through = true;
    for (number, line) in (1..).zip(io::stdin().lock().split(b'\n')) {
        let line = line?;
        let mut point = Vec::new();
        match reading_to_point(Input::Json(&line), Message::default(), &values, &mut point) {
            Outcome::Written => {
                point.push(b'\n');
                out.write_all(&point)?;
            }
            Outcome::Skipped(reason) => eprintln!("line {number}: skipped, {reason}"),
            Outcome::Deleted => eprintln!("line {number}: deleted"),
            Outcome::Rejected(problems) => {
                all_went_through = false;
                for problem in problems {
                    let (code, pointer, place) = (problem.code, problem.pointer, problem.place);
                    eprintln!("line {number}: rejected, {pointer}: {} ({code}, {place})", problem.reason);
                }
            }
        }
        values.reset();
    }
    Ok(if all_went_through { ExitCode::SUCCESS } else { ExitCode::from(3) })
}

#[cfg(test)]
mod tests {
    use crate::sensors::maps::{MapError, reading_to_point};
    use crate::sensors::runtime::{Message, NoOutput};
    use crate::sensors::types::gateway::{Charge, Reading};

    fn reading(tenths: i64) -> Reading {
        serde_json::from_value(serde_json::json!({
            "site": "mill", "room": "loft", "number": 1, "at": 1_767_225_600, "tenths": tenths, "battery": "weak"
        }))
        .expect("a reading")
    }

    #[test]
    fn structs_are_mapped() {
        assert_eq!(reading(-5).battery, Some(Charge::Weak));
        let point = reading_to_point(&reading(-5), Message::default()).expect("a point");
        assert_eq!((point.series.as_str(), point.value.to_string().as_str()), ("climate.loft", "-0.5"));
        assert!(point.needs_service);
    }

    #[test]
    fn a_rejection_is_a_typed_error() {
        let Err(MapError::NoOutput(NoOutput::Rejected(problems))) = reading_to_point(&reading(601), Message::default())
        else {
            panic!("60.1 degrees are too many");
        };
        assert_eq!((problems[0].code.as_ref(), problems[0].pointer.as_str()), ("R0301", "/tenths"));
    }
}
