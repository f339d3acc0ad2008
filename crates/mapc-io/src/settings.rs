//! What a run is told, whoever tells it.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use mapc_runtime::{BUDGET, Timestamp};

/// What a run is told beside its route, inputs and sinks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// What one record may cost.
    pub bounds: Bounds,
    /// `$received_at` of all records; the time at which the run begins where not given.
    pub received_at: Option<Timestamp>,
}

/// What one record may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The longest record that is read; a longer one is rejected.
    pub longest: RecordLimit,
    /// How much work a record may cause, in units of [`BUDGET`]; one that needs more is rejected.
    pub work: u64,
}

impl Default for Bounds {
    fn default() -> Self {
        Bounds { longest: RecordLimit::default(), work: BUDGET }
    }
}

/// How many bytes a record may have; 8 MiB unless told otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordLimit(usize);

impl RecordLimit {
    /// The largest limit. Offsets within a record are kept in 32 bits in places.
    pub const LARGEST: usize = 1 << 30;

    /// So many bytes, of which there must be from one to [`RecordLimit::LARGEST`].
    ///
    /// # Errors
    /// Another number.
    pub const fn new(bytes: usize) -> Result<Self, NoRecordLimit> {
        match bytes {
            1..=Self::LARGEST => Ok(RecordLimit(bytes)),
            _ => Err(NoRecordLimit),
        }
    }

    /// The number of bytes.
    pub const fn bytes(self) -> usize {
        self.0
    }
}

impl Default for RecordLimit {
    fn default() -> Self {
        RecordLimit(8 * 1024 * 1024)
    }
}

impl fmt::Display for RecordLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for RecordLimit {
    type Err = NoRecordLimit;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map_err(|_: ParseIntError| NoRecordLimit).and_then(RecordLimit::new)
    }
}

/// A number that cannot bound records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRecordLimit;

impl fmt::Display for NoRecordLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number of bytes from 1 to {}", RecordLimit::LARGEST)
    }
}

impl std::error::Error for NoRecordLimit {}
