//! Two JSON values side by side: what was expected and what came out.

use crate::json::Json;

/// Values longer than this are shown in part where they are the same on both sides.
const LONGEST_SAME: usize = 60;

/// Which side a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Both.
    Both,
    /// Only what was expected.
    Expected,
    /// Only what came out.
    Actual,
}

/// A line of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffLine {
    /// Which side it belongs to.
    pub side: Side,
    /// Its text, indented.
    pub text: String,
}

/// The lines that show how `actual` differs. With `part` keys that were not expected are left out.
pub fn difference(expected: &Json, actual: &Json, part: bool) -> Vec<DiffLine> {
    let mut lines = Lines { part, lines: Vec::new() };
    lines.value(0, "", Some(expected), Some(actual));
    lines.lines
}

struct Lines {
    part: bool,
    lines: Vec<DiffLine>,
}

impl Lines {
    fn line(&mut self, side: Side, depth: usize, label: &str, text: &str) {
        self.lines.push(DiffLine { side, text: format!("{}{label}{text}", "  ".repeat(depth)) });
    }

    /// A value under its label, on both sides where there are both.
    fn value(&mut self, depth: usize, label: &str, expected: Option<&Json>, actual: Option<&Json>) {
        match (expected, actual) {
            (Some(expected), Some(actual)) if self.agree(expected, actual) => {
                self.line(Side::Both, depth, label, &shortened(expected.compact()));
            }
            (Some(Json::Object(expected)), Some(Json::Object(actual))) => self.objects(depth, label, expected, actual),
            (Some(Json::List(expected)), Some(Json::List(actual))) => self.lists(depth, label, expected, actual),
            (expected, actual) => {
                for (side, value) in [(Side::Expected, expected), (Side::Actual, actual)] {
                    if let Some(value) = value {
                        self.line(side, depth, label, &value.compact());
                    }
                }
            }
        }
    }

    fn agree(&self, expected: &Json, actual: &Json) -> bool {
        if self.part { expected.is_part_of(actual) } else { expected.means(actual) }
    }

    fn objects(&mut self, depth: usize, label: &str, expected: &[(String, Json)], actual: &[(String, Json)]) {
        self.line(Side::Both, depth, label, "{");
        let find = |members: &'_ [(String, Json)], key: &str| members.iter().position(|(name, _)| name == key);
        for (key, value) in expected {
            let other = find(actual, key).and_then(|at| actual.get(at)).map(|(_, value)| value);
            self.value(depth + 1, &key_label(key), Some(value), other);
        }
        if !self.part {
            for (key, value) in actual.iter().filter(|(key, _)| find(expected, key).is_none()) {
                self.value(depth + 1, &key_label(key), None, Some(value));
            }
        }
        self.line(Side::Both, depth, "", "}");
    }

    fn lists(&mut self, depth: usize, label: &str, expected: &[Json], actual: &[Json]) {
        self.line(Side::Both, depth, label, "[");
        for at in 0..expected.len().max(actual.len()) {
            self.value(depth + 1, "", expected.get(at), actual.get(at));
        }
        self.line(Side::Both, depth, "", "]");
    }
}

fn key_label(key: &str) -> String {
    format!("{}: ", Json::Text(key.to_owned()).compact())
}

fn shortened(text: String) -> String {
    if text.chars().count() <= LONGEST_SAME {
        return text;
    }
    let kept: String = text.chars().take(LONGEST_SAME - 2).collect();
    format!("{kept} …")
}

#[cfg(test)]
mod tests {
    use super::{Side, difference};
    use crate::json::Json;

    fn shown(expected: &str, actual: &str, part: bool) -> String {
        let parse = |text: &str| Json::parse(text.as_bytes()).unwrap();
        let mark = |side| match side {
            Side::Both => ' ',
            Side::Expected => '-',
            Side::Actual => '+',
        };
        let lines = difference(&parse(expected), &parse(actual), part);
        lines.iter().map(|line| format!("{}{}\n", mark(line.side), line.text)).collect()
    }

    #[test]
    fn only_what_differs_is_marked() {
        let expected = r#"{"a":1,"b":{"c":"x","d":[1,2]},"e":null}"#;
        let actual = r#"{"b":{"d":[1,3,4],"c":"x"},"a":1.0,"f":true}"#;
        let all = " {\n   \"a\": 1\n   \"b\": {\n     \"c\": \"x\"\n     \"d\": [\n       1\n-      2\n+      3\n+      4\n     ]\n   }\n-  \"e\": null\n+  \"f\": true\n }\n";
        assert_eq!(shown(expected, actual, false), all);
        assert_eq!(shown(expected, actual, true), all.replace("+  \"f\": true\n", ""));
    }
}
