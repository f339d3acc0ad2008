//! Signatures of library functions.

use core::fmt;

use crate::datetime::Purpose;

/// A type in a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `bool`.
    Bool,
    /// `int`.
    Int,
    /// `decimal`; an `int` argument is widened.
    Decimal,
    /// `float`.
    Float,
    /// `string`; any refinement of it fits.
    Str,
    /// `scalar`.
    Scalar,
    /// `date`.
    Date,
    /// `local_datetime`.
    DateTime,
    /// `timestamp`.
    Timestamp,
    /// `T`, `K`, `U`: any type, the same at each place; by position of first appearance.
    Var(u8),
    /// `[T]`.
    List(Box<Type>),
    /// `map<string, T>`.
    Map(Box<Type>),
    /// `T?`.
    Optional(Box<Type>),
    /// `(T, U)`.
    Tuple(Vec<Type>),
    /// `(T, U) => V`.
    Lambda(Vec<Type>, Box<Type>),
    /// `regex`: an `r"…"` literal.
    Regex,
    /// `pattern`: a text literal that is a date pattern as in wire forms; checked when compiled, handed over as
    /// [`crate::library::Argument::Pattern`]. See [`Signature::purpose`].
    Pattern,
    /// `"half_up" | "half_even"`: one of some text literals; handed over as text.
    OneOf(Vec<String>),
}

/// A parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
}

/// What a type variable may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// `ordered`: `int`, `decimal`, `float`, `string`, `date`, `local_datetime`, `timestamp` and refinements of them.
    /// In Rust [`crate::ops::Order`].
    Ordered,
    /// `key`: what is ordered but `float`, further `bool`, `scalar`, enums, and tuples and optionals of keys. In Rust
    /// `Eq + Hash`.
    Key,
}

/// Parameters and result of a function; the first parameter is the receiver of the method form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The parameters.
    pub params: Vec<Param>,
    /// What it gives.
    pub result: Type,
    /// `where T is ordered, K is key`: the variables that may not stand for any type.
    pub bounds: Vec<(u8, Bound)>,
}

/// Why a text is not a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureError {
    /// What was expected.
    pub expected: &'static str,
    /// What is left of the text where it was expected.
    pub rest: String,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} before `{}`", self.expected, self.rest)
    }
}

impl core::error::Error for SignatureError {}

impl Signature {
    /// Reads `(list: [T], keep: T => bool) -> [T] where T is ordered`.
    pub fn parse(text: &str) -> Result<Signature, SignatureError> {
        SignatureReader { rest: text, variables: Vec::new() }.signature()
    }

    /// What the pattern of such a function is for: the date or time that it reads, in a zone if a parameter is called
    /// `zone`, or the text that it makes of one.
    pub fn purpose(&self) -> Option<Purpose> {
        let zone = self.params.iter().any(|param| param.name == "zone");
        let mut types = core::iter::once(&self.result).chain(self.params.iter().map(|param| &param.ty));
        let writes = self.result == Type::Str;
        types.find_map(|ty| match ty {
            Type::Date if writes => Some(Purpose::Writing { time: false, offset: false }),
            Type::DateTime if writes => Some(Purpose::Writing { time: true, offset: false }),
            Type::Timestamp if writes => Some(Purpose::Writing { time: true, offset: true }),
            Type::Date => Some(Purpose::Date),
            Type::DateTime => Some(Purpose::DateTime),
            Type::Timestamp => Some(Purpose::Timestamp { zone }),
            _ => None,
        })
    }

    /// What stands for a signature that cannot be read: no call fits it.
    pub(super) fn unreadable() -> Signature {
        let never = Type::OneOf(Vec::new());
        Signature { params: vec![Param { name: String::new(), ty: never.clone() }], result: never, bounds: Vec::new() }
    }
}

struct SignatureReader<'t> {
    rest: &'t str,
    variables: Vec<&'t str>,
}

type Parsed<T> = Result<T, SignatureError>;

impl<'t> SignatureReader<'t> {
    fn signature(mut self) -> Parsed<Signature> {
        self.expect("(")?;
        let params = self.until(")", |reader| {
            let name = reader.word("a parameter")?.to_owned();
            reader.expect(":")?;
            Ok(Param { name, ty: reader.ty()? })
        })?;
        self.expect("->")?;
        let result = self.ty()?;
        let mut bounds = Vec::new();
        if self.eat("where") {
            bounds.push(self.bound()?);
            while self.eat(",") {
                bounds.push(self.bound()?);
            }
        }
        if self.rest.trim().is_empty() { Ok(Signature { params, result, bounds }) } else { self.fail("the end") }
    }

    fn bound(&mut self) -> Parsed<(u8, Bound)> {
        let name = self.word("a type variable")?;
        let variable = self.variable(name);
        self.expect("is")?;
        match self.word("`ordered` or `key`")? {
            "ordered" => Ok((variable, Bound::Ordered)),
            "key" => Ok((variable, Bound::Key)),
            _ => self.fail("`ordered` or `key`"),
        }
    }

