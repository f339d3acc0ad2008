//! JSONTestSuite: all that must be read is read, all that must be refused is refused, and what is free is pinned here.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{check, real, tree};

/// What RFC 8259 leaves free: the code, or `read`, and why.
const FREE: [(&str, &str, &str); 35] = [
    ("i_number_double_huge_neg_exp", "read", NUMBER),
    ("i_number_huge_exp", "read", NUMBER),
    ("i_number_neg_int_huge_exp", "read", NUMBER),
    ("i_number_pos_double_huge_exp", "read", NUMBER),
    ("i_number_real_neg_overflow", "read", NUMBER),
    ("i_number_real_pos_overflow", "read", NUMBER),
    ("i_number_real_underflow", "read", NUMBER),
    ("i_number_too_big_neg_int", "read", NUMBER),
    ("i_number_too_big_pos_int", "read", NUMBER),
    ("i_number_very_big_negative_int", "read", NUMBER),
    ("i_object_key_lone_2nd_surrogate", "R0105", SURROGATE),
    ("i_string_1st_surrogate_but_2nd_missing", "R0105", SURROGATE),
    ("i_string_1st_valid_surrogate_2nd_invalid", "R0105", SURROGATE),
    ("i_string_UTF-16LE_with_BOM", "R0101", UTF8),
    ("i_string_UTF-8_invalid_sequence", "R0101", UTF8),
    ("i_string_UTF8_surrogate_U+D800", "R0101", UTF8),
    ("i_string_incomplete_surrogate_and_escape_valid", "R0105", SURROGATE),
    ("i_string_incomplete_surrogate_pair", "R0105", SURROGATE),
    ("i_string_incomplete_surrogates_escape_valid", "R0105", SURROGATE),
    ("i_string_invalid_lonely_surrogate", "R0105", SURROGATE),
    ("i_string_invalid_surrogate", "R0105", SURROGATE),
    ("i_string_invalid_utf-8", "R0101", UTF8),
    ("i_string_inverted_surrogates_U+1D11E", "R0105", SURROGATE),
    ("i_string_iso_latin_1", "R0101", UTF8),
    ("i_string_lone_second_surrogate", "R0105", SURROGATE),
    ("i_string_lone_utf8_continuation_byte", "R0101", UTF8),
    ("i_string_not_in_unicode_range", "R0101", UTF8),
    ("i_string_overlong_sequence_2_bytes", "R0101", UTF8),
    ("i_string_overlong_sequence_6_bytes", "R0101", UTF8),
    ("i_string_overlong_sequence_6_bytes_null", "R0101", UTF8),
    ("i_string_truncated-utf-8", "R0101", UTF8),
    ("i_string_utf16BE_no_BOM", "R0101", UTF8),
    ("i_string_utf16LE_no_BOM", "R0101", UTF8),
    (
        "i_structure_500_nested_arrays",
        "R0103",
        "a limit keeps hostile input from growing the stack; 128 is far beyond real records",
    ),
    (
        "i_structure_UTF-8_BOM_empty_object",
        "R0102",
        "a mark belongs to a file, whose reader passes over it, not to a record",
    ),
];

const NUMBER: &str = "a number is kept as written until a type asks for its value, and the type decides on the range";
const SURROGATE: &str = "half a surrogate pair is no character, so no text could hold it";
const UTF8: &str = "a record is UTF-8; guessing another encoding would change texts unseen";

/// The files of the suite by name, without ending.
fn cases() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = real("json-test-suite/test_parsing") else { return Vec::new() };
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        cases.push((name, fs::read(&path).unwrap()));
    }
    cases.sort();
    cases
}

fn outcome(bytes: &[u8]) -> String {
    check(bytes).map_or_else(|malformed| malformed.code.as_str().to_owned(), |()| "read".to_owned())
}

fn as_field(bytes: &[u8]) -> Vec<u8> {
    [b"{\"unread\":", bytes, b"}"].concat()
}

#[test]
fn all_that_must_be_read_is_read_alike() {
    let cases = cases();
    let must = cases.iter().filter(|(name, _)| name.starts_with("y_")).collect::<Vec<_>>();
    assert!(cases.is_empty() || must.len() == 95, "{} cases", must.len());
    for (name, bytes) in must {
        assert_eq!(outcome(bytes), "read", "{name}");
        assert_eq!(outcome(&as_field(bytes)), "read", "{name} in a field");
        assert_eq!(tree(bytes).ok(), serde_json::from_slice(bytes).ok(), "{name}");
    }
}

#[test]
fn all_that_must_be_refused_is_refused_with_a_reason() {
    let cases = cases();
    let must = cases.iter().filter(|(name, _)| name.starts_with("n_")).collect::<Vec<_>>();
    assert!(cases.is_empty() || must.len() == 188, "{} cases", must.len());
    for (name, bytes) in must {
        for bytes in [bytes.clone(), as_field(bytes)] {
            let malformed = check(&bytes).expect_err(name);
            assert!(
                ["R0101", "R0102", "R0103", "R0104", "R0105"].contains(&malformed.code.as_str()),
                "{name}: {malformed:?}"
            );
            assert!(malformed.offset <= bytes.len() && !malformed.reason.is_empty(), "{name}: {malformed:?}");
            assert_eq!(tree(&bytes).expect_err(name).code, malformed.code, "{name}, when its values are wanted");
        }
    }
}

#[test]
fn what_is_free_is_as_pinned() {
    let cases = cases();
    let free = cases.iter().filter(|(name, _)| name.starts_with("i_")).collect::<Vec<_>>();
    assert!(cases.is_empty() || free.len() == FREE.len(), "{} cases", free.len());
    for (name, bytes) in free {
        let (_, expected, why) =
            FREE.iter().find(|(pinned, ..)| pinned == name).unwrap_or_else(|| panic!("{name} is new"));
        assert_eq!(&outcome(bytes), expected, "{name}: {why}");
        assert_eq!(&outcome(&as_field(bytes)), expected, "{name} in a field: {why}");
    }
}

#[test]
fn hostile_input_is_refused_in_bounded_time() {
    for (open, code) in [("[", "R0103"), ("{\"a\":", "R0103"), ("[{\"a\":", "R0103")] {
        assert_eq!(outcome(open.repeat(100_000).as_bytes()), code);
    }
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(outcome(nested(128).as_bytes()), "read");
    assert_eq!(outcome(nested(129).as_bytes()), "R0103");
    assert_eq!(outcome(as_field(nested(127).as_bytes()).as_slice()), "read");
    assert_eq!(outcome(as_field(nested(128).as_bytes()).as_slice()), "R0103");
    let long = format!("\"{}\"", "é\\n".repeat(4 << 20));
    assert_eq!(outcome(long.as_bytes()), "read");
    assert_eq!(outcome(long.trim_end_matches('"').as_bytes()), "R0104");
}

/// All JSON files below a folder.
fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            documents(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}

#[test]
fn real_documents_read_alike() {
    let mut paths = Vec::new();
    for folder in ["shopify", "stripe", "github-webhooks"] {
        if let Some(folder) = real(folder) {
            documents(&folder, &mut paths);
        }
    }
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        let expected: Value = serde_json::from_slice(&bytes).unwrap();
        assert!(check(&bytes).is_ok() && tree(&bytes) == Ok(expected), "{}", path.display());
    }
}
