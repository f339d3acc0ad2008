//! Bools as `true` and `false`.

use super::{Base, Bool, Codec, Definition, Example, Spelling, Stands, Written};
use crate::decode::{Blank, Leaf, Read};

pub(super) const FORMS: &[&Definition] = &[&OWN];

/// `true` or `false`.
#[derive(Clone, Copy, Debug)]
pub struct TrueFalse;

static OWN: Definition = Definition {
    spelling: Spelling::Own,
    base: Bool::NAME,
    doc: "`true` or `false`.",
    loses: "",
    examples: &[Example { arguments: &[], value: "true", wire: Some("true") }],
    make: |_| Ok(Box::new(TrueFalse)),
    rust: |_| ("TrueFalse".to_owned(), "TrueFalse".to_owned()),
    constant: true,
};

impl Codec for TrueFalse {
    type Base = Bool;
    const STANDS: Stands = Stands::Bare;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<bool> {
        leaf.boolean(blank)
    }

    fn write(&self, out: &mut Vec<u8>, value: bool, _: u8) -> Written {
        out.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }
}
