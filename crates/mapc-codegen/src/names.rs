//! Names of Rust items from names of the language.

use std::collections::BTreeSet;

/// Words that cannot be names in Rust, of any edition.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Types, traits and variants of others that the generated code names without a path, itself or through its derives.
/// A declared type that is called so gets a number: `Option2`.
pub(crate) const FOREIGN_TYPES: &[&str] = &[
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Eq",
    "Err",
    "Hash",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Serialize",
    "Some",
    "String",
    "Vec",
];

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
            Some(word) if open => word.extend(character.to_lowercase()),
            _ => words.push(character.to_lowercase().collect()),
        }
        open = true;
    }
    words
}

/// What is left of a name where nothing of it can be used.
fn or_unnamed(name: String, unnamed: &str) -> String {
    if name.is_empty() { unnamed.to_owned() } else { name }
}

/// The name of a function, module or field: `lead_score`.
pub(crate) fn snake(name: &str) -> String {
    let joined = or_unnamed(words(name).join("_"), "unnamed");
    if KEYWORDS.contains(&joined.as_str()) {
        format!("{joined}_")
    } else if joined.starts_with(|first: char| first.is_numeric()) {
        format!("_{joined}")
    } else {
        joined
    }
}

/// The name of a type or variant: `LeadScore`.
pub(crate) fn pascal(name: &str) -> String {
    let capitalised = words(name).into_iter().map(|word| {
        let mut characters = word.chars();
        characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect::<String>()
    });
    let joined = or_unnamed(capitalised.collect(), "Unnamed");
    let reserved = joined == "Self" || joined.starts_with(|first: char| first.is_numeric());
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
    fn no_declared_type_shadows_what_generated_code_names() {
        let mut namer = Namer::with(FOREIGN_TYPES);
        for name in FOREIGN_TYPES {
            assert_eq!(namer.claim(name), format!("{name}2"));
        }
    }
}
