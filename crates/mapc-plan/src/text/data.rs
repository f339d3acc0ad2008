//! The text of what plans take from the runtime, and of lists, options and numbers.

use std::sync::Arc;

use mapc_runtime::codec::{self, Spelling};
use mapc_runtime::constraint::Pattern;
use mapc_runtime::csv::Dialect;
use mapc_runtime::datetime::Purpose;
use mapc_runtime::decode::{Blank, Duplicates, Unknown};
use mapc_runtime::ops::{ArithOp, CompareOp};
use mapc_runtime::write::{AbsentAs, Blanks};
use mapc_runtime::{Constant, Constraint, Context, Decimal, library};

use super::{Form, Misread, Names, Node};

/// The texts of what has no parts.
macro_rules! words {
    ($($ty:ty { $($value:path = $word:literal),* $(,)? })*) => { $(
        impl Form for $ty {
            fn node(&self, _: &Names<'_>) -> Node {
                Node::word(match self { $($value => $word),* })
            }

            fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
                match node.as_word()? {
                    $($word => Ok($value),)*
                    other => Err(Misread(format!("`{other}` is none of {}", [$($word),*].join(", ")))),
                }
            }
        }
    )* };
}

words! {
    Context { Context::MessageId = "message_id", Context::ReceivedAt = "received_at" }
    CompareOp {
        CompareOp::Equal = "==", CompareOp::NotEqual = "!=", CompareOp::Less = "<", CompareOp::LessEqual = "<=",
        CompareOp::Greater = ">", CompareOp::GreaterEqual = ">=",
    }
    ArithOp {
        ArithOp::Add = "+", ArithOp::Subtract = "minus", ArithOp::Multiply = "*", ArithOp::Divide = "/",
        ArithOp::Remainder = "%",
    }
    Blank { Blank::Value = "blank_is_value", Blank::Absent = "blank_is_absent", Blank::Reject = "blank_rejects" }
    Duplicates { Duplicates::Reject = "twice_rejects", Duplicates::First = "first", Duplicates::Last = "last" }
    Unknown { Unknown::Ignore = "unknown_ignored", Unknown::Reject = "unknown_rejects" }
    AbsentAs { AbsentAs::Omit = "omit", AbsentAs::Null = "null" }
}

/// Numbers.
macro_rules! numbers {
    ($($ty:ty),*) => { $(
        impl Form for $ty {
            fn node(&self, _: &Names<'_>) -> Node {
                Node::word(self.to_string())
            }

            fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
                let word = node.as_word()?;
                word.parse().map_err(|_| Misread(format!("`{word}` is no number that fits here")))
            }
        }
    )* };
}

numbers!(u8, u32, u64);

impl Form for bool {
    fn node(&self, _: &Names<'_>) -> Node {
        Node::word(if *self { "yes" } else { "no" })
    }

    fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
        match node.as_word()? {
            "yes" => Ok(true),
            "no" => Ok(false),
            other => Err(Misread(format!("`{other}` is neither yes nor no"))),
        }
    }
}

impl Form for String {
    fn node(&self, _: &Names<'_>) -> Node {
        Node::Text(self.clone())
    }

    fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
        node.as_text().map(str::to_owned)
    }
}

impl<T: Form> Form for Vec<T> {
    fn node(&self, names: &Names<'_>) -> Node {
        Node::List(self.iter().map(|item| item.node(names)).collect())
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        node.as_list()?.iter().map(|item| T::of(item, names)).collect()
    }
}

impl<T: Form> Form for Arc<[T]> {
    fn node(&self, names: &Names<'_>) -> Node {
        Node::List(self.iter().map(|item| item.node(names)).collect())
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        Vec::of(node, names).map(Arc::from)
    }
}

impl<T: Form> Form for Box<T> {
    fn node(&self, names: &Names<'_>) -> Node {
        T::node(self, names)
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        T::of(node, names).map(Box::new)
    }
}

/// `-` for nothing. No value that may be absent is written as this word.
impl<T: Form> Form for Option<T> {
    fn node(&self, names: &Names<'_>) -> Node {
        self.as_ref().map_or_else(|| Node::word("-"), |value| value.node(names))
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        if matches!(node, Node::Word(word) if word == "-") { Ok(None) } else { T::of(node, names).map(Some) }
    }
}

impl<A: Form, B: Form> Form for (A, B) {
    fn node(&self, names: &Names<'_>) -> Node {
        Node::List(vec![self.0.node(names), self.1.node(names)])
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        match node.as_list()? {
            [first, second] => Ok((A::of(first, names)?, B::of(second, names)?)),
            other => Err(Misread::new("pairs", other)),
        }
    }
}

