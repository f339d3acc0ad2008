//! Members of an enum by their texts. Not in the list of forms: the texts are the declaration's.

use std::borrow::Cow;

use super::base::Enum;
use super::{Codec, Stands, Written, is_blank, refuse};
use crate::codes;
use crate::decode::{Blank, Leaf, Read, Unread};

/// The members' texts, by position.
#[derive(Clone, Copy, Debug)]
pub struct MemberText<'w>(pub &'w [Cow<'static, str>]);

impl Codec for MemberText<'_> {
    type Base = Enum;
    const STANDS: Stands = Stands::Quoted;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<u32> {
        // A member that is blank on the wire is meant.
        let blank = if self.means_blank() { Blank::Value } else { blank };
        let text = leaf.text(blank)?;
        let position =
            self.0.iter().position(|member| member == text).and_then(|position| u32::try_from(position).ok());
        position.ok_or_else(|| not_a_member(self.0))
    }

    fn write(&self, out: &mut Vec<u8>, value: u32, _: u8) -> Written {
        match self.0.get(value as usize) {
            Some(text) => {
                out.extend_from_slice(text.as_bytes());
                Ok(())
            }
            None => Err(refuse("the enum has no such member; this is a defect of mapc")),
        }
    }

    fn means_blank(&self) -> bool {
        self.0.iter().any(|text| is_blank(text.as_bytes()))
    }
}

#[cold]
fn not_a_member(texts: &[Cow<'static, str>]) -> Unread {
    const SHOWN: usize = 8;
    let mut members = texts.iter().take(SHOWN).map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ");
    if texts.len() > SHOWN {
        members.push_str(&format!(" and {} more", texts.len() - SHOWN));
    }
    Unread::misfit(codes::NOT_A_MEMBER, format!("this text is none of {members}"))
}
