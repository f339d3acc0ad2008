//! The regular expressions of a package: each is compiled once, however often it stands there, and their size is bounded.

use std::collections::HashMap;

use mapc_runtime::constraint::Pattern;
use regex_syntax::hir::{Class, Hir, HirKind};

/// The most states of one pattern, about: a class has one for each range of characters, and what repeats has them as often as it may.
/// `^[A-Z]{2}\d{4}$` has some hundreds, `\w{100}` 80,000.
const MOST_STATES: usize = 100_000;

/// The most states of all patterns of a package.
const MOST_STATES_IN_ALL: usize = 1_000_000;

/// What was read so far.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    known: HashMap<String, Result<Pattern, String>>,
    states: usize,
}

impl Patterns {
    /// The compiled pattern, or why it is none. Copies share what was compiled.
    pub(crate) fn get(&mut self, text: &str) -> Result<Pattern, String> {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let read = self.compile(text);
        self.known.insert(text.to_owned(), read.clone());
        read
    }

    fn compile(&mut self, text: &str) -> Result<Pattern, String> {
        let hir = regex_syntax::parse(text).map_err(|error| reason(&error.to_string()))?;
        let states = states(&hir);
        if states > MOST_STATES {
            return Err(format!("it is too large: it would have about {states} states, and {MOST_STATES} is the most"));
        }
        self.states += states;
        if self.states > MOST_STATES_IN_ALL {
            return Err(format!(
                "with this one the patterns of the package would have more than {MOST_STATES_IN_ALL} states"
            ));
        }
        let pattern = Pattern::from(text.to_owned());
        match pattern.regex() {
            Some(_) => Ok(pattern),
            None => Err(regex::Regex::new(text).map_or_else(|error| reason(&error.to_string()), |_| String::new())),
        }
    }
}

/// How many states a pattern has, about.
fn states(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len().max(1),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len().max(1),
        HirKind::Repetition(repeated) => {
            let times = repeated.max.unwrap_or(repeated.min.saturating_add(1)).max(1);
            states(&repeated.sub).saturating_mul(times as usize)
        }
        HirKind::Capture(capture) => states(&capture.sub).saturating_add(2),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().map(states).fold(0, usize::saturating_add),
    }
}

/// The last line of what the regex crate says: the reason without its drawing of the place.
fn reason(error: &str) -> String {
    let last = error.lines().last().unwrap_or_default();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}
