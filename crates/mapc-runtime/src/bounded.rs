//! Lists of problems and notices that stay short, however many a hostile record causes.

/// How many problems and how many notices of one record are kept.
pub(crate) const MOST: usize = 1000;

/// The first [`MOST`] items, and how many there were.
#[derive(Debug)]
pub(crate) struct Bounded<T> {
    items: Vec<T>,
    /// The first item beyond the limit that must not be lost.
    kept: Option<T>,
    left_out: usize,
}

impl<T> Default for Bounded<T> {
    fn default() -> Self {
        Bounded { items: Vec::new(), kept: None, left_out: 0 }
    }
}

impl<T> Bounded<T> {
    /// Adds an item; one that is `lasting` may be counted alone only if another such one stays.
    pub(crate) fn push(&mut self, item: T, lasting: bool) {
        if self.items.len() < MOST {
            self.items.push(item);
        } else if lasting && self.kept.is_none() {
            self.kept = Some(item);
        } else {
            self.left_out += 1;
        }
    }

    /// How many items were added and not removed. Grows with each.
    pub(crate) fn count(&self) -> usize {
        self.items.len() + usize::from(self.kept.is_some()) + self.left_out
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty() && self.kept.is_none()
    }

    /// Removes what was added since the count was `mark`, but for an item beyond the limit that must not be lost.
    pub(crate) fn split_off(&mut self, mark: usize) -> Vec<T> {
        let tail = self.items.split_off(mark.min(self.items.len()));
        let stay = self.items.len() + usize::from(self.kept.is_some());
        self.left_out = self.left_out.min(mark.saturating_sub(stay));
        tail
    }

    /// The items added since the count was `mark`.
    pub(crate) fn since(&mut self, mark: usize) -> impl Iterator<Item = &mut T> {
        self.items.iter_mut().skip(mark)
    }

    /// All items; `tell` tells the last one how many are not among them.
    pub(crate) fn take(&mut self, tell: impl FnOnce(&mut T, usize)) -> Vec<T> {
        let Bounded { mut items, kept, left_out } = std::mem::take(self);
        items.extend(kept);
        if let Some(last) = items.last_mut()
            && left_out > 0
        {
            tell(last, left_out);
        }
        items
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounded, MOST};

    #[test]
    fn counts_what_it_leaves_out_and_forgets_what_is_taken_back() {
        let mut list = Bounded::default();
        for item in 0..MOST + 5 {
            list.push(item, false);
        }
        let mark = list.count();
        assert_eq!(mark, MOST + 5);
        list.push(7, false);
        assert_eq!(list.split_off(mark), [0; 0]);
        assert_eq!(list.count(), mark);
        list.push(8, true);
        list.push(9, true);
        let mut said = 0;
        let taken = list.take(|_, left_out| said = left_out);
        assert_eq!((taken.len(), taken.last(), said), (MOST + 1, Some(&8), 6));
        assert!(list.is_empty());
    }

    #[test]
    fn what_must_not_be_lost_outlives_what_is_taken_back() {
        let mut list = Bounded::default();
        for item in 0..MOST + 5 {
            list.push(item, item == MOST + 2);
        }
        assert_eq!(list.split_off(0).len(), MOST);
        assert!(!list.is_empty());
        assert_eq!(list.take(|_, _| panic!("nothing is left out")), [MOST + 2]);
    }
}
