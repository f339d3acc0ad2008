//! Names of Rust items from names of the language.

use std::collections::BTreeSet;

/// Words that cannot be names in Rust, of any edition.
pub(crate) const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// What the standard library's prelude brings into every module. A declared type that is called so gets a number, `Option2`: in
/// the module that it stands in, and wherever a user of the crate imports it, the name means what it always means.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Letters of Europe beside ASCII, and how they are written without signs.
const WITHOUT_SIGNS: &[(&str, &str)] = &[
    ("a", "àáâãåāăą"),
    ("ae", "äæ"),
    ("c", "çćĉċč"),
    ("d", "ðďđ"),
    ("e", "èéêëēĕėęě"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįı"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľł"),
    ("n", "ñńņň"),
    ("o", "òóôõōŏő"),
    ("oe", "öøœ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûũūŭůűų"),
    ("ue", "ü"),
    ("w", "ŵ"),
    ("y", "ýÿŷ"),
    ("z", "źżž"),
];

/// A letter or digit in ASCII and small. Rust would take most others as they are, but warns of those that are easily confused, and
/// such warnings can be turned off only for a whole crate, which a module in somebody else's crate cannot do.
fn ascii(character: char) -> String {
    if character.is_ascii() {
        return character.to_ascii_lowercase().to_string();
    }
    let small = |c: char| WITHOUT_SIGNS.iter().find(|(_, letters)| letters.contains(c)).map(|(plain, _)| *plain);
    match character.to_lowercase().next().and_then(small) {
        Some(plain) => plain.to_owned(),
        None => format!("u{:x}", u32::from(character)),
    }
}

/// Words of a name: what stands between other characters, and parts that begin with a capital.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let characters: Vec<char> = name.chars().collect();
    for (position, &character) in characters.iter().enumerate() {
        if !character.is_alphanumeric() {
            open = false;
            continue;
        }
        let after_lower =
            position > 0 && (characters[position - 1].is_lowercase() || characters[position - 1].is_numeric());
        let before_lower = characters.get(position + 1).is_some_and(|next| next.is_lowercase());
        let after_upper = position > 0 && characters[position - 1].is_uppercase();
        if character.is_uppercase() && (after_lower || (after_upper && before_lower)) {
            open = false;
        }
        match words.last_mut() {
            Some(word) if open => word.push_str(&ascii(character)),
            _ => words.push(ascii(character)),
        }
        open = true;
    }
    words
}

/// So long is a name at most, before a number makes it different from another: files of the crate and of its documentation are called
/// so, with more around it.
const LONGEST: usize = 120;

/// A name in ASCII, cut where it is too long.
pub(crate) fn bounded(mut name: String) -> String {
    if name.len() > LONGEST {
        name.truncate(LONGEST);
        name.truncate(name.trim_end_matches('_').len());
    }
    name
}

/// What is left of a name where nothing of it can be used.
fn or_unnamed(name: String, unnamed: &str) -> String {
    if name.is_empty() { unnamed.to_owned() } else { name }
}

/// The name of a function, module or field: `lead_score`. Two names can give the same one, so that it has to be claimed.
pub(crate) fn snake(name: &str) -> String {
    let joined = bounded(or_unnamed(words(name).join("_"), "unnamed"));
    if KEYWORDS.contains(&joined.as_str()) {
        format!("{joined}_")
    } else if joined.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{joined}")
    } else {
        joined
    }
}

/// The name of a type or variant: `LeadScore`. It too has to be claimed.
pub(crate) fn pascal(name: &str) -> String {
    let capitalised = words(name).into_iter().map(|word| {
        let mut characters = word.chars();
        characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect::<String>()
    });
    let joined = bounded(or_unnamed(capitalised.collect(), "Unnamed"));
    let reserved = joined == "Self" || joined.starts_with(|first: char| first.is_ascii_digit());
    if reserved { format!("The{joined}") } else { joined }
}

/// Names of one scope, each given once.
#[derive(Debug, Default)]
pub(crate) struct Namer {
    taken: BTreeSet<String>,
}

impl Namer {
    /// A scope in which some names stand already.
    pub(crate) fn with(taken: &[&str]) -> Self {
        Namer { taken: taken.iter().map(|&name| name.to_owned()).collect() }
    }

