//! The registry of codes: one Markdown file a code in `codes/`, collected by `build.rs`.
//!
//! A file reads `# M0201: title`, a paragraph or more of explanation, then `## Wrong` and `## Right`, each with one fenced
//! `map` block. The wrong block is also the code's case in `tests/ui`, so it must give exactly that code; the right one must be
//! clean. Codes of run time (`R…`) have a `map` block and an `input` block under `## Wrong`, and may lack `## Right`.

use std::sync::LazyLock;

/// One code with its long explanation.
#[derive(Clone, Debug)]
pub struct CodeEntry {
    /// The code, `M0201`.
    pub code: &'static str,
    /// The short title.
    pub title: &'static str,
    /// The explanation and examples: all of the file behind its heading.
    pub body: &'static str,
}

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/codes.rs"));

/// All codes in the order of their names.
pub static CODES: LazyLock<Vec<CodeEntry>> =
    LazyLock::new(|| FILES.iter().map(|(code, text)| entry(code, text)).collect());

/// The entry of one code, in either case of letters.
pub fn code_entry(code: &str) -> Option<&'static CodeEntry> {
    CODES.iter().find(|entry| entry.code.eq_ignore_ascii_case(code))
}

fn entry(code: &'static str, text: &'static str) -> CodeEntry {
    let (heading, body) = text.split_once('\n').unwrap_or((text, ""));
    let title = heading.split_once(": ").map_or(heading, |(_, title)| title);
    CodeEntry { code, title, body: body.trim() }
}

impl CodeEntry {
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
    use super::CODES;

    #[test]
    fn every_file_is_headed_by_its_own_code() {
        for (code, text) in super::FILES {
            assert!(text.starts_with(&format!("# {code}: ")), "{code}.md does not begin with `# {code}: `");
        }
        assert!(!CODES.is_empty());
    }
}
