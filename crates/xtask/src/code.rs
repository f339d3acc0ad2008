//! `cargo xtask new-code`.

use std::fs;
use std::path::Path;

use clap::{Args, ValueEnum};

use crate::edit::{create, is_name};

/// The number of a code, its name, and what it says
#[derive(Debug, Args)]
pub(crate) struct NewCode {
    /// The number, `M0352` or `R0322`; the next free one of its group, which the message names, if this is taken
    number: String,
    /// The name, `argument-count`
    name: String,
    /// The title of its page: what is wrong, in a few words
    #[arg(long)]
    title: String,
    /// How bad a diagnostic is, `error` where not given; a rejection has none, for it always ends its record
    #[arg(long, value_enum)]
    severity: Option<Severity>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Severity {
    Error,
    Warning,
}

/// Where the codes of a letter are.
const FOLDERS: [(char, &str); 2] = [('M', "crates/mapc-diagnostics/codes"), ('R', "crates/mapc-runtime/codes")];

impl NewCode {
    pub(crate) fn run(&self, root: &Path) -> Result<String, String> {
        let NewCode { number, name, title, severity } = self;
        let digits = number.get(1..).filter(|digits| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()));
        let folder = FOLDERS.iter().find(|(letter, _)| number.starts_with(*letter)).map(|(_, folder)| *folder);
        let (Some(folder), Some(_)) = (folder, digits) else {
            return Err(format!("`{number}` is no number of a code: `M` or `R` and four digits, `M0352`"));
        };
        if !is_name(name, '-') {
            return Err(format!(
                "`{name}` is no name of a code: small words with hyphens between them, `argument-count`"
            ));
        }
        self.is_free(root)?;
        let is_rejection = number.starts_with('R');
        let severity = match severity {
            Some(_) if is_rejection => return Err("a rejection has no severity: leave `--severity` out".to_owned()),
            None if is_rejection => "",
            None | Some(Severity::Error) => "severity: error\n",
            Some(Severity::Warning) => "severity: warning\n",
        };
        let input = if is_rejection { "\n```input\n{}\n```\n" } else { "" };
        let page = format!(
            "---\ntitle: {title}\n{severity}---\n\nWhy it is wrong, and what to do.\n\n## Wrong\n\n```map\n```\n{input}\n## Right\n\n```map\n```\n"
        );
        let file = format!("{folder}/{number}-{name}.md");
        create(root, &file, &page)?;
        let constant = name.replace('-', "_").to_uppercase();
        Ok(format!(
            "made `{file}`\n\nnext: write the page, give `codes::{constant}` where it is found, and see \"Adding a diagnostic\" in \
             docs/src/contributing/additions.md\n"
        ))
    }

    /// Whether neither the number nor the name is taken.
    fn is_free(&self, root: &Path) -> Result<(), String> {
        let mut taken = Vec::new();
        for (_, folder) in FOLDERS {
            let entries =
                fs::read_dir(root.join(folder)).map_err(|error| format!("`{folder}` cannot be read: {error}"))?;
            taken.extend(entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()));
        }
        let of =
            |number: &str| taken.iter().find(|file| file.split_once('-').is_some_and(|(known, _)| known == number));
        if let Some(file) = of(&self.number) {
            let (letter, digits) = self.number.split_at(1);
            let start = digits.parse().unwrap_or(0);
            let free = (start..10_000).map(|next| format!("{letter}{next:04}")).find(|next| of(next).is_none());
            let next = free.map_or_else(|| "no number behind it is free".to_owned(), |free| format!("free is {free}"));
            return Err(format!("`{file}` has this number; {next}"));
        }
        let name = format!("-{}.md", self.name);
        match taken.iter().find(|file| file.get(5..).is_some_and(|rest| rest == name)) {
            Some(file) => Err(format!("`{file}` has this name; names are unique among all codes, so choose another")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(number: &str, name: &str) -> NewCode {
        NewCode { number: number.to_owned(), name: name.to_owned(), title: "a title".to_owned(), severity: None }
    }

    #[test]
    fn a_page_has_what_the_build_asks_for() {
        let folder = tempfile::tempdir().unwrap();
        FOLDERS.iter().for_each(|(_, name)| fs::create_dir_all(folder.path().join(name)).unwrap());
        let said = new("M0352", "argument-count").run(folder.path()).unwrap();
        assert!(said.contains("codes::ARGUMENT_COUNT"), "{said}");
        let page =
            fs::read_to_string(folder.path().join("crates/mapc-diagnostics/codes/M0352-argument-count.md")).unwrap();
        assert!(page.starts_with("---\ntitle: a title\nseverity: error\n---\n"), "{page}");
        new("R0352", "other").run(folder.path()).unwrap();
        let page = fs::read_to_string(folder.path().join("crates/mapc-runtime/codes/R0352-other.md")).unwrap();
        assert!(page.starts_with("---\ntitle: a title\n---\n") && page.contains("```input"), "{page}");
        let refused = |number, name| new(number, name).run(folder.path()).unwrap_err();
        let rejection = NewCode { severity: Some(Severity::Warning), ..new("R0353", "third") };
        assert!(rejection.run(folder.path()).unwrap_err().contains("no severity"));
        assert!(refused("M0352", "third").contains("free is M0353"));
        assert!(refused("M0353", "other").contains("R0352-other.md"));
        assert!(refused("X0353", "third").contains("is no number"));
        assert!(refused("M353", "third").contains("is no number"));
        assert!(refused("M0353", "Third").contains("is no name"));
    }
}
