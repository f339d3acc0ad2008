//! The regular expressions of a package: each is compiled once, however often it stands there, and their size is bounded.

use std::collections::{HashMap, HashSet};

use mapc_diagnostics::Span;
use mapc_runtime::constraint::Pattern;
use regex_syntax::hir::{Class, Hir, HirKind};

use crate::context::Context;
use crate::errors::calls::broken_regex;

/// The most states of one pattern, about: a class has one for each range of characters, and what repeats has them as often as it may.
/// `^[A-Z]{2}\d{4}$` has some hundreds, `\w{100}` 80,000.
const MOST_STATES: usize = 100_000;

/// The most states of all patterns of a package.
const MOST_STATES_IN_ALL: usize = 1_000_000;

/// The patterns of something that was checked, in the order of its text.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    known: HashMap<String, Result<Pattern, String>>,
    found: Vec<Measured>,
    states: usize,
    /// Whether they are compiled when they are read: defaults are held against those of declarations.
    pub at_once: bool,
}

/// A pattern that may stand where it does.
#[derive(Debug)]
struct Measured {
    pattern: Pattern,
    states: usize,
    span: Span,
}

impl Patterns {
    /// The pattern, or why it is none. Copies share what was compiled.
    pub(crate) fn read(&mut self, text: &str, span: Span) -> Result<Pattern, String> {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let read = self.measure(text, span);
        self.known.insert(text.to_owned(), read.clone());
        read
    }

    fn measure(&mut self, text: &str, span: Span) -> Result<Pattern, String> {
        let hir = regex_syntax::parse(text).map_err(|error| reason(&error.to_string()))?;
        let states = states(&hir);
        if states > MOST_STATES {
            return Err(format!("it is too large: it would have about {states} states, and {MOST_STATES} is the most"));
        }
        self.states += states;
        if self.states > MOST_STATES_IN_ALL {
            return Err(too_many());
        }
        let pattern = Pattern::from(text.to_owned());
        if self.at_once && pattern.regex().is_none() {
            return Err(refused(text));
        }
        self.found.push(Measured { pattern: pattern.clone(), states, span });
        Ok(pattern)
    }

    /// Adds those of what follows.
    pub(crate) fn add(&mut self, later: Patterns) {
        self.found.extend(later.found);
    }
}

fn too_many() -> String {
    format!("with this one the patterns of the package would have more than {MOST_STATES_IN_ALL} states")
}

/// Why a pattern is not compiled that reads as one.
fn refused(text: &str) -> String {
    regex::Regex::new(text).map_or_else(|error| reason(&error.to_string()), |_| String::new())
}

/// Compiles the patterns of the package, each text once, as long as they are not too many.
pub(crate) fn check(cx: &mut Context<'_>) {
    let found = std::mem::take(&mut cx.found.patterns.found);
    let (mut seen, mut sum) = (HashSet::new(), 0_usize);
    for Measured { pattern, states, span } in &found {
        if !seen.insert(pattern.as_str()) {
            continue;
        }
        sum = sum.saturating_add(*states);
        if sum > MOST_STATES_IN_ALL {
            cx.report(broken_regex(*span, too_many()));
        } else if pattern.regex().is_none() {
            cx.report(broken_regex(*span, refused(pattern.as_str())));
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
