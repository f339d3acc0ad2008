//! Lists: elements, conditions and parts.

use bumpalo::collections::Vec as BumpVec;

use super::define::functions;
use crate::budget::Weigh as _;
use crate::{Cx, Result};

functions! { topic list;

/// What a function gives for each element.
#[function("map", "(list: [T], change: T => U) -> [U]")]
#[example("[1, 2].map(n => n * 10)", "[10, 20]")]
pub fn map<'a, T: Copy, U: Copy>(
    cx: &Cx<'a>,
    list: &'a [T],
    mut change: impl FnMut(T) -> Result<U>
) -> Result<&'a [U]> {
    let mut changed = BumpVec::with_capacity_in(list.len(), cx.bump);
    for item in list {
        changed.push(change(*item)?);
        if cx.is_exhausted() {
            return Ok(&[]);
        }
    }
    Ok(changed.into_bump_slice())
}

/// The elements of all the lists that a function gives.
#[function("flat_map", "(list: [T], change: T => [U]) -> [U]")]
#[example(r#"["a b", "c"].flat_map(t => t.split(" "))"#, r#"["a", "b", "c"]"#)]
pub fn flat_map<'a, T: Copy, U: Copy>(
    cx: &Cx<'a>,
    list: &'a [T],
    mut change: impl FnMut(T) -> Result<&'a [U]>
) -> Result<&'a [U]> {
    let mut all = BumpVec::new_in(cx.bump);
    for item in list {
        let more = change(*item)?;
        if !cx.spend(more.weigh()) {
            return Ok(&[]);
        }
        all.extend_from_slice_copy(more);
    }
    Ok(all.into_bump_slice())
}

/// The elements of all lists.
#[function("flatten", "(lists: [[T]]) -> [T]")]
#[example("[[1, 2], [3]].flatten()", "[1, 2, 3]")]
pub fn flatten<'a, T: Copy>(cx: &Cx<'a>, lists: &'a [&'a [T]]) -> &'a [T] {
    if !lists.iter().all(|list| cx.spend(list.weigh())) {
        return &[];
    }
    cx.bump.alloc_slice_copy(&lists.concat())
}

/// The elements for which a condition holds.
#[function("filter", "(list: [T], keep: T => bool) -> [T]")]
#[example("[1, 2, 3].filter(n => n > 1)", "[2, 3]")]
pub fn filter<'a, T: Copy>(cx: &Cx<'a>, list: &'a [T], mut keep: impl FnMut(T) -> Result<bool>) -> Result<&'a [T]> {
    let mut kept = BumpVec::new_in(cx.bump);
    for item in list {
        if keep(*item)? {
            kept.push(*item);
        }
    }
    Ok(kept.into_bump_slice())
}

/// The elements that are present.
#[function("present", "(list: [T?]) -> [T]")]
#[example(r#"["Ada", absent].present()"#, r#"["Ada"]"#)]
pub fn present<'a, T: Copy>(cx: &Cx<'a>, list: &'a [Option<T>]) -> &'a [T] {
    let mut present = BumpVec::new_in(cx.bump);
    present.extend(list.iter().copied().flatten());
    present.into_bump_slice()
}

/// The list, or absent if it is empty.
#[function("nonempty", "(list: [T]) -> [T]?")]
#[example("[1].nonempty()", "[1]")]
#[example("[1].drop(1).nonempty()", "absent")]
pub fn nonempty<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T]) -> Option<&'a [T]> {
    (!list.is_empty()).then_some(list)
}

/// Whether there is no element.
#[function("is_empty", "(list: [T]) -> bool")]
#[example("[1].is_empty()", "false")]
pub fn is_empty<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T]) -> bool {
    list.is_empty()
}

/// The number of elements.
#[function("count", "(list: [T]) -> int")]
#[example(r#"["a", "b"].count()"#, "2")]
pub fn count<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T]) -> i64 {
    as_int(list.len())
}

/// The number of elements for which a condition holds.
#[function("count", "(list: [T], wanted: T => bool) -> int")]
#[example("[1, 2, 3].count(n => n > 1)", "2")]
pub fn count_where<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], mut wanted: impl FnMut(T) -> Result<bool>) -> Result<i64> {
    let mut count = 0;
    for item in list {
        count += usize::from(wanted(*item)?);
    }
    Ok(as_int(count))
}