    /// A scope of types, beside others that stand there.
    pub(crate) fn types(taken: &[&str]) -> Self {
        Namer::with(&[PRELUDE, taken].concat())
    }

    /// The name wished for, or that with a number behind it.
    pub(crate) fn claim(&mut self, wish: &str) -> String {
        let mut name = wish.to_owned();
        let mut number = 1;
        while !self.taken.insert(name.clone()) {
            number += 1;
            // Types are capitalised, and an underscore in one is a warning of rustc.
            let joined = wish.ends_with('_') || wish.starts_with(char::is_uppercase);
            name = if joined { format!("{wish}{number}") } else { format!("{wish}_{number}") };
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_habits_of_rust() {
        for (name, small, large) in [
            ("leadScore", "lead_score", "LeadScore"),
            ("crm.Contact", "crm_contact", "CrmContact"),
            ("e-mail", "e_mail", "EMail"),
            ("SAPOrder", "sap_order", "SapOrder"),
            ("type", "type_", "Type"),
            ("2nd", "_2nd", "The2nd"),
            ("self", "self_", "TheSelf"),
            ("--", "unnamed", "Unnamed"),
        ] {
            assert_eq!((snake(name).as_str(), pascal(name).as_str()), (small, large));
        }
    }

    #[test]
    fn a_name_is_given_once() {
        let mut namer = Namer::with(&["out"]);
        assert_eq!([namer.claim("out"), namer.claim("a"), namer.claim("a")], ["out_2", "a", "a_2"]);
        assert_eq!([namer.claim("Order"), namer.claim("Order")], ["Order", "Order2"]);
    }

    #[test]
    fn no_declared_type_shadows_what_is_always_there() {
        let mut types = Namer::types(&["Cow"]);
        for name in PRELUDE.iter().chain(&["Cow"]) {
            assert_eq!(types.claim(&pascal(name)), format!("{name}2"));
        }
    }

    #[test]
    fn names_are_ascii() {
        for (name, small, large) in [
            ("Größe", "groesse", "Groesse"),
            ("ÉtatCivil", "etat_civil", "EtatCivil"),
            ("客户", "u5ba2u6237", "U5ba2u6237"),
        ] {
            assert_eq!((snake(name).as_str(), pascal(name).as_str()), (small, large));
        }
    }

    /// Names of few letters, so that many of them fold to the same.
    fn random_name(state: &mut u64) -> String {
        const PARTS: &[&str] = &[
            "a", "A", "b", "B", "_", "-", "1", "2", ".", " ", "self", "Self", "type", "crate", "é", "e", "ß", "ss",
            "İ", "客", "\u{202e}", "'", "\\", "Option", "option", "str", "²",
        ];
        let mut next = |bound: usize| {
            // A linear congruential generator with Knuth's constants for MMIX; its upper bits are good enough here.
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(*state >> 33).unwrap() % bound
        };
        (0..=next(4)).map(|_| PARTS[next(PARTS.len())]).collect()
    }

    type Form = fn(&str) -> String;

    #[test]
    fn different_declarations_have_different_identifiers() {
        let (snake, pascal): (Form, Form) = (snake, pascal);
        let mut state = 7;
        for _ in 0..200 {
            let names: Vec<String> = (0..40).map(|_| random_name(&mut state)).collect();
            let scopes = [
                (Namer::types(&["Cow"]), pascal),
                (Namer::with(&["wire"]), snake),
                (Namer::default(), snake),
                (Namer::default(), pascal),
            ];
            for (mut namer, form) in scopes {
                let taken = namer.taken.clone();
                let given: Vec<String> = names.iter().map(|name| namer.claim(&form(name))).collect();
                let distinct: BTreeSet<&String> = given.iter().collect();
                assert_eq!(distinct.len(), given.len(), "{names:?} became {given:?}");
                for name in &given {
                    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
                    let begins = !name.starts_with(|first: char| first.is_ascii_digit()) && name != "_";
                    assert!(!name.is_empty() && begins && name.bytes().all(is_word), "{name}");
                    assert!(!taken.contains(name) && !KEYWORDS.contains(&name.as_str()), "{name}");
                }
            }
        }
    }
}
