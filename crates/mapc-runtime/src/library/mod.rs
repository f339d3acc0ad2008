//! The standard library: one definition gives a function its signature, documentation, examples and implementation.
//!
//! A function is found by name and by the types of its arguments: entries of one name are overloads, told apart by their
//! parameters. The type checker, the manual, the interpreter and the generator all read [`Function`]; nothing about a function
//! stands anywhere else.

mod signature;

use regex::Regex;

use crate::{Cx, Result, Value};

pub use signature::{Param, Signature, Type};

/// One function, or one overload of it.
#[derive(Debug)]
pub struct Function {
    /// Its name in `.map` text.
    pub name: &'static str,
    /// Its signature as the manual shows it: `(list: [T], keep: T => bool) -> [T]`. See [`Signature::parse`].
    pub signature: &'static str,
    /// Whether it can fail. If so the Rust function gives a [`Result`], else the bare value.
    pub fallible: bool,
    /// What it does: Markdown, the first sentence is the summary.
    pub doc: &'static str,
    /// Expressions and what they give, both in `.map` text; run as tests in both engines.
    pub examples: &'static [Example],
    /// Path of the Rust function below `mapc_runtime::library`: `text::trim`. It takes `&Cx<'a>`, then the arguments: texts as
    /// `&'a str`, lists as `&'a [T]`, maps as `&'a [(&'a str, T)]`, `T?` as `Option<T>`, lambdas as
    /// `impl FnMut(A, B) -> Result<R>`, regular expressions as `&Regex`, date patterns as `&DatePattern`.
    pub rust: &'static str,
    /// The same function over [`Value`]s.
    pub run: Run,
}

/// An example of a function.
#[derive(Debug)]
pub struct Example {
    /// An expression in `.map` text, without names from a record.
    pub call: &'static str,
    /// What it gives, in `.map` text; or `reject CODE`.
    pub gives: &'static str,
}

/// A function over values; arguments have passed the type checker.
pub type Run = for<'a> fn(&Cx<'a>, &mut [Argument<'_, 'a>]) -> Result<Value<'a>>;

/// A lambda over values.
pub type Lambda<'f, 'a> = &'f mut dyn FnMut(&[Value<'a>]) -> Result<Value<'a>>;

/// One argument of a call by the interpreter.
pub enum Argument<'f, 'a> {
    /// A value.
    Value(Value<'a>),
    /// A lambda.
    Lambda(Lambda<'f, 'a>),
    /// A regular expression, compiled when the plan was loaded.
    Regex(&'f Regex),
}