/// Whether a condition holds for some element; false for an empty list.
#[function("any", "(list: [T], condition: T => bool) -> bool")]
#[example("[1, 2, 3].any(n => n > 2)", "true")]
pub fn any<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], mut condition: impl FnMut(T) -> Result<bool>) -> Result<bool> {
    for item in list {
        if condition(*item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a condition holds for every element; true for an empty list.
#[function("all", "(list: [T], condition: T => bool) -> bool")]
#[example("[1, 2, 3].all(n => n > 2)", "false")]
pub fn all<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], mut condition: impl FnMut(T) -> Result<bool>) -> Result<bool> {
    for item in list {
        if !condition(*item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The first element; absent if there is none.
#[function("first", "(list: [T]) -> T?")]
#[example("[1, 2].first()", "1")]
pub fn first<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T]) -> Option<T> {
    list.first().copied()
}

/// The last element; absent if there is none.
#[function("last", "(list: [T]) -> T?")]
#[example("[1, 2].last()", "2")]
pub fn last<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T]) -> Option<T> {
    list.last().copied()
}

/// The element at a position; the first is at 0. Absent if the list is not so long.
#[function("at", "(list: [T], position: int) -> T?")]
#[example(r#"["a", "b"].at(1)"#, r#""b""#)]
#[example(r#"["a", "b"].at(2)"#, "absent")]
pub fn at<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], position: i64) -> Option<T> {
    usize::try_from(position).ok().and_then(|position| list.get(position)).copied()
}

/// The first element for which a condition holds; absent if there is none.
#[function("find", "(list: [T], wanted: T => bool) -> T?")]
#[example("[1, 2, 3].find(n => n > 1)", "2")]
#[example("[1, 2, 3].find(n => n > 3)", "absent")]
pub fn find<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], mut wanted: impl FnMut(T) -> Result<bool>) -> Result<Option<T>> {
    for item in list {
        if wanted(*item)? {
            return Ok(Some(*item));
        }
    }
    Ok(None)
}

/// The first element for which a condition holds, else the first element; absent if the list is empty.
#[function("prefer", "(list: [T], best: T => bool) -> T?")]
#[example("[1, 2, 3].prefer(n => n > 1)", "2")]
#[example("[1, 2, 3].prefer(n => n > 3)", "1")]
pub fn prefer<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], mut best: impl FnMut(T) -> Result<bool>) -> Result<Option<T>> {
    ranked(list, &mut [&mut best])
}

/// The first element for which the earliest condition holds that any element fulfils, else the first element; absent if
/// the list is empty.
#[function("prefer", "(list: [T], best: T => bool, second: T => bool) -> T?")]
#[example("[1, 2, 3].prefer(n => n > 3, n => n > 2)", "3")]
pub fn prefer_2<'a, T: Copy>(
    _cx: &Cx<'a>,
    list: &'a [T],
    mut best: impl FnMut(T) -> Result<bool>,
    mut second: impl FnMut(T) -> Result<bool>
) -> Result<Option<T>> {
    ranked(list, &mut [&mut best, &mut second])
}

/// The first element for which the earliest condition holds that any element fulfils, else the first element; absent if
/// the list is empty.
#[function("prefer", "(list: [T], best: T => bool, second: T => bool, third: T => bool) -> T?")]
#[example("[1, 2, 3].prefer(n => n > 5, n => n > 4, n => n == 2)", "2")]
pub fn prefer_3<'a, T: Copy>(
    _cx: &Cx<'a>,
    list: &'a [T],
    mut best: impl FnMut(T) -> Result<bool>,
    mut second: impl FnMut(T) -> Result<bool>,
    mut third: impl FnMut(T) -> Result<bool>
) -> Result<Option<T>> {
    ranked(list, &mut [&mut best, &mut second, &mut third])
}

