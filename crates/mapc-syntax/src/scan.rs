//! A first look at a file: its lines and brackets, outside of texts and comments.
//!
//! A text never runs over the end of its line, so one pass over the bytes is sure of what is text and what is not,
//! whatever else is wrong with the file.

/// A line with something on it beside blanks.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Offset of its first byte.
    pub start: usize,
    /// Offset of its first byte that is no blank.
    pub first: usize,
    /// Offset behind the last byte that is neither blank nor comment; `first` where there is none.
    pub code_end: usize,
    /// Offset of its newline, or of the end of the file.
    pub end: usize,
}

impl Line {
    /// How far it is indented; a tab counts as two blanks.
    pub fn indent(&self, text: &str) -> usize {
        text.as_bytes()[self.start..self.first].iter().map(|byte| if *byte == b'\t' { 2 } else { 1 }).sum()
    }

    /// Whether it holds nothing but a comment.
    pub fn is_comment(&self) -> bool {
        self.code_end == self.first
    }
}

/// One of `( ) [ ] { }`.
#[derive(Clone, Copy, Debug)]
pub struct Bracket {
    /// Its offset.
    pub at: usize,
    /// Which it is.
    pub byte: u8,
    /// Index of its line.
    pub line: usize,
}

impl Bracket {
    /// Whether it opens.
    pub fn opens(&self) -> bool {
        matches!(self.byte, b'(' | b'[' | b'{')
    }
}

/// The bracket that closes what `open` opens.
pub fn closer(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// A text without its closing quote.
#[derive(Clone, Copy, Debug)]
pub struct OpenQuote {
    /// The opening quote.
    pub at: usize,
    /// Where the closing quote seems to belong.
    pub end: usize,
}

/// What a file consists of.
#[derive(Debug, Default)]
pub struct Scan {
    /// Lines with something on them.
    pub lines: Vec<Line>,
    /// All brackets in order.
    pub brackets: Vec<Bracket>,
    /// Texts that are not closed.
    pub quotes: Vec<OpenQuote>,
}

/// Looks through `text` from `start` on.
pub fn scan(text: &str, mut start: usize) -> Scan {
    let mut scan = Scan::default();
    for line in text.get(start..).unwrap_or("").split_inclusive('\n') {
        let end = start + line.strip_suffix('\n').unwrap_or(line).len();
        scan.line(text.as_bytes(), start, end);
        start += line.len();
    }
    scan
}

impl Scan {
    fn line(&mut self, bytes: &[u8], start: usize, end: usize) {
        let Some(first) = (start..end).find(|at| !is_blank(bytes[*at])) else { return };
        let first_bracket = self.brackets.len();
        let mut code_end = first;
        let mut at = first;
        while at < end {
            match bytes[at] {
                b'/' if bytes.get(at + 1) == Some(&b'/') => break,
                b'"' => at = self.text(bytes, at, end, first_bracket),
                b'`' => at = (at + 1..end).find(|at| bytes[*at] == b'`').unwrap_or(at) + 1,
                byte => {
                    if matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}') {
                        self.brackets.push(Bracket { at, byte, line: self.lines.len() });
                    }
                    at += 1;
                    if is_blank(byte) {
                        continue;
                    }
                }
            }
            code_end = at;
        }
        self.lines.push(Line { start, first, code_end, end });
    }

    /// The end of the text whose quote stands at `open`.
    fn text(&mut self, bytes: &[u8], open: usize, line_end: usize, first_bracket: usize) -> usize {
        let mut at = open + 1;
        while at < line_end {
            match bytes[at] {
                b'"' => return at + 1,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        let end = self.guess_end(bytes, open, line_end, first_bracket);
        self.quotes.push(OpenQuote { at: open, end });
        end
    }

    /// Where a text without its closing quote seems to end: at the end of the line, but before the brackets that close what
    /// the line has opened, and before a comma behind it.
    fn guess_end(&self, bytes: &[u8], open: usize, line_end: usize, first_bracket: usize) -> usize {
        let mut waiting: Vec<u8> = Vec::new();
        for bracket in &self.brackets[first_bracket..] {
            if bracket.opens() {
                waiting.push(closer(bracket.byte));
            } else {
                waiting.pop();
            }
        }
        let trimmed = |end: usize| (open + 1..end).rev().find(|at| !is_blank(bytes[*at])).map_or(open + 1, |at| at + 1);
        let mut end = trimmed(line_end);
        if end > open + 1 && bytes[end - 1] == b',' {
            end = trimmed(end - 1);
        }
        // The outermost bracket closes last.
        for expected in waiting {
            if end <= open + 1 || bytes[end - 1] != expected {
                break;
            }
            end = trimmed(end - 1);
        }
        // ` {` at the end of a line opens a block.
        if end > open + 2 && bytes[end - 1] == b'{' && is_blank(bytes[end - 2]) { trimmed(end - 1) } else { end }
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r')
}
