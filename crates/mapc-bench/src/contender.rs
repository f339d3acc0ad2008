//! What is measured: a way to map a whole input.

use std::borrow::Cow;
use std::hint::black_box;

/// What became of an input's records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Records whose mapping was appended.
    pub(crate) written: usize,
    /// Records that were turned away or skipped.
    pub(crate) refused: usize,
}

/// Why a record was turned away or skipped, in words.
pub(crate) type Reason = Cow<'static, str>;

/// Maps all records of an input and appends their mappings to the output, a line each.
pub(crate) type Run = Box<dyn FnMut(&[u8], &mut Vec<u8>) -> Tally>;

/// One way to map an input.
pub(crate) struct Contender {
    /// What the table calls it.
    pub(crate) name: &'static str,
    /// Whether its output has to equal the others'; a floor that only reads has none.
    pub(crate) writes: bool,
    /// Maps the input.
    pub(crate) run: Run,
}

/// An input and those who map it. The first contender is the one that the others are compared with.
pub(crate) struct Workload {
    /// Records of the input.
    pub(crate) records: usize,
    /// The input.
    pub(crate) input: Vec<u8>,
    /// Who maps it.
    pub(crate) contenders: Vec<Contender>,
}

impl Workload {
    /// Runs one contender once.
    ///
    /// # Errors
    /// A name that no contender has.
    pub(crate) fn run_once(&mut self, name: &str) -> Result<(), String> {
        let names: Vec<&str> = self.contenders.iter().map(|contender| contender.name).collect();
        let position = names.iter().position(|known| *known == name);
        let position = position.ok_or_else(|| format!("no contender `{name}`; there are {}", names.join(", ")))?;
        let tally = (self.contenders[position].run)(&self.input, &mut Vec::new());
        println!("{name}: {} records, {} written, {} refused", self.records, tally.written, tally.refused);
        Ok(())
    }
}

/// A contender that maps a line at a time: `map` appends the mapping of a record, or says why there is none.
pub(crate) fn by_line(
    name: &'static str,
    writes: bool,
    mut map: impl FnMut(&[u8], &mut Vec<u8>) -> Result<(), Reason> + 'static,
) -> Contender {
    let run = move |input: &[u8], out: &mut Vec<u8>| {
        let mut tally = Tally::default();
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', input) {
            match map(&input[start..end], out) {
                Ok(()) => {
                    tally.written += 1;
                    if writes {
                        out.push(b'\n');
                    }
                }
                Err(reason) => {
                    // Nobody may save the making of a text that a service would log.
                    black_box(reason);
                    tally.refused += 1;
                }
            }
            start = end + 1;
        }
        tally
    };
    Contender { name, writes, run: Box::new(run) }
}
