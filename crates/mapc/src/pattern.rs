//! `[build] routes` of `mapc.toml`: patterns that name routes.

use std::ops::Range;

use mapc_diagnostics::{FileId, Span};
use mapc_lower::Route;

/// What stands for any part of a name.
const ANY: char = '*';

/// The routes that are built beside the declared maps and those that tests are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FurtherRoutes {
    /// `routes = "all"`.
    All,
    /// `routes = ["…", …]`: those that one of the patterns names.
    Named(Vec<RoutePattern>),
}

impl Default for FurtherRoutes {
    fn default() -> Self {
        FurtherRoutes::Named(Vec::new())
    }
}

/// `A -> B` or `A -> E -> B`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutePattern {
    /// As it is written.
    pub text: String,
    /// Where it stands in `mapc.toml`, with its quotes.
    pub span: Span,
    /// What is read.
    pub from: NamePattern,
    /// The entity in between, where one is named.
    pub through: Option<NamePattern>,
    /// What is written.
    pub to: NamePattern,
}

/// The name of a record, in which `*` stands for any part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePattern {
    /// The name.
    pub text: String,
    /// Where it stands; the whole pattern where its parts cannot be told apart in the file.
    pub span: Span,
}

/// Why a text is no pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    /// The part at fault.
    pub span: Span,
    /// What is wrong with it.
    pub label: String,
}

impl RoutePattern {
    /// Reads a pattern that stands in `written`, the text of `mapc.toml`, at `at`, quotes included.
    pub(crate) fn parse(text: &str, written: &str, at: Range<usize>, file: FileId) -> Result<RoutePattern, Malformed> {
        let whole = Span::new(file, at.start, at.end);
        // A text with escapes has no places inside.
        let inner = written.get(at.start + 1..at.end.saturating_sub(1)).filter(|inner| *inner == text);
        let place = |part: Range<usize>| match inner {
            Some(_) => Span::new(file, at.start + 1 + part.start, at.start + 1 + part.end),
            None => whole,
        };
        let malformed = |span, label: &str| Err(Malformed { span, label: label.to_owned() });
        if let Some(arrow) = text.find("<-") {
            let end = arrow + if text[arrow..].starts_with("<->") { 3 } else { 2 };
            return malformed(place(arrow..end), "a route goes one way, along `->`");
        }
        let mut stops = Vec::new();
        let mut start = 0;
        for part in text.split("->") {
            let before = part.len() - part.trim_start().len();
            let name = part.trim();
            let begins = start + before;
            stops.push(NamePattern { text: name.to_owned(), span: place(begins..begins + name.len()) });
            start += part.len() + "->".len();
        }
        if stops.len() > 1 && stops.iter().any(|stop| stop.text.is_empty()) {
            return malformed(whole, "a record is missing beside an arrow");
        }
        let mut stops = stops.into_iter();
        let pattern = |from, through, to| RoutePattern { text: text.to_owned(), span: whole, from, through, to };
        match (stops.next(), stops.next(), stops.next(), stops.next()) {
            (Some(from), Some(to), None, None) => Ok(pattern(from, None, to)),
            (Some(from), Some(through), Some(to), None) => Ok(pattern(from, Some(through), to)),
            (.., Some(_)) => malformed(whole, "a route goes through one entity at most"),
            _ => malformed(whole, "there is no `->` in it"),
        }
    }

    /// Whether the names of a route's stops fit. A pattern without an entity fits routes with and without one.
    pub(crate) fn fits(&self, route: &Route) -> bool {
        let through = match (&self.through, &route.through) {
            (Some(pattern), Some(stop)) => pattern.fits(&stop.name),
            (Some(_), None) => false,
            (None, _) => true,
        };
        through && self.from.fits(&route.from.name) && self.to.fits(&route.to.name)
    }

    /// Whether both ends are named in full and no entity is: then a single route is meant.
    pub(crate) fn is_short(&self) -> bool {
        self.through.is_none() && self.from.is_exact() && self.to.is_exact()
    }

    /// Its names, in order.
    pub(crate) fn stops(&self) -> impl Iterator<Item = &NamePattern> {
        [Some(&self.from), self.through.as_ref(), Some(&self.to)].into_iter().flatten()
    }
}

impl NamePattern {
    /// Whether it fits one name only.
    pub(crate) fn is_exact(&self) -> bool {
        !self.text.contains(ANY)
    }

    /// Whether a name is what the pattern says.
    pub(crate) fn fits(&self, name: &str) -> bool {
        let Some((start, rest)) = self.text.split_once(ANY) else { return self.text == name };
        let Some(mut name) = name.strip_prefix(start) else { return false };
        let (middle, end) = rest.rsplit_once(ANY).unwrap_or(("", rest));
        // The first place at which a part fits leaves most for the others.
        for part in middle.split(ANY) {
            let Some(at) = name.find(part) else { return false };
            name = &name[at + part.len()..];
        }
        name.ends_with(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<RoutePattern, Malformed> {
        let written = format!("\"{text}\"");
        RoutePattern::parse(text, &written, 0..written.len(), FileId(0))
    }

    #[test]
    fn names_have_places() {
        let pattern = parse("a.B ->  E->*").unwrap();
        let stops: Vec<_> = pattern
            .stops()
            .map(|stop| (stop.text.as_str(), stop.span.start as usize, stop.span.end as usize))
            .collect();
        assert_eq!(stops, [("a.B", 1, 4), ("E", 9, 10), ("*", 12, 13)]);
        let escaped = RoutePattern::parse("é -> B", "\"\\u00e9 -> B\"", 0..13, FileId(0)).unwrap();
        assert!(escaped.stops().all(|stop| stop.span == escaped.span));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for text in ["", "*", "a.B", "-> B", "A ->", "A -> -> B", "A -> B -> C -> D", "A <-> B", "A <- B"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert_eq!(parse("A <-> B").unwrap_err().span, Span::new(FileId(0), 3, 6));
    }

    #[test]
    fn a_star_stands_for_any_part() {
        let fits =
            |pattern: &str, name: &str| NamePattern { text: pattern.to_owned(), span: Span::default() }.fits(name);
        for (pattern, name) in [
            ("*", "crm.Contact"),
            ("crm.*", "crm.Contact"),
            ("*.Contact", "crm.Contact"),
            ("crm.C*t", "crm.Contact"),
            ("*o*a*", "crm.Contact"),
            ("**", ""),
            ("ab*b", "abb"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("crm.*", "crmx.Contact"),
            ("*.Contact", "Contact"),
            ("ab*b", "ab"),
            ("crm", "crm.Contact"),
            ("*a*a*", "crm.Contact"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
    }
}
