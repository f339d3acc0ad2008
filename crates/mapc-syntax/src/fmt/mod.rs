//! The one layout of `.map` files.
//!
//! The author decides where lines break; the formatter decides everything else: indentation, the blanks between words, the
//! columns of `=` and of arrows, at most one empty line. It works on tokens, so comments stay where they are, and asks the
//! parser what each sign stands for. A declaration that cannot be read stays as it is.

mod align;
mod layout;
mod roles;
mod spacing;

use pest::Parser as _;

use crate::grammar::{Grammar, Rule};
use crate::newlines;
use crate::parse::{is_readable, is_sound};
use crate::scan::scan;
use crate::split::split;

/// The text in its one layout.
pub fn format(text: &str) -> String {
    if !is_readable(text) {
        return text.to_owned();
    }
    let text = text.trim_start_matches('\u{feff}');
    let scan = scan(text, 0);
    let mut formatted = String::with_capacity(text.len());
    let mut gap = false;
    for chunk in split(text, &scan, 0) {
        let piece = text.get(chunk.bytes.clone()).unwrap_or("");
        if gap {
            formatted.push('\n');
        }
        gap = ends_with_empty_line(piece);
        let lines = if is_sound(&scan, &chunk) { format_chunk(piece) } else { None };
        match lines {
            Some(lines) => formatted.push_str(&lines),
            None => formatted.push_str(&as_it_is(piece)),
        }
    }
    formatted
}

/// A chunk in its layout; `None` where some of it cannot be read.
fn format_chunk(piece: &str) -> Option<String> {
    let freed = newlines::freed(piece);
    let chunk = Grammar::parse(Rule::chunk, &freed).ok()?;
    if chunk.clone().flatten().any(|node| is_mistake(node.as_rule())) {
        return None;
    }
    let roles = roles::Roles::of(chunk, piece);
    let mut lines = layout::lines(piece, &roles);
    align::marks(&mut lines, &roles, piece);
    align::comments(&mut lines, piece);
    Some(layout::render(&lines, piece))
}

fn is_mistake(rule: Rule) -> bool {
    use Rule::{bad_arm, bad_entry, bad_field, bad_head, bad_item, bad_member, bad_row, bad_step, junk};
    matches!(rule, bad_arm | bad_entry | bad_field | bad_head | bad_item | bad_member | bad_row | bad_step | junk)
}

/// A chunk without empty lines around it.
fn as_it_is(piece: &str) -> String {
    let start = piece.len() - piece.trim_start().len();
    let line = piece[..start].rfind('\n').map_or(0, |newline| newline + 1);
    format!("{}\n", piece[line..].trim_end())
}

fn ends_with_empty_line(piece: &str) -> bool {
    piece[piece.trim_end().len()..].matches('\n').count() > 1
}
