//! What could have stood where the reading failed, in a reader's words.

use mapc_diagnostics::nearest;

use super::{Failure, Place, Reason};
use crate::tokens::TokenKind;

/// Words with which declarations begin.
pub const DECLARATIONS: &[&str] = &[
    "entity", "record", "system", "map", "enum", "type", "table", "fn", "test", "event", "union", "feed", "use",
    "settings",
];

/// First tokens of a value; together they are "a value".
const VALUES: &[&str] = &[
    "\"", "$", "(", "-", ".", "[", "_", "`", "absent", "false", "for", "if", "match", "not", "r\"", "reject", "skip",
    "true", "try", "with", "{",
];
/// First characters of operators, and `via`: what may always follow a value and is not worth naming.
const OPERATORS: &[&str] = &["!", "%", "*", "+", "-", "/", "<", "=", ">", "?", "a", "i", "o", "via"];
/// First tokens of a type.
const TYPES: &[&str] = &["\"", "(", "[", "_", "`", "patch", "try", "{"];
/// What may always follow a type.
const CLAUSES: &[&str] = &["as", "in", "matching", "only", "read", "wire", "write", "(", "?", "<", "."];
/// First tokens of JSON.
const JSON: &[&str] = &["\"", "-", "0", "1..9", "[", "{", "false", "null", "true"];
/// First tokens of a table's cell or of a pattern.
const CELLS: &[&str] = &["\"", "(", "-", ".", "_", "`", "r\"", "some", "else", "absent", "true", "false"];
const NAMES: &[&str] = &["_", "`", "patch"];
const CHARACTERS: &[&str] = &["0..9", "A..Z", "a..z"];
const BLANKS: &[&str] = &["\t", "\n", "\r", " ", "//"];

/// Says what was expected.
pub fn expected(failure: &Failure<'_>) -> Reason {
    if failure.place == Place::Item && failure.before.is_none() {
        return declaration(failure);
    }
    if failure.in_text && failure.place != Place::Step {
        return Reason::Interpolation;
    }
    let wanted = wanted(failure);
    let found = match failure.found() {
        "" => "the end of the line".to_owned(),
        found => format!("`{}`", shortened(found)),
    };
    let after = match failure.before() {
        "" => String::new(),
        before => format!(" after `{}`", shortened(before)),
    };
    let message = format!("expected {}{after}, found {found}", join(&wanted));
    if failure.place == Place::Step && in_json(failure) {
        return Reason::Json { message, help: json_help(failure) };
    }
    let words =
        failure.expected.iter().filter(|token| token.len() > 1 && token.chars().all(|c| c.is_ascii_alphabetic()));
    let reason_word = (failure.place == Place::Entry).then_some("because");
    let nearest = nearest(failure.found(), words.map(String::as_str).chain(reason_word)).map(str::to_owned);
    Reason::Expected { message, nearest: nearest.filter(|_| failure.found().len() > 1) }
}

fn declaration(failure: &Failure<'_>) -> Reason {
    let word = failure.found();
    if failure.found.as_ref().is_none_or(|token| token.kind != TokenKind::Word) || DECLARATIONS.contains(&word) {
        let message =
            format!("expected a declaration such as `entity`, `system` or `map`, found `{}`", shortened(word));
        return Reason::Expected { message, nearest: None };
    }
    let familiar = match word {
        "struct" | "class" | "interface" | "message" | "object" | "schema" | "model" => Some("record"),
        "func" | "function" | "def" | "fun" => Some("fn"),
        "import" | "include" | "require" => Some("use"),
        "mapping" | "transform" => Some("map"),
        _ => nearest(word, DECLARATIONS.iter().copied())
            .and_then(|near| DECLARATIONS.iter().find(|word| **word == near).copied()),
    };
    Reason::Declaration { word: word.to_owned(), nearest: familiar }
}

