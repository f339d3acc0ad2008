//! Lists: sorting, grouping, the least and the greatest, sums.

use core::cmp::Ordering;
use core::hash::Hash;
use std::collections::{HashMap, HashSet};

use bumpalo::collections::Vec as BumpVec;

use super::define::functions;
use crate::ops::decimal::Sum;
use crate::ops::{Looked, Number, Order, overflow};
use crate::{Cx, Decimal, Result, flow};

functions! { topic order;

/// The elements from the least to the greatest.
#[function("sort", "(list: [T]) -> [T] where T is ordered")]
#[example("[3, 1, 2].sort()", "[1, 2, 3]")]
#[example(r#"["b", "a", "B"].sort()"#, r#"["B", "a", "b"]"#)]
pub fn sort<'a, T: Order>(cx: &Cx<'a>, list: &'a [T]) -> &'a [T] {
    if !looks_at(cx, list.iter().copied(), rounds(list)) {
        return list;
    }
    let sorted = cx.bump.alloc_slice_copy(list);
    sorted.sort_by(|a, b| a.order(*b));
    sorted
}

/// The elements in the order of what a function gives for each; those for which it gives the same keep their order.
#[function("sort_by", "(list: [T], key: T => K) -> [T] where K is ordered")]
#[example(r#"["ccc", "a", "bb", "d"].sort_by(t => t.length())"#, r#"["a", "d", "bb", "ccc"]"#)]
pub fn sort_by<'a, T: Copy, K: Order>(
    cx: &Cx<'a>,
    list: &'a [T],
    mut key: impl FnMut(T) -> Result<K>
) -> Result<&'a [T]> {
    let mut keyed = BumpVec::with_capacity_in(list.len(), cx.bump);
    for item in list {
        keyed.push((key(*item)?, *item));
    }
    if !looks_at(cx, keyed.iter().map(|(key, _)| *key), rounds(list)) {
        return Ok(list);
    }
    keyed.sort_by(|(a, _), (b, _)| a.order(*b));
    Ok(cx.bump.alloc_slice_fill_iter(keyed.iter().map(|(_, item)| *item)))
}

/// The least element; absent if there is none.
#[function("min", "(list: [T]) -> T? where T is ordered")]
#[example("[3, 1, 2].min()", "1")]
pub fn min<'a, T: Order>(cx: &Cx<'a>, list: &'a [T]) -> Option<T> {
    if !looks_at(cx, list.iter().copied(), 1) {
        return None;
    }
    list.iter().copied().reduce(|least, item| if item.order(least).is_lt() { item } else { least })
}

/// The greatest element; absent if there is none.
#[function("max", "(list: [T]) -> T? where T is ordered")]
#[example("[3, 1, 2].max()", "3")]
pub fn max<'a, T: Order>(cx: &Cx<'a>, list: &'a [T]) -> Option<T> {
    if !looks_at(cx, list.iter().copied(), 1) {
        return None;
    }
    list.iter().copied().reduce(|greatest, item| if item.order(greatest).is_gt() { item } else { greatest })
}

/// The element for which a function gives the least; the first of them if there are several, absent if there is none.
#[function("min_by", "(list: [T], key: T => K) -> T? where K is ordered")]
#[example(r#"["ccc", "a", "b"].min_by(t => t.length())"#, r#""a""#)]
pub fn min_by<'a, T: Copy, K: Order>(
    cx: &Cx<'a>,
    list: &'a [T],
    key: impl FnMut(T) -> Result<K>
) -> Result<Option<T>> {
    outermost(cx, list, key, Ordering::Less)
}

/// The element for which a function gives the greatest; the first of them if there are several, absent if there is
/// none.
#[function("max_by", "(list: [T], key: T => K) -> T? where K is ordered")]
#[example(r#"["a", "bb", "cc"].max_by(t => t.length())"#, r#""bb""#)]
pub fn max_by<'a, T: Copy, K: Order>(
    cx: &Cx<'a>,
    list: &'a [T],
    key: impl FnMut(T) -> Result<K>
) -> Result<Option<T>> {
    outermost(cx, list, key, Ordering::Greater)
}

