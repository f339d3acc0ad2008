//! The macro that defines library functions.

use regex::Regex;

use crate::datetime::DatePattern;
use crate::{Date, DateTime, Decimal, Map, Scalar, Timestamp};

/// Defines the functions of one topic. Each is written as a Rust function between `functions! { … }`, with its
/// documentation, `#[function("name", "signature")]` and any number of `#[example("call", "result")]`. All else follows
/// from that: the [`Function`](super::Function) entries in `FUNCTIONS`, their `run` for the interpreter, and a test
/// that the signature says what the Rust types say.
///
/// A parameter is a value, a lambda (`mut name: impl FnMut(A) -> Result<B>`), a `&Regex` or a `&DatePattern`. A type
/// parameter has a bound that is one or more names joined by `+`, and is called by the letter it has in the signature.
macro_rules! functions {
    (topic $topic:ident; $($items:tt)*) => {
        $crate::library::define::functions! { @items $topic [] $($items)* }
    };
    (@items $topic:ident [$($all:ident)*]) => {
        /// The functions of this topic, in the order of the manual.
        pub(super) static FUNCTIONS: &[&$crate::library::Function] = &[$(&$all::FUNCTION),*];

        /// What the Rust types of each function say about its signature.
        #[cfg(test)]
        pub(super) static DESCRIBED: &[fn() -> String] = &[$($all::described),*];
    };
    (@items $topic:ident [$($all:ident)*]
        $(#[doc = $doc:literal])*
        #[function($name:literal, $signature:literal)]
        $(#[example($call:literal, $gives:literal)])*
        pub fn $rust:ident<'a $(, $generic:ident : $bound:ident $(+ $more:ident)*)*>(
            $cx:ident: &Cx<'a> $(, $($params:tt)*)?
        ) -> $result:ty $body:block
        $($rest:tt)*
    ) => {
        $(#[doc = $doc])*
        pub fn $rust<'a $(, $generic: $bound $(+ $more)*)*>($cx: &Cx<'a> $(, $($params)*)?) -> $result {
            // What runs out is noticed by whoever ends the record; what this function makes, it counts itself.
            $crate::library::define::functions! { @spend $cx $($($params)*)? }
            $body
        }

        mod $rust {
            // Only some signatures have types to be named.
            #[allow(unused_imports)]
            use super::*;
            use $crate::library::{convert, define, Argument, CallExample, Function};

            pub(super) static FUNCTION: Function = Function {
                name: $name,
                signature: $signature,
                fallible: fallible(),
                doc: {
                    const RAW: &str = concat!($($doc, "\n"),*);
                    const DOC: [u8; define::doc_length(RAW)] = define::doc(RAW);
                    match core::str::from_utf8(&DOC) {
                        Ok(doc) => doc,
                        Err(_) => "",
                    }
                },
                examples: &[$(CallExample { call: $call, gives: $gives }),*],
                rust: concat!(stringify!($topic), "::", stringify!($rust)),
                run,
                parsed: std::sync::OnceLock::new(),
            };

            // The result does not name every parameter.
            #[allow(dead_code, clippy::extra_unused_lifetimes)]
            const fn fallible<'a>() -> bool {
                $(type $generic = define::Var<{ define::letter(stringify!($generic)) }>;)*
                <$result as define::Describe>::FALLIBLE
            }

            $crate::library::define::functions! { @run $rust [$($generic)*] [] $($($params)*)? }

            #[cfg(test)]
            #[allow(clippy::extra_unused_lifetimes)]
            pub(super) fn described<'a>() -> String {
                $(type $generic = define::Var<{ define::letter(stringify!($generic)) }>;)*
                let mut params: Vec<String> = Vec::new();
                $crate::library::define::functions! { @describe params $($($params)*)? }
                let bounds: &[Option<String>] =
                    &[$(define::bound(stringify!($generic), &[stringify!($bound) $(, stringify!($more))*])),*];
                let bounds = bounds.iter().flatten().cloned().collect::<Vec<_>>().join(", ");
                let bounds = if bounds.is_empty() { bounds } else { format!(" where {bounds}") };
                format!("({}) -> {}{bounds}", params.join(", "), <$result as define::Describe>::describe())
            }
        }

        $crate::library::define::functions! { @items $topic [$($all)* $rust] $($rest)* }
    };

    (@run $rust:ident $generics:tt [$($done:tt)*]
        mut $name:ident: impl FnMut($in:ty) -> Result<$out:ty> $(, $($rest:tt)*)?
    ) => {
        $crate::library::define::functions! { @run $rust $generics [$($done)* ($name lambda)] $($($rest)*)? }
    };
    (@run $rust:ident $generics:tt [$($done:tt)*]
        $name:ident: impl FnMut($in:ty) -> Result<$out:ty> $(, $($rest:tt)*)?
    ) => {
        $crate::library::define::functions! { @run $rust $generics [$($done)* ($name lambda)] $($($rest)*)? }
    };
    (@run $rust:ident $generics:tt [$($done:tt)*] $name:ident: &Regex $(, $($rest:tt)*)?) => {
        $crate::library::define::functions! { @run $rust $generics [$($done)* ($name regex)] $($($rest)*)? }
    };
    (@run $rust:ident $generics:tt [$($done:tt)*] $name:ident: &DatePattern $(, $($rest:tt)*)?) => {
        $crate::library::define::functions! { @run $rust $generics [$($done)* ($name pattern)] $($($rest)*)? }
    };
    (@run $rust:ident $generics:tt [$($done:tt)*] $name:ident: $ty:ty $(, $($rest:tt)*)?) => {
        $crate::library::define::functions! { @run $rust $generics [$($done)* ($name value)] $($($rest)*)? }
    };
    (@run $rust:ident [$($generic:ident)*] [$(($name:ident $take:ident))*]) => {
        fn run<'a>(cx: &$crate::Cx<'a>, arguments: &mut [Argument<'_, 'a>]) -> $crate::Result<$crate::Value<'a>> {
            let [$($name),*] = arguments else { return Err(convert::mismatch("call with its number of arguments")) };
            $(let $name = convert::$take(cx, $name)?;)*
            let given = super::$rust::<$($crate::library::define::value!($generic)),*>(cx $(, $name)*);
            convert::Returned::finish(given, cx)
        }
    };

    (@spend $cx:ident $name:ident: &'a str $(, $($rest:tt)*)?) => {
        $cx.spend($crate::budget::Weigh::weigh($name));
        $crate::library::define::functions! { @spend $cx $($($rest)*)? }
    };
    (@spend $cx:ident $name:ident: &'a [$item:ty] $(, $($rest:tt)*)?) => {
        $cx.spend($crate::budget::Weigh::weigh($name));
        $crate::library::define::functions! { @spend $cx $($($rest)*)? }
    };
    (@spend $cx:ident $name:ident: Map<'a, $item:ty> $(, $($rest:tt)*)?) => {
        $cx.spend($crate::budget::Weigh::weigh(&$name));
        $crate::library::define::functions! { @spend $cx $($($rest)*)? }
    };
    // Where work has run out, a loop ends at its next element.
    (@spend $cx:ident mut $name:ident: impl FnMut($in:ty) -> Result<$out:ty> $(, $($rest:tt)*)?) => {
        let mut $name = |item: $in| if $cx.is_exhausted() { Err($crate::Fail::Poisoned) } else { $name(item) };
        $crate::library::define::functions! { @spend $cx $($($rest)*)? }
    };
    (@spend $cx:ident $name:ident: impl FnMut($in:ty) -> Result<$out:ty> $(, $($rest:tt)*)?) => {
        let mut inside = $name;
        let $name = |item: $in| if $cx.is_exhausted() { Err($crate::Fail::Poisoned) } else { inside(item) };
        $crate::library::define::functions! { @spend $cx $($($rest)*)? }
    };
    (@spend $cx:ident mut $name:ident: $ty:ty $(, $($rest:tt)*)?) => {
        $crate::library::define::functions! { @spend $cx $($($rest)*)? }
    };
    (@spend $cx:ident $name:ident: $ty:ty $(, $($rest:tt)*)?) => {
        $crate::library::define::functions! { @spend $cx $($($rest)*)? }
    };
    (@spend $cx:ident) => {};

    (@describe $into:ident mut $name:ident: impl FnMut($in:ty) -> Result<$out:ty> $(, $($rest:tt)*)?) => {
        $into.push(format!(
            "{}: {} => {}",
            stringify!($name),
            <$in as define::Describe>::describe(),
            <$out as define::Describe>::describe()
        ));
        $crate::library::define::functions! { @describe $into $($($rest)*)? }
    };
    (@describe $into:ident $name:ident: impl FnMut($in:ty) -> Result<$out:ty> $(, $($rest:tt)*)?) => {
        $crate::library::define::functions! {
            @describe $into mut $name: impl FnMut($in) -> Result<$out> $(, $($rest)*)?
        }
    };
    (@describe $into:ident $name:ident: $ty:ty $(, $($rest:tt)*)?) => {
        $into.push(format!("{}: {}", stringify!($name), <$ty as define::Describe>::describe()));
        $crate::library::define::functions! { @describe $into $($($rest)*)? }
    };
    (@describe $into:ident) => {};
}

