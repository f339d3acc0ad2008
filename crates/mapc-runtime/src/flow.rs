//! How failures travel: the bounds at which a problem is reported, caught, moved or ends an expression. Both engines evaluate
//! records, lists, `try`, `let`s and calls through these functions, so they cannot differ in what they report or in which order.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::budget::{CALL, Weigh as _};
use crate::codes;
use crate::ops::Looked;
use crate::{Cx, Fail, Outcome, Problem, Result, Scalar, Site, stack};

/// Runs a closure at once: what `?` inside it leaves is the closure, not the function around it.
#[inline]
pub fn attempt<T>(evaluate: impl FnOnce() -> Result<T>) -> Result<T> {
    evaluate()
}

/// Gives the failure of an operation its place.
///
/// # Errors
/// As the operation.
#[inline]
pub fn at<T>(cx: &Cx<'_>, site: &Site, indices: &[usize], result: Result<T>) -> Result<T> {
    result.map_err(|fail| cx.locate(fail, site, indices))
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
    if !cx.spend(CALL) {
        return Err(Fail::Poisoned);
    }
    let (mark, notices) = (cx.mark(), cx.notice_mark());
    let result = stack::deeper(evaluate);
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

/// A comparison, which counts as work what it looks at. What it gives where that runs out does not matter.
#[inline]
pub fn compare<'a, T: Looked>(cx: &Cx<'a>, left: T, right: T, holds: impl FnOnce(T, T) -> bool) -> bool {
    !cx.is_exhausted() && cx.spend(left.looked(right)) && holds(left, right)
}

/// A text that constraints are going to look at.
///
/// # Errors
/// [`Fail::Poisoned`] where the work runs out.
#[inline]
pub fn looked<'a>(cx: &Cx<'a>, text: &'a str) -> Result<&'a str> {
    if cx.spend(text.weigh()) { Ok(text) } else { Err(Fail::Poisoned) }
}

/// Evaluates a `let`: what fails is reported once, and every reader of the value fails.
///
/// # Errors
/// [`Fail::Poisoned`], or [`Fail::Skip`].
#[inline]
pub fn bind<'a, T>(cx: &Cx<'a>, evaluate: impl FnOnce() -> Result<T>) -> Result<T> {
    stack::deeper(evaluate).map_err(|fail| cx.report_let(fail))
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

/// A `let` of generated code that can fail: evaluated by [`bind`] when it is first read. One that skips stays unread.
#[derive(Debug)]
pub struct Let<T, F> {
    value: OnceCell<Result<T>>,
    evaluate: F,
}

impl<T: Copy, F: Fn() -> Result<T>> Let<T, F> {
    /// A `let` that was not read yet.
    #[inline]
    pub fn new(evaluate: F) -> Self {
        Let { value: OnceCell::new(), evaluate }
    }

    /// Its value.
    ///
    /// # Errors
    /// As [`bind`].
    #[inline]
    pub fn read(&self, cx: &Cx<'_>) -> Result<T> {
        if let Some(bound) = self.value.get() {
            return read(bound);
        }
        let bound = bind(cx, &self.evaluate);
        if matches!(bound, Err(Fail::Skip)) {
            return bound;
        }
        read(self.value.get_or_init(|| bound))
    }
}

/// Evaluates a part of a record, or an output of a stage: a problem is reported, so that the other parts go on.
#[inline]
pub fn part<'a, T>(cx: &Cx<'a>, evaluate: impl FnOnce() -> Result<T>) -> Result<T> {
    evaluate().map_err(|fail| cx.report(fail))
}

/// As [`part`], but a part that skips ends the record at once.
///
/// # Errors
/// [`Fail::Skip`] alone.
#[inline]
pub fn part_or_skip<'a, T>(cx: &Cx<'a>, evaluate: impl FnOnce() -> Result<T>) -> Result<Result<T>> {
    match part(cx, evaluate) {
        Err(Fail::Skip) => Err(Fail::Skip),
        other => Ok(other),
    }
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
    if !cx.spend(list.weigh()) {
        return Err(Fail::Poisoned);
    }
    let mut kept = bumpalo::collections::Vec::with_capacity_in(list.len(), cx.bump);
    let mut number = 1;
    let mut failed = None;
    for (index, item) in list.iter().enumerate() {
        if cx.is_exhausted() {
            return Err(Fail::Poisoned);
        }
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
        if cx.is_exhausted() {
            return Err(Fail::Poisoned);
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
        code: codes::ELEMENT_SKIPPED.into(),
        pointer: site.pointer(indices),
        place: site.place.clone(),
        reason: reason.to_owned(),
    });
    Fail::Skip
}

