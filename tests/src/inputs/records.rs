//! Random records of a plan's source type: half of them right as far as their type tells, the others wrong here and there.

use fastrand::Rng;
use mapc_plan::{Decode, DecodeKind, Element, Plan, ReadId};

use super::document::{Node, Path, plain, quoted};
use super::hints::{Hint, Hints, Place};
use super::scalars::Scalars;

/// Values that fit hardly anywhere. Some are no JSON.
const WRONG: &[&str] = &[
    "null",
    "true",
    "\"?\"",
    "1.5",
    "99999999999999999999",
    "{}",
    "[]",
    "[null]",
    "1e400",
    "\"\\ud800\"",
    "{\"a\":1,\"a\":2}",
    "nul",
    "01",
    "\"\"",
    "\" \"",
];

/// Values that a record may have; what is nested deeper stays empty, where it can.
const MOST_VALUES: usize = 150;

/// How records that may hold others of their own kind are kept finite, and how often something is wrong.
struct Mood {
    /// Of so many values one is wrong; `None` for a record without mistakes.
    wrong: Option<u32>,
    /// Deeper records leave out what may be left out.
    most_depth: usize,
    /// Values left.
    left: usize,
    /// Where the value being made stands.
    place: Place,
}

/// Makes records for one plan.
#[derive(Debug)]
pub struct Records<'p> {
    plan: &'p Plan,
    scalars: Scalars<'p>,
    hints: Hints,
}

impl<'p> Records<'p> {
    /// For a plan.
    pub fn new(plan: &'p Plan) -> Self {
        Records { plan, scalars: Scalars::new(plan), hints: Hints::new(plan) }
    }

    /// What makes the values without parts.
    pub fn scalars(&self) -> &Scalars<'p> {
        &self.scalars
    }

    /// A record.
    pub fn record(&self, rng: &mut Rng) -> Node {
        let wrong = rng.bool().then_some(60);
        // Now and then so deep that the reader's bound is met.
        let most_depth = if rng.u8(..40) == 0 { rng.usize(8..140) } else { 4 };
        let mut mood = Mood { wrong, most_depth, left: MOST_VALUES.max(most_depth * 4), place: Vec::new() };
        self.object(self.plan.source, 0, &mut mood, rng)
    }

    /// How the value at a path into a record is read and what is done with it, where the plan says so.
    pub fn decode_at(&self, record: &Node, path: &Path) -> Option<(&'p Decode, Option<&Hint>)> {
        let (mut node, mut shape, mut decode) = (record, Some(self.plan.source), None);
        let mut place = Place::new();
        for index in path {
            let found: &'p Decode = match (node, shape, decode.map(|decode: &'p Decode| &decode.kind)) {
                (Node::Object(members), Some(id), _) => {
                    let key = plain(&members.get(*index)?.0);
                    let fields = &self.plan.read_shapes.get(id.0 as usize)?.fields;
                    let field = fields.iter().find(|field| field.names.contains(&key))?;
                    place.push(field.names.first().cloned());
                    &field.decode
                }
                (_, None, Some(DecodeKind::List(element) | DecodeKind::Map(element))) => {
                    place.push(None);
                    &element.decode
                }
                _ => return None,
            };
            node = node.part(*index)?;
            shape = if let DecodeKind::Record(id) = &found.kind { Some(*id) } else { None };
            decode = Some(found);
        }
        decode.map(|decode| (decode, self.hints.at(&place)))
    }

    fn object(&self, id: ReadId, depth: usize, mood: &mut Mood, rng: &mut Rng) -> Node {
        let Some(shape) = self.plan.read_shapes.get(id.0 as usize) else { return Node::leaf("{}") };
        let mut members: Vec<(Vec<u8>, Node)> = Vec::new();
        let full = depth >= mood.most_depth || mood.left == 0;
        for field in &shape.fields {
            let can_miss = field.optional || field.default.is_some();
            if (can_miss && (rng.u8(..4) == 0 || (full && has_records(&field.decode)))) || mood.slips(rng) {
                continue;
            }
            let name = rng.choice(&field.names).map_or("", |name| name);
            let null = (field.optional && rng.u8(..8) == 0) || mood.slips(rng);
            mood.place.push(Some(field.names.first().cloned().unwrap_or_default()));
            let value = if null { Node::leaf("null") } else { self.value(&field.decode, depth, mood, rng) };
            mood.place.pop();
            members.push((quoted(name), value));
            if mood.slips(rng) {
                members.extend(members.last().cloned());
            }
        }
        if rng.u8(..5) == 0 && shape.unknown == mapc_plan::Unknown::Ignore || mood.slips(rng) {
            members.push((quoted("never declared"), Node::leaf(r#"[{"a":[1.5e-3,"\u00e9"]}]"#)));
        }
        if rng.u8(..4) == 0 {
            rng.shuffle(&mut members);
        }
        Node::Object(members)
    }

    fn value(&self, decode: &Decode, depth: usize, mood: &mut Mood, rng: &mut Rng) -> Node {
        mood.left = mood.left.saturating_sub(1);
        if mood.slips(rng) {
            return Node::leaf(rng.choice(WRONG).map_or("", |text| text));
        }
        match &decode.kind {
            DecodeKind::Record(id) => self.object(*id, depth + 1, mood, rng),
            DecodeKind::List(element) => {
                let count = self.count(decode, element, depth, mood, rng);
                Node::List((0..count).map(|_| self.element(element, depth, mood, rng)).collect())
            }
            DecodeKind::Map(element) => {
                let count = self.count(decode, element, depth, mood, rng);
                let keys = (0..count).map(|n| match self.scalars.word(rng) {
                    Some(word) if rng.u8(..3) == 0 => format!("{word}{n}"),
                    _ => format!("k{n}"),
                });
                let keys: Vec<String> = keys.collect();
                Node::Object(keys.iter().map(|key| (quoted(key), self.element(element, depth, mood, rng))).collect())
            }
            _ => Node::Leaf(self.scalars.value(decode, self.hints.at(&mood.place), rng)),
        }
    }

    fn count(&self, decode: &Decode, element: &Element, depth: usize, mood: &Mood, rng: &mut Rng) -> usize {
        let bounds = |rule: &mapc_runtime::Constraint| match rule {
            mapc_runtime::Constraint::Items { min, max } => Some((*min as usize, max.map(|max| max as usize))),
            _ => None,
        };
        let (least, most) = decode.constraints.iter().find_map(bounds).unwrap_or((0, None));
        let nested = has_records(&element.decode);
        if nested && (depth >= mood.most_depth || mood.left == 0) {
            return least;
        }
        // A chain rather than a bush where records go deep.
        let usual = if nested && mood.most_depth > 8 { 1 } else { 3 };
        rng.usize(least..=(least + usual).min(most.unwrap_or(usize::MAX)).max(least))
    }

    fn element(&self, element: &Element, depth: usize, mood: &mut Mood, rng: &mut Rng) -> Node {
        if element.optional && rng.u8(..4) == 0 {
            return Node::leaf("null");
        }
        mood.place.push(None);
        let value = self.value(&element.decode, depth, mood, rng);
        mood.place.pop();
        value
    }
}

impl Mood {
    fn slips(&self, rng: &mut Rng) -> bool {
        self.wrong.is_some_and(|wrong| rng.u32(..wrong * 2) == 0)
    }
}

fn has_records(decode: &Decode) -> bool {
    match &decode.kind {
        DecodeKind::Record(_) => true,
        DecodeKind::List(element) | DecodeKind::Map(element) => has_records(&element.decode),
        _ => false,
    }
}
