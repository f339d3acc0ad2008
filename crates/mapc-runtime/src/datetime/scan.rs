//! Reading digits from a text, piece by piece.

/// A cursor over a text with a date or time in it.
pub(super) struct Scan<'t> {
    text: &'t str,
    position: usize,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Scan { text, position: 0 }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.position..).unwrap_or_default()
    }

    /// How many characters were read, counted from 1: the place of the next.
    pub(super) fn place(&self) -> usize {
        self.text.get(..self.position).unwrap_or_default().chars().count() + 1
    }

    /// Exactly `count` digits as a number.
    pub(super) fn digits(&mut self, count: usize) -> Option<u32> {
        self.digits_between(count, count)
    }

    /// At least `least` digits, and as many as there are up to `most`.
    pub(super) fn digits_between(&mut self, least: usize, most: usize) -> Option<u32> {
        let rest = self.rest().as_bytes();
        let count = rest.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
        if count < least {
            return None;
        }
        let digits = rest.get(..count)?;
        self.position += count;
        digits.iter().try_fold(0u32, |value, digit| value.checked_mul(10)?.checked_add(u32::from(digit - b'0')))
    }

    /// All digits that stand here as a fraction of a second in nanoseconds; `None` where there is none, or where one behind the
    /// ninth is not zero.
    pub(super) fn fraction(&mut self) -> Option<i32> {
        let rest = self.rest().as_bytes();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let nanos = fraction_of(rest.get(..count)?)?;
        self.position += count;
        Some(nanos)
    }

    /// Exactly `count` digits as a fraction of a second in nanoseconds.
    pub(super) fn fraction_of_width(&mut self, count: usize) -> Option<i32> {
        let digits = self.rest().as_bytes().get(..count)?;
        let nanos = fraction_of(digits)?;
        self.position += count;
        Some(nanos)
    }

    /// Reads `text` if it stands here.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let hit = self.rest().starts_with(text);
        if hit {
            self.position += text.len();
        }
        hit
    }

    /// The position of the first of `names` that stands here, in any case of ASCII letters.
    pub(super) fn name(&mut self, names: &[&str]) -> Option<usize> {
        let rest = self.rest();
        let found = names
            .iter()
            .position(|name| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))?;
        self.position += names.get(found)?.len();
        Some(found)
    }
}

fn fraction_of(digits: &[u8]) -> Option<i32> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    if digits.iter().skip(9).any(|digit| *digit != b'0') {
        return None;
    }
    let padded = digits.iter().copied().chain(std::iter::repeat(b'0')).take(9);
    Some(padded.fold(0, |value, digit| value * 10 + i32::from(digit - b'0')))
}