/// The interpreter's type for any type variable.
macro_rules! value {
    ($generic:ident) => { $crate::Value<'a> };
}

pub(super) use {functions, value};

/// The type variable of one letter, where only the shape of a function matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Var<const LETTER: u8>;

/// The letter of a type parameter.
pub(super) const fn letter(name: &str) -> u8 {
    assert!(name.len() == 1, "a type parameter of a library function is one letter");
    name.as_bytes()[0]
}

/// What a Rust type is called in a signature.
pub(super) trait Describe {
    /// Whether it is a `Result`.
    const FALLIBLE: bool = false;

    /// Its name; only tests ask.
    #[cfg(test)]
    fn describe() -> String;
}

macro_rules! described {
    ($([$($generic:tt)*] $ty:ty => $format:literal $($part:ty)?;)*) => { $(
        impl<$($generic)*> Describe for $ty {
            #[cfg(test)]
            fn describe() -> String {
                format!($format $(, <$part>::describe())?)
            }
        }
    )* };
}

described! {
    [] bool => "bool";
    [] i64 => "int";
    [] f64 => "float";
    [] Decimal => "decimal";
    [] &str => "string";
    [] Scalar<'_> => "scalar";
    [] Date => "date";
    [] DateTime => "local_datetime";
    [] Timestamp => "timestamp";
    [] &Regex => "regex";
    [] &DatePattern => "pattern";
    [T: Describe] Option<T> => "{}?" T;
    [T: Describe] &[T] => "[{}]" T;
    [T: Describe] Map<'_, T> => "map<string, {}>" T;
}

impl<const LETTER: u8> Describe for Var<LETTER> {
    #[cfg(test)]
    fn describe() -> String {
        char::from(LETTER).to_string()
    }
}

impl<A: Describe, B: Describe> Describe for (A, B) {
    #[cfg(test)]
    fn describe() -> String {
        format!("({}, {})", A::describe(), B::describe())
    }
}

impl<T: Describe> Describe for crate::Result<T> {
    const FALLIBLE: bool = true;

    #[cfg(test)]
    fn describe() -> String {
        T::describe()
    }
}

/// What a type parameter's Rust bounds are called in a signature.
#[cfg(test)]
pub(super) fn bound(letter: &str, bounds: &[&str]) -> Option<String> {
    match bounds {
        ["Copy"] => None,
        ["Order"] => Some(format!("{letter} is ordered")),
        ["Looked", "Eq", "Hash"] => Some(format!("{letter} is key")),
        _ => panic!("no signature says {}", bounds.join(" + ")),
    }
}

/// Length of a documentation text without the blank that rustdoc leaves before each line, and without the last newline.
pub(super) const fn doc_length(raw: &str) -> usize {
    let raw = raw.as_bytes();
    let mut length = 0;
    let mut at = 0;
    while at + 1 < raw.len() {
        if !is_margin(raw, at) {
            length += 1;
        }
        at += 1;
    }
    length
}

/// That text.
pub(super) const fn doc<const LENGTH: usize>(raw: &str) -> [u8; LENGTH] {
    let raw = raw.as_bytes();
    let mut doc = [0; LENGTH];
    let mut length = 0;
    let mut at = 0;
    while at + 1 < raw.len() {
        if !is_margin(raw, at) {
            doc[length] = raw[at];
            length += 1;
        }
        at += 1;
    }
    doc
}

const fn is_margin(raw: &[u8], at: usize) -> bool {
    raw[at] == b' ' && (at == 0 || raw[at - 1] == b'\n')
}
