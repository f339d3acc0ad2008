//! Numbers as JSON writes them.

use super::{Base, Codec, Decimal, Definition, Example, Float, Int, Spelling, Stands, Written};
use crate::decode::{Blank, Leaf, Read};
use crate::write::text as write;
use crate::{Decimal as Exact, number};

pub(super) const FORMS: &[&Definition] = &[&INTS, &DECIMALS, &FLOATS];

/// A whole number within 64 bits.
#[derive(Clone, Copy, Debug)]
pub struct Ints;

static INTS: Definition = Definition {
    spelling: Spelling::Own,
    base: Int::NAME,
    doc: "A number without fraction within 64 bits. `7.0` and `1e2` are read too; a plain `7` is written.",
    loses: "",
    examples: &[Example { arguments: &[], value: "-7", wire: Some("-7") }],
    make: |_| Ok(Box::new(Ints)),
    rust: |_| ("Ints".to_owned(), "Ints".to_owned()),
    constant: true,
};

impl Codec for Ints {
    type Base = Int;
    const STANDS: Stands = Stands::Bare;

    #[inline]
    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<i64> {
        leaf.int(blank)
    }

    #[inline]
    fn write(&self, out: &mut Vec<u8>, value: i64, _: u8) -> Written {
        write::int(out, value);
        Ok(())
    }
}

/// A number, exactly. What is written has so many places, or no zeros at its end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimals(pub Option<u32>);

/// The places of a decimal's arguments: one number, or none.
pub(super) fn places(arguments: &[String]) -> Option<u32> {
    arguments.first().and_then(|places| places.parse().ok())
}

static DECIMALS: Definition = Definition {
    spelling: Spelling::Own,
    base: Decimal::NAME,
    doc: "A number, exactly. `decimal(p,s)` is written with `s` places, a plain `decimal` without zeros at its end.",
    loses: "",
    examples: &[
        Example { arguments: &[], value: "12.5", wire: Some("12.5") },
        Example { arguments: &["2"], value: "12.5", wire: Some("12.50") },
    ],
    make: |arguments| Ok(Box::new(Decimals(places(arguments)))),
    rust: |arguments| ("Decimals".to_owned(), format!("Decimals({:?})", places(arguments))),
    constant: true,
};

impl Codec for Decimals {
    type Base = Decimal;
    const STANDS: Stands = Stands::Bare;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<Exact> {
        leaf.decimal(false, blank)
    }

    fn write(&self, out: &mut Vec<u8>, value: Exact, mark: u8) -> Written {
        write::decimal(out, value, self.0, mark);
        Ok(())
    }
}

/// The number nearest to what is written, in 64 bits.
#[derive(Clone, Copy, Debug)]
pub struct Floats;

static FLOATS: Definition = Definition {
    spelling: Spelling::Own,
    base: Float::NAME,
    doc: "A number; the shortest one that reads back as the same 64 bits is written.",
    loses: "",
    examples: &[Example { arguments: &[], value: "0.5", wire: Some("0.5") }],
    make: |_| Ok(Box::new(Floats)),
    rust: |_| ("Floats".to_owned(), "Floats".to_owned()),
    constant: true,
};

impl Codec for Floats {
    type Base = Float;
    const STANDS: Stands = Stands::Bare;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<f64> {
        Ok(number::to_float(leaf.number(false, blank)?)?)
    }

    fn write(&self, out: &mut Vec<u8>, value: f64, mark: u8) -> Written {
        write::float(out, value, mark);
        Ok(())
    }
}
