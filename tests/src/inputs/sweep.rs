//! What chance would take long to try: each value that is met for the first time in an accepted record is lost, doubled, made null, of
//! another kind, too large, blank, and put at each edge of its type.

use std::collections::BTreeSet;

use super::document::{Node, quoted};
use super::records::Records;

/// What no field, or only one of texts, takes; what is too large for any number, or for the result of arithmetic; blanks.
const EVERYWHERE: &[&str] = &[
    "null",
    "[[]]",
    "{\"-\":0}",
    "\"-\"",
    "true",
    "1e400",
    "\"1e400\"",
    "\"99999999999999999999.5\"",
    "\"\"",
    "\" \"",
    "0",
    "1",
    "9223372036854775807",
    "-9223372036854775808",
    "9999999999999999999999999999",
    "\"9999999999999999999999999999\"",
    "[null]",
];

/// What was swept: the positions of declarations in memory, and zero for the record as a whole.
pub type Swept = BTreeSet<usize>;

/// The changes of all values of a record whose declarations are not in `swept` yet.
pub fn of_record(record: &Node, records: &Records<'_>, swept: &mut Swept) -> Vec<Node> {
    let mut all = Vec::new();
    for path in &record.paths() {
        let declared = records.decode_at(record, path);
        let position = declared.map(|(decode, _)| std::ptr::from_ref(decode).addr());
        if (position.is_none() && !path.is_empty()) || !swept.insert(position.unwrap_or_default()) {
            continue;
        }
        let mut change = |path: &[usize], change: &dyn Fn(&mut Node)| {
            let mut next = record.clone();
            if let Some(node) = next.at_mut(path) {
                change(node);
                all.push(next);
            }
        };
        for text in EVERYWHERE {
            change(path, &|node| *node = Node::leaf(text));
        }
        change(path, &|node| *node = Node::List(vec![node.clone(), node.clone(), Node::leaf("null")]));
        if let Some((decode, hint)) = declared {
            for edge in records.scalars().edges(decode, hint) {
                change(path, &|node| *node = Node::leaf(&edge));
            }
        }
        if let [parent @ .., index] = &path[..] {
            change(parent, &|node| lose(node, *index));
            change(parent, &|node| double(node, *index));
        }
        change(path, &|node| {
            if let Node::Object(members) = node {
                members.push((quoted("never declared"), Node::leaf("{}")));
            }
        });
    }
    all
}

fn lose(node: &mut Node, index: usize) {
    match node {
        Node::Object(members) => drop(members.remove(index)),
        Node::List(items) => drop(items.remove(index)),
        Node::Leaf(_) => {}
    }
}

fn double(node: &mut Node, index: usize) {
    match node {
        Node::Object(members) => members.extend(members.get(index).cloned()),
        Node::List(items) => items.extend(items.get(index).cloned()),
        Node::Leaf(_) => {}
    }
}
