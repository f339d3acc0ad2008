//! Newlines that end nothing: inside `( )` and `[ ]` they are blanks. Told before the grammar reads a text, so that no rule of it has to
//! allow for them between any two of its words.

use std::borrow::Cow;

use crate::scan::{Line, Scan, scan};

/// The text with blanks instead of what ends a line inside parentheses or square brackets, a comment with its newline. All offsets stay.
///
/// Brackets have to balance. JSON has rules of its own, so a test is left as it is.
pub fn freed(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let scan = scan(text, 0);
    let ends = free_ends(text, &scan);
    if ends.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut freed = String::with_capacity(text.len());
    for (from, to) in ends {
        freed.push_str(text.get(freed.len()..from).unwrap_or_default());
        freed.extend(std::iter::repeat_n(' ', to - from));
    }
    freed.push_str(text.get(freed.len()..).unwrap_or_default());
    Cow::Owned(freed)
}

/// From behind the last word of a line to the first one of the next line, where no newline counts.
fn free_ends(text: &str, scan: &Scan) -> Vec<(usize, usize)> {
    let mut open: Vec<u8> = Vec::new();
    let mut in_test = false;
    let mut brackets = scan.brackets.iter().peekable();
    let mut ends = Vec::new();
    for (number, pair) in scan.lines.windows(2).enumerate() {
        let [line, next] = pair else { continue };
        while let Some(bracket) = brackets.next_if(|bracket| bracket.line <= number) {
            if !bracket.opens() {
                open.pop();
                continue;
            }
            if open.is_empty() {
                in_test = begins_test(text, line);
            }
            open.push(bracket.byte);
        }
        if !in_test && matches!(open.last(), Some(b'(' | b'[')) {
            ends.push((line.code_end, next.first));
        }
    }
    ends
}

fn begins_test(text: &str, line: &Line) -> bool {
    text.get(line.first..).and_then(|line| line.strip_prefix("test")).is_some_and(|rest| rest.starts_with([' ', '\t']))
}
