//! Makes an input small that shows a difference: first parts of its tree go, then bytes.

use crate::inputs::{Input, Node};

/// Tries so many inputs at most.
const MOST_TRIES: usize = 3_000;

/// The smallest input found for which `differs` still holds; it holds for `input`.
pub fn smallest(input: &Input, differs: &mut dyn FnMut(&Input) -> bool) -> Input {
    let mut search = Search { best: input.clone(), tries: 0, differs };
    search.parts();
    search.bytes();
    search.best
}

struct Search<'d> {
    best: Input,
    tries: usize,
    differs: &'d mut dyn FnMut(&Input) -> bool,
}

impl Search<'_> {
    /// Takes these bytes if they still differ.
    fn takes(&mut self, bytes: Vec<u8>) -> bool {
        self.tries += 1;
        let mut next = self.best.clone();
        next.bytes = bytes;
        let smaller = next.bytes.len() < self.best.bytes.len();
        let taken = smaller && self.tries <= MOST_TRIES && (self.differs)(&next);
        if taken {
            self.best = next;
        }
        taken
    }

    /// Removes members and elements, and makes leaves into short ones.
    fn parts(&mut self) {
        while let Some(node) = Node::parse(&self.best.bytes) {
            let smaller = node.paths().into_iter().flat_map(|path| smaller_at(&node, &path)).collect::<Vec<_>>();
            if !smaller.into_iter().any(|node| self.takes(node.render())) {
                return;
            }
        }
    }

    /// Removes ever shorter runs of bytes.
    fn bytes(&mut self) {
        let mut length = self.best.bytes.len() / 2;
        while length > 0 {
            let mut at = 0;
            while at + length <= self.best.bytes.len() {
                let bytes = [&self.best.bytes[..at], &self.best.bytes[at + length..]].concat();
                if !self.takes(bytes) {
                    at += length;
                }
            }
            length /= 2;
        }
    }
}

/// The tree with the value at a path made smaller in each way.
fn smaller_at(node: &Node, path: &[usize]) -> Vec<Node> {
    let mut all = Vec::new();
    let count = node.at(path).map_or(0, Node::part_count);
    for index in 0..count {
        let mut next = node.clone();
        match next.at_mut(path) {
            Some(Node::Object(members)) => drop(members.remove(index)),
            Some(Node::List(items)) => drop(items.remove(index)),
            _ => {}
        }
        all.push(next);
    }
    for short in ["0", "\"\"", "null", "[]", "{}"] {
        let mut next = node.clone();
        if let Some(place) = next.at_mut(path) {
            *place = Node::leaf(short);
            all.push(next);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::smallest;
    use crate::inputs::{Form, Input};

    #[test]
    fn what_differs_gets_small() {
        let record = br#"{"a":[1,{"b":"wrong","c":2}],"d":{"e":[]}}"#;
        let holds = |input: &Input| {
            serde_json::from_slice::<serde_json::Value>(&input.bytes).is_ok_and(|it| !it["a"][1]["b"].is_null())
        };
        let small = smallest(&Input::new(Form::Json, record.to_vec()), &mut |input| holds(input));
        assert_eq!(String::from_utf8_lossy(&small.bytes), r#"{"a":[1,{"b":0}]}"#);
    }
}
