//! Passing over a value that nobody asked for; it is checked like any other.

use super::{DEPTH_LIMIT, Kind, Reader};
use crate::decode::Read;

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
    /// Passes over one value and checks all of it. Does not recurse.
    pub fn skip(&mut self) -> Read<()> {
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
}