/// The sum; 0 for an empty list.
#[function("sum", "(list: [int]) -> int")]
#[example("[1, 2, 3].sum()", "6")]
#[example("[9223372036854775807, 1].sum()", "reject R0304")]
#[example("[9223372036854775807, 1, 0 - 1].sum()", "9223372036854775807")]
pub fn sum<'a>(_cx: &Cx<'a>, list: &'a [i64]) -> Result<i64> {
    total(list, Ok)
}

/// The sum, exactly; 0 for an empty list.
#[function("sum", "(list: [decimal]) -> decimal")]
#[example("[0.1, 0.2].sum()", "0.3")]
pub fn sum_decimals<'a>(_cx: &Cx<'a>, list: &'a [Decimal]) -> Result<Decimal> {
    total_decimal(list, Ok)
}

/// The sum, from the first element to the last; 0 for an empty list.
#[function("sum", "(list: [float]) -> float")]
#[example("[0.5.to_float(), 0.25.to_float()].sum()", "0.75.to_float()")]
pub fn sum_floats<'a>(_cx: &Cx<'a>, list: &'a [f64]) -> Result<f64> {
    total_float(list, Ok)
}

/// The sum of what a function gives for each element; 0 for an empty list.
#[function("sum", "(list: [T], part: T => int) -> int")]
#[example(r#"["a", "bb"].sum(t => t.length())"#, "3")]
pub fn sum_of<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], part: impl FnMut(T) -> Result<i64>) -> Result<i64> {
    total(list, part)
}

/// The sum of what a function gives for each element, exactly; 0 for an empty list.
#[function("sum", "(list: [T], part: T => decimal) -> decimal")]
#[example("[1, 2].sum(n => n * 0.1)", "0.3")]
pub fn sum_of_decimals<'a, T: Copy>(
    _cx: &Cx<'a>,
    list: &'a [T],
    part: impl FnMut(T) -> Result<Decimal>
) -> Result<Decimal> {
    total_decimal(list, part)
}

/// The sum of what a function gives for each element, from the first to the last; 0 for an empty list.
#[function("sum", "(list: [T], part: T => float) -> float")]
#[example(r#"["0.5", "0.25"].sum(t => t.to_float())"#, "0.75.to_float()")]
pub fn sum_of_floats<'a, T: Copy>(_cx: &Cx<'a>, list: &'a [T], part: impl FnMut(T) -> Result<f64>) -> Result<f64> {
    total_float(list, part)
}

/// The elements without those that equal an earlier one.
#[function("distinct", "(list: [T]) -> [T] where T is key")]
#[example(r#"["b", "a", "b"].distinct()"#, r#"["b", "a"]"#)]
pub fn distinct<'a, T: Looked + Eq + Hash>(cx: &Cx<'a>, list: &'a [T]) -> &'a [T] {
    let mut seen = HashSet::with_capacity(list.len());
    let mut kept = BumpVec::new_in(cx.bump);
    kept.extend(list.iter().copied().filter(|item| looks_at(cx, [*item], 1) && seen.insert(*item)));
    kept.into_bump_slice()
}

/// The elements without those for which a function gives the same as for an earlier one.
#[function("distinct_by", "(list: [T], key: T => K) -> [T] where K is key")]
#[example(r#"["Ada", "Grace", "ada"].distinct_by(t => t.lower())"#, r#"["Ada", "Grace"]"#)]
pub fn distinct_by<'a, T: Copy, K: Looked + Eq + Hash>(
    cx: &Cx<'a>,
    list: &'a [T],
    mut key: impl FnMut(T) -> Result<K>
) -> Result<&'a [T]> {
    let mut seen = HashSet::with_capacity(list.len());
    let mut kept = BumpVec::new_in(cx.bump);
    for item in list {
        let key = key(*item)?;
        if looks_at(cx, [key], 1) && seen.insert(key) {
            kept.push(*item);
        }
    }
    Ok(kept.into_bump_slice())
}

