//! Signs and words that other languages have and this one has not.

use super::{Failure, Finding, Place, Reason};
use crate::tokens::Token;

/// What to say about the token that does not fit, if it comes from another language.
pub fn foreign(failure: &Failure<'_>) -> Option<Reason> {
    let found = failure.found();
    everywhere(found).or_else(|| misplaced(failure, found)).or_else(|| word(found))
}

/// What to say about a piece that begins like a statement of another language.
pub fn foreign_beginning(place: Place, piece: &str, tokens: &[Token]) -> Option<Finding> {
    let first = tokens.first()?.range.clone();
    let second = tokens.get(1).map_or("", |token| &piece[token.range.clone()]);
    let reason = match (place, &piece[first.clone()]) {
        (Place::Entry, "if") => {
            say("`if` gives a value, it does not hold lines", "write `when condition { … }`", Some("when"))
        }
        (Place::Entry, "return") => say("a map returns nothing", "write `field = value`", None),
        (Place::Entry, "var" | "const" | "val") => {
            say("a local name is given with `let`", "write `let name = value`", Some("let"))
        }
        (_, "#") => say("`#` does not begin a comment", "write `//`", Some("//")),
        (_, "/") if second == "*" => say("`/*` does not begin a comment", "write `//` before each line", None),
        _ => return None,
    };
    Some(Finding { range: first, reason })
}

fn say(message: &str, help: &'static str, replacement: Option<&'static str>) -> Reason {
    Reason::Foreign { message: message.to_owned(), help, replacement }
}

/// Signs that mean nothing anywhere.
fn everywhere(found: &str) -> Option<Reason> {
    Some(match found {
        ";" => say("`;` does not separate anything here", "items end at the end of the line or at a comma", Some("")),
        "'" => say("texts stand in double quotes", "write `\"…\"`", None),
        "&&" => say("`&&` is no operator", "write `and`", Some("and")),
        "||" => say("`||` is no operator", "write `or`, or `??` for a value in place of an absent one", Some("or")),
        "===" => say("`===` is no operator", "write `==`; values of different types never compare", Some("==")),
        "!==" => say("`!==` is no operator", "write `!=`; values of different types never compare", Some("!=")),
        "!" => say("`!` is no operator", "write `not`", Some("not ")),
        "+=" | "-=" | "*=" => say("values do not change", "give a new value a name of its own with `let`", None),
        ":=" => say("`:=` is no sign of this language", "write `=`", Some("=")),
        "::" => say("`::` is no sign of this language", "write `.`", Some(".")),
        "#" => say("`#` does not begin a comment", "write `//`", Some("//")),
        _ => return None,
    })
}

/// Signs of this language in the wrong place.
fn misplaced(failure: &Failure<'_>, found: &str) -> Option<Reason> {
    Some(match (failure.place, found) {
        (Place::Entry, ":") if failure.expects("<->") => say("a field is assigned with `=`", "write `=`", Some("=")),
        (Place::Entry, "=>" | "==") if failure.expects("<->") => {
            say("a field is assigned with `=`", "write `=`", Some("="))
        }
        (Place::Field, "=") if failure.expects(":") => {
            say("a field and its type are joined by `:`", "write `:`", Some(":"))
        }
        (Place::Head, "=>" | "=" | ":") => {
            say("the two sides of a map are joined by `->` or `<->`", "write `->`", Some("->"))
        }
        (Place::Row, "=>" | "=" | ":") if failure.expects("->") => {
            say("the two sides of a row are joined by `->`", "write `->`", Some("->"))
        }
        (Place::Arm, "->" | "=" | ":") if failure.expects("=>") => {
            say("a pattern and its value are joined by `=>`", "write `=>`", Some("=>"))
        }
        (Place::Member, "=" | ":") => {
            say("the wire form follows the member's name directly", "write the text right behind the name", Some(""))
        }
        (Place::Item, ":") if failure.expects("=") => say("a type is declared with `=`", "write `=`", Some("=")),
        (_, "=") if failure.behind_value() => say("`=` does not compare", "write `==`", Some("==")),
        (_, "?") if failure.behind_value() => {
            say("`?` does not choose between two values", "write `if condition then a else b`", None)
        }
        (Place::Field, "|") => {
            say("`|` stands only between texts", "write `?` behind a type whose value may be absent", None)
        }
        (_, "->") if failure.in_call() => say("a function is written with `=>`", "write `=>`", Some("=>")),
        (_, "/") if failure.behind() == "*" => {
            say("`/*` does not begin a comment", "write `//` before each line", None)
        }
        (_, "=>") if failure.behind_value() => say(
            "a function stands only as an argument",
            "write it between the parentheses of a call, or declare an `fn`",
            None,
        ),
        _ => return None,
    })
}

/// Words that other languages have.
fn word(found: &str) -> Option<Reason> {
    Some(match found {
        "AND" => say("`AND` is no operator", "write `and`", Some("and")),
        "OR" => say("`OR` is no operator", "write `or`", Some("or")),
        "elif" | "elsif" | "elseif" => say("a further condition follows `else`", "write `else if`", Some("else if")),
        _ => return None,
    })
}
