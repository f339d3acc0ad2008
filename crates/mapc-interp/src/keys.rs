//! Finding a value among constants: rows of tables, arms of switches.

use std::collections::HashMap;

use mapc_runtime::{Bump, Constant, Value};

/// Positions by key.
#[derive(Debug)]
pub(crate) enum Keys {
    /// Texts.
    Text(HashMap<Box<str>, u32>),
    /// Ints.
    Int(HashMap<i64, u32>),
    /// Members of an enum, by their position.
    Member(Box<[Option<u32>]>),
    /// All others.
    Other(Box<[(Constant, u32)]>),
}

/// Below so many texts, comparing is faster than hashing.
const FEW: usize = 6;

impl Keys {
    /// Keys and the positions that they lead to; none stands twice.
    pub fn new(keys: Vec<(Constant, u32)>) -> Self {
        let all = |fits: fn(&Constant) -> bool| keys.iter().all(|(key, _)| fits(key));
        if all(|key| matches!(key, Constant::Enum(_))) {
            return Keys::Member(by_member(&keys));
        }
        if keys.len() > FEW && all(|key| matches!(key, Constant::Str(_))) {
            return Keys::Text(keys.into_iter().filter_map(|(key, at)| Some((text(key)?, at))).collect());
        }
        if keys.len() > FEW && all(|key| matches!(key, Constant::Int(_))) {
            return Keys::Int(keys.iter().filter_map(|(key, at)| Some((int(key)?, *at))).collect());
        }
        Keys::Other(keys.into_boxed_slice())
    }

    /// The position of a value.
    pub fn find(&self, value: Value<'_>, bump: &Bump) -> Option<u32> {
        match (self, value) {
            (Keys::Text(keys), Value::Str(text)) => keys.get(text).copied(),
            (Keys::Int(keys), Value::Int(int)) => keys.get(&int).copied(),
            (Keys::Member(keys), Value::Enum(member)) => keys.get(member as usize).copied().flatten(),
            (Keys::Other(keys), value) => {
                keys.iter().find(|(key, _)| key.value(bump) == value).map(|(_, position)| *position)
            }
            _ => None,
        }
    }
}

fn by_member(keys: &[(Constant, u32)]) -> Box<[Option<u32>]> {
    let mut positions = Vec::new();
    for (key, position) in keys {
        if let Constant::Enum(member) = key {
            let member = *member as usize;
            if positions.len() <= member {
                positions.resize(member + 1, None);
            }
            if let Some(slot) = positions.get_mut(member) {
                *slot = Some(*position);
            }
        }
    }
    positions.into_boxed_slice()
}

fn text(key: Constant) -> Option<Box<str>> {
    match key {
        Constant::Str(text) => Some(text),
        _ => None,
    }
}

fn int(key: &Constant) -> Option<i64> {
    match key {
        Constant::Int(int) => Some(*int),
        _ => None,
    }
}

/// What a table gives for what it does not list.
#[derive(Debug)]
pub(crate) enum Otherwise {
    Reject,
    Same,
    Value(Constant),
}

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub name: Box<str>,
    pub keys: Keys,
    pub values: Box<[Constant]>,
    pub otherwise: Otherwise,
}
