//! The codes of rejections and notices: a constant each, made by `build.rs` from the file `codes/NUMBER-name.md` that explains it.
//!
//! Packages name codes of their own, `reject CODE "…"`, so what is reported carries a text; a [`Code`] is one that the runtime gives.

use std::borrow::Cow;

/// A stable code of the runtime, `R0301`. Never reused for another meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    /// The code as users see it, `R0301`.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl From<Code> for Cow<'static, str> {
    fn from(code: Code) -> Self {
        Cow::Borrowed(code.0)
    }
}

impl PartialEq<Code> for Cow<'_, str> {
    fn eq(&self, code: &Code) -> bool {
        self.as_ref() == code.0
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, text: &&str) -> bool {
        self.0 == *text
    }
}

include!(concat!(env!("OUT_DIR"), "/codes.rs"));