impl Form for Decimal {
    fn node(&self, _: &Names<'_>) -> Node {
        Node::word(self.to_string())
    }

    fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
        let word = node.as_word()?;
        Decimal::from_str_exact(word).map_err(|_| Misread(format!("`{word}` is no decimal")))
    }
}

impl Form for Constant {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            Constant::Absent => Node::word("absent"),
            Constant::Bool(value) => Node::word(value.to_string()),
            Constant::Int(value) => Node::headed("int", [Node::word(value.to_string())]),
            Constant::Float(value) => Node::headed("float", [Node::word(format!("{value:?}"))]),
            Constant::Decimal(value) => Node::headed("decimal", [value.node(names)]),
            Constant::Number(value) => Node::headed("number", [Node::Text(value.to_string())]),
            Constant::Str(value) => Node::Text(value.to_string()),
            Constant::Enum(member) => Node::headed("member", [member.node(names)]),
            Constant::List(items) => Node::headed("list", items.iter().map(|item| item.node(names))),
        }
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        let number = |word: &str| Misread(format!("`{word}` is no number that fits here"));
        match node {
            Node::Text(text) => Ok(Constant::Str(text.as_str().into())),
            Node::Word(word) => match word.as_str() {
                "absent" => Ok(Constant::Absent),
                "true" => Ok(Constant::Bool(true)),
                "false" => Ok(Constant::Bool(false)),
                other => Err(Misread(format!("`{other}` is no constant"))),
            },
            Node::List(parts) => match parts.as_slice() {
                [Node::Word(head), Node::Word(word)] if head == "int" => {
                    word.parse().map(Constant::Int).map_err(|_| number(word))
                }
                [Node::Word(head), Node::Word(word)] if head == "float" => match word.parse::<f64>() {
                    Ok(value) if value.is_finite() => Ok(Constant::Float(value)),
                    _ => Err(number(word)),
                },
                [Node::Word(head), value] if head == "decimal" => Decimal::of(value, names).map(Constant::Decimal),
                [Node::Word(head), Node::Text(text)] if head == "number" => Ok(Constant::Number(text.as_str().into())),
                [Node::Word(head), member] if head == "member" => u32::of(member, names).map(Constant::Enum),
                [Node::Word(head), items @ ..] if head == "list" => {
                    items.iter().map(|item| Constant::of(item, names)).collect::<Result<_, _>>().map(Constant::List)
                }
                other => Err(Misread::new("constants", other)),
            },
        }
    }
}

impl Form for Constraint {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            Constraint::Length { min, max } => Node::headed("length", [min.node(names), max.node(names)]),
            Constraint::Items { min, max } => Node::headed("items", [min.node(names), max.node(names)]),
            Constraint::Range { min, max } => Node::headed("range", [min.node(names), max.node(names)]),
            Constraint::Digits { precision, scale } => {
                Node::headed("digits", [precision.node(names), scale.node(names)])
            }
            Constraint::Pattern(pattern) => Node::headed("matching", [pattern.node(names)]),
            Constraint::Email => Node::word("email"),
            Constraint::Url => Node::word("url"),
            Constraint::Uuid => Node::word("uuid"),
            Constraint::Country => Node::word("country"),
            Constraint::Currency => Node::word("currency"),
        }
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        if let Node::Word(word) = node {
            return match word.as_str() {
                "email" => Ok(Constraint::Email),
                "url" => Ok(Constraint::Url),
                "uuid" => Ok(Constraint::Uuid),
                "country" => Ok(Constraint::Country),
                "currency" => Ok(Constraint::Currency),
                other => Err(Misread(format!("`{other}` is no constraint"))),
            };
        }
        match node.as_list()? {
            [Node::Word(head), pattern] if head == "matching" => Pattern::of(pattern, names).map(Constraint::Pattern),
            [Node::Word(head), first, second] => match head.as_str() {
                "length" => Ok(Constraint::Length { min: u64::of(first, names)?, max: Option::of(second, names)? }),
                "items" => Ok(Constraint::Items { min: u64::of(first, names)?, max: Option::of(second, names)? }),
                "range" => Ok(Constraint::Range { min: Option::of(first, names)?, max: Option::of(second, names)? }),
                "digits" => {
                    Ok(Constraint::Digits { precision: u32::of(first, names)?, scale: u32::of(second, names)? })
                }
                other => Err(Misread(format!("`{other}` is no constraint"))),
            },
            other => Err(Misread::new("constraints", other)),
        }
    }
}

impl Form for Pattern {
    fn node(&self, _: &Names<'_>) -> Node {
        Node::Text(self.as_str().to_owned())
    }

    fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
        let pattern = Pattern::from(node.as_text()?.to_owned());
        Ok(pattern)
    }
}

impl Form for Purpose {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            Purpose::Date => Node::word("date"),
            Purpose::DateTime => Node::word("local_datetime"),
            Purpose::Timestamp { zone } => Node::headed("timestamp", [zone.node(names)]),
            Purpose::Writing { time, offset } => Node::headed("writing", [time.node(names), offset.node(names)]),
        }
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        match node {
            Node::Word(word) if word == "date" => Ok(Purpose::Date),
            Node::Word(word) if word == "local_datetime" => Ok(Purpose::DateTime),
            node => match node.as_list()? {
                [Node::Word(head), zone] if head == "timestamp" => {
                    Ok(Purpose::Timestamp { zone: bool::of(zone, names)? })
                }
                [Node::Word(head), time, offset] if head == "writing" => {
                    Ok(Purpose::Writing { time: bool::of(time, names)?, offset: bool::of(offset, names)? })
                }
                other => Err(Misread::new("purposes", other)),
            },
        }
    }
}

impl Form for Dialect {
    fn node(&self, names: &Names<'_>) -> Node {
        Node::headed("csv", [self.separator, self.quote, self.decimal_mark].map(|byte| byte.node(names)))
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        match node.behind("csv")? {
            [separator, quote, decimal_mark] => Ok(Dialect {
                separator: u8::of(separator, names)?,
                quote: u8::of(quote, names)?,
                decimal_mark: u8::of(decimal_mark, names)?,
            }),
            other => Err(Misread::new("parts of a dialect", other)),
        }
    }
}

impl Form for Blanks {
    fn node(&self, names: &Names<'_>) -> Node {
        Node::List(vec![self.read.node(names), self.empty.node(names)])
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        let (read, empty) = Form::of(node, names)?;
        Ok(Blanks { read, empty })
    }
}

/// A wire form: its type, its word or how else it is spelled, and its arguments.
impl Form for codec::Form {
    fn node(&self, _: &Names<'_>) -> Node {
        let spelling = match self.definition.spelling {
            Spelling::Own => "own",
            Spelling::Word(word) => word,
            Spelling::Pattern => "by_pattern",
            Spelling::TwoTexts => "two_texts",
        };
        let arguments = self.arguments.iter().map(|argument| Node::Text(argument.clone()));
        Node::headed(self.definition.base, [Node::word(spelling)].into_iter().chain(arguments))
    }

    fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
        let [Node::Word(base), Node::Word(spelling), arguments @ ..] = node.as_list()? else {
            return Err(Misread::new("wire forms", std::slice::from_ref(node)));
        };
        let spelling = match spelling.as_str() {
            "own" => Some(Spelling::Own),
            "by_pattern" => Some(Spelling::Pattern),
            "two_texts" => Some(Spelling::TwoTexts),
            word => codec::all().map(|known| known.spelling).find(|it| *it == spelling_of(word, *it)),
        };
        let arguments = arguments.iter().map(|text| text.as_text().map(str::to_owned)).collect::<Result<_, _>>()?;
        let form = spelling.and_then(|spelling| codec::Form::spelled(base, spelling, arguments));
        form.ok_or_else(|| Misread(format!("`{}` is no wire form", node.flat())))
    }
}

/// The spelling, if it is this word; else another.
fn spelling_of(word: &str, spelling: Spelling) -> Spelling {
    match spelling {
        Spelling::Word(known) if known == word => spelling,
        // No form is spelled by a word without letters.
        _ => Spelling::Word(""),
    }
}

/// A library function, by the path of its Rust function, which no other has.
impl Form for &'static library::Function {
    fn node(&self, _: &Names<'_>) -> Node {
        Node::word(self.rust)
    }

    fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
        let word = node.as_word()?;
        let found = library::all().iter().find(|function| function.rust == word);
        found.copied().ok_or_else(|| Misread(format!("there is no library function `{word}`")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_library_functions_have_one_path() {
        for function in library::all() {
            let read = <&library::Function>::of(&function.node(&Names::default()), &Names::default()).unwrap();
            assert!(std::ptr::eq(read, *function), "{}", function.rust);
        }
    }

    #[test]
    fn every_wire_form_reads_back() {
        for definition in codec::all() {
            let arguments = definition.examples.first().map_or(&[][..], |example| example.arguments);
            let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
            let form = codec::Form { definition, arguments };
            assert_eq!(codec::Form::of(&form.node(&Names::default()), &Names::default()), Ok(form));
        }
    }
}
