//! How failures travel: the bounds at which a problem is reported, caught, moved or ends an expression. Both engines evaluate
//! records, lists, `try`, `let`s and calls through these functions, so they cannot differ in what they report or in which order.

use std::borrow::Cow;

use crate::{Cx, Fail, Outcome, Problem, Result, Site};

/// Runs a closure at once: what `?` inside it leaves is the closure, not the function around it.
#[inline]
pub fn attempt<T>(evaluate: impl FnOnce() -> Result<T>) -> Result<T> {
    evaluate()
}

/// `try e`: what fails is absent, with a notice for each problem. `evaluate` gives the operand as a `T?`.
///
/// # Errors
/// What `try` does not catch: [`Fail::Skip`] and [`Fail::Poisoned`].
#[inline]
pub fn catch<'a, T>(cx: &Cx<'a>, evaluate: impl FnOnce() -> Result<Option<T>>) -> Result<Option<T>> {
    let mark = cx.mark();
    match evaluate() {
        Ok(value) => Ok(value),
        Err(fail) => caught(cx, mark, fail),
    }
}

/// The rest of [`catch`] for an operand that failed.
#[cold]
pub fn caught<T>(cx: &Cx<'_>, mark: usize, fail: Fail) -> Result<Option<T>> {
    if !fail.is_caught_by_try() {
        return Err(fail);
    }
    cx.report(fail);
    cx.take_back(mark);
    Ok(None)
}

/// A call of a user function or map: problems and notices inside it are relative to its first argument, and get that argument's place in
/// the source before their pointers.
///
/// # Errors
/// As the function's.
#[inline]
pub fn call<'a, T>(cx: &Cx<'a>, site: &Site, indices: &[usize], evaluate: impl FnOnce() -> Result<T>) -> Result<T> {
    let (mark, notices) = (cx.mark(), cx.notice_mark());
    let result = evaluate();
    if cx.notice_mark() > notices {
        cx.prefix_notices(notices, &site.pointer(indices));
    }
    match result {
        // An element that skipped may have left the problem of a `let` behind.
        Ok(value) if cx.mark() == mark => Ok(value),
        Ok(value) => {
            cx.prefix(mark, &site.pointer(indices));
            Ok(value)
        }
        Err(fail) => Err(moved(cx, mark, &site.pointer(indices), fail)),
    }
}

/// The rest of [`call`] for a function that failed: `prefix` goes before the pointers of all its problems.
#[cold]
pub fn moved(cx: &Cx<'_>, mark: usize, prefix: &str, mut fail: Fail) -> Fail {
    cx.prefix(mark, prefix);
    if let Fail::Problem(problem) = &mut fail {
        problem.pointer.insert_str(0, prefix);
    }
    fail
}

/// Evaluates a `let`: what fails is reported once, and every reader of the value fails.
///
/// # Errors
/// [`Fail::Poisoned`], or [`Fail::Skip`].
#[inline]
pub fn bind<'a, T>(cx: &Cx<'a>, evaluate: impl FnOnce() -> Result<T>) -> Result<T> {
    evaluate().map_err(|fail| cx.report_let(fail))
}

/// Reads a `let` that was evaluated by [`bind`].
///
/// # Errors
/// As the `let`.
#[inline]
pub fn read<T: Copy>(bound: &Result<T>) -> Result<T> {
    match bound {
        Ok(value) => Ok(*value),
        Err(fail) => Err(fail.clone()),
    }
}

/// Evaluates a part of a record, or an output of a stage: a problem is reported, so that the other parts go on.
#[inline]
pub fn part<'a, T>(cx: &Cx<'a>, evaluate: impl FnOnce() -> Result<T>) -> Result<T> {
    evaluate().map_err(|fail| cx.report(fail))
}

/// Ends a record whose parts were evaluated by [`part`], handed over where they failed.
///
/// # Errors
/// [`Fail::Poisoned`] if a part was poisoned, else [`Fail::Reported`] if one failed.
#[inline]
pub fn join(failed: &[Option<&Fail>]) -> Result<()> {
    if failed.iter().all(Option::is_none) {
        return Ok(());
    }
    let poisoned = failed.iter().flatten().any(|fail| matches!(fail, Fail::Poisoned));
    Err(if poisoned { Fail::Poisoned } else { Fail::Reported })
}

/// `for`: `body` gets an element's position, the element and the number it has if it is kept; it gives the new element, or
/// `None` where the element is filtered out. An element that skips is left out, and what was reported since it began is taken back.
/// All elements are evaluated, and each one's problem is reported.
///
/// # Errors
/// [`Fail::Poisoned`] if an element was poisoned, else [`Fail::Reported`] if one failed.
#[inline]
pub fn each<'a, T: Copy, U: Copy>(
    cx: &Cx<'a>,
    list: &[T],
    mut body: impl FnMut(usize, T, i64) -> Result<Option<U>>,
) -> Result<&'a [U]> {
    let mut kept = bumpalo::collections::Vec::with_capacity_in(list.len(), cx.bump);
    let mut number = 1;
    let mut failed = None;
    for (index, item) in list.iter().enumerate() {
        let mark = cx.mark();
        match body(index, *item, number) {
            Ok(Some(value)) => {
                kept.push(value);
                number += 1;
            }
            Ok(None) => {}
            Err(Fail::Skip) => cx.take_back(mark),
            Err(fail) => failed = Some(worse(failed, cx.report(fail))),
        }
    }
    match failed {
        None => Ok(kept.into_bump_slice()),
        Some(fail) => Err(fail),
    }
}

