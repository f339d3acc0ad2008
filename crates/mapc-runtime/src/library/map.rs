//! Maps: values by keys that are not known before.

use std::collections::{HashMap, HashSet};

use bumpalo::collections::Vec as BumpVec;

use super::define::functions;
use crate::budget::Weigh as _;
use crate::codes;
use crate::{Cx, Fail, Map, Result};

functions! { topic map;

/// The value of a key; absent if the key is not there.
#[function("get", "(map: map<string, T>, key: string) -> T?")]
#[example(r#"[("a", 1), ("b", 2)].to_map().get("b")"#, "2")]
#[example(r#"[("a", 1)].to_map().get("b")"#, "absent")]
pub fn get<'a, T: Copy>(_cx: &Cx<'a>, map: Map<'a, T>, key: &'a str) -> Option<T> {
    map.0.iter().find(|(other, _)| *other == key).map(|(_, value)| *value)
}

/// The keys, in the order of the map.
#[function("keys", "(map: map<string, T>) -> [string]")]
#[example(r#"[("b", 1), ("a", 2)].to_map().keys()"#, r#"["b", "a"]"#)]
pub fn keys<'a, T: Copy>(cx: &Cx<'a>, map: Map<'a, T>) -> &'a [&'a str] {
    cx.bump.alloc_slice_fill_iter(map.0.iter().map(|(key, _)| *key))
}

/// The values, in the order of the map.
#[function("values", "(map: map<string, T>) -> [T]")]
#[example(r#"[("b", 1), ("a", 2)].to_map().values()"#, "[1, 2]")]
pub fn values<'a, T: Copy>(cx: &Cx<'a>, map: Map<'a, T>) -> &'a [T] {
    cx.bump.alloc_slice_fill_iter(map.0.iter().map(|(_, value)| *value))
}

/// The keys with their values, in the order of the map.
#[function("entries", "(map: map<string, T>) -> [(string, T)]")]
#[example(r#"[("b", 1), ("a", 2)].to_map().entries()"#, r#"[("b", 1), ("a", 2)]"#)]
pub fn entries<'a, T: Copy>(_cx: &Cx<'a>, map: Map<'a, T>) -> &'a [(&'a str, T)] {
    map.0
}

/// The map of keys with their values; no key may stand twice.
#[function("to_map", "(entries: [(string, T)]) -> map<string, T>")]
#[example(r#"[("a", 1)].to_map().keys()"#, r#"["a"]"#)]
#[example(r#"[("a", 1), ("a", 2)].to_map().keys()"#, "reject R0321")]
pub fn to_map<'a, T: Copy>(cx: &Cx<'a>, entries: &'a [(&'a str, T)]) -> Result<Map<'a, T>> {
    let mut seen = HashSet::with_capacity(entries.len());
    if entries.iter().all(|(key, _)| !cx.spend(key.weigh()) || seen.insert(*key)) { Ok(Map(entries)) } else { Err(twice()) }
}

/// The map of the elements by the key that a function gives for each; no key may stand twice.
#[function("to_map", "(list: [T], key: T => string) -> map<string, T>")]
#[example(r#"["Ada", "Grace"].to_map(t => t.lower()).get("ada")"#, r#""Ada""#)]
pub fn to_map_by<'a, T: Copy>(
    cx: &Cx<'a>,
    list: &'a [T],
    mut key: impl FnMut(T) -> Result<&'a str>
) -> Result<Map<'a, T>> {
    let mut entries = BumpVec::with_capacity_in(list.len(), cx.bump);
    for item in list {
        entries.push((key(*item)?, *item));
    }
    to_map(cx, entries.into_bump_slice())
}

/// The map with what a function gives for each value.
#[function("map_values", "(map: map<string, T>, change: T => U) -> map<string, U>")]
#[example(r#"[("a", 1)].to_map().map_values(n => n * 10).values()"#, "[10]")]
pub fn map_values<'a, T: Copy, U: Copy>(
    cx: &Cx<'a>,
    map: Map<'a, T>,
    mut change: impl FnMut(T) -> Result<U>
) -> Result<Map<'a, U>> {
    let mut entries = BumpVec::with_capacity_in(map.0.len(), cx.bump);
    for (key, value) in map.0 {
        entries.push((*key, change(*value)?));
    }
    Ok(Map(entries.into_bump_slice()))
}

/// The map with the listed keys only.
#[function("pick", "(map: map<string, T>, keys: [string]) -> map<string, T>")]
#[example(r#"[("a", 1), ("b", 2)].to_map().pick(["b", "c"]).keys()"#, r#"["b"]"#)]
pub fn pick<'a, T: Copy>(cx: &Cx<'a>, map: Map<'a, T>, keys: &'a [&'a str]) -> Map<'a, T> {
    let keys: HashSet<&str> = keys.iter().copied().filter(|key| cx.spend(key.weigh())).collect();
    kept(cx, map, |key| keys.contains(key))
}

/// The map without the listed keys.
#[function("omit", "(map: map<string, T>, keys: [string]) -> map<string, T>")]
#[example(r#"[("a", 1), ("b", 2)].to_map().omit(["b", "c"]).keys()"#, r#"["a"]"#)]
pub fn omit<'a, T: Copy>(cx: &Cx<'a>, map: Map<'a, T>, keys: &'a [&'a str]) -> Map<'a, T> {
    let keys: HashSet<&str> = keys.iter().copied().filter(|key| cx.spend(key.weigh())).collect();
    kept(cx, map, |key| !keys.contains(key))
}

/// The entries of one map, then those of another. A key of both keeps its place in the first and its value in the
/// second.
#[function("merge", "(map: map<string, T>, over: map<string, T>) -> map<string, T>")]
#[example(
    r#"[("a", 1), ("b", 2)].to_map().merge([("c", 3), ("a", 4)].to_map()).entries()"#,
    r#"[("a", 4), ("b", 2), ("c", 3)]"#
)]
pub fn merge<'a, T: Copy>(cx: &Cx<'a>, map: Map<'a, T>, over: Map<'a, T>) -> Map<'a, T> {
    let places: HashMap<&str, usize> = map.0.iter().enumerate().map(|(place, (key, _))| (*key, place)).collect();
    let mut merged = BumpVec::with_capacity_in(map.0.len() + over.0.len(), cx.bump);
    merged.extend_from_slice_copy(map.0);
    for (key, value) in over.0 {
        match places.get(key).and_then(|place| merged.get_mut(*place)) {
            Some(entry) => entry.1 = *value,
            None => merged.push((*key, *value)),
        }
    }
    Map(merged.into_bump_slice())
}
}

fn kept<'a, T: Copy>(cx: &Cx<'a>, map: Map<'a, T>, keep: impl Fn(&str) -> bool) -> Map<'a, T> {
    let mut kept = BumpVec::new_in(cx.bump);
    kept.extend(map.0.iter().copied().filter(|(key, _)| keep(key)));
    Map(kept.into_bump_slice())
}

#[cold]
fn twice() -> Fail {
    Fail::fault(codes::DUPLICATE_MAP_KEY, "a key stands twice, and a map has each key once")
}
