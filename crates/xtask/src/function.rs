//! `cargo xtask new-function`.

use std::fs;
use std::path::Path;

use clap::Args;

use crate::edit::{insert, is_name};

/// The folder of the library's topics.
const LIBRARY: &str = "crates/mapc-runtime/src/library";

/// Where the last function of a topic ends.
const END: &str = "\n}\n}\n";

/// A function of the library
#[derive(Debug, Args)]
pub(crate) struct NewFunction {
    /// The topic: a file of `crates/mapc-runtime/src/library`, `text`
    topic: String,
    /// What it is called in `.map` text, `title_case`
    name: String,
}

impl NewFunction {
    pub(crate) fn run(&self, root: &Path) -> Result<String, String> {
        let NewFunction { topic, name } = self;
        if !is_name(name, '_') {
            return Err(format!("`{name}` is no name of a function: small words with `_` between them, `title_case`"));
        }
        let file = format!("{LIBRARY}/{topic}.rs");
        let text = fs::read_to_string(root.join(&file)).unwrap_or_default();
        if !text.contains("functions! {") {
            return Err(format!("`{topic}` is no topic of the library; the topics are {}", topics(root).join(", ")));
        }
        if let Some(known) = topics(root).iter().find(|known| has(root, known, name)) {
            return Err(format!("the library has a function `{name}`, in `{LIBRARY}/{known}.rs`"));
        }
        // Right as it stands, so that each step from here to what is wanted can be tried. The brace of the function that is the last so far
        // stands before it, and the one that closed that closes this.
        let function = format!(
            "\n}}\n\n/// The text as it is.\n#[function(\"{name}\", \"(text: string) -> string\")]\n\
             #[example(r#\"\"a\".{name}()\"#, r#\"\"a\"\"#)]\n#[example(r#\"\"\".{name}()\"#, r#\"\"\"\"#)]\n\
             pub fn {name}<'a>(_cx: &Cx<'a>, text: &'a str) -> &'a str {{\n    text"
        );
        insert(root, &file, ("functions! {", END), &function)?;
        Ok(format!(
            "added `{name}` to `{file}`\n\nnext: its signature, text, examples and code, and see \"Adding a library function\" in \
             docs/src/contributing/additions.md\n"
        ))
    }
}

/// The topics, in order.
fn topics(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join(LIBRARY)).into_iter().flatten().flatten();
    let names =
        entries.filter_map(|entry| entry.file_name().into_string().ok()?.strip_suffix(".rs").map(str::to_owned));
    let holds = |name: &String| {
        fs::read_to_string(root.join(LIBRARY).join(format!("{name}.rs")))
            .is_ok_and(|text| text.contains("functions! { topic"))
    };
    let mut topics: Vec<String> = names.filter(holds).collect();
    topics.sort();
    topics
}

/// Whether a topic has a function of this name.
fn has(root: &Path, topic: &str, name: &str) -> bool {
    let text = fs::read_to_string(root.join(LIBRARY).join(format!("{topic}.rs"))).unwrap_or_default();
    text.contains(&format!("#[function(\"{name}\","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_the_last_of_its_topic() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join(LIBRARY)).unwrap();
        let file = folder.path().join(LIBRARY).join("text.rs");
        fs::write(
            &file,
            "functions! { topic text;\n\n#[function(\"a\", \"\")]\npub fn a() {\n    1\n}\n}\n\nfn b() {}\n",
        )
        .unwrap();
        let new =
            |topic: &str, name: &str| NewFunction { topic: topic.to_owned(), name: name.to_owned() }.run(folder.path());
        new("text", "title_case").unwrap();
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains("    1\n}\n\n/// The text as it is.\n#[function(\"title_case\","), "{text}");
        assert!(text.ends_with("{\n    text\n}\n}\n\nfn b() {}\n"), "{text}");
        assert!(new("text", "title_case").unwrap_err().contains("has a function `title_case`"));
        assert!(new("texts", "other").unwrap_err().contains("the topics are text"));
        assert!(new("text", "Other").unwrap_err().contains("is no name"));
    }

    #[test]
    fn each_topic_ends_where_one_is_added() {
        let root = crate::root();
        let topics = topics(&root);
        assert!(topics.len() > 5, "{topics:?}");
        for topic in topics {
            let text = fs::read_to_string(root.join(LIBRARY).join(format!("{topic}.rs"))).unwrap();
            assert_eq!(text.matches(END).count(), 1, "{topic}");
        }
    }
}
