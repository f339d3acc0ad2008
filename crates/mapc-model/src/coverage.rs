//! Which cases of a `match` are covered, and which can never be reached.

use std::collections::BTreeSet;

use crate::core::Const;

/// What a pattern stands for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Case {
    /// This value.
    Value(Const),
    /// Any value that is there.
    Some,
    /// No value.
    Absent,
    /// All that is left.
    Else,
}

impl Case {
    /// The value of a pattern that is one.
    pub fn value(&self) -> Option<&Const> {
        match self {
            Case::Value(value) => Some(value),
            _ => None,
        }
    }
}

/// What is not covered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Open {
    /// These values, where they can be counted.
    pub values: Vec<Const>,
    /// Values that cannot be counted.
    pub endless: bool,
    /// Absent.
    pub absent: bool,
}

/// The cases seen so far.
pub(crate) struct Coverage {
    optional: bool,
    all: Option<Vec<Const>>,
    /// Values seen, as text: constants hold floats, which have no order.
    seen: BTreeSet<String>,
    /// How many of `all` are open.
    left: usize,
    any_value: bool,
    absent: bool,
    given_up: bool,
}

impl Coverage {
    /// Nothing is covered of a type that may be absent or not, with these values where they can be counted.
    pub fn new(optional: bool, all: Option<Vec<Const>>) -> Self {
        let left = all.as_ref().map_or(0, Vec::len);
        Coverage { optional, all, seen: BTreeSet::new(), left, any_value: false, absent: false, given_up: false }
    }

    /// A pattern was in error: nothing is said about what it leaves open.
    pub fn give_up(&mut self) {
        self.given_up = true;
    }

    /// Adds a case; whether it can be reached.
    pub fn add(&mut self, case: &Case) -> bool {
        let reached = match case {
            Case::Value(value) => !self.values_done() && !self.seen.contains(&value.identity()),
            Case::Some => !self.values_done(),
            Case::Absent => !self.absent,
            Case::Else => !self.values_done() || self.absent_open(),
        };
        match case {
            Case::Value(value) => {
                if self.seen.insert(value.identity()) {
                    self.left = self.left.saturating_sub(1);
                }
            }
            Case::Some => self.any_value = true,
            Case::Absent => self.absent = true,
            Case::Else => {
                self.any_value = true;
                self.absent = true;
            }
        }
        // A pattern in error may have been meant for this.
        reached || self.given_up && *case == Case::Else
    }

    fn values_done(&self) -> bool {
        // Every value of a type that can be counted is one of `all`.
        self.any_value || self.all.is_some() && self.left == 0
    }

    fn absent_open(&self) -> bool {
        self.optional && !self.absent
    }

    /// Whether every case is covered, and every pattern was understood.
    pub fn is_complete(&self) -> bool {
        !self.given_up && self.values_done() && !self.absent_open()
    }

    /// What is left open, if anything.
    pub fn open(&self) -> Option<Open> {
        if self.given_up || self.is_complete() {
            return None;
        }
        let values = match &self.all {
            Some(all) if !self.values_done() => {
                all.iter().filter(|v| !self.seen.contains(&v.identity())).cloned().collect()
            }
            _ => Vec::new(),
        };
        Some(Open { values, endless: self.all.is_none() && !self.any_value, absent: self.absent_open() })
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, Coverage, Open};
    use crate::core::Const;

    fn bools() -> Option<Vec<Const>> {
        Some(vec![Const::Bool(true), Const::Bool(false)])
    }

    #[test]
    fn else_behind_all_values_is_never_reached_unless_absent_is_left() {
        for (optional, reached) in [(false, false), (true, true)] {
            let mut coverage = Coverage::new(optional, bools());
            assert!(coverage.add(&Case::Value(Const::Bool(true))));
            assert!(!coverage.add(&Case::Value(Const::Bool(true))));
            assert!(coverage.add(&Case::Value(Const::Bool(false))));
            assert_eq!(coverage.add(&Case::Else), reached);
        }
    }

    #[test]
    fn what_is_open_is_named() {
        let mut coverage = Coverage::new(true, bools());
        coverage.add(&Case::Value(Const::Bool(false)));
        let open = Open { values: vec![Const::Bool(true)], endless: false, absent: true };
        assert_eq!(coverage.open(), Some(open));
        coverage.add(&Case::Some);
        coverage.add(&Case::Absent);
        assert!(coverage.is_complete());
    }

    #[test]
    fn texts_need_an_else() {
        let mut coverage = Coverage::new(false, None);
        coverage.add(&Case::Value(Const::Str("a".into())));
        assert_eq!(coverage.open(), Some(Open { values: vec![], endless: true, absent: false }));
        assert!(coverage.add(&Case::Else));
        assert!(coverage.is_complete());
    }
}