/// What a function gives for the elements, each once with the elements it is given for, in the order of first
/// appearance.
#[function("group_by", "(list: [T], key: T => K) -> [(K, [T])] where K is key")]
#[example(r#"["a", "bb", "c"].group_by(t => t.length())"#, r#"[(1, ["a", "c"]), (2, ["bb"])]"#)]
pub fn group_by<'a, T: Copy, K: Looked + Eq + Hash>(
    cx: &Cx<'a>,
    list: &'a [T],
    mut key: impl FnMut(T) -> Result<K>
) -> Result<&'a [(K, &'a [T])]> {
    let mut places: HashMap<K, usize> = HashMap::new();
    let mut groups: Vec<(K, BumpVec<'a, T>)> = Vec::new();
    for item in list {
        let key = key(*item)?;
        if !looks_at(cx, [key], 1) {
            break;
        }
        let place = *places.entry(key).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, group)) => group.push(*item),
            None => groups.push((key, bumpalo::vec![in cx.bump; *item])),
        }
    }
    Ok(cx.bump.alloc_slice_fill_iter(groups.into_iter().map(|(key, group)| (key, group.into_bump_slice()))))
}

/// Whether some element equals a value.
#[function("contains", "(list: [T], item: T) -> bool where T is key")]
#[example(r#"["a", "b"].contains("b")"#, "true")]
pub fn contains<'a, T: Looked + Eq + Hash>(cx: &Cx<'a>, list: &'a [T], item: T) -> bool {
    position(cx, list, item).is_some()
}

/// The position of the first element that equals a value, counted from 0; absent if there is none.
#[function("index_of", "(list: [T], item: T) -> int? where T is key")]
#[example(r#"["a", "b"].index_of("b")"#, "1")]
#[example(r#"["a", "b"].index_of("c")"#, "absent")]
pub fn index_of<'a, T: Looked + Eq + Hash>(cx: &Cx<'a>, list: &'a [T], item: T) -> Option<i64> {
    position(cx, list, item).and_then(|position| i64::try_from(position).ok())
}
}

/// Counts what is looked at where each item is hashed, or compared so many times; `false` where the work runs out.
fn looks_at<T: Looked>(cx: &Cx<'_>, items: impl IntoIterator<Item = T>, times: usize) -> bool {
    !cx.is_exhausted() && items.into_iter().all(|item| cx.spend(item.looked(item).saturating_mul(times)))
}

/// How often sorting compares each element, about.
fn rounds<T>(list: &[T]) -> usize {
    list.len().checked_ilog2().unwrap_or_default() as usize + 1
}

fn position<T: Looked + Eq>(cx: &Cx<'_>, list: &[T], item: T) -> Option<usize> {
    list.iter().position(|other| flow::compare(cx, *other, item, |other, item| other == item))
}

/// The first element whose key stands to all others' as `wanted` says, or equals them.
fn outermost<T: Copy, K: Order>(
    cx: &Cx<'_>,
    list: &[T],
    mut key: impl FnMut(T) -> Result<K>,
    wanted: Ordering,
) -> Result<Option<T>> {
    let mut best: Option<(K, T)> = None;
    for item in list {
        let key = key(*item)?;
        if !looks_at(cx, [key], 1) {
            return Ok(None);
        }
        if best.is_none_or(|(other, _)| key.order(other) == wanted) {
            best = Some((key, *item));
        }
    }
    Ok(best.map(|(_, item)| item))
}

/// The sum of ints. What is in between need not fit: it takes 2^64 of them to come to the ends of `i128`.
fn total<T: Copy>(list: &[T], mut part: impl FnMut(T) -> Result<i64>) -> Result<i64> {
    let mut sum = 0;
    for item in list {
        sum += i128::from(part(*item)?);
    }
    i64::try_from(sum).map_err(|_| overflow("an int of 64 bits"))
}

