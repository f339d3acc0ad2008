//! How many records of which kind were run, and what became of them.

use std::collections::BTreeMap;
use std::fmt;

use mapc::testing::Ran;
use mapc_runtime::Outcome;

use crate::inputs::{Input, Kind};

/// What became of the records of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Inputs that hold no record at all, such as a file whose row is cut.
    pub unread: usize,
    /// Records written.
    pub written: usize,
    /// Tombstones.
    pub deleted: usize,
    /// Skips.
    pub skipped: usize,
    /// Rejections.
    pub rejected: usize,
}

impl Count {
    /// All of them.
    pub fn records(&self) -> usize {
        self.unread + self.written + self.deleted + self.skipped + self.rejected
    }
}

/// Counts by kind.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    kinds: BTreeMap<Kind, Count>,
    /// What was changed in near misses, and how many of them were written.
    changes: BTreeMap<&'static str, (usize, usize)>,
}

impl Totals {
    /// Adds an input and what was said of it.
    pub fn add(&mut self, input: &Input, said: &[Ran]) {
        let count = self.kinds.entry(input.kind).or_default();
        let change = self.changes.entry(input.what).or_default();
        change.0 += 1;
        let place = match said.first().map(|ran| &ran.outcome) {
            None => &mut count.unread,
            Some(Outcome::Written) => {
                change.1 += 1;
                &mut count.written
            }
            Some(Outcome::Deleted) => &mut count.deleted,
            Some(Outcome::Skipped(_)) => &mut count.skipped,
            Some(Outcome::Rejected(_)) => &mut count.rejected,
        };
        *place += 1;
    }

    /// Adds those of another route.
    pub fn merge(&mut self, other: &Totals) {
        for (kind, count) in &other.kinds {
            let sum = self.kinds.entry(*kind).or_default();
            sum.unread += count.unread;
            sum.written += count.written;
            sum.deleted += count.deleted;
            sum.skipped += count.skipped;
            sum.rejected += count.rejected;
        }
        for (what, (run, written)) in &other.changes {
            let sum = self.changes.entry(what).or_default();
            sum.0 += run;
            sum.1 += written;
        }
    }

    /// All inputs.
    pub fn records(&self) -> usize {
        self.kinds.values().map(Count::records).sum()
    }

    /// Those of one kind.
    pub fn of(&self, kind: Kind) -> Count {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }

    /// Those that were left to chance: neither from tests nor tried in turn.
    pub fn by_chance(&self) -> usize {
        self.chance().map(Count::records).sum()
    }

    /// How many of a hundred of those were written or deleted.
    pub fn share_accepted(&self) -> usize {
        let accepted: usize = self.chance().map(|count| count.written + count.deleted).sum();
        accepted * 100 / self.by_chance().max(1)
    }

    fn chance(&self) -> impl Iterator<Item = &Count> {
        self.kinds.iter().filter(|(kind, _)| !matches!(kind, Kind::Given | Kind::Sweep)).map(|(_, count)| count)
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<10} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}",
            "", "inputs", "written", "deleted", "skipped", "rejected", "unread"
        )?;
        for (kind, count) in &self.kinds {
            let Count { unread, written, deleted, skipped, rejected } = *count;
            let name = format!("{kind:?}");
            writeln!(
                f,
                "{name:<10} {:>9} {written:>9} {deleted:>9} {skipped:>9} {rejected:>9} {unread:>9}",
                count.records()
            )?;
        }
        writeln!(f, "{:<10} {:>9}", "in all", self.records())?;
        writeln!(f, "changes of accepted records, how many, and how many of those were written:")?;
        for (what, (run, written)) in self.changes.iter().filter(|(what, _)| !what.is_empty()) {
            writeln!(f, "  {what:<30} {run:>8} {written:>8}")?;
        }
        Ok(())
    }
}
