//! What the compiler says to its user.

use crate::source::Span;

/// A stable code of the compiler, `M0301`. Never reused for another meaning. Those that there are stand in [`crate::codes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    number: &'static str,
    severity: Severity,
}

impl Code {
    // For the constants alone, so that no code is without a page.
    pub(crate) const fn new(number: &'static str, severity: Severity) -> Self {
        Code { number, severity }
    }

    /// The code as users see it, `M0301`.
    pub const fn as_str(self) -> &'static str {
        self.number
    }

    /// How bad it is.
    pub const fn severity(self) -> Severity {
        self.severity
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The package cannot be used.
    Error,
    /// The package works; this is most likely not what was meant.
    Warning,
}

/// A place and what there is to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// A few words, without a full stop.
    pub text: String,
}

/// One replacement of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// A change that a tool can apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the change does, as an order: "write `email`".
    pub title: String,
    /// The replacements; they do not overlap.
    pub edits: Vec<Edit>,
}

/// One finding. The first label is the primary place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence in the user's terms, lower case, no full stop.
    pub message: String,
    /// The places involved; the first is the primary one.
    pub labels: Vec<Label>,
    /// The way out, where there is one to name.
    pub help: Option<String>,
    /// Changes that tools can apply, best first.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// What there is to say about one place, as bad as its code is.
    pub fn new(code: Code, message: impl Into<String>, span: Span, label: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            labels: vec![Label { span, text: label.into() }],
            help: None,
            fixes: Vec::new(),
        }
    }

    /// Adds a further place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Sets the way out.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Adds a fix of one replacement.
    #[must_use]
    pub fn fix(mut self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.fixes.push(Fix { title: title.into(), edits: vec![Edit { span, text: text.into() }] });
        self
    }

    /// The primary place.
    pub fn span(&self) -> Span {
        self.labels.first().map(|label| label.span).unwrap_or_default()
    }
}

/// The candidate closest to `word`, if any is close enough to be what was meant.
///
/// Distance: Damerau–Levenshtein in its optimal string alignment form; at most a third of the word's length, at least 1. Words of
/// one or two letters are near to half of all others, so only their case may differ.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    let limit = if length < 3 { 0 } else { (length / 3).max(1) };
    let scored = candidates.into_iter().map(|candidate| (distance(word, candidate), candidate));
    scored.filter(|(score, _)| *score <= limit).min_by_key(|(score, _)| *score).map(|(_, candidate)| candidate)
}

fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().flat_map(char::to_lowercase).filter(|c| *c != '_').collect();
    let right: Vec<char> = right.chars().flat_map(char::to_lowercase).filter(|c| *c != '_').collect();
    let mut rows = vec![(0..=right.len()).collect::<Vec<usize>>()];
    for (i, l) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, r) in right.iter().enumerate() {
            let mut best = (rows[i][j] + usize::from(l != r)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *l == right[j - 1] && left[i - 1] == *r {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[left.len()][right.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn nearest_finds_slips_and_other_cases_but_not_strangers() {
        assert_eq!(nearest("emial", ["name", "email"]), Some("email"));
        assert_eq!(nearest("emailAddress", ["email_address", "email"]), Some("email_address"));
        assert_eq!(nearest("phone", ["email", "name"]), None);
        assert_eq!(nearest("n", ["p", "no"]), None);
        assert_eq!(nearest("ID", ["name", "id"]), Some("id"));
    }
}
