//! Bools as one of two texts.

use std::borrow::Cow;

use super::{Base, Bool, Codec, Definition, Example, Mistake, Spelling, Stands, Written, is_blank};
use crate::codes;
use crate::decode::{Blank, Leaf, Read, Unread};

pub(super) const FORMS: &[&Definition] = &[&WORDS];

/// A text for `true` and another for `false`.
#[derive(Clone, Debug)]
pub struct Words {
    yes: Cow<'static, str>,
    no: Cow<'static, str>,
}

static WORDS: Definition = Definition {
    spelling: Spelling::TwoTexts,
    base: Bool::NAME,
    doc: "The first text for `true`, the second for `false`; upper and lower case differ.",
    loses: "",
    examples: &[
        Example { arguments: &["Y", "N"], value: "true", wire: Some(r#""Y""#) },
        Example { arguments: &["Y", ""], value: "false", wire: Some(r#""""#) },
    ],
    make: |arguments| match arguments {
        [yes, no] if yes == no => {
            let reason = format!("{no:?} cannot mean both true and false");
            Err(Mistake { argument: 1, offset: 0, length: no.len(), reason })
        }
        [yes, no] => Ok(Box::new(Words { yes: Cow::Owned(yes.clone()), no: Cow::Owned(no.clone()) })),
        _ => Err(Mistake { argument: 0, offset: 0, length: 0, reason: "two texts are needed".to_owned() }),
    },
    rust: |arguments| {
        let texts: Vec<String> = arguments.iter().map(|text| format!("{text:?}")).collect();
        ("Words".to_owned(), format!("Words::of({})", texts.join(", ")))
    },
    constant: true,
};

impl Words {
    /// Of two texts that differ.
    pub const fn of(yes: &'static str, no: &'static str) -> Self {
        Words { yes: Cow::Borrowed(yes), no: Cow::Borrowed(no) }
    }
}

impl Codec for Words {
    type Base = Bool;
    const STANDS: Stands = Stands::Quoted;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<bool> {
        // A word that is blank itself, as in `"Y" / ""`, is meant.
        let blank = if self.means_blank() { Blank::Value } else { blank };
        match leaf.text(blank)? {
            text if text == self.yes => Ok(true),
            text if text == self.no => Ok(false),
            _ => {
                let reason = format!("`{}` or `{}` is needed here, but this is another text", self.yes, self.no);
                Err(Unread::misfit(codes::UNREADABLE_VALUE, reason))
            }
        }
    }

    fn write(&self, out: &mut Vec<u8>, value: bool, _: u8) -> Written {
        out.extend_from_slice(if value { &self.yes } else { &self.no }.as_bytes());
        Ok(())
    }

    fn means_blank(&self) -> bool {
        is_blank(self.yes.as_bytes()) || is_blank(self.no.as_bytes())
    }
}
