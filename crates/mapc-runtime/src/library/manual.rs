//! The catalogue as a chapter of the manual.

use super::{Function, TOPICS, Topic};

/// The library reference in Markdown: topics in their order, and in each the functions in theirs. The same text each
/// time.
pub fn manual() -> String {
    let mut text = String::from(INTRODUCTION);
    for topic in TOPICS {
        push_topic(&mut text, topic);
    }
    text
}

const INTRODUCTION: &str = "\
# Library reference

A function is called by its name with all its arguments, `length(name)`, or as a method of the first one, `name.length()`. As a
method it lifts: where the receiver is absent, so is the result. Several entries under one name differ in their parameters, and
the first that fits the arguments is meant.

In the signatures `T`, `U` and `K` stand for any type, the same one wherever the letter stands; *ordered* are numbers, texts, dates
and times, *keys* are those but floats, further bools, scalars and enum members, and tuples of keys. `T => U` is a lambda, `regex`
a regular expression such as `r\"\\d+\"`, `pattern` a date pattern as in wire forms, `\"a\" | \"b\"` one of these texts.

A function that cannot give what it promises rejects the record with the code shown in its examples; `mapc explain` tells more about
a code.
";

fn push_topic(text: &mut String, topic: &Topic) {
    text.push_str(&format!("\n## {}\n", topic.title));
    let mut before = "";
    for function in topic.functions {
        if function.name != before {
            text.push_str(&format!("\n### {}\n", function.name));
        }
        before = function.name;
        push_function(text, function);
    }
}

fn push_function(text: &mut String, function: &Function) {
    text.push_str(&format!("\n```text\n{}{}\n```\n\n{}\n\n", function.name, function.signature, function.doc));
    for example in function.examples {
        let gives = match example.gives.strip_prefix("reject ") {
            Some(code) => format!("rejects with `{code}`"),
            None => format!("gives `{}`", example.gives),
        };
        text.push_str(&format!("- `{}` {gives}\n", example.call));
    }
}

#[cfg(test)]
mod tests {
    use super::manual;
    use crate::library::all;

    #[test]
    fn every_function_stands_in_the_manual_under_one_heading() {
        let manual = manual();
        for function in all() {
            let heading = format!("\n### {}\n", function.name);
            let signature = format!("\n{}{}\n", function.name, function.signature);
            assert!(manual.contains(&signature), "{signature}");
            assert!(manual.contains(&heading), "{heading}");
        }
        assert!(manual.contains("- `\"naïve\".length()` gives `5`\n"));
        assert!(manual.contains("- `\"yes\".to_bool()` rejects with `R0311`\n"));
    }
}
