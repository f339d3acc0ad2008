//! Which keys objects of one shape had lately, so that the next ones cost a comparison instead of a search.
//!
//! Kept is what stood between two values: blanks, the comma, the key, its colon. Where the same bytes stand there again, it is the same key
//! again. Of a CSV file the header is kept. What is kept changes only how fast records are read, and there is a bound to it.

use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

use super::Reader;
use crate::decode::Read;

/// The longest stretch that is kept, in bytes.
const LONGEST: usize = 32;
/// So many stretches are kept for a shape; with one more, all are forgotten.
const MOST: usize = 256;
/// After so many stretches there is nothing to learn: keys differ from record to record.
const LEARNED: usize = 1024;
/// So many stretches behind the last one are tried: keys may be left out.
const TRIED: usize = 4;

/// The first bytes of what was not read yet, with zeros behind the end.
type KeyWords = [u64; LONGEST / 8];

/// What stood between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    words: KeyWords,
    /// The bits of the words that belong to it.
    mask: KeyWords,
    length: usize,
    /// Where in it the key stands.
    key: (usize, usize),
    /// The key's position among those that are declared.
    position: usize,
}

impl Stretch {
    #[inline]
    fn stands(&self, words: &KeyWords) -> bool {
        let differs = |at: usize| (self.words[at] ^ words[at]) & self.mask[at];
        differs(0) == 0 && differs(1) | differs(2) | differs(3) == 0
    }

    /// Reads it where it stands; gives what was found of its key, and the key.
    #[inline]
    fn read<'a>(&self, reader: &mut Reader<'a>) -> (usize, &'a str) {
        let start = reader.position;
        reader.position = start + self.length;
        let (from, to) = self.key;
        (self.position, reader.text.get(start + from..start + to).unwrap_or_default())
    }
}

/// The keys that were met of one shape.
#[derive(Debug, Default)]
struct KeyMemory {
    /// What stood before the first value.
    first: Option<Stretch>,
    /// What stood before others, mostly in the order in which they follow each other.
    others: Vec<Stretch>,
    learned: usize,
}

impl KeyMemory {
    /// Keeps a stretch, at best before `at`; gives where the next one is expected.
    fn learn(&mut self, at: usize, stretch: Stretch) -> usize {
        if let Some(known) = self.others.iter().position(|known| *known == stretch) {
            return known + 1;
        }
        if self.learned >= LEARNED || self.others.len() >= MOST {
            self.others.clear();
            return 0;
        }
        self.learned += 1;
        let at = at.min(self.others.len());
        self.others.insert(at, stretch);
        at + 1
    }
}

/// The keys that objects of one shape had lately. Belongs to one thread; an object that stands inside of one of the same shape learns by itself.
#[derive(Default)]
pub struct Keys {
    memory: Cell<Option<Box<KeyMemory>>>,
    columns: Cell<Option<Columns>>,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").finish_non_exhaustive()
    }
}

/// A header of a CSV file, and what was found of each of its names.
#[derive(Debug)]
struct Columns {
    header: Arc<[String]>,
    found: Arc<[usize]>,
}

impl Keys {
    /// None so far.
    pub const fn new() -> Self {
        Keys { memory: Cell::new(None), columns: Cell::new(None) }
    }

    /// What `find` says of each name of a header; it is asked once a file.
    pub(crate) fn columns(&self, header: &Arc<[String]>, find: &dyn Fn(&str) -> usize) -> Arc<[usize]> {
        let kept = self.columns.take().filter(|columns| Arc::ptr_eq(&columns.header, header));
        let columns = kept.unwrap_or_else(|| Columns {
            header: Arc::clone(header),
            found: header.iter().map(|name| find(name)).collect(),
        });
        let found = Arc::clone(&columns.found);
        self.columns.set(Some(columns));
        found
    }

    /// A cursor before the first key of an object.
    #[inline]
    pub fn begin(&self) -> KeyCursor {
        KeyCursor { memory: self.memory.take().unwrap_or_default(), at: 0, first: true }
    }

    /// Keeps what a cursor learned.
    #[inline]
    pub fn end(&self, cursor: KeyCursor) {
        self.memory.set(Some(cursor.memory));
    }
}

/// The way through the keys of one object, whose `{` was read.
#[derive(Debug)]
pub struct KeyCursor {
    memory: Box<KeyMemory>,
    /// Where the next stretch is expected.
    at: usize,
    /// Whether no key was read yet.
    first: bool,
}

/// The way of one who remembers nothing.
impl Default for KeyCursor {
    fn default() -> Self {
        KeyCursor { memory: Box::default(), at: 0, first: true }
    }
}

