//! Passing over a value that nobody asked for; it is checked like any other.

use super::{DEPTH_LIMIT, Kind, Reader};
use crate::decode::{Read, Unread};
use crate::problem::{push_index, push_key};

/// One bit for each open bracket of the value passed over: set for an object.
#[derive(Default)]
struct Nesting {
    bits: u128,
    open: u32,
}

const _: () = assert!(DEPTH_LIMIT <= u128::BITS);

impl Nesting {
    fn push(&mut self, object: bool) {
        self.bits = (self.bits << 1) | u128::from(object);
        self.open += 1;
    }

    fn pop(&mut self) {
        self.bits >>= 1;
        self.open -= 1;
    }

    fn in_object(&self) -> bool {
        self.bits & 1 == 1
    }
}

impl Reader<'_> {
    /// Passes over one value and checks all of it.
    #[inline]
    pub fn skip(&mut self) -> Read<()> {
        let start = *self;
        self.pass_over().map_err(|unread| start.with_pointer(unread))
    }

    /// As [`Reader::skip`], but a mistake is not located. Does not recurse.
    fn pass_over(&mut self) -> Read<()> {
        let mut nesting = Nesting::default();
        loop {
            let opened = self.skip_one(&mut nesting)?;
            if !self.skip_to_next_value(&mut nesting, opened)? {
                return Ok(());
            }
        }
    }

    /// Passes over a value without parts, or over an opening bracket; tells whether it was a bracket.
    fn skip_one(&mut self, nesting: &mut Nesting) -> Read<bool> {
        match self.peek()? {
            Kind::Text => self.skip_text()?,
            Kind::Number => {
                self.number()?;
            }
            Kind::Bool => {
                self.boolean()?;
            }
            Kind::Null => {
                self.null()?;
            }
            Kind::Object => {
                self.begin_object()?;
                nesting.push(true);
                return Ok(true);
            }
            Kind::List => {
                self.begin_list()?;
                nesting.push(false);
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Passes over commas, keys and closing brackets up to the next value inside; `false` where there is none.
    fn skip_to_next_value(&mut self, nesting: &mut Nesting, opened: bool) -> Read<bool> {
        let mut first = opened;
        while nesting.open > 0 {
            let more = if nesting.in_object() { self.skip_key(first)? } else { self.next_element(first)? };
            if more {
                return Ok(true);
            }
            nesting.pop();
            first = false;
        }
        Ok(false)
    }

    fn skip_key(&mut self, first: bool) -> Read<bool> {
        if !self.before_key(first)? {
            return Ok(false);
        }
        self.skip_text()?;
        self.blanks();
        self.expect(b':', "`:`")?;
        Ok(true)
    }

    /// Reads the value again up to the mistake that was found in it, now with an eye on where that is.
    #[cold]
    fn with_pointer(mut self, mut unread: Unread) -> Unread {
        let mut steps = Vec::new();
        let again = self.walk(&mut steps);
        if let (Unread::Malformed(malformed), Err(_)) = (&mut unread, again) {
            for step in steps {
                match step {
                    Step::Key(key) => push_key(&mut malformed.pointer, key),
                    Step::Index(index) => push_index(&mut malformed.pointer, index),
                }
            }
        }
        unread
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
            _ => self.pass_over()?,
        }
        Ok(())
    }
}
