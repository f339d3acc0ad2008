//! What the tests of this folder share.

use std::io::Write as _;
use std::path::PathBuf;

use mapc_runtime::Bump;
use mapc_runtime::decode::{Malformed, Read, Unread};
use mapc_runtime::json::{Kind, Reader};
use serde_json::{Map, Number, Value};

/// A folder of inputs from outside; `None`, loudly, where it is absent.
pub fn real(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/real").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    // Past the test harness, which shows nothing that a passing test prints.
    let _ = writeln!(std::io::stdout(), "\nSKIPPED: {} is absent, so nothing was tested against it", path.display());
    None
}

/// Checks a record without building anything of it.
pub fn check(bytes: &[u8]) -> Result<(), Malformed> {
    let bump = Bump::new();
    let read = || {
        let mut reader = Reader::new(bytes, &bump)?;
        reader.skip()?;
        reader.end()
    };
    malformed(read())
}

/// Reads a record as a tree.
pub fn tree(bytes: &[u8]) -> Result<Value, Malformed> {
    let bump = Bump::new();
    let read = || {
        let mut reader = Reader::new(bytes, &bump)?;
        let value = value(&mut reader)?;
        reader.end().map(|()| value)
    };
    malformed(read())
}

fn malformed<T>(read: Read<T>) -> Result<T, Malformed> {
    read.map_err(|unread| match unread {
        Unread::Malformed(malformed) => *malformed,
        other => panic!("a misfit in a reader that wants nothing: {other:?}"),
    })
}

fn value(reader: &mut Reader<'_>) -> Read<Value> {
    Ok(match reader.peek()? {
        Kind::Text => Value::String(reader.text()?.to_owned()),
        Kind::Number => number(reader.number()?),
        Kind::Bool => Value::Bool(reader.boolean()?),
        Kind::Null => {
            assert!(reader.null()?);
            Value::Null
        }
        Kind::List => {
            reader.begin_list()?;
            let mut items = Vec::new();
            while reader.next_element(items.is_empty())? {
                items.push(value(reader)?);
            }
            Value::Array(items)
        }
        Kind::Object => {
            reader.begin_object()?;
            let mut entries = Map::new();
            let mut first = true;
            while let Some(key) = reader.next_decoded_key(first)? {
                entries.insert(key.to_owned(), value(reader)?);
                first = false;
            }
            Value::Object(entries)
        }
    })
}

fn number(written: &str) -> Value {
    if written == "-0" {
        return Value::from(-0.0);
    }
    if let Ok(number) = written.parse::<i64>().map(Number::from).or_else(|_| written.parse::<u64>().map(Number::from)) {
        return Value::Number(number);
    }
    written.parse().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number)
}
