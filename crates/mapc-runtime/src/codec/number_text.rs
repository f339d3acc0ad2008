//! `as string`: numbers in texts.

use super::number::places;
use super::{
    Base, Codec, Decimal, Decimals, Definition, Example, Float, Floats, Int, Ints, Of, Spelling, Stands, Written,
};
use crate::decode::{Blank, Leaf, Read};
use crate::number;

pub(super) const FORMS: &[&Definition] = &[&INT, &DECIMAL, &FLOAT];

const SPELLING: Spelling = Spelling::Word("string");

/// An int in a text.
#[derive(Clone, Copy, Debug)]
pub struct IntText;

static INT: Definition = Definition {
    spelling: SPELLING,
    base: Int::NAME,
    doc: "The number in a text.",
    loses: "",
    examples: &[Example { arguments: &[], value: "-7", wire: Some(r#""-7""#) }],
    make: |_| Ok(Box::new(IntText)),
    rust: |_| ("IntText".to_owned(), "IntText".to_owned()),
    constant: true,
};

impl Codec for IntText {
    type Base = Int;
    const STANDS: Stands = Stands::Quoted;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<i64> {
        Ok(number::to_int(leaf.number(true, blank)?)?)
    }

    fn write(&self, out: &mut Vec<u8>, value: i64, mark: u8) -> Written {
        Ints.write(out, value, mark)
    }
}

/// A decimal in a text, with so many places or without zeros at its end.
#[derive(Clone, Copy, Debug, Default)]
pub struct DecimalText(pub Option<u32>);

static DECIMAL: Definition = Definition {
    spelling: SPELLING,
    base: Decimal::NAME,
    doc: "The number in a text.",
    loses: "",
    examples: &[Example { arguments: &["2"], value: "1200.5", wire: Some(r#""1200.50""#) }],
    make: |arguments| Ok(Box::new(DecimalText(places(arguments)))),
    rust: |arguments| ("DecimalText".to_owned(), format!("DecimalText({:?})", places(arguments))),
    constant: true,
};

impl Codec for DecimalText {
    type Base = Decimal;
    const STANDS: Stands = Stands::Quoted;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<Of<'a, Self>> {
        leaf.decimal(true, blank)
    }

    fn write(&self, out: &mut Vec<u8>, value: Of<'_, Self>, mark: u8) -> Written {
        Decimals(self.0).write(out, value, mark)
    }
}

/// A float in a text.
#[derive(Clone, Copy, Debug)]
pub struct FloatText;

static FLOAT: Definition = Definition {
    spelling: SPELLING,
    base: Float::NAME,
    doc: "The number in a text.",
    loses: "",
    examples: &[Example { arguments: &[], value: "0.5", wire: Some(r#""0.5""#) }],
    make: |_| Ok(Box::new(FloatText)),
    rust: |_| ("FloatText".to_owned(), "FloatText".to_owned()),
    constant: true,
};

impl Codec for FloatText {
    type Base = Float;
    const STANDS: Stands = Stands::Quoted;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<f64> {
        Ok(number::to_float(leaf.number(true, blank)?)?)
    }

    fn write(&self, out: &mut Vec<u8>, value: f64, mark: u8) -> Written {
        Floats.write(out, value, mark)
    }
}