#[cold]
fn worse(before: Option<Fail>, now: Fail) -> Fail {
    match before {
        Some(Fail::Poisoned) => Fail::Poisoned,
        _ => now,
    }
}

/// A problem of an author's words at a site: `reject`, a head, an invariant.
#[cold]
pub fn problem(code: impl Into<Cow<'static, str>>, reason: &str, site: &Site, indices: &[usize]) -> Fail {
    Fail::Problem(Box::new(Problem {
        code: code.into(),
        pointer: site.pointer(indices),
        target: site.target.clone(),
        place: site.place.clone(),
        reason: reason.to_owned(),
        lasting: false,
    }))
}

/// `skip "reason"`: leaves a notice.
#[cold]
pub fn skip(cx: &Cx<'_>, reason: &str, site: &Site, indices: &[usize]) -> Fail {
    cx.notice(crate::Notice {
        code: Cow::Borrowed("R0402"),
        pointer: site.pointer(indices),
        place: site.place.clone(),
        reason: reason.to_owned(),
    });
    Fail::Skip
}

/// The outcome of a record that has problems.
#[cold]
pub fn rejected(cx: &Cx<'_>) -> Outcome {
    Outcome::Rejected(cx.take_problems())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Bump, Message, Segment, Timestamp};

    fn site(pointer: &'static [Segment]) -> Site {
        Site { place: Cow::Borrowed("a.map:1:1"), target: Cow::Borrowed("t"), pointer: Cow::Borrowed(pointer) }
    }

    fn with_context(test: impl FnOnce(&Cx<'_>)) {
        let bump = Bump::new();
        test(&Cx::new(&bump, Message { id: "", received_at: Timestamp::UNIX_EPOCH }));
    }

    #[test]
    fn try_makes_problems_notices_but_keeps_those_of_lets() {
        with_context(|cx| {
            let place = site(&[]);
            let bound = bind(cx, || Err::<i64, _>(problem("R0301", "of a let", &place, &[])));
            let caught = catch(cx, || {
                cx.report(problem("R0301", "of a field", &place, &[]));
                Err::<Option<i64>, _>(Fail::Reported)
            });
            assert_eq!(caught, Ok(None));
            assert_eq!(catch(cx, || read(&bound).map(Some)), Err(Fail::Poisoned));
            let reasons = |problems: Vec<Problem>| problems.into_iter().map(|p| p.reason).collect::<Vec<_>>();
            assert_eq!(reasons(cx.take_problems()), ["of a let"]);
            assert_eq!(cx.take_notices().len(), 1);
        });
    }

    #[test]
    fn a_call_moves_problems_and_notices_below_its_argument() {
        with_context(|cx| {
            let argument = site(const { &[Segment::Key(Cow::Borrowed("lines")), Segment::Index(0)] });
            let inner = site(const { &[Segment::Key(Cow::Borrowed("sku"))] });
            let fail = call(cx, &argument, &[3], || {
                skip(cx, "left out", &inner, &[]);
                cx.report(problem("R0301", "first", &inner, &[]));
                Err::<(), _>(problem("R0301", "second", &inner, &[]))
            });
            let Err(Fail::Problem(second)) = fail else { panic!("{fail:?}") };
            let first = cx.take_problems().remove(0);
            assert_eq!([first.pointer, second.pointer], ["/lines/3/sku", "/lines/3/sku"]);
            assert_eq!(cx.take_notices()[0].pointer, "/lines/3/sku");
        });
    }

    #[test]
    fn numbers_count_kept_elements_only() {
        with_context(|cx| {
            let numbers = each(cx, &[10, 11, 12, 13], |index, item: i64, number| match index {
                0 => Ok(None),
                2 => Err(Fail::Skip),
                _ => Ok(Some((item, number))),
            });
            assert_eq!(numbers, Ok(&[(11, 1), (13, 2)][..]));
        });
    }

    #[test]
    fn all_elements_are_tried_and_a_skipped_one_takes_its_problems_back() {
        with_context(|cx| {
            let place = site(&[]);
            let failed = each(cx, &[0, 1, 2, 3], |index, _: i64, _| match index {
                0 | 3 => Err::<Option<i64>, _>(problem("R0301", &index.to_string(), &place, &[])),
                1 => {
                    cx.report(problem("R0301", "1", &place, &[]));
                    Err(Fail::Skip)
                }
                _ => Ok(Some(0)),
            });
            assert_eq!(failed, Err(Fail::Reported));
            assert_eq!(cx.take_problems().into_iter().map(|p| p.reason).collect::<Vec<_>>(), ["0", "3"]);
            assert_eq!(cx.take_notices().len(), 1);
        });
    }

    #[test]
    fn a_record_with_a_poisoned_part_is_poisoned() {
        assert_eq!(join(&[None, None]), Ok(()));
        assert_eq!(join(&[Some(&Fail::Reported), None]), Err(Fail::Reported));
        assert_eq!(join(&[Some(&Fail::Reported), Some(&Fail::Poisoned)]), Err(Fail::Poisoned));
    }
}
