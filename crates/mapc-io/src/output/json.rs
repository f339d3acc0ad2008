//! One JSON document: an array of records, or a single record where the input is one.

use std::io::{self, Write};

use mapc_runtime::Format;

use super::{Encoder, Opening};

pub(super) const NAME: &str = "json";
pub(super) const ENDINGS: &[&str] = &["json"];
pub(super) const RECORD: Format = Format::Json;

pub(super) enum Json {
    /// As the input turns out to be.
    Undecided,
    /// A record by itself.
    Single,
    /// An array.
    Array {
        /// Whether it has no element yet.
        empty: bool,
    },
}

impl Json {
    fn array(out: &mut dyn Write) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Json::Array { empty: true })
    }
}

impl Encoder for Json {
    fn open(out: &mut dyn Write, opening: &Opening<'_>) -> io::Result<Self> {
        if opening.as_read { Ok(Json::Undecided) } else { Json::array(out) }
    }

    fn settle(&mut self, out: &mut dyn Write, single: bool) -> io::Result<()> {
        if matches!(self, Json::Undecided) {
            *self = if single { Json::Single } else { Json::array(out)? };
        }
        Ok(())
    }

    fn record(&mut self, out: &mut dyn Write, record: &[u8]) -> io::Result<()> {
        if let Json::Array { empty } = self {
            out.write_all(if std::mem::take(empty) { b"\n" } else { b",\n" })?;
            return out.write_all(record);
        }
        out.write_all(record)?;
        out.write_all(b"\n")
    }

    fn close(mut self, out: &mut dyn Write) -> io::Result<()> {
        self.settle(out, false)?;
        match self {
            Json::Array { empty: true } => out.write_all(b"]\n"),
            Json::Array { empty: false } => out.write_all(b"\n]\n"),
            Json::Single | Json::Undecided => Ok(()),
        }
    }
}
