//! `cargo xtask new-codec`.

use std::path::Path;

use clap::Args;

use crate::edit::{create, insert, is_name};

/// The folder of the wire forms.
const FOLDER: &str = "crates/mapc-runtime/src/codec";

/// A wire form
#[derive(Debug, Args)]
pub(crate) struct NewCodec {
    /// The word behind `as`, which is also the file's name, `hex`
    name: String,
}

impl NewCodec {
    pub(crate) fn run(&self, root: &Path) -> Result<String, String> {
        let name = &self.name;
        if !is_name(name, '_') {
            return Err(format!("`{name}` is no name of a form: small words with `_` between them, `epoch_ms`"));
        }
        let codec: String = name.split('_').map(capital).collect();
        // A form that holds as it stands, so that each step from here to what is wanted can be tried.
        let text = TEMPLATE.replace("«name»", name).replace("«Codec»", &codec);
        let file = format!("{FOLDER}/{name}.rs");
        create(root, &file, &text)?;
        let list = format!("{FOLDER}/definition.rs");
        insert(root, &format!("{FOLDER}/mod.rs"), ("mod base;", "mod base;"), &format!("mod {name};\n"))?;
        insert(
            root,
            &format!("{FOLDER}/mod.rs"),
            ("pub use base", "pub use base"),
            &format!("pub use {name}::{codec};\n"),
        )?;
        insert(root, &list, ("use super::{", "Base"), &format!("{name}, "))?;
        insert(root, &list, ("let files = [", "text::FORMS"), &format!("{name}::FORMS,\n        "))?;
        Ok(format!(
            "made `{file}`, and named it in `mod.rs` and `definition.rs` there\n\nnext: `cargo fmt`, its base type, text, examples and code, and \
             see \"Adding a wire form\" in docs/src/contributing/additions.md\n"
        ))
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

const TEMPLATE: &str = r#"//! `as «name»`: ints in texts.

use super::{Base, Codec, Definition, Example, Int, Ints, Spelling, Stands, Written};
use crate::decode::{Blank, Leaf, Read};
use crate::number;

pub(super) const FORMS: &[&Definition] = &[&DEFINITION];

/// An int in a text.
#[derive(Clone, Copy, Debug)]
pub struct «Codec»;

static DEFINITION: Definition = Definition {
    spelling: Spelling::Word("«name»"),
    base: Int::NAME,
    doc: "The number in a text.",
    loses: "",
    examples: &[Example { arguments: &[], value: "-7", wire: Some("\"-7\"") }],
    make: |_| Ok(Box::new(«Codec»)),
    rust: |_| ("«Codec»".to_owned(), "«Codec»".to_owned()),
    constant: true,
};

impl Codec for «Codec» {
    type Base = Int;
    const STANDS: Stands = Stands::Quoted;

    fn read<'a, L: Leaf<'a> + ?Sized>(&self, leaf: &mut L, blank: Blank) -> Read<i64> {
        Ok(number::to_int(leaf.number(true, blank)?)?)
    }

    fn write(&self, out: &mut Vec<u8>, value: i64, mark: u8) -> Written {
        Ints.write(out, value, mark)
    }
}
"#;

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_form_is_named_where_the_others_are() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["mod.rs", "definition.rs"] {
            let name = format!("{FOLDER}/{file}");
            fs::create_dir_all(folder.path().join(FOLDER)).unwrap();
            fs::copy(crate::root().join(&name), folder.path().join(&name)).unwrap();
        }
        NewCodec { name: "hex_int".to_owned() }.run(folder.path()).unwrap();
        let read = |file: &str| fs::read_to_string(folder.path().join(FOLDER).join(file)).unwrap();
        assert!(read("hex_int.rs").contains("pub struct HexInt;") && !read("hex_int.rs").contains("«"));
        assert!(read("mod.rs").contains("mod hex_int;\n") && read("mod.rs").contains("pub use hex_int::HexInt;\n"));
        assert!(read("definition.rs").contains("        hex_int::FORMS,\n        text::FORMS,"));
        assert!(NewCodec { name: "hex_int".to_owned() }.run(folder.path()).unwrap_err().contains("is there already"));
    }
}
