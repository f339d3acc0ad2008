//! Texts and scalars, as they are.

use super::{Base, Codec, Definition, Example, Of, Scalar, Spelling, Stands, Text, Written};
use crate::decode::{Blank, Leaf, Read};
use crate::{Scalar as AnyScalar, write};

pub(super) const FORMS: &[&Definition] = &[&TEXTS, &SCALARS];

/// A text as it is.
#[derive(Clone, Copy, Debug)]
pub struct Texts;

pub(super) static TEXTS: Definition = Definition {
    spelling: Spelling::Own,
    base: Text::NAME,
    doc: "A text.",
    loses: "",
    examples: &[Example { arguments: &[], value: r#""Ada""#, wire: Some(r#""Ada""#) }],
    make: |_| Ok(Box::new(Texts)),
    rust: |_| ("Texts".to_owned(), "Texts".to_owned()),
    constant: true,
};

impl Codec for Texts {
    type Base = Text;
    const STANDS: Stands = Stands::Quoted;

    #[inline]
    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<&'a str> {
        leaf.text(blank)
    }

    #[inline]
    fn write(&self, out: &mut Vec<u8>, value: &str, _: u8) -> Written {
        out.extend_from_slice(value.as_bytes());
        Ok(())
    }

    #[inline]
    fn json(&self, out: &mut Vec<u8>, value: &str) -> Written {
        write::string(out, value);
        Ok(())
    }
}

/// A text, number or bool, as it came.
#[derive(Clone, Copy, Debug)]
pub struct Scalars;

static SCALARS: Definition = Definition {
    spelling: Spelling::Own,
    base: Scalar::NAME,
    doc: "A text, number or bool as it came. A cell of a CSV file and a part of a text know no kinds: there it is a text.",
    loses: "",
    examples: &[
        Example { arguments: &[], value: r#""42""#, wire: Some(r#""42""#) },
        Example { arguments: &[], value: "42", wire: Some("42") },
    ],
    make: |_| Ok(Box::new(Scalars)),
    rust: |_| ("Scalars".to_owned(), "Scalars".to_owned()),
    constant: true,
};

impl Codec for Scalars {
    type Base = Scalar;
    const STANDS: Stands = Stands::AsIs;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<AnyScalar<'a>> {
        leaf.scalar(blank)
    }

    fn write(&self, out: &mut Vec<u8>, value: Of<'_, Self>, _: u8) -> Written {
        out.extend_from_slice(match value {
            AnyScalar::Str(text) | AnyScalar::Number(text) => text.as_bytes(),
            AnyScalar::Bool(true) => b"true",
            AnyScalar::Bool(false) => b"false",
        });
        Ok(())
    }

    fn json(&self, out: &mut Vec<u8>, value: Of<'_, Self>) -> Written {
        match value {
            AnyScalar::Str(text) => {
                write::string(out, text);
                Ok(())
            }
            other => self.write(out, other, write::POINT),
        }
    }
}
