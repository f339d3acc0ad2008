//! Records written one after the other in a format. Each format is a file, and a row of the table here.

mod csv;
mod json;
mod ndjson;

use std::io::{self, Write};
use std::path::Path;

use mapc_runtime::{Format, Route};

use crate::RunError;
use crate::table::formats;

/// What is written around records. One stands for one output that is being written.
trait Encoder: Sized {
    /// Writes what stands before the first record.
    fn open(out: &mut dyn Write, opening: &Opening<'_>) -> io::Result<Self>;

    /// Takes note of whether the input is a single record, before each record of it is written or not.
    fn settle(&mut self, _out: &mut dyn Write, _single: bool) -> io::Result<()> {
        Ok(())
    }

    /// Writes one record.
    fn record(&mut self, out: &mut dyn Write, record: &[u8]) -> io::Result<()>;

    /// Writes what stands behind the last record.
    fn close(self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// What a format is told when an output begins.
struct Opening<'r> {
    /// What makes the records.
    route: &'r dyn Route,
    /// Whether the output follows the input in being one record or a list of them.
    as_read: bool,
}

/// A row is a format: what it is, its name, and its file. The file has an [`Encoder`] of that name.
macro_rules! output_formats {
    ($($about:literal $format:ident $file:ident)+) => {
        formats! { "How records are written." OutputFormat: $($about $format $file)+ }

        impl OutputFormat {
            /// What a route is asked for.
            pub const fn of_record(self) -> Format {
                match self { $(OutputFormat::$format => $file::RECORD,)+ }
            }
        }

        /// The encoder of one of the formats: a match a record costs less than a call through a table.
        enum AnyEncoder {
            $($format($file::$format),)+
        }

        impl AnyEncoder {
            fn open(format: OutputFormat, out: &mut dyn Write, opening: &Opening<'_>) -> io::Result<Self> {
                Ok(match format {
                    $(OutputFormat::$format => AnyEncoder::$format(Encoder::open(out, opening)?),)+
                })
            }

            fn settle(&mut self, out: &mut dyn Write, single: bool) -> io::Result<()> {
                match self { $(AnyEncoder::$format(encoder) => encoder.settle(out, single),)+ }
            }

            fn record(&mut self, out: &mut dyn Write, record: &[u8]) -> io::Result<()> {
                match self { $(AnyEncoder::$format(encoder) => encoder.record(out, record),)+ }
            }

            fn close(self, out: &mut dyn Write) -> io::Result<()> {
                match self { $(AnyEncoder::$format(encoder) => encoder.close(out),)+ }
            }
        }
    };
}

output_formats! {
    "One JSON value, or an array of records" Json json
    "One JSON value a line" Ndjson ndjson
    "Rows under a header" Csv csv
}

impl OutputFormat {
    /// The format of an output: the one asked for, else what its name tells, else CSV where the route makes the records of CSV files, else NDJSON
    /// for an output without a name, which standard output is. `None` where the name tells nothing.
    pub fn choose(asked: Option<Self>, path: Option<&Path>, route: &dyn Route) -> Option<Self> {
        let told = asked.or_else(|| path.and_then(OutputFormat::of));
        let of_route = || route.target_csv().map(|_| OutputFormat::Csv);
        told.or_else(of_route).or_else(|| path.is_none().then_some(OutputFormat::Ndjson))
    }

    /// Whether what a route makes can be written so.
    ///
    /// # Errors
    /// [`RunError::Rows`]: it cannot be written as rows.
    pub fn check(self, route: &dyn Route) -> Result<(), RunError> {
        let checked = match self.of_record() {
            Format::Csv => route.check_rows(),
            Format::Json => Ok(()),
        };
        checked.map_err(|complaints| RunError::Rows { target: route.target().to_owned(), complaints })
    }
}

/// Writes records in a format.
pub struct RecordWriter<'w> {
    out: &'w mut dyn Write,
    format: OutputFormat,
    encoder: AnyEncoder,
}

impl<'w> RecordWriter<'w> {
    /// A writer that has written what stands before the first record. A list of records stays a list however many there are.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn new(out: &'w mut dyn Write, format: OutputFormat, route: &dyn Route) -> io::Result<Self> {
        Self::open(out, format, &Opening { route, as_read: false })
    }

    /// The same for an input that is one document: where that is a single record, so is what is written.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn as_read(out: &'w mut dyn Write, format: OutputFormat, route: &dyn Route) -> io::Result<Self> {
        Self::open(out, format, &Opening { route, as_read: true })
    }

    fn open(out: &'w mut dyn Write, format: OutputFormat, opening: &Opening<'_>) -> io::Result<Self> {
        let encoder = AnyEncoder::open(format, out, opening)?;
        Ok(RecordWriter { out, format, encoder })
    }

    /// How records are written.
    pub fn format(&self) -> OutputFormat {
        self.format
    }

    /// Says whether the input is a single record; to be called before the first record is written.
    ///
    /// # Errors
    /// Those of the output.
    pub fn settle(&mut self, single: bool) -> io::Result<()> {
        self.encoder.settle(self.out, single)
    }

    /// Writes one record.
    ///
    /// # Errors
    /// Those of the output.
    pub fn record(&mut self, record: &[u8]) -> io::Result<()> {
        self.encoder.record(self.out, record)
    }

    /// Writes what stands behind the last record.
    ///
    /// # Errors
    /// Those of the output.
    pub fn end(self) -> io::Result<()> {
        self.encoder.close(self.out)?;
        self.out.flush()
    }
}
