//! All codes that users meet: the compiler's, and those of running mappings.

use std::sync::LazyLock;

use mapc_diagnostics::{CODES, CodeEntry};

static ALL: LazyLock<Vec<CodeEntry>> = LazyLock::new(|| {
    let of_run_time = mapc_runtime::codes::PAGES.iter().map(|(file, text)| CodeEntry::parse(file, text));
    CODES.iter().cloned().chain(of_run_time).collect()
});

/// All codes with their pages, in the order of their numbers.
pub fn all() -> &'static [CodeEntry] {
    &ALL
}

/// The code of a number, in either case of letters, or of a name.
pub fn find(word: &str) -> Option<&'static CodeEntry> {
    all().iter().find(|entry| entry.is_called(word))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{all, find};

    #[test]
    fn names_mean_one_code() {
        let names: BTreeSet<&str> = all().iter().map(|entry| entry.name).collect();
        assert_eq!(names.len(), all().len());
        assert!(all().windows(2).all(|two| two[0].code < two[1].code));
        assert_eq!(find("argument-type").map(|entry| entry.code), Some("M0351"));
        assert_eq!(find("r0203").map(|entry| entry.name), Some("blank"));
    }

    #[test]
    fn every_code_has_a_title_and_an_explanation() {
        for entry in all() {
            assert!(
                !entry.title.is_empty() && !entry.body.is_empty() && !entry.body.starts_with("---"),
                "{}",
                entry.code
            );
        }
    }
}
