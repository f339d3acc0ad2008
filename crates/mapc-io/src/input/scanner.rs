//! Finding the end of a JSON value without looking at more than its brackets and texts, piece by piece.

/// More open brackets than this are not followed.
const DEEPEST: usize = 8 << 20;

/// What a piece of bytes tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// All of it belongs to the value, which goes on.
    GoesOn,
    /// The value ends before this byte.
    Ends(usize),
    /// A bracket is closed that was not opened.
    Unbalanced,
}

/// The state within one value.
#[derive(Debug, Default)]
pub(super) struct Scanner {
    /// The brackets that will close what is open.
    closing: Vec<u8>,
    state: ScanState,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ScanState {
    /// Nothing of the value was seen.
    #[default]
    Start,
    /// Between brackets.
    Inside,
    /// In a text.
    Text,
    /// In a text, behind a backslash.
    Escape,
    /// In a number or word that stands by itself.
    Word,
}

impl Scanner {
    /// Looks at the next piece; the first begins with the value's first byte.
    pub(super) fn advance(&mut self, bytes: &[u8]) -> Progress {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            at += 1;
            match self.state {
                ScanState::Escape => self.state = ScanState::Text,
                ScanState::Text => {
                    at -= 1;
                    let rest = bytes.get(at..).unwrap_or_default();
                    let Some(found) = memchr::memchr2(b'"', b'\\', rest) else { return Progress::GoesOn };
                    at += found + 1;
                    if rest.get(found) == Some(&b'\\') {
                        self.state = ScanState::Escape;
                    } else if self.closing.is_empty() {
                        return Progress::Ends(at);
                    } else {
                        self.state = ScanState::Inside;
                    }
                }
                ScanState::Word => {
                    if matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r') {
                        return Progress::Ends(at - 1);
                    }
                }
                ScanState::Start | ScanState::Inside => match byte {
                    b'"' => self.state = ScanState::Text,
                    b'{' => self.open(b'}'),
                    b'[' => self.open(b']'),
                    b'}' | b']' => {
                        if self.closing.pop() != Some(*byte) || self.closing.len() > DEEPEST {
                            return Progress::Unbalanced;
                        }
                        if self.closing.is_empty() {
                            return Progress::Ends(at);
                        }
                    }
                    _ if self.state == ScanState::Start => self.state = ScanState::Word,
                    _ => {}
                },
            }
        }
        if self.closing.len() > DEEPEST { Progress::Unbalanced } else { Progress::GoesOn }
    }

    /// Whether a value that goes on up to the end of the input ends there.
    pub(super) fn may_end(&self) -> bool {
        self.state == ScanState::Word
    }

    fn open(&mut self, closing: u8) {
        self.closing.push(closing);
        self.state = ScanState::Inside;
    }
}

#[cfg(test)]
mod tests {
    use super::{Progress, Scanner};

    fn whole(text: &str) -> Progress {
        Scanner::default().advance(text.as_bytes())
    }

    #[test]
    fn a_value_ends_where_its_brackets_close() {
        assert_eq!(whole(r#"{"a":"}\"]","b":[{}]},1"#), Progress::Ends(21));
        assert_eq!(whole("[[],[]] "), Progress::Ends(7));
        assert_eq!(whole(r#""a\\",1"#), Progress::Ends(5));
        assert_eq!(whole("12.5e3]"), Progress::Ends(6));
        assert_eq!(whole("null\n"), Progress::Ends(4));
        assert_eq!(whole(",1"), Progress::GoesOn, "one byte at least, so that a caller gets on");
        assert_eq!(whole("[1}"), Progress::Unbalanced);
        assert_eq!(whole("]"), Progress::Unbalanced);
        assert_eq!(whole(r#"{"a": "b"#), Progress::GoesOn);
    }

    #[test]
    fn pieces_make_no_difference() {
        let text = r#"{"a\\":["\"\\",{"b":"c"}]} "#;
        let mut scanner = Scanner::default();
        let mut ended = None;
        for (at, byte) in text.bytes().enumerate() {
            if let Progress::Ends(n) = scanner.advance(&[byte]) {
                ended = Some(at + n);
                break;
            }
        }
        assert_eq!(ended, Some(text.len() - 1));
    }
}