    fn ty(&mut self) -> Parsed<Type> {
        let mut ty = self.operand()?;
        while self.eat("?") {
            ty = Type::Optional(Box::new(ty));
        }
        if self.eat("=>") {
            let params = match ty {
                Type::Tuple(params) => params,
                one => vec![one],
            };
            ty = Type::Lambda(params, Box::new(self.ty()?));
        }
        Ok(ty)
    }

    fn operand(&mut self) -> Parsed<Type> {
        if self.eat("[") {
            let element = self.ty()?;
            self.expect("]")?;
            return Ok(Type::List(Box::new(element)));
        }
        if self.eat("(") {
            return Ok(Type::Tuple(self.until(")", Self::ty)?));
        }
        if self.eat("\"") {
            return self.literals();
        }
        let name = self.word("a type")?;
        Ok(match name {
            "bool" => Type::Bool,
            "int" => Type::Int,
            "decimal" => Type::Decimal,
            "float" => Type::Float,
            "string" => Type::Str,
            "scalar" => Type::Scalar,
            "date" => Type::Date,
            "local_datetime" => Type::DateTime,
            "timestamp" => Type::Timestamp,
            "regex" => Type::Regex,
            "pattern" => Type::Pattern,
            "map" => self.map()?,
            variable if variable.len() == 1 && variable.starts_with(char::is_uppercase) => {
                Type::Var(self.variable(variable))
            }
            _ => return self.fail("a type"),
        })
    }

    fn map(&mut self) -> Parsed<Type> {
        self.expect("<")?;
        self.expect("string")?;
        self.expect(",")?;
        let element = self.ty()?;
        self.expect(">")?;
        Ok(Type::Map(Box::new(element)))
    }

    fn literals(&mut self) -> Parsed<Type> {
        let mut texts = Vec::new();
        loop {
            let Some((text, rest)) = self.rest.split_once('"') else { return self.fail("a closing quote") };
            texts.push(text.to_owned());
            self.rest = rest;
            if !self.eat("|") {
                return Ok(Type::OneOf(texts));
            }
            self.expect("\"")?;
        }
    }

    fn until<T>(&mut self, close: &'static str, mut item: impl FnMut(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        let mut items = Vec::new();
        while !self.eat(close) {
            if !items.is_empty() {
                self.expect(",")?;
            }
            items.push(item(self)?);
        }
        Ok(items)
    }

    fn variable(&mut self, name: &'t str) -> u8 {
        let position = self.variables.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.variables.push(name);
            self.variables.len() - 1
        });
        u8::try_from(position).unwrap_or(u8::MAX)
    }

    fn word(&mut self, expected: &'static str) -> Parsed<&'t str> {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        if end == 0 {
            return self.fail(expected);
        }
        let (word, rest) = rest.split_at(end);
        self.rest = rest;
        Ok(word)
    }

    fn eat(&mut self, token: &str) -> bool {
        match self.rest.trim_start().strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, token: &'static str) -> Parsed<()> {
        if self.eat(token) { Ok(()) } else { self.fail(token) }
    }

    fn fail<T>(&self, expected: &'static str) -> Parsed<T> {
        Err(SignatureError { expected, rest: self.rest.trim_start().to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Param, Signature, Type};

    #[test]
    fn variables_count_by_first_appearance() {
        let parsed = Signature::parse("(list: [T], key: T => K) -> [(K, [T])] where K is key").unwrap();
        let (t, k) = (Type::Var(0), Type::Var(1));
        let list = Type::List(Box::new(t.clone()));
        let expected = Signature {
            params: vec![
                Param { name: "list".into(), ty: list.clone() },
                Param { name: "key".into(), ty: Type::Lambda(vec![t], Box::new(k.clone())) },
            ],
            result: Type::List(Box::new(Type::Tuple(vec![k, list]))),
            bounds: vec![(1, Bound::Key)],
        };
        assert_eq!(parsed, expected);
    }

    #[test]
    fn reads_literals_maps_optionals_and_names_what_it_misses() {
        let parsed =
            Signature::parse("(m: map<string, T?>, how: \"a\" | \"b\", at: pattern, by: regex) -> T?").unwrap();
        let types: Vec<Type> = parsed.params.into_iter().map(|param| param.ty).collect();
        let optional = Type::Optional(Box::new(Type::Var(0)));
        let choice = Type::OneOf(vec!["a".into(), "b".into()]);
        assert_eq!(types, [Type::Map(Box::new(optional)), choice, Type::Pattern, Type::Regex]);
        assert_eq!(Signature::parse("(a: text) -> int").unwrap_err().expected, "a type");
        assert_eq!(Signature::parse("(a: int -> int").unwrap_err().expected, ",");
    }
}