/// The expected tokens in a reader's words, most useful first.
fn wanted(failure: &Failure<'_>) -> Vec<String> {
    if failure.before.is_none() {
        return vec![beginning(failure.place).to_owned()];
    }
    let mut tokens: Vec<&str> =
        failure.expected.iter().map(String::as_str).filter(|token| !BLANKS.contains(token)).collect();
    let mut words = Vec::new();
    let mut replace = |tokens: &mut Vec<&str>, marks: &[&str], group: &[&str], word: &str| {
        if marks.iter().all(|mark| tokens.contains(mark)) {
            tokens.retain(|token| !group.contains(token) && !CHARACTERS.contains(token));
            if !word.is_empty() {
                words.push(word.to_owned());
            }
        }
    };
    let assigns = tokens.contains(&"<->") && tokens.contains(&"=");
    replace(&mut tokens, &["match", "$"], VALUES, "a value");
    replace(&mut tokens, &["patch", "["], TYPES, "a type");
    replace(&mut tokens, &["null", "{"], JSON, "JSON");
    replace(&mut tokens, &["%", "*"], OPERATORS, "");
    if matches!(failure.place, Place::Row | Place::Arm) {
        replace(&mut tokens, &["\"", "."], CELLS, "a value");
    }
    replace(&mut tokens, &["matching", "wire"], CLAUSES, "");
    replace(&mut tokens, &["`", "_"], NAMES, "a name");
    replace(&mut tokens, &["-", "0..9"], &["-"], "a number");
    // A word or number may always go on, and a call, an index or a field follow it.
    tokens.retain(|token| !CHARACTERS.contains(token) && !matches!(*token, "_" | "." | "(" | "[" | "<" | "?"));
    if tokens.contains(&")") {
        tokens.retain(|token| !matches!(*token, "=>" | ":"));
    }
    if assigns {
        tokens.retain(|token| !matches!(*token, "->" | "<-" | "<->" | "="));
        words.extend(["`=`".to_owned(), "`<->`".to_owned()]);
    }
    tokens.retain(|token| *token != "}" || in_json(failure) || failure.found().is_empty());
    if matches!(failure.place, Place::Head | Place::Item) {
        tokens.retain(|token| *token != "<-");
    }
    words.extend(
        tokens.iter().map(|token| if *token == "\"" { "a text in quotes".to_owned() } else { format!("`{token}`") }),
    );
    if words.is_empty() || (failure.place == Place::Field && words == ["`=`"]) {
        words.push(otherwise(failure).to_owned());
    }
    words
}

/// What is expected where no token is worth naming.
fn otherwise(failure: &Failure<'_>) -> &'static str {
    match failure.found() {
        "" => "more",
        _ if failure.place == Place::Step && in_json(failure) => "JSON",
        _ => "the end of the line",
    }
}

/// What could begin a piece.
fn beginning(place: Place) -> &'static str {
    match place {
        Place::Item => "a declaration",
        Place::Head => "two records with an arrow between them",
        Place::Entry => "a line such as `field = value`",
        Place::Field => "a field such as `name: type`",
        Place::Member => "the name of a member",
        Place::Row => "a row such as `\"a\" -> .b`",
        Place::Arm => "an arm such as `.a => value`",
        Place::Step => "`given` or `expect`",
    }
}

fn in_json(failure: &Failure<'_>) -> bool {
    let start = failure.before.as_ref().map_or(0, |before| before.end);
    failure.piece[..start].contains(['{', '[']) || failure.expects("null")
}

fn json_help(failure: &Failure<'_>) -> &'static str {
    match (failure.before(), failure.found()) {
        (",", "}" | "]") => "JSON has no comma behind the last element",
        ("{" | ",", word) if word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') => {
            "JSON has its keys in quotes"
        }
        (_, "=") => "JSON has `:` between a key and its value",
        _ => "what stands in tests between braces is JSON, without comments",
    }
}

fn shortened(token: &str) -> String {
    if token.chars().count() <= 30 {
        return token.to_owned();
    }
    let kept: String = token.chars().take(27).collect();
    format!("{kept}…")
}

fn join(words: &[String]) -> String {
    match words {
        [] => "something else".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
