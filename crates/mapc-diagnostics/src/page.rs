//! The pages that explain codes: one Markdown file a code.
//!
//! A file `M0201-unknown-name.md` begins with front matter that gives its `title` and, where it is a finding of the compiler, its
//! `severity`; then follow a paragraph or more of explanation, then `## Wrong` and `## Right`, each with one fenced `map` block. The
//! wrong block is also the code's case in `tests/ui`, so it must give exactly that code; the right one must be clean. Codes of run time
//! (`R…`, in `mapc-runtime`) have a `map` block and an `input` block under `## Wrong`, and may lack `## Right`.

use std::sync::LazyLock;

/// One code with its long explanation.
#[derive(Clone, Debug)]
pub struct CodeEntry {
    /// The code, `M0201`.
    pub code: &'static str,
    /// Its name, `unknown-name`.
    pub name: &'static str,
    /// The short title.
    pub title: &'static str,
    /// The explanation and examples: all of the file behind its front matter.
    pub body: &'static str,
}

/// The compiler's codes in the order of their numbers.
pub static CODES: LazyLock<Vec<CodeEntry>> =
    LazyLock::new(|| crate::codes::FILES.iter().map(|(file, text)| CodeEntry::parse(file, text)).collect());

impl CodeEntry {
    /// The entry that a file holds, by the file's name without `.md` and its text.
    pub fn parse(file: &'static str, text: &'static str) -> Self {
        let (code, name) = file.split_once('-').unwrap_or((file, ""));
        let parted = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
        let (front, body) = parted.unwrap_or(("", text));
        let title = front.lines().find_map(|line| line.strip_prefix("title: ")).unwrap_or_default();
        CodeEntry { code, name, title, body: body.trim() }
    }

    /// Whether a word is this code's number, in either case of letters, or its name.
    pub fn is_called(&self, word: &str) -> bool {
        self.code.eq_ignore_ascii_case(word) || self.name.eq_ignore_ascii_case(word)
    }

    /// The first fenced block of `language` under the heading `## heading`.
    pub fn block(&self, heading: &str, language: &str) -> Option<&'static str> {
        let marker = format!("## {heading}\n");
        let section = self.body.split_once(marker.as_str())?.1;
        let section = section.split_once("\n## ").map_or(section, |(section, _)| section);
        let block = section.split_once(format!("```{language}\n").as_str())?.1;
        block.split_once("```").map(|(block, _)| block)
    }
}

#[cfg(test)]
mod tests {
    use super::{CODES, CodeEntry};

    #[test]
    fn a_file_gives_number_name_title_and_body() {
        let text = "---\ntitle: unknown name\nseverity: error\n---\n\nWhy.\n\n## Wrong\n\n```map\nmap\n```\n";
        let entry = CodeEntry::parse("M0201-unknown-name", text);
        assert_eq!((entry.code, entry.name, entry.title), ("M0201", "unknown-name", "unknown name"));
        assert_eq!(entry.block("Wrong", "map"), Some("map\n"));
        assert!(entry.body.starts_with("Why."));
        assert!(entry.is_called("m0201") && entry.is_called("Unknown-Name") && !entry.is_called("unknown"));
    }

    #[test]
    fn numbers_rise_and_stand_once() {
        assert!(CODES.windows(2).all(|two| two[0].code < two[1].code));
        assert!(CODES.iter().all(|entry| !entry.title.is_empty() && !entry.body.starts_with("---")));
    }
}
