//! Where in the source a value comes from, as far as the structure of expressions tells.

use mapc_model::model::{Model, Wire};
use mapc_model::ty::RecordId;
use mapc_plan::{LocalId, Step};

/// One step below the source record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// A key.
    Key(String),
    /// The position that an index local holds.
    Index(LocalId),
    /// The position in the list of the n-th [`Lineage::Each`] around this path, counted from inside.
    Bound(u32),
}

/// A path into the source.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Path {
    /// Its steps.
    pub parts: Vec<Part>,
    /// Whether the value is what stands there, so that a field of the value stands below; else it is only made from it.
    pub exact: bool,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lineage {
    /// From nowhere: a constant.
    Unknown,
    /// From one place.
    Path(Path),
    /// A record or tuple whose fields come from these.
    Fields(Vec<Lineage>),
    /// A list whose n-th element is made from the n-th element at `whole`.
    Each {
        /// The list it is made from.
        whole: Path,
        /// Where an element comes from; `Part::Bound` is its position.
        element: Box<Lineage>,
    },
}

impl Lineage {
    /// The source record itself, or a function's first argument.
    pub fn root() -> Self {
        Lineage::Path(Path { parts: Vec::new(), exact: true })
    }

    /// Whether it leads anywhere.
    pub fn is_known(&self) -> bool {
        self.path().is_some()
    }

    /// The one path that stands for the value: for a record the longest that all its fields share.
    pub fn path(&self) -> Option<Path> {
        match self {
            Lineage::Unknown => None,
            Lineage::Path(path) | Lineage::Each { whole: path, .. } => Some(path.clone()),
            Lineage::Fields(fields) => {
                fields.iter().filter_map(Lineage::path).reduce(|left, right| left.shared(&right))
            }
        }
    }

    /// Of a value that is made from this one but is another.
    pub fn derived(&self) -> Self {
        match self.path() {
            Some(path) => Lineage::Path(Path { exact: false, ..path }),
            None => Lineage::Unknown,
        }
    }

