//! The standard library: one definition gives a function its signature, documentation, examples and implementation.
//!
//! A function is found by name and by the types of its arguments: entries of one name are overloads, told apart by
//! their parameters. The type checker, the manual, the interpreter and the generator all read [`Function`]; nothing
//! about a function stands anywhere else.

pub mod conversion;
mod convert;
pub mod date;
mod define;
pub mod encoding;
pub mod list;
mod manual;
pub mod map;
pub mod money;
pub mod number;
pub mod order;
pub mod search;
mod signature;
pub mod text;
pub mod web;

use std::sync::{LazyLock, OnceLock};

use regex::Regex;

use crate::datetime::DatePattern;
use crate::{Cx, Result, Value};

pub use convert::{FromValue, IntoValue};
pub use manual::manual;
pub use signature::{Bound, Param, Signature, SignatureError, Type};

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
    pub examples: &'static [CallExample],
    /// Path of the Rust function below `mapc_runtime::library`: `text::trim`. It takes `&Cx<'a>`, then the arguments:
    /// texts as `&'a str`, lists as `&'a [T]`, maps as [`crate::Map`], `T?` as `Option<T>`, tuples as Rust's, lambdas
    /// as `impl FnMut(A) -> Result<R>`, regular expressions as `&Regex`, date patterns as `&DatePattern`.
    pub rust: &'static str,
    /// The same function over [`Value`]s.
    pub run: Run,
    parsed: OnceLock<Signature>,
}

impl Function {
    /// The signature, read once. A test reads all of them, so none is left unread at run time.
    pub fn parsed(&self) -> &Signature {
        self.parsed.get_or_init(|| Signature::parse(self.signature).unwrap_or_else(|_| Signature::unreadable()))
    }
}

/// A group of functions, as the manual has them.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// Its heading.
    pub title: &'static str,
    /// Its functions, in the order of the manual; overloads follow each other.
    pub functions: &'static [&'static Function],
}

/// Registers the topics, each a module of its own, in the order of the manual.
macro_rules! topics {
    ($($module:ident: $title:literal,)*) => {
        /// All topics, in the order of the manual.
        pub static TOPICS: &[Topic] = &[$(Topic { title: $title, functions: $module::FUNCTIONS }),*];

        #[cfg(test)]
        static DESCRIBED: &[&[fn() -> String]] = &[$($module::DESCRIBED),*];
    };
}

topics! {
    text: "Text",
    search: "Searching and replacing",
    conversion: "Conversions",
    number: "Numbers",
    money: "Money",
    date: "Dates and times",
    list: "Lists",
    order: "Sorting, grouping and sums",
    map: "Maps",
    encoding: "Hashes and encodings",
    web: "URLs, e-mail addresses and UUIDs",
}

static ALL: LazyLock<Vec<&'static Function>> = LazyLock::new(|| {
    let mut all: Vec<_> = TOPICS.iter().flat_map(|topic| topic.functions.iter().copied()).collect();
    all.sort_by_key(|function| function.name);
    all
});

/// All functions by name. Overloads of one name stand in the order in which they are to be tried: the first that fits
/// is meant.
pub fn all() -> &'static [&'static Function] {
    &ALL
}

/// The overloads of a name, in the order in which they are to be tried.
pub fn named(name: &str) -> impl Iterator<Item = &'static Function> + use<> {
    let start = ALL.partition_point(|function| function.name < name);
    let end = ALL.partition_point(|function| function.name <= name);
    ALL.get(start..end).unwrap_or_default().iter().copied()
}

/// An example of a function.
#[derive(Debug)]
pub struct CallExample {
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
    /// A date pattern, compiled likewise.
    Pattern(&'f DatePattern),
}

#[cfg(test)]
mod tests {
    use super::{DESCRIBED, Signature, TOPICS, Type, all};
    use crate::{Bump, Cx, Fail, Message, Result, Timestamp};

    /// Runs a test of functions in a context of its own.
    pub(super) fn with_cx(test: impl FnOnce(&Cx<'_>)) {
        let bump = Bump::new();
        test(&Cx::new(&bump, Message { id: "", received_at: Timestamp::UNIX_EPOCH }));
    }

    /// The code of a failure.
    pub(super) fn code<T>(result: Result<T>) -> String {
        match result {
            Err(Fail::Fault(fault)) => fault.code.into_owned(),
            _ => String::new(),
        }
    }

    /// Texts are handed over for one-of-some literals.
    fn plain(ty: &Type) -> Type {
        match ty {
            Type::OneOf(_) => Type::Str,
            other => other.clone(),
        }
    }

    #[test]
    fn every_signature_says_what_the_rust_types_say() {
        for (topic, described) in TOPICS.iter().zip(DESCRIBED) {
            for (function, described) in topic.functions.iter().zip(*described) {
                let mut signature = Signature::parse(function.signature)
                    .unwrap_or_else(|error| panic!("{}{}: {error}", function.name, function.signature));
                signature.params.iter_mut().for_each(|param| param.ty = plain(&param.ty));
                let rust = Signature::parse(&described()).unwrap();
                assert_eq!(signature, rust, "{}{} as against {}", function.name, function.signature, described());
            }
        }
    }

    #[test]
    fn every_function_is_documented_and_has_an_example() {
        for function in all() {
            assert!(function.doc.contains('.'), "{} has no documentation", function.rust);
            assert!(!function.doc.starts_with(' '), "{} is documented with a margin", function.rust);
            assert!(!function.examples.is_empty(), "{} has no example", function.rust);
        }
    }
}
