//! Files that are made and changed.

use std::fs;
use std::path::Path;

/// Makes a file.
///
/// # Errors
/// It is there already, or cannot be written.
pub(crate) fn create(root: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = root.join(name);
    if path.exists() {
        return Err(format!("`{name}` is there already"));
    }
    fs::write(&path, text).map_err(|error| format!("`{name}` cannot be written: {error}"))
}

/// Puts text into a file, before what stands first behind a sign.
///
/// # Errors
/// One of them does not stand there, or the file cannot be read or written.
pub(crate) fn insert(root: &Path, name: &str, (behind, before): (&str, &str), text: &str) -> Result<(), String> {
    let path = root.join(name);
    let old = fs::read_to_string(&path).map_err(|error| format!("`{name}` cannot be read: {error}"))?;
    let place = old.find(behind).and_then(|start| Some(start + old.get(start..)?.find(before)?));
    let Some((first, rest)) = place.and_then(|place| old.split_at_checked(place)) else {
        return Err(format!("`{name}` has no `{}` behind `{}`", before.escape_debug(), behind.escape_debug()));
    };
    fs::write(&path, [first, text, rest].concat()).map_err(|error| format!("`{name}` cannot be written: {error}"))
}

/// Whether a name is words of small letters and digits with `separator` between them.
pub(crate) fn is_name(name: &str, separator: char) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    name.starts_with(|first: char| first.is_ascii_lowercase()) && name.split(separator).all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_overwritten_and_what_is_missed_is_named() {
        let folder = tempfile::tempdir().unwrap();
        create(folder.path(), "a.rs", "x { 1 }\ny { 2 }\n").unwrap();
        assert_eq!(create(folder.path(), "a.rs", ""), Err("`a.rs` is there already".to_owned()));
        insert(folder.path(), "a.rs", ("y", " }"), ", 3").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a.rs")).unwrap(), "x { 1 }\ny { 2, 3 }\n");
        assert!(insert(folder.path(), "a.rs", ("z", "}"), "").is_err_and(|told| told.contains("no `}` behind `z`")));
        assert!(insert(folder.path(), "b.rs", ("z", "}"), "").is_err_and(|told| told.contains("cannot be read")));
    }

    #[test]
    fn names_are_words() {
        assert!(is_name("argument-type", '-') && is_name("to_int2", '_'));
        for name in ["", "-a", "a-", "a--b", "A", "2a", "a b", "é"] {
            assert!(!is_name(name, '-'), "{name}");
        }
    }
}
