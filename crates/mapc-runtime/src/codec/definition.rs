//! The list of wire forms: what each is called, what it fits, and how it is made.

use std::fmt::Debug;

use super::{Base, Codec, Stands, Written, boolean, epoch, iso, number, number_text, pattern, text, words};
use crate::Value;
use crate::decode::{Blank, Leaf, Read};
use crate::write::Blanks;

/// How a form is written behind `as`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// Not at all: it is the type's own form.
    Own,
    /// `as epoch_ms`: this word. A form that takes arguments has them in brackets.
    Word(&'static str),
    /// `as "dd.MM.yyyy"`: one text, and `in "zone"` behind it for a timestamp; they are the form's arguments.
    Pattern,
    /// `as "Y" / "N"`: two texts, which are the form's arguments.
    TwoTexts,
}

/// A value and its form.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The form's arguments.
    pub arguments: &'static [&'static str],
    /// The value in its type's own form, as JSON.
    pub value: &'static str,
    /// What is written, as JSON; `None` where the value is refused.
    pub wire: Option<&'static str>,
}

/// What is wrong with the arguments of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Which argument, from 0.
    pub argument: usize,
    /// Where in it the mistake begins, in bytes.
    pub offset: usize,
    /// How many bytes it spans.
    pub length: usize,
    /// What is wrong, in words.
    pub reason: String,
}

/// Makes the codec of a form of its arguments.
pub type Make = fn(&[String]) -> Result<Box<dyn AnyCodec>, Mistake>;

/// A wire form of one type.
#[derive(Debug)]
pub struct Definition {
    /// How it is written in `.map` text.
    pub spelling: Spelling,
    /// The type that it fits, as `.map` text has it.
    pub base: &'static str,
    /// What it is, for the manual.
    pub doc: &'static str,
    /// Which values it cannot hold, and therefore refuses, for the manual; empty where it holds all.
    pub loses: &'static str,
    /// Values and how they are written.
    pub examples: &'static [Example],
    /// The codec, made of its arguments.
    pub make: Make,
    /// A Rust expression of the codec's type below this module, and one of the codec itself.
    pub rust: fn(&[String]) -> (String, String),
    /// Whether the expression of the codec can stand in a constant.
    pub constant: bool,
}

/// All forms, the types' own ones included.
pub fn all() -> impl Iterator<Item = &'static Definition> {
    let files = [
        text::FORMS,
        boolean::FORMS,
        words::FORMS,
        number::FORMS,
        number_text::FORMS,
        iso::FORMS,
        epoch::FORMS,
        pattern::FORMS,
    ];
    files.into_iter().flatten().copied()
}

/// A form with its arguments.
#[derive(Clone, Debug)]
pub struct Form {
    /// The form.
    pub definition: &'static Definition,
    /// Its arguments.
    pub arguments: Vec<String>,
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.definition, other.definition) && self.arguments == other.arguments
    }
}

impl Form {
    /// A text as it is.
    pub fn text() -> Form {
        Form { definition: &text::TEXTS, arguments: Vec::new() }
    }

    /// A type's own form.
    pub fn own(base: &str) -> Option<Form> {
        Form::spelled(base, Spelling::Own, Vec::new())
    }

    /// The form of a type that is written so.
    pub fn spelled(base: &str, spelling: Spelling, arguments: Vec<String>) -> Option<Form> {
        let definition = all().find(|known| known.base == base && known.spelling == spelling)?;
        Some(Form { definition, arguments })
    }

    /// The codec.
    ///
    /// # Errors
    /// What is wrong with the arguments.
    pub fn codec(&self) -> Result<Box<dyn AnyCodec>, Mistake> {
        (self.definition.make)(&self.arguments)
    }

    /// How it stands in JSON.
    pub fn stands(&self) -> Stands {
        self.codec().map_or(Stands::Quoted, |codec| codec.stands())
    }

    /// The type of the codec and the codec, as Rust below `mapc_runtime::codec`.
    pub fn rust(&self) -> (String, String) {
        (self.definition.rust)(&self.arguments)
    }
}

/// A codec whose type is known only at run time, for the interpreter's values.
pub trait AnyCodec: Debug + Send + Sync {
    /// How it stands in JSON.
    fn stands(&self) -> Stands;

    /// As [`Codec::read`].
    ///
    /// # Errors
    /// As there.
    fn read_value<'a>(&self, leaf: &mut dyn Leaf<'a>, blank: Blank) -> Read<Value<'a>>;

    /// As [`super::text()`].
    ///
    /// # Errors
    /// As there, and a value of another type.
    fn write_value(&self, blanks: Blanks, out: &mut Vec<u8>, value: Value<'_>, mark: u8) -> Written;

    /// As [`super::json()`].
    ///
    /// # Errors
    /// As there, and a value of another type.
    fn json_value(&self, blanks: Blanks, out: &mut Vec<u8>, value: Value<'_>) -> Written;
}

impl<C: Codec + Send + Sync> AnyCodec for C {
    fn stands(&self) -> Stands {
        C::STANDS
    }

    fn read_value<'a>(&self, leaf: &mut dyn Leaf<'a>, blank: Blank) -> Read<Value<'a>> {
        self.read(leaf, blank).map(C::Base::wrap)
    }

    fn write_value(&self, blanks: Blanks, out: &mut Vec<u8>, value: Value<'_>, mark: u8) -> Written {
        super::text(self, blanks, out, C::Base::unwrap(value).ok_or_else(another_type)?, mark)
    }

    fn json_value(&self, blanks: Blanks, out: &mut Vec<u8>, value: Value<'_>) -> Written {
        super::json(self, blanks, out, C::Base::unwrap(value).ok_or_else(another_type)?)
    }
}

#[cold]
fn another_type() -> super::Refusal {
    super::refuse("a value of another type stands here; this is a defect of mapc")
}
