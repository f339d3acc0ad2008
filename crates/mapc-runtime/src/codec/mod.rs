//! Wire forms: how values without parts stand in JSON and in the cells of a CSV file. One file a form.
//!
//! **The law.** What a codec writes, it reads back equal, or it refuses to write it: `read(write(x)) = x`, else a [`Refusal`], with which
//! the record is rejected. `tests/codecs` holds it for every form of [`all`], under every option, in JSON, in cells and in parts of texts.
//! Its one limit: a cell knows texts only, so a `scalar` in a cell comes back as a text, whatever it was.
//!
//! **Adding a form** takes one [`Definition`] in one of these files, and its name in that file's `FORMS`. The checker finds it by its
//! spelling, plans and both engines take it from there, as do the manual, the typed side of generated crates and the random inputs of tests.

mod base;
mod boolean;
mod definition;
mod epoch;
mod iso;
mod manual;
mod member;
mod number;
mod number_text;
mod pattern;
pub mod sample;
mod text;
mod words;

pub use base::{Base, Bool, Date, DateTime, Decimal, Float, Int, Scalar, Text, Timestamp};
pub use boolean::TrueFalse;
pub use definition::{AnyCodec, Definition, Example, Form, Make, Mistake, Spelling, all};
pub use epoch::Epoch;
pub use iso::{IsoDate, IsoDateTime, IsoTimestamp};
pub use manual::manual;
pub use member::MemberText;
pub use number::{Decimals, Floats, Ints};
pub use number_text::{DecimalText, FloatText, IntText};
pub use pattern::{DateBy, DateTimeBy, TimestampBy};
pub use text::{Scalars, Texts};
pub use words::Words;

use std::fmt::Debug;

use crate::codes;
use crate::decode::{Blank, Leaf, Read};
use crate::problem::Fault;
use crate::write::{self, Blanks};

/// Why a value cannot be written: a code `R05..` and the reason in words.
pub type Refusal = Box<Fault>;

/// What writing gives.
pub type Written = core::result::Result<(), Refusal>;

/// The value of a codec.
pub type Of<'a, C> = <<C as Codec>::Base as Base>::Value<'a>;

/// How a form stands in JSON. In a cell and in a part of a text every form is its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// In quotes.
    Quoted,
    /// Bare, as numbers and bools do.
    Bare,
    /// As the value is: a text in quotes, a number or bool bare.
    AsIs,
}

/// A wire form.
pub trait Codec: Debug {
    /// What its values are.
    type Base: Base;

    /// How it stands in JSON.
    const STANDS: Stands;

    /// Reads a value.
    ///
    /// # Errors
    /// What stands there is not of the form, or is blank where `blank` says what that means.
    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<Of<'a, Self>>
    where
        Self: Sized;

    /// Appends the text of a value; `mark` is the decimal mark of its numbers.
    ///
    /// # Errors
    /// The text would be read as another value, or not at all. Something may have been appended.
    fn write(&self, out: &mut Vec<u8>, value: Of<'_, Self>, mark: u8) -> Written;

    /// Appends a value as JSON.
    ///
    /// # Errors
    /// As [`Codec::write`].
    #[inline]
    fn json(&self, out: &mut Vec<u8>, value: Of<'_, Self>) -> Written {
        if Self::STANDS == Stands::Quoted {
            return write::quoted(out, |out| self.write(out, value, write::POINT));
        }
        self.write(out, value, write::POINT)
    }

    /// Whether a blank text is that of one of its values, so that `blank = absent` and `blank = reject` do not speak of it.
    #[inline]
    fn means_blank(&self) -> bool {
        false
    }
}

/// Appends a value as JSON, where not all blank texts may be written.
///
/// # Errors
/// What would not be read back as this value.
#[inline]
pub fn json<C: Codec>(codec: &C, blanks: Blanks, out: &mut Vec<u8>, value: Of<'_, C>) -> Written {
    if blanks.read == Blank::Value || C::STANDS == Stands::Bare {
        return codec.json(out, value);
    }
    let start = out.len();
    codec.json(out, value)?;
    let text = out.get(start..).unwrap_or_default().strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\""));
    match text {
        // White space other than blanks may stand as an escape.
        Some(text) if !codec.means_blank() && is_blank_json(text) && !(blanks.empty && text.is_empty()) => {
            Err(blank_text(blanks.read))
        }
        _ => Ok(()),
    }
}

/// Appends the text of a value, as it stands in a cell or a part of a text, where not all blank texts may be written.
///
/// # Errors
/// What would not be read back as this value.
#[inline]
pub fn text<C: Codec>(codec: &C, blanks: Blanks, out: &mut Vec<u8>, value: Of<'_, C>, mark: u8) -> Written {
    let start = out.len();
    codec.write(out, value, mark)?;
    let text = out.get(start..).unwrap_or_default();
    let may = blanks.read == Blank::Value || codec.means_blank() || blanks.empty && text.is_empty();
    if !may && is_blank(text) {
        return Err(blank_text(blanks.read));
    }
    Ok(())
}

/// Refuses a value: its text would not be read back as this value.
#[cold]
pub fn refuse(reason: impl Into<String>) -> Refusal {
    Box::new(Fault { code: codes::UNFAITHFUL_OUTPUT.into(), reason: reason.into(), operand: 0 })
}

/// Refuses a blank text.
#[cold]
pub(crate) fn blank_text(blank: Blank) -> Refusal {
    let read = if blank == Blank::Reject { "turns blank texts away" } else { "reads a blank text as absent" };
    let reason = format!("this text is blank, and the target {read}");
    Box::new(Fault { code: codes::BLANK_OUTPUT.into(), reason, operand: 0 })
}

/// Whether a text holds nothing but white space.
pub(crate) fn is_blank(text: &[u8]) -> bool {
    // The bytes are those of a text that was just written.
    core::str::from_utf8(text).is_ok_and(|text| text.trim_start().is_empty())
}

/// As [`is_blank`], of what stands between the quotes of a JSON text.
fn is_blank_json(text: &[u8]) -> bool {
    if !text.contains(&b'\\') {
        return is_blank(text);
    }
    let plain = |text: &str| {
        ["\\t", "\\n", "\\r", "\\f", "\\u000b"].iter().fold(text.to_owned(), |text, it| text.replace(it, " "))
    };
    core::str::from_utf8(text).is_ok_and(|text| plain(text).trim_start().is_empty())
}
