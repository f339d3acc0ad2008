//! A JSON record as a tree that keeps every leaf and key as it is written, so that one token of it can be changed or removed.

/// A JSON value. Leaves and keys are raw bytes, which a mutation may make into no JSON at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Keys, with their quotes, and values.
    Object(Vec<(Vec<u8>, Node)>),
    /// Elements.
    List(Vec<Node>),
    /// A text with its quotes, a number or a word.
    Leaf(Vec<u8>),
}

/// One step from a value to a part of it.
pub type Path = Vec<usize>;

/// Deeper values are left as they are: a leaf of their bytes.
const MOST_DEPTH: usize = 200;

impl Node {
    /// A leaf of these bytes.
    pub fn leaf(bytes: impl AsRef<[u8]>) -> Self {
        Node::Leaf(bytes.as_ref().to_vec())
    }

    /// Reads bytes that are JSON; white space between tokens is dropped. `None` if they are not.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut parser = Parser { bytes, at: 0 };
        let node = parser.value(0)?;
        parser.blanks();
        (parser.at == bytes.len()).then_some(node)
    }

    /// The bytes.
    pub fn render(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.tokens(&mut |token| out.extend_from_slice(token));
        out
    }

    /// Calls `token` with each token.
    pub fn tokens(&self, token: &mut dyn FnMut(&[u8])) {
        match self {
            Node::Leaf(bytes) => token(bytes),
            Node::List(items) => {
                token(b"[");
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        token(b",");
                    }
                    item.tokens(token);
                }
                token(b"]");
            }
            Node::Object(members) => {
                token(b"{");
                for (index, (key, value)) in members.iter().enumerate() {
                    if index > 0 {
                        token(b",");
                    }
                    token(key);
                    token(b":");
                    value.tokens(token);
                }
                token(b"}");
            }
        }
    }

    /// The parts of an object or list.
    pub fn part_count(&self) -> usize {
        match self {
            Node::Object(members) => members.len(),
            Node::List(items) => items.len(),
            Node::Leaf(_) => 0,
        }
    }

    /// One part of an object or list.
    pub fn part(&self, index: usize) -> Option<&Node> {
        match self {
            Node::Object(members) => members.get(index).map(|(_, value)| value),
            Node::List(items) => items.get(index),
            Node::Leaf(_) => None,
        }
    }

    /// The value at a path.
    pub fn at(&self, path: &[usize]) -> Option<&Node> {
        path.iter().try_fold(self, |node, index| node.part(*index))
    }

    /// The value at a path, to be changed.
    pub fn at_mut(&mut self, path: &[usize]) -> Option<&mut Node> {
        path.iter().try_fold(self, |node, index| match node {
            Node::Object(members) => members.get_mut(*index).map(|(_, value)| value),
            Node::List(items) => items.get_mut(*index),
            Node::Leaf(_) => None,
        })
    }

    /// The paths of all values, outside first.
    pub fn paths(&self) -> Vec<Path> {
        let mut paths = Vec::new();
        self.collect(&mut Vec::new(), &mut paths);
        paths
    }

    fn collect(&self, here: &mut Path, paths: &mut Vec<Path>) {
        paths.push(here.clone());
        for index in 0..self.part_count() {
            if let Some(part) = self.part(index) {
                here.push(index);
                part.collect(here, paths);
                here.pop();
            }
        }
    }
}

/// A text in quotes, escaped where JSON demands it.
pub fn quoted(text: &str) -> Vec<u8> {
    let mut out = vec![b'"'];
    for character in text.chars() {
        match character {
            '"' => out.extend(b"\\\""),
            '\\' => out.extend(b"\\\\"),
            '\u{0}'..='\u{1f}' => out.extend(format!("\\u{:04x}", u32::from(character)).bytes()),
            other => out.extend(other.to_string().bytes()),
        }
    }
    out.push(b'"');
    out
}

/// The text of a leaf: what is between its quotes, decoded; a number or word as it is, `null` as nothing.
pub fn plain(leaf: &[u8]) -> String {
    match serde_json::from_slice::<serde_json::Value>(leaf) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(serde_json::Value::Null) => String::new(),
        _ => String::from_utf8_lossy(leaf).into_owned(),
    }
}

struct Parser<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Parser<'_> {
    fn blanks(&mut self) {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn next_is(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        self.blanks();
        match self.bytes.get(self.at)? {
            _ if depth > MOST_DEPTH => None,
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.text().map(Node::Leaf),
            _ => {
                let rest = self.bytes.get(self.at..)?;
                let is_end = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b']' | b'}' | b':');
                let length = rest.iter().position(is_end).unwrap_or(rest.len());
                let word = rest.get(..length).filter(|word| !word.is_empty())?;
                self.at += length;
                Some(Node::leaf(word))
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Node> {
        self.at += 1;
        let mut members = Vec::new();
        if self.next_is(b'}') {
            return Some(Node::Object(members));
        }
        loop {
            self.blanks();
            let key = self.text()?;
            let value = self.next_is(b':').then(|| self.value(depth + 1))??;
            members.push((key, value));
            if self.next_is(b'}') {
                return Some(Node::Object(members));
            }
            self.next_is(b',').then_some(())?;
        }
    }

    fn list(&mut self, depth: usize) -> Option<Node> {
        self.at += 1;
        let mut items = Vec::new();
        if self.next_is(b']') {
            return Some(Node::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.next_is(b']') {
                return Some(Node::List(items));
            }
            self.next_is(b',').then_some(())?;
        }
    }

    fn text(&mut self) -> Option<Vec<u8>> {
        let start = self.at;
        if self.bytes.get(start) != Some(&b'"') {
            return None;
        }
        let mut at = start + 1;
        loop {
            match self.bytes.get(at)? {
                b'\\' => at += 2,
                b'"' => break,
                _ => at += 1,
            }
        }
        self.at = at + 1;
        self.bytes.get(start..self.at).map(<[u8]>::to_vec)
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, plain, quoted};

    #[test]
    fn a_record_reads_and_renders() {
        let text = br#"{"a\"":[1.50,{"b":"\u00e9"},[]],"c":{},"a\"":null}"#;
        let node = Node::parse(text).unwrap();
        assert_eq!(node.render(), text);
        assert_eq!(node.paths().len(), 8);
        assert_eq!(node.at(&[0, 1, 0]), Some(&Node::leaf(br#""\u00e9""#)));
        assert_eq!(Node::parse(b" [ 1 , 2 ] ").unwrap().render(), b"[1,2]");
        for broken in [&b"{"[..], b"[1", b"{\"a\"}", b"\"", b"1 2", b""] {
            assert_eq!(Node::parse(broken), None);
        }
    }

    #[test]
    fn texts_come_and_go() {
        assert_eq!(quoted("a\"\n"), b"\"a\\\"\\u000a\"");
        assert_eq!(plain(b"\"\\u0041\""), "A");
        assert_eq!(plain(b"7.0"), "7.0");
        assert_eq!(plain(b"null"), "");
    }
}