/// What is in a `T?` that was tested before.
///
/// # Errors
/// `R0900` if it is absent after all.
#[inline]
pub fn narrow<T>(value: Option<T>) -> Result<T> {
    value.ok_or_else(|| {
        Fail::fault(codes::INTERNAL_ERROR, "a value that was present is absent; this is a defect of mapc")
    })
}

/// A list of some values.
#[inline]
pub fn list<'a, T: Copy>(cx: &Cx<'a>, values: &[T]) -> &'a [T] {
    cx.bump.alloc_slice_copy(values)
}

/// Texts joined.
pub fn concat<'a>(cx: &Cx<'a>, parts: &[&str]) -> &'a str {
    let length = parts.iter().map(|part| part.len()).fold(0, usize::saturating_add);
    if !cx.spend(length) {
        return "";
    }
    let mut text = bumpalo::collections::String::with_capacity_in(length, cx.bump);
    parts.iter().for_each(|part| text.push_str(part));
    text.into_bump_str()
}

/// An int as a `scalar`.
pub fn int_scalar<'a>(cx: &Cx<'a>, int: i64) -> Scalar<'a> {
    Scalar::Number(cx.text(itoa::Buffer::new().format(int)))
}

/// The position of an element as an `int`.
#[inline]
pub fn index(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}

/// The wire text of an enum's member.
#[inline]
pub fn wire(texts: &'static [Cow<'static, str>], member: u32) -> &'static str {
    texts.get(member as usize).map_or("", |text| text)
}

/// The failure of a table that does not list a value.
#[cold]
pub fn not_in_table(table: &str) -> Fail {
    Fail::fault(codes::NO_SUCH_ROW, format!("table `{table}` does not list this value"))
}

/// Evaluates an invariant: `problem` is reported where it does not hold, and what fails where it cannot be told.
#[inline]
pub fn invariant(cx: &Cx<'_>, holds: impl FnOnce() -> Result<bool>, problem: impl FnOnce() -> Fail) {
    match holds() {
        Ok(true) => {}
        Ok(false) => drop(cx.report(problem())),
        Err(fail) => drop(cx.report(fail)),
    }
}

/// Ends a stage.
///
/// # Errors
/// [`Fail::Reported`] if anything was reported of the record.
#[inline]
pub fn clean(cx: &Cx<'_>) -> Result<()> {
    if cx.is_clean() && !cx.is_exhausted() { Ok(()) } else { Err(Fail::Reported) }
}

/// What becomes of a record: what `run` says; a record that skips is skipped without a reason, any other failure rejects it.
#[inline]
pub fn outcome(cx: &Cx<'_>, run: Result<Outcome>) -> Outcome {
    if cx.is_exhausted() {
        cx.forget();
        return Outcome::Rejected(vec![too_much_work()]);
    }
    match run {
        Ok(outcome) => outcome,
        Err(Fail::Skip) => Outcome::Skipped(Cow::Borrowed("")),
        Err(fail) => {
            cx.report(fail);
            rejected(cx)
        }
    }
}

/// The one problem of a record whose budget ran out.
#[cold]
fn too_much_work() -> Problem {
    Problem {
        code: codes::WORK_LIMIT.into(),
        pointer: String::new(),
        target: Cow::Borrowed(""),
        place: Cow::Borrowed(""),
        reason: "mapping this record takes more work than one record may cause, so it was not mapped to its end"
            .to_owned(),
        lasting: false,
    }
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
        Site {
            place: Cow::Borrowed("a.map:1:1"),
            target: Cow::Borrowed("t"),
            pointer: Cow::Borrowed(pointer),
            operands: Cow::Borrowed(&[]),
        }
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
    fn a_let_is_evaluated_once_unless_it_skips() {
        with_context(|cx| {
            let runs = std::cell::Cell::new(0);
            let count = |fail: Fail| {
                runs.set(runs.get() + 1);
                Err::<i64, Fail>(fail)
            };
            let failing = Let::new(|| count(problem("R0301", "", &site(&[]), &[])));
            assert_eq!((failing.read(cx), failing.read(cx)), (Err(Fail::Poisoned), Err(Fail::Poisoned)));
            assert_eq!((runs.take(), cx.take_problems().len()), (1, 1));
            let skipping = Let::new(|| count(Fail::Skip));
            assert_eq!((skipping.read(cx), skipping.read(cx)), (Err(Fail::Skip), Err(Fail::Skip)));
            assert_eq!(runs.get(), 2);
        });
    }

    #[test]
    fn a_record_with_a_poisoned_part_is_poisoned() {
        assert_eq!(join(&[None, None]), Ok(()));
        assert_eq!(join(&[Some(&Fail::Reported), None]), Err(Fail::Reported));
        assert_eq!(join(&[Some(&Fail::Reported), Some(&Fail::Poisoned)]), Err(Fail::Poisoned));
    }
}