    /// The first that is known; derived if several are and differ, because the value may come from either.
    pub fn either<'l>(candidates: impl IntoIterator<Item = &'l Lineage>) -> Self {
        let mut known = candidates.into_iter().filter(|lineage| lineage.is_known());
        match known.next() {
            None => Lineage::Unknown,
            Some(first) if known.all(|other| other == first) => first.clone(),
            Some(first) => first.derived(),
        }
    }

    /// Of a value made from all of these: that of the first that is known, derived.
    pub fn made_of<'l>(parts: impl IntoIterator<Item = &'l Lineage>) -> Self {
        parts.into_iter().find(|lineage| lineage.is_known()).map_or(Lineage::Unknown, Lineage::derived)
    }

    /// Of a field of a value that is such a `record`, if any, by position in its declaration.
    pub fn field(&self, model: &Model, record: Option<RecordId>, position: u32) -> Self {
        match self {
            Lineage::Fields(fields) => fields.get(position as usize).cloned().unwrap_or(Lineage::Unknown),
            Lineage::Path(path) if path.exact => match record {
                Some(record) => match model.record(record).fields.get(position as usize) {
                    Some(field) => {
                        let key = field.wire_names.first().unwrap_or(&field.name).clone();
                        let parts = path.parts.iter().cloned().chain([Part::Key(key)]).collect();
                        // What was split has no pointer of its own.
                        Lineage::Path(Path { parts, exact: !matches!(field.wire, Wire::Split(..)) })
                    }
                    None => self.derived(),
                },
                None => self.derived(),
            },
            _ => self.derived(),
        }
    }

    /// Of the element that a `for` with this index local visits.
    pub fn element(&self, index: LocalId) -> Self {
        match self {
            Lineage::Path(path) if path.exact => {
                let parts = path.parts.iter().cloned().chain([Part::Index(index)]).collect();
                Lineage::Path(Path { parts, exact: true })
            }
            Lineage::Each { element, .. } => {
                element.replace(0, &|part, depth| (*part == Part::Bound(depth)).then_some(Part::Index(index)))
            }
            _ => self.derived(),
        }
    }

    /// Of the list that a `for` with this index local makes from a list of lineage `self`, one element for each.
    pub fn each(&self, index: LocalId, body: &Lineage) -> Self {
        match self.path() {
            Some(whole) if matches!(self, Lineage::Each { .. }) || whole.exact => {
                let bound = body.replace(0, &|part, depth| (*part == Part::Index(index)).then_some(Part::Bound(depth)));
                Lineage::Each { whole, element: Box::new(bound) }
            }
            _ => self.derived(),
        }
    }

    /// The path that the pointers of a function with this argument are relative to: the one that stands for it, unless a part of it
    /// is an element of a list below that. Positions in lists are not handed over, so it is the innermost such element then.
    pub fn base(&self) -> Option<Path> {
        let path = self.path()?;
        if !self.below(&path).has_free_index() {
            return Some(path);
        }
        let mut deepest = path;
        self.each_path(&mut |path| {
            if path.indices() > deepest.indices() {
                deepest = path.clone();
            }
        });
        while matches!(deepest.parts.last(), Some(Part::Key(_) | Part::Bound(_))) {
            deepest.parts.pop();
        }
        Some(deepest)
    }

    /// The same without the steps of `prefix`; what does not stand below that is only known to belong to it.
    pub fn below(&self, prefix: &Path) -> Self {
        self.map_paths(&|path| match path.parts.strip_prefix(prefix.parts.as_slice()) {
            Some(rest) => Path { parts: rest.to_vec(), ..*path },
            None => Path::default(),
        })
    }

    /// The same behind `prefix`.
    pub fn behind(&self, prefix: &Path) -> Self {
        self.map_paths(&|path| Path { parts: prefix.parts.iter().chain(&path.parts).cloned().collect(), ..*path })
    }

    /// Whether it names an index local, which means nothing in another function.
    fn has_free_index(&self) -> bool {
        let mut found = false;
        self.each_path(&mut |path| found = found || path.indices() > 0);
        found
    }

    fn each_path(&self, visit: &mut dyn FnMut(&Path)) {
        match self {
            Lineage::Unknown => {}
            Lineage::Path(path) => visit(path),
            Lineage::Fields(fields) => fields.iter().for_each(|field| field.each_path(visit)),
            Lineage::Each { whole, element } => {
                visit(whole);
                element.each_path(visit);
            }
        }
    }

    fn map_paths(&self, change: &dyn Fn(&Path) -> Path) -> Self {
        match self {
            Lineage::Unknown => Lineage::Unknown,
            Lineage::Path(path) => Lineage::Path(change(path)),
            Lineage::Fields(fields) => Lineage::Fields(fields.iter().map(|field| field.map_paths(change)).collect()),
            Lineage::Each { whole, element } => {
                Lineage::Each { whole: change(whole), element: Box::new(element.map_paths(change)) }
            }
        }
    }

    fn replace(&self, depth: u32, by: &dyn Fn(&Part, u32) -> Option<Part>) -> Self {
        let in_path = |path: &Path| Path {
            parts: path.parts.iter().map(|part| by(part, depth).unwrap_or_else(|| part.clone())).collect(),
            ..*path
        };
        match self {
            Lineage::Unknown => Lineage::Unknown,
            Lineage::Path(path) => Lineage::Path(in_path(path)),
            Lineage::Fields(fields) => Lineage::Fields(fields.iter().map(|field| field.replace(depth, by)).collect()),
            Lineage::Each { whole, element } => {
                Lineage::Each { whole: in_path(whole), element: Box::new(element.replace(depth + 1, by)) }
            }
        }
    }
}

impl Path {
    /// How many positions in lists it names.
    fn indices(&self) -> usize {
        self.parts.iter().filter(|part| matches!(part, Part::Index(_))).count()
    }

    /// The steps that both begin with.
    fn shared(&self, other: &Path) -> Path {
        let same = self.parts.iter().zip(&other.parts).take_while(|(left, right)| left == right);
        let parts = same.map(|(part, _)| part.clone()).collect();
        Path { exact: self.exact && other.exact && self == other, parts }
    }

    /// As a site has it.
    pub fn steps(&self) -> Vec<Step> {
        let step = |part: &Part| match part {
            Part::Key(key) => Some(Step::Key(key.clone())),
            Part::Index(local) => Some(Step::Index(*local)),
            Part::Bound(_) => None,
        };
        // A position that nothing holds ends the pointer at its list.
        self.parts.iter().map_while(step).collect()
    }
}
