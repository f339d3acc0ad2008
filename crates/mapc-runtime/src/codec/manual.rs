//! The wire forms as a page of the manual.

use super::{Definition, Spelling, all};

const INTRODUCTION: &str = "\
# Wire forms

How a system writes a value stands on the record's field, behind `as`, so that maps stay plain: `at: timestamp as epoch_ms`. Every type has a form of its
own, which needs no words.

**The law.** What is written reads back as the same value, or it is not written: a value that its form cannot hold rejects the record with `R0501`, an empty or
blank text for a target with `blank = absent` or `blank = reject` with `R0502`. The rejection names the target field and the mapping line, and nothing of the
record is written. A form that could never be read back is an error of the compiler. The one limit: in a cell of a CSV file and in a part of a text
a `scalar` is a text, whatever it was.
";

/// The page in Markdown; the same text each time.
pub fn manual() -> String {
    let mut text = String::from(INTRODUCTION);
    let mut before = "";
    let mut definitions: Vec<&Definition> = all().collect();
    let bases = ["string", "bool", "int", "decimal", "float", "scalar", "date", "local_datetime", "timestamp"];
    definitions.sort_by_key(|definition| bases.iter().position(|base| *base == definition.base));
    for definition in definitions {
        if definition.base != before {
            text.push_str(&format!("\n## {}\n", definition.base));
        }
        before = definition.base;
        push(&mut text, definition);
    }
    text.push_str(PARTS);
    text
}

const PARTS: &str = "
## Lists in one text

`[T] as split(\";\")` is one text with the parts between separators, each as a cell has it. A part that holds the separator, and a list whose text would be blank
although it has parts, are refused when written. A text without characters is the list without parts; under `blank = absent` it is absent, and a list
without parts cannot be written.
";

fn push(text: &mut String, definition: &Definition) {
    text.push_str(&format!("\n### {}\n\n{}", spelled(definition, None), definition.doc));
    if !definition.loses.is_empty() {
        text.push_str(&format!(" Refuses {}.", definition.loses));
    }
    text.push_str("\n\n");
    for example in definition.examples {
        let form = spelled(definition, Some(example.arguments));
        let wire = example.wire.map_or("is refused".to_owned(), |wire| format!("is written `{wire}`"));
        text.push_str(&format!("- {form}: `{}` {wire}\n", example.value));
    }
}

/// The form as `.map` text has it.
fn spelled(definition: &Definition, arguments: Option<&[&str]>) -> String {
    let base = definition.base;
    match (definition.spelling, arguments) {
        (Spelling::Own, Some([places])) => format!("`{base}(12,{places})`"),
        (Spelling::Word(word), Some([places])) if base == "decimal" => format!("`{base}(12,{places}) as {word}`"),
        (Spelling::Own, _) => format!("`{base}`"),
        (Spelling::Word(word), _) => format!("`{base} as {word}`"),
        (Spelling::Pattern, Some([pattern, zone])) => format!("`{base} as {pattern:?} in {zone:?}`"),
        (Spelling::Pattern, Some([pattern])) => format!("`{base} as {pattern:?}`"),
        (Spelling::Pattern, _) => format!("`{base} as \"…\"`"),
        (Spelling::TwoTexts, Some([yes, no])) => format!("`{base} as {yes:?} / {no:?}`"),
        (Spelling::TwoTexts, _) => format!("`{base} as \"…\" / \"…\"`"),
    }
}
