//! Texts that a regular expression matches.

use fastrand::Rng;
use regex_syntax::hir::{Class, Hir, HirKind};

/// A text that `pattern` matches, most often; `None` if it is no regular expression.
pub fn matching(pattern: &str, rng: &mut Rng) -> Option<String> {
    let hir = regex_syntax::parse(pattern).ok()?;
    let mut out = String::new();
    push(&hir, rng, &mut out);
    Some(out)
}

fn push(hir: &Hir, rng: &mut Rng, out: &mut String) {
    match hir.kind() {
        // What looks around is left to luck.
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => out.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => out.extend(character(class, rng)),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(repetition.min + 3).min(repetition.min + 6);
            for _ in 0..rng.u32(repetition.min..=most.max(repetition.min)) {
                push(&repetition.sub, rng, out);
            }
        }
        HirKind::Capture(capture) => push(&capture.sub, rng, out),
        HirKind::Concat(parts) => parts.iter().for_each(|part| push(part, rng, out)),
        HirKind::Alternation(parts) => {
            if let Some(part) = rng.choice(parts) {
                push(part, rng, out);
            }
        }
    }
}

fn character(class: &Class, rng: &mut Rng) -> Option<char> {
    match class {
        Class::Unicode(class) => {
            let range = rng.choice(class.ranges())?;
            // Of a range such as all that is no digit, mostly what is readable.
            let end = if rng.u8(..8) > 0 && range.start() < '~' { range.end().min('~') } else { range.end() };
            Some(rng.char(range.start()..=end))
        }
        Class::Bytes(class) => rng.choice(class.ranges()).map(|range| char::from(rng.u8(range.start()..=range.end()))),
    }
}

#[cfg(test)]
mod tests {
    use super::matching;

    #[test]
    fn most_texts_match() {
        let mut rng = fastrand::Rng::with_seed(1);
        for pattern in ["^[A-Z]{3}-\\d+$", "^(a|bc)*x?$", "[^@]+@[^@]+", "^\\w{2,5}$", "a"] {
            let regex = mapc_runtime::Regex::new(pattern).unwrap();
            let good = (0..200).filter(|_| regex.is_match(&matching(pattern, &mut rng).unwrap())).count();
            assert!(good >= 190, "{pattern}: {good} of 200");
        }
        assert_eq!(matching("(", &mut rng), None);
    }
}
