//! Text of a Rust expression with what is needed to put it into another one.

/// How tightly an expression's text holds together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bond {
    /// A name, literal, call, field or method call.
    Tight,
    /// An operator or a block: in parentheses as an operand or receiver.
    Loose,
}

/// A Rust expression that has the value's type, or `rt::Result` of it.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    text: String,
    bond: Bond,
    is_result: bool,
}

impl Code {
    /// A name, literal, call, field or method call that has the value.
    pub(crate) fn tight(text: impl Into<String>) -> Self {
        Code { text: text.into(), bond: Bond::Tight, is_result: false }
    }

    /// An operator, block or anything else that has the value.
    pub(crate) fn loose(text: impl Into<String>) -> Self {
        Code { text: text.into(), bond: Bond::Loose, is_result: false }
    }

    /// As [`Code::tight`], of a result.
    pub(crate) fn tight_result(text: impl Into<String>) -> Self {
        Code { text: text.into(), bond: Bond::Tight, is_result: true }
    }

    /// As [`Code::loose`], of a result.
    pub(crate) fn loose_result(text: impl Into<String>) -> Self {
        Code { text: text.into(), bond: Bond::Loose, is_result: true }
    }

    /// Whether it has a result.
    pub(crate) fn is_result(&self) -> bool {
        self.is_result
    }

    /// The value; where it is a result, a failure leaves the closure or function around it.
    pub(crate) fn value(self) -> String {
        match (self.is_result, self.bond) {
            (false, _) => self.text,
            (true, Bond::Tight) => format!("{}?", self.text),
            (true, Bond::Loose) => format!("({})?", self.text),
        }
    }

    /// A result.
    pub(crate) fn result(self) -> String {
        if self.is_result { self.text } else { format!("Ok({})", self.text) }
    }

    /// The value as an operand or receiver.
    pub(crate) fn operand(self) -> String {
        if !self.is_result && self.bond == Bond::Loose { format!("({})", self.text) } else { self.value() }
    }
}

/// Puts arms or branches together: all of them results if one is.
pub(crate) fn unify<const N: usize>(parts: [Code; N]) -> (bool, [String; N]) {
    let is_result = parts.iter().any(Code::is_result);
    (is_result, parts.map(|part| branch(part, is_result)))
}

/// The text of an arm or branch.
pub(crate) fn branch(part: Code, is_result: bool) -> String {
    if is_result { part.result() } else { part.value() }
}

/// A block or match that has a value or result.
pub(crate) fn block(text: String, is_result: bool) -> Code {
    if is_result { Code::loose_result(text) } else { Code::loose(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_unwrapped_only_where_a_value_is_needed() {
        assert_eq!(Code::tight_result("f(x)").result(), "f(x)");
        assert_eq!(Code::tight_result("f(x)").value(), "f(x)?");
        assert_eq!(Code::loose_result("if a { b } else { c }").operand(), "(if a { b } else { c })?");
        assert_eq!(Code::loose("a + b").operand(), "(a + b)");
        assert_eq!(Code::loose("a + b").result(), "Ok(a + b)");
    }

    #[test]
    fn branches_agree() {
        let (is_result, [a, b]) = unify([Code::tight("x"), Code::tight_result("f(x)")]);
        assert!(is_result);
        assert_eq!([a, b], ["Ok(x)", "f(x)"]);
    }
}
