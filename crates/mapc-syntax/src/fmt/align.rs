//! Columns: the `=` and arrows of consecutive lines, and the comments behind them.

use std::collections::HashMap;

use super::layout::{LayoutLine, written};
use super::roles::{Marked, Roles};
use crate::tokens::TokenKind;

/// The blanks before a comment that stands behind something.
const BEFORE_COMMENT: usize = 2;

/// Puts the `=` and arrows of consecutive lines of a block under each other, and what follows them.
pub fn marks(lines: &mut [LayoutLine], roles: &Roles, text: &str) {
    let by_start: HashMap<usize, usize> = lines.iter().enumerate().map(|(index, line)| (line.start(), index)).collect();
    // Inner blocks may move what outer ones hold, but never what stands before a mark at the start of a line.
    for block in &roles.blocks {
        for group in groups(lines, block, &by_start) {
            align(lines, &group, text);
        }
    }
}

/// The index of a line, and of its mark among its pieces.
type Column = (usize, usize);

/// The runs of lines of a block that stand directly below each other and have a mark each.
fn groups(lines: &[LayoutLine], block: &[Marked], by_start: &HashMap<usize, usize>) -> Vec<Vec<Column>> {
    let mut groups: Vec<Vec<Column>> = Vec::new();
    let mut run: Vec<Column> = Vec::new();
    for (index, marked) in block.iter().enumerate() {
        let place = alone(block, index, lines, by_start).and_then(|line| {
            let mark = lines[line].position(marked.mark?)?;
            Some((line, mark))
        });
        let apart = place.is_none_or(|(line, _)| lines[line].gap);
        if apart {
            groups.push(std::mem::take(&mut run));
        }
        run.extend(place);
    }
    groups.push(run);
    groups.retain(|group| group.len() > 1);
    groups
}

/// The line that an item of a block has to itself, but for what the item itself goes on with.
fn alone(block: &[Marked], index: usize, lines: &[LayoutLine], by_start: &HashMap<usize, usize>) -> Option<usize> {
    let line = *by_start.get(&block[index].start)?;
    let next_line = lines.get(line + 1).map_or(usize::MAX, LayoutLine::start);
    let shared = block.get(index + 1).is_some_and(|next| next.start < next_line);
    // What begins behind the end of an item of several lines begins on a shared line, and so is in no column itself.
    (!shared).then_some(line)
}

fn align(lines: &mut [LayoutLine], group: &[Column], text: &str) {
    let left: Vec<usize> = group.iter().map(|(line, mark)| lines[*line].width(*mark, text)).collect();
    let signs: Vec<&str> = group.iter().map(|(line, mark)| written(&lines[*line].pieces[*mark], text)).collect();
    let widest = left.iter().copied().max().unwrap_or(0);
    let longest = signs.iter().map(|sign| sign.len()).max().unwrap_or(0);
    for (index, (line, mark)) in group.iter().copied().enumerate() {
        // `->` under `<->` keeps its point under the other's; all other signs begin where the longest begins.
        let spare = longest - signs[index].len();
        let (before, behind) = if signs[index] == "->" { (spare, 0) } else { (0, spare) };
        lines[line].pieces[mark].blanks = widest - left[index] + 1 + before;
        if let Some(next) = lines[line].pieces.get_mut(mark + 1).filter(|next| next.token.kind != TokenKind::Comment) {
            next.blanks = 1 + behind;
        }
    }
}

/// Puts the comments behind directly consecutive lines under each other.
pub fn comments(lines: &mut [LayoutLine], text: &str) {
    let mut start = 0;
    while start < lines.len() {
        let run =
            lines[start..].iter().enumerate().take_while(|(index, line)| trails(line) && (*index == 0 || !line.gap));
        let count = run.count();
        let widths: Vec<usize> =
            lines[start..start + count].iter().map(|line| line.width(line.pieces.len() - 1, text)).collect();
        let widest = widths.iter().copied().max().unwrap_or(0);
        for (line, width) in lines[start..start + count].iter_mut().zip(widths) {
            if let Some(comment) = line.pieces.last_mut() {
                comment.blanks = widest - width + BEFORE_COMMENT;
            }
        }
        start += count.max(1);
    }
}

fn trails(line: &LayoutLine) -> bool {
    line.pieces.len() > 1 && line.pieces.last().is_some_and(|piece| piece.token.kind == TokenKind::Comment)
}
