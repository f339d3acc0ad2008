//! Functions of lists.

use bumpalo::collections::Vec as BumpVec;

use super::define::functions;
use crate::{Cx, Result};

functions! { topic list;

/// The list of what a function gives for each element.
#[function("map", "(list: [T], change: T => U) -> [U]")]
#[example("[1, 2].map(n => n * 10)", "[10, 20]")]
pub fn map<'a, T: Copy, U: Copy>(
    cx: &Cx<'a>, list: &'a [T], mut change: impl FnMut(T) -> Result<U>
) -> Result<&'a [U]> {
    let mut changed = BumpVec::with_capacity_in(list.len(), cx.bump);
    for item in list {
        changed.push(change(*item)?);
    }
    Ok(changed.into_bump_slice())
}

/// The elements for which a condition holds.
#[function("filter", "(list: [T], keep: T => bool) -> [T]")]
#[example("[1, 2, 3].filter(n => n > 1)", "[2, 3]")]
pub fn filter<'a, T: Copy>(
    cx: &Cx<'a>, list: &'a [T], mut keep: impl FnMut(T) -> Result<bool>
) -> Result<&'a [T]> {
    let mut kept = BumpVec::new_in(cx.bump);
    for item in list {
        if keep(*item)? {
            kept.push(*item);
        }
    }
    Ok(kept.into_bump_slice())
}

/// The first element for which a condition holds.
#[function("find", "(list: [T], wanted: T => bool) -> T?")]
#[example("[1, 2, 3].find(n => n > 1)", "2")]
#[example("[1, 2, 3].find(n => n > 3)", "absent")]
pub fn find<'a, T: Copy>(
    _cx: &Cx<'a>, list: &'a [T], mut wanted: impl FnMut(T) -> Result<bool>
) -> Result<Option<T>> {
    for item in list {
        if wanted(*item)? {
            return Ok(Some(*item));
        }
    }
    Ok(None)
}

/// The first element.
#[function("first", "(list: [T]) -> T?")]
#[example("[1, 2].first()", "1")]
pub fn first<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T]) -> Option<T> {
    list.first().copied()
}

/// The elements that are present.
#[function("present", "(list: [T?]) -> [T]")]
#[example(r#"["Ada", "".nonblank()].present()"#, r#"["Ada"]"#)]
pub fn present<'a, T: Copy>(cx: &Cx<'a>, list: &'a [Option<T>]) -> &'a [T] {
    let mut present = BumpVec::new_in(cx.bump);
    present.extend(list.iter().copied().flatten());
    present.into_bump_slice()
}
}
