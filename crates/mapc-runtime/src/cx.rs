//! The context of one record: its arena, its problems and notices, and what is known of its message.

use std::cell::{Cell, RefCell};

use crate::bounded::Bounded;
use crate::budget::{BUDGET, Budget};
use crate::fast::Bail;
use crate::{Bump, Fail, Notice, Problem, Site, Timestamp};

/// What is known of a message beside its bytes; fixed at intake. By default nothing: no id, and the first instant of 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Message<'a> {
    /// `$message_id`.
    pub id: &'a str,
    /// `$received_at`.
    pub received_at: Timestamp,
}

/// What `$…` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// `$message_id`, a string.
    MessageId,
    /// `$received_at`, a timestamp.
    ReceivedAt,
}

/// The context of one record. Interior mutability lets lazily evaluated `let`s report.
#[derive(Debug)]
pub struct Cx<'a> {
    /// Where texts and lists of this record live.
    pub bump: &'a Bump,
    /// The message.
    pub message: Message<'a>,
    budget: Budget,
    bailed: Cell<Option<Bail>>,
    problems: RefCell<Bounded<Problem>>,
    notices: RefCell<Bounded<Notice>>,
}

impl<'a> Cx<'a> {
    /// A context without problems.
    pub fn new(bump: &'a Bump, message: Message<'a>) -> Self {
        Cx {
            bump,
            message,
            budget: Budget::of(BUDGET),
            bailed: Cell::new(None),
            problems: RefCell::default(),
            notices: RefCell::default(),
        }
    }

    /// With another bound for the work that the record may cause, in units of [`BUDGET`].
    #[must_use]
    pub fn with_budget(mut self, units: u64) -> Self {
        self.budget = Budget::of(units);
        self
    }

    /// Takes units of work; `false` if the record has not as many left, and from then on always.
    #[inline]
    pub(crate) fn spend(&self, units: usize) -> bool {
        self.budget.spend(units)
    }

    /// Whether the record needed more work than it may cause.
    #[inline]
    pub(crate) fn is_exhausted(&self) -> bool {
        self.budget.is_exhausted()
    }

    /// Lets nothing more be done for the record.
    #[cfg(feature = "typed")]
    pub(crate) fn exhaust(&self) {
        self.budget.exhaust();
    }

    /// Whether output of so many bytes is still within the bound; if not, nothing is.
    #[inline]
    pub(crate) fn has_room(&self, bytes: usize) -> bool {
        let has = self.budget.has(bytes);
        if !has {
            self.budget.exhaust();
        }
        has
    }

    /// Begins the record anew, with all its work before it, because the good path bailed: what was found so far is forgotten.
    pub fn restart(&self, bail: Bail) {
        self.bailed.set(Some(bail));
        self.budget.restart();
        self.forget();
    }

    /// Where the good path of a generated route ended, if the record had to be run again.
    pub fn bailed(&self) -> Option<Bail> {
        self.bailed.get()
    }

    /// Forgets all problems and notices: those of a record that was not judged to its end say nothing of it.
    pub(crate) fn forget(&self) {
        self.problems.take();
        self.notices.take();
    }

    /// Copies a text into the arena.
    pub fn text(&self, text: &str) -> &'a str {
        self.bump.alloc_str(text)
    }

    /// Gives a failure without a place the place of `site`; `indices` fill the site's [`crate::Segment::Index`] parts.
    pub fn locate(&self, fail: Fail, site: &Site, indices: &[usize]) -> Fail {
        match fail {
            Fail::Fault(fault) => {
                let fault = *fault;
                Fail::Problem(Box::new(Problem {
                    code: fault.code,
                    pointer: site.pointer_of(fault.operand, indices),
                    target: site.target.clone(),
                    place: site.place.clone(),
                    reason: fault.reason,
                    lasting: false,
                }))
            }
            other => other,
        }
    }

    /// Ends a failure at the bound of a field: a problem goes into the record's list, and the field counts as failed.
    ///
    /// What comes back is [`Fail::Skip`] unchanged, [`Fail::Poisoned`] unchanged, and [`Fail::Reported`] else.
    pub fn report(&self, fail: Fail) -> Fail {
        match fail {
            Fail::Problem(problem) => {
                self.add(*problem);
                Fail::Reported
            }
            other => other,
        }
    }

    /// Ends a failure at the bound of a `let`: like [`Cx::report`], but no `try` around a use of the `let` takes the problem
    /// back, and each use of it gives [`Fail::Poisoned`].
    pub fn report_let(&self, fail: Fail) -> Fail {
        match fail {
            Fail::Problem(mut problem) => {
                problem.lasting = true;
                self.add(*problem);
                Fail::Poisoned
            }
            Fail::Reported => Fail::Poisoned,
            other => other,
        }
    }

    /// How many problems there are; to be given to [`Cx::take_back`].
    pub fn mark(&self) -> usize {
        self.problems.borrow().count()
    }

    /// Takes back the problems reported since `mark`, but for lasting ones, as a `try` does; each becomes a notice.
    pub fn take_back(&self, mark: usize) {
        let mut problems = self.problems.borrow_mut();
        let tail = problems.split_off(mark);
        for problem in tail {
            if problem.lasting {
                problems.push(problem, true);
            } else {
                self.notice(Notice::from(problem));
            }
        }
    }

    /// Puts `prefix` before the pointer of each problem reported since `mark`, as a call of a function or map does: inside,
    /// pointers are relative to the argument.
    pub fn prefix(&self, mark: usize, prefix: &str) {
        for problem in self.problems.borrow_mut().since(mark) {
            problem.pointer.insert_str(0, prefix);
        }
    }

    /// How many notices there are; to be given to [`Cx::prefix_notices`].
    pub fn notice_mark(&self) -> usize {
        self.notices.borrow().count()
    }

    /// As [`Cx::prefix`], for the notices since `mark`.
    pub fn prefix_notices(&self, mark: usize, prefix: &str) {
        for notice in self.notices.borrow_mut().since(mark) {
            notice.pointer.insert_str(0, prefix);
        }
    }

    /// Adds a problem that has its place.
    pub fn add(&self, problem: Problem) {
        let lasting = problem.lasting;
        self.problems.borrow_mut().push(problem, lasting);
    }

    /// Adds a notice.
    pub fn notice(&self, notice: Notice) {
        self.notices.borrow_mut().push(notice, false);
    }

    /// Whether nothing was reported so far.
    pub fn is_clean(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    /// The problems so far; none are left behind. Of very many the first are given, and the last of those tells how many more
    /// there were.
    pub fn take_problems(&self) -> Vec<Problem> {
        self.problems.borrow_mut().take(|last, left_out| push_left_out(&mut last.reason, left_out))
    }

    /// The notices so far, likewise.
    pub fn take_notices(&self) -> Vec<Notice> {
        self.notices.borrow_mut().take(|last, left_out| push_left_out(&mut last.reason, left_out))
    }
}

fn push_left_out(reason: &mut String, left_out: usize) {
    reason.push_str(&format!("; {left_out} more of this record are not listed"));
}