/// The first element for which the earliest condition holds that any element fulfils, else the first element; absent if
/// the list is empty.
#[function("prefer", "(list: [T], best: T => bool, second: T => bool, third: T => bool, fourth: T => bool) -> T?")]
#[example("[1, 2, 3].prefer(n => n > 6, n => n > 5, n => n > 4, n => n > 2)", "3")]
pub fn prefer_4<'a, T: Copy>(
    _cx: &Cx<'a>,
    list: &'a [T],
    mut best: impl FnMut(T) -> Result<bool>,
    mut second: impl FnMut(T) -> Result<bool>,
    mut third: impl FnMut(T) -> Result<bool>,
    mut fourth: impl FnMut(T) -> Result<bool>
) -> Result<Option<T>> {
    ranked(list, &mut [&mut best, &mut second, &mut third, &mut fourth])
}

/// The first elements, at most `count`; none if it is negative.
#[function("take", "(list: [T], count: int) -> [T]")]
#[example("[1, 2, 3].take(2)", "[1, 2]")]
pub fn take<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], count: i64) -> &'a [T] {
    list.split_at_checked(clipped(count)).map_or(list, |(first, _)| first)
}

/// The elements behind the first `count`; all if it is negative.
#[function("drop", "(list: [T], count: int) -> [T]")]
#[example("[1, 2, 3].drop(2)", "[3]")]
pub fn drop<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], count: i64) -> &'a [T] {
    list.get(clipped(count)..).unwrap_or_default()
}

/// The elements of one list, then those of another.
#[function("concat", "(list: [T], more: [T]) -> [T]")]
#[example("[1].concat([2, 3])", "[1, 2, 3]")]
pub fn concat<'a, T: Copy>(cx: &Cx<'a>, list: &'a [T], more: &'a [T]) -> &'a [T] {
    match (list, more) {
        ([], only) | (only, []) => only,
        _ => cx.bump.alloc_slice_copy(&[list, more].concat()),
    }
}

/// The list with one more element at its end.
#[function("append", "(list: [T], item: T) -> [T]")]
#[example("[1].append(2)", "[1, 2]")]
pub fn append<'a, T: Copy>(cx: &Cx<'a>, list: &'a [T], item: T) -> &'a [T] {
    let mut longer = BumpVec::with_capacity_in(list.len() + 1, cx.bump);
    longer.extend_from_slice_copy(list);
    longer.push(item);
    longer.into_bump_slice()
}

/// The elements from the last to the first.
#[function("reverse", "(list: [T]) -> [T]")]
#[example("[1, 2, 3].reverse()", "[3, 2, 1]")]
pub fn reverse<'a, T: Copy>(cx: &Cx<'a>, list: &'a [T]) -> &'a [T] {
    let reversed = cx.bump.alloc_slice_copy(list);
    reversed.reverse();
    reversed
}

/// Each element with its number; the first has 1.
#[function("enumerate", "(list: [T]) -> [(int, T)]")]
#[example(r#"["a", "b"].enumerate()"#, r#"[(1, "a"), (2, "b")]"#)]
pub fn enumerate<'a, T: Copy>(cx: &Cx<'a>, list: &'a [T]) -> &'a [(i64, T)] {
    let mut numbered = BumpVec::with_capacity_in(list.len(), cx.bump);
    numbered.extend((1..).zip(list.iter().copied()));
    numbered.into_bump_slice()
}

/// Pairs of the elements at the same position in both lists, as many as the shorter one has.
#[function("zip", "(list: [T], with: [U]) -> [(T, U)]")]
#[example(r#"[1, 2, 3].zip(["a", "b"])"#, r#"[(1, "a"), (2, "b")]"#)]
pub fn zip<'a, T: Copy, U: Copy>(cx: &Cx<'a>, list: &'a [T], with: &'a [U]) -> &'a [(T, U)] {
    let mut pairs = BumpVec::with_capacity_in(list.len().min(with.len()), cx.bump);
    pairs.extend(list.iter().copied().zip(with.iter().copied()));
    pairs.into_bump_slice()
}
}

/// A condition on an element.
type Condition<'f, T> = &'f mut dyn FnMut(T) -> Result<bool>;

fn ranked<T: Copy>(list: &[T], conditions: &mut [Condition<'_, T>]) -> Result<Option<T>> {
    for condition in conditions {
        for item in list {
            if condition(*item)? {
                return Ok(Some(*item));
            }
        }
    }
    Ok(list.first().copied())
}

/// A number of elements.
fn as_int(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn clipped(count: i64) -> usize {
    usize::try_from(count.max(0)).unwrap_or(usize::MAX)
}
