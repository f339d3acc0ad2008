//! Texts whose brackets do not balance.

/// From offsets in a text as it is parsed to offsets in the file.
#[derive(Clone, Debug, Default)]
pub struct Offsets {
    base: usize,
}

impl Offsets {
    /// For a text that stands at `base` in its file.
    pub fn new(base: usize) -> Self {
        Offsets { base }
    }

    /// Where something that begins at `offset` begins in the file.
    pub fn start(&self, offset: usize) -> usize {
        self.base + offset
    }

    /// Where something that ends at `offset` ends in the file.
    pub fn end(&self, offset: usize) -> usize {
        self.base + offset
    }
}