impl KeyCursor {
    /// Reads up to the value of the next key, and gives what `find` says of the key, or reads the `}` of the object. What `find` says has to be
    /// the same for the same key, whenever a walk with the same [`Keys`] asks.
    ///
    /// # Errors
    /// What stands there is no JSON.
    #[inline(always)]
    pub fn next<'a>(
        &mut self,
        reader: &mut Reader<'a>,
        find: &dyn Fn(&str) -> usize,
    ) -> Read<Option<(usize, &'a str)>> {
        let words = words(reader.rest());
        let expected = if self.first { self.memory.first.as_ref() } else { self.memory.others.get(self.at) };
        match expected {
            Some(stretch) if stretch.stands(&words) => {
                self.at += usize::from(!self.first);
                self.first = false;
                Ok(Some(stretch.read(reader)))
            }
            _ => self.other(reader, &words, find),
        }
    }

    /// As [`KeyCursor::next`], where another key stands than the one that was expected.
    #[inline(never)]
    fn other<'a>(
        &mut self,
        reader: &mut Reader<'a>,
        words: &KeyWords,
        find: &dyn Fn(&str) -> usize,
    ) -> Read<Option<(usize, &'a str)>> {
        if !self.first {
            let further = self.memory.others.iter().enumerate().skip(self.at + 1).take(TRIED);
            for (at, stretch) in further {
                if stretch.stands(words) {
                    self.at = at + 1;
                    return Ok(Some(stretch.read(reader)));
                }
            }
        }
        self.search(reader, find)
    }

    fn search<'a>(&mut self, reader: &mut Reader<'a>, find: &dyn Fn(&str) -> usize) -> Read<Option<(usize, &'a str)>> {
        let (start, first) = (reader.position, self.first);
        if !reader.before_key(first)? {
            return Ok(None);
        }
        self.first = false;
        let from = reader.position + 1;
        let key = reader.text()?;
        let to = reader.position - 1;
        reader.blanks();
        reader.expect(b':', "`:`")?;
        reader.blanks();
        let position = find(key);
        let length = reader.position - start;
        // A key with escapes is none that is kept: it would have to be decoded again.
        if length <= LONGEST && key.len() == to - from {
            let mask = mask(length);
            let mut words = words(reader.text.as_bytes().get(start..).unwrap_or_default());
            words.iter_mut().zip(mask).for_each(|(word, mask)| *word &= mask);
            let stretch = Stretch { words, mask, length, key: (from - start, to - start), position };
            if first {
                self.memory.first = Some(stretch);
            } else {
                self.at = self.memory.learn(self.at, stretch);
            }
        }
        Ok(Some((position, key)))
    }
}

#[inline]
fn words(bytes: &[u8]) -> KeyWords {
    let mut padded = [0; LONGEST];
    let chunk = match bytes.first_chunk::<LONGEST>() {
        Some(chunk) => chunk,
        None => {
            padded.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
            &padded
        }
    };
    let (words, _) = chunk.as_chunks::<8>();
    let mut all = [0; LONGEST / 8];
    all.iter_mut().zip(words).for_each(|(to, from)| *to = u64::from_le_bytes(*from));
    all
}

/// The bits of the first so many bytes.
fn mask(length: usize) -> KeyWords {
    let mut mask = [0; LONGEST];
    mask.iter_mut().take(length).for_each(|byte| *byte = 0xFF);
    words(&mask)
}

#[cfg(test)]
mod tests {
    use super::{Keys, LEARNED, LONGEST, MOST};
    use crate::Bump;
    use crate::decode::Read;
    use crate::json::Reader;

    const NAMES: [&str; 3] = ["a", "b", "a long name"];

    /// The keys of an object with numbers, and what is found of each.
    fn read(keys: &Keys, json: &str) -> Read<Vec<(usize, String)>> {
        let bump = Bump::new();
        let mut reader = Reader::new(json.as_bytes(), &bump)?;
        reader.begin_object()?;
        let mut walk = keys.begin();
        let mut all = Vec::new();
        let find = |key: &str| NAMES.iter().position(|name| *name == key).unwrap_or(NAMES.len());
        let read = loop {
            match walk.next(&mut reader, &find) {
                Ok(Some((position, key))) => all.push((position, key.to_owned())),
                Ok(None) => break reader.end(),
                Err(unread) => break Err(unread),
            }
            if let Err(unread) = reader.skip() {
                break Err(unread);
            }
        };
        keys.end(walk);
        read.map(|()| all)
    }

    /// What a memory knows never changes what is read: each text is read by one that met all the others, and by one that met none.
    #[test]
    fn memory_changes_nothing_that_is_read() {
        let long = format!(r#"{{"{}":1,"b":2}}"#, "x".repeat(LONGEST));
        let texts = [
            r#"{}"#,
            r#"{"a":1}"#,
            r#"{"a":1,"b":2}"#,
            r#"{"b":1,"a":2}"#,
            r#"{"a":1,"b":2,"a long name":3,"c":4}"#,
            r#"{"a": 1, "c": 2, "b": 3}"#,
            r#"{ "a" :1 , "b" : 2 }"#,
            r#"{"\u0061":1,"b":2}"#,
            r#"{"a":1,"\u0061":2}"#,
            r#"{"a":1,"a":2}"#,
            r#"{"":1,"b":2}"#,
            r#"{"a":1"b":2}"#,
            r#"{,"a":1}"#,
            r#"{"a":1,}"#,
            r#"{"a":1,,"b":2}"#,
            r#"{"a":1,"b"}"#,
            r#"{"a":1,"b":}"#,
            r#"{"a":1,"b"#,
            r#"{"a":1,"b":2"#,
            r#"{"a":1 "b":2}"#,
            r#"{a:1}"#,
            "{\"a\":1,\"b\n\":2}",
            &long,
        ];
        let keys = Keys::new();
        for _ in 0..3 {
            for text in texts {
                assert_eq!(read(&keys, text), read(&Keys::new(), text), "{text}");
            }
        }
    }

    #[test]
    fn memory_has_a_bound() {
        let keys = Keys::new();
        for record in 0..LEARNED {
            let members: Vec<String> = (0..3).map(|key| format!(r#""k{record}_{key}":1"#)).collect();
            let json = format!("{{{}}}", members.join(","));
            assert_eq!(read(&keys, &json).unwrap().len(), 3);
            let memory = keys.memory.take().unwrap();
            assert!(memory.others.len() <= MOST && memory.learned <= LEARNED);
            keys.memory.set(Some(memory));
        }
        assert_eq!(read(&keys, r#"{"a":1,"b":2}"#).unwrap(), [(0, "a".to_owned()), (1, "b".to_owned())]);
    }
}