fn total_decimal<T: Copy>(list: &[T], mut part: impl FnMut(T) -> Result<Decimal>) -> Result<Decimal> {
    let mut sum = Sum::default();
    for item in list {
        sum.add(part(*item)?);
    }
    sum.total()
}

/// The sum of floats, of which each addition rounds, and rejects where it is out of range.
fn total_float<T: Copy>(list: &[T], mut part: impl FnMut(T) -> Result<f64>) -> Result<f64> {
    list.iter().try_fold(0.0, |sum: f64, item| sum.plus(part(*item)?))
}

#[cfg(test)]
mod tests {
    use super::{contains, distinct, group_by, max_by, min_by, sort_by, sum, sum_floats};
    use crate::library::tests::{code, with_cx};
    use crate::{Bump, Cx, Decimal, Fail, Message, Timestamp, Value};

    #[test]
    fn ties_keep_the_first_and_sorting_is_stable() {
        with_cx(|cx| {
            let list = [(1, 'a'), (0, 'b'), (1, 'c'), (0, 'd')];
            assert_eq!(max_by(cx, &list, |item| Ok(i64::from(item.0))), Ok(Some((1, 'a'))));
            assert_eq!(min_by(cx, &list, |item| Ok(i64::from(item.0))), Ok(Some((0, 'b'))));
            let sorted = sort_by(cx, cx.bump.alloc_slice_copy(&list), |item| Ok(i64::from(item.0))).unwrap();
            assert_eq!(sorted, [(0, 'b'), (0, 'd'), (1, 'a'), (1, 'c')]);
        });
    }

    #[test]
    fn a_loop_ends_where_work_runs_out() {
        let bump = Bump::new();
        let cx = Cx::new(&bump, Message { id: "", received_at: Timestamp::UNIX_EPOCH }).with_budget(1_000);
        let list: &[i64] = cx.bump.alloc_slice_copy(&[1; 10]);
        let mut visited = 0;
        let sorted = sort_by(&cx, list, |n| {
            visited += 1;
            cx.spend(if visited == 3 { 1_000 } else { 0 });
            Ok(n)
        });
        assert_eq!((sorted, visited), (Err(Fail::Poisoned), 3));
    }

    #[test]
    fn groups_stand_in_the_order_of_first_appearance() {
        with_cx(|cx| {
            let groups = group_by(cx, &[3_i64, 1, 4, 1, 5, 9], |n| Ok(n % 3)).unwrap();
            assert_eq!(groups, [(0, &[3, 9][..]), (1, &[1, 4, 1]), (2, &[5])]);
        });
    }

    #[test]
    fn values_are_the_same_keys_as_the_language_has_them() {
        with_cx(|cx| {
            let (one, other) = (Value::Decimal(Decimal::new(10, 1)), Value::Decimal(Decimal::new(100, 2)));
            assert_eq!(distinct(cx, &[one, other]).len(), 1);
            assert_eq!(distinct(cx, &[Value::Float(0.0), Value::Float(-0.0), Value::Absent]).len(), 2);
            assert_eq!(distinct(cx, &[Value::Str("42"), Value::Number("42")]).len(), 2);
            assert!(contains(cx, &[Value::Str("a"), Value::Absent], Value::Absent));
        });
    }

    #[test]
    fn sums_do_not_wrap() {
        with_cx(|cx| {
            assert_eq!(sum(cx, &[]), Ok(0));
            assert_eq!(sum(cx, &[i64::MAX, 1, -1]), Ok(i64::MAX));
            assert_eq!(code(sum(cx, &[i64::MAX, 1])), "R0304");
            assert_eq!(code(sum_floats(cx, &[f64::MAX, f64::MAX])), "R0304");
        });
    }
}
