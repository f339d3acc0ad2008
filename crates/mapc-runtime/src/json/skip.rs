//! Passing over a value that nobody asked for; it is checked like any other.

use super::number::number_end;
use super::text::{escaped, plain_end};
use super::{DEPTH_LIMIT, Kind, Reader, is_blank};
use crate::decode::{Read, Unread};
use crate::problem::{push_index, push_key};

/// One bit for each open bracket of the value passed over: set for an object.
#[derive(Default)]
struct OpenContainers {
    bits: u128,
    open: u32,
}

const _: () = assert!(DEPTH_LIMIT <= u128::BITS);

impl OpenContainers {
    #[inline]
    fn push(&mut self, object: bool) {
        self.bits = (self.bits << 1) | u128::from(object);
        self.open += 1;
    }

    #[inline]
    fn pop(&mut self) {
        self.bits >>= 1;
        self.open -= 1;
    }

    #[inline]
    fn in_object(&self) -> bool {
        self.bits & 1 == 1
    }
}

/// Where the next byte that is no white space stands, and which it is.
#[inline(always)]
fn sign(bytes: &[u8], mut at: usize) -> Option<(usize, u8)> {
    loop {
        match bytes.get(at) {
            Some(byte) if is_blank(*byte) => at += 1,
            Some(byte) => return Some((at, *byte)),
            None => return None,
        }
    }
}

/// Where the text ends whose opening quote stands at `at`.
#[inline(always)]
fn text_end(bytes: &[u8], at: usize) -> Option<usize> {
    let end = plain_end(bytes, at + 1);
    if bytes.get(end) == Some(&b'"') { Some(end + 1) } else { escaped_text_end(bytes, end) }
}

/// As [`text_end`], from the first escape on.
#[inline(never)]
fn escaped_text_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += escaped(bytes.get(at..)?)?.1,
            _ => return None,
        }
        at = plain_end(bytes, at);
    }
}

/// Where the value of the key at `at` begins.
#[inline(always)]
fn key_end(bytes: &[u8], at: usize) -> Option<usize> {
    let (at, b'"') = sign(bytes, at)? else { return None };
    let (at, b':') = sign(bytes, text_end(bytes, at)?)? else { return None };
    Some(at + 1)
}

/// Where the value ends that begins at `at` and is neither object nor list.
#[inline(always)]
fn scalar_end(bytes: &[u8], at: usize, first: u8) -> Option<usize> {
    let word = |word: &[u8]| (bytes.get(at..at + word.len()) == Some(word)).then_some(at + word.len());
    match first {
        b'"' => text_end(bytes, at),
        b'-' | b'0'..=b'9' => number_end(bytes, at),
        b't' => word(b"true"),
        b'f' => word(b"false"),
        b'n' => word(b"null"),
        _ => None,
    }
}

/// Where the value ends that begins behind the blanks at `at`, `depth` deep; `None` where there is none, or too deep a one. What is wrong
/// with it is for others to say.
#[inline]
fn value_end(bytes: &[u8], at: usize, depth: u32) -> Option<usize> {
    let (at, first) = sign(bytes, at)?;
    if matches!(first, b'{' | b'[') { whole_end(bytes, at, depth) } else { scalar_end(bytes, at, first) }
}

/// As [`value_end`], of an object or list.
fn whole_end(bytes: &[u8], mut at: usize, depth: u32) -> Option<usize> {
    let mut nesting = OpenContainers::default();
    loop {
        let first;
        (at, first) = sign(bytes, at)?;
        if !matches!(first, b'{' | b'[') {
            at = scalar_end(bytes, at, first)?;
        } else if depth + nesting.open >= DEPTH_LIMIT {
            return None;
        } else {
            let closing = if first == b'{' { b'}' } else { b']' };
            let (inside, next) = sign(bytes, at + 1)?;
            if next == closing {
                at = inside + 1;
            } else {
                nesting.push(first == b'{');
                at = if first == b'{' { key_end(bytes, inside)? } else { inside };
                continue;
            }
        }
        // Behind a value.
        loop {
            if nesting.open == 0 {
                return Some(at);
            }
            let (found, sign) = sign(bytes, at)?;
            at = found + 1;
            match (sign, nesting.in_object()) {
                (b',', true) => {
                    at = key_end(bytes, at)?;
                    break;
                }
                (b',', false) => break,
                (b'}', true) | (b']', false) => nesting.pop(),
                _ => return None,
            }
        }
    }
}

impl Reader<'_> {
    /// Passes over one value and checks all of it.
    #[inline]
    pub fn skip(&mut self) -> Read<()> {
        match value_end(self.text.as_bytes(), self.position, self.depth) {
            Some(end) => {
                self.position = end;
                Ok(())
            }
            None => self.skip_slowly(),
        }
    }

    /// Reads the value again up to the mistake in it, now with an eye on where that is.
    #[cold]
    fn skip_slowly(&mut self) -> Read<()> {
        let mut steps = Vec::new();
        let read = self.walk(&mut steps);
        read.map_err(|mut unread| {
            if let Unread::Malformed(malformed) = &mut unread {
                for step in steps {
                    match step {
                        Step::Key(key) => push_key(&mut malformed.pointer, key),
                        Step::Index(index) => push_index(&mut malformed.pointer, index),
                    }
                }
            }
            unread
        })
    }
}

/// A step from an object or list to a value in it.
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Reader<'a> {
    /// Reads a value; where it fails, `steps` lead from the value to the mistake. Recurses no deeper than [`DEPTH_LIMIT`].
    fn walk(&mut self, steps: &mut Vec<Step<'a>>) -> Read<()> {
        match self.peek()? {
            Kind::Object => {
                self.begin_object()?;
                let mut first = true;
                while let Some(key) = self.next_decoded_key(first)? {
                    steps.push(Step::Key(key));
                    self.walk(steps)?;
                    steps.pop();
                    first = false;
                }
            }
            Kind::List => {
                self.begin_list()?;
                let mut index = 0;
                while self.next_element(index == 0)? {
                    steps.push(Step::Index(index));
                    self.walk(steps)?;
                    steps.pop();
                    index += 1;
                }
            }
            Kind::Text => {
                self.text()?;
            }
            Kind::Number => self.pass_number()?,
            Kind::Bool => {
                self.boolean()?;
            }
            Kind::Null => {
                self.null()?;
            }
        }
        Ok(())
    }
}
