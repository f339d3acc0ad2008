//! Evaluates expressions.

use bumpalo::collections::Vec as BumpVec;
use mapc_plan::{CompareOp, LocalId};
use mapc_runtime::{Constraint, Cx, Fail, Result, Value, constraint, flow};

use crate::frame::{Frame, Slot, defect};
use crate::node::{Code, For, IfPresent, Library, Place, PlaceId, Switch};
use crate::operations::Node;

/// What is needed to evaluate the expressions of one route or function.
#[derive(Clone, Copy)]
pub(crate) struct Eval<'r, 'a> {
    pub library: &'a Library,
    pub code: &'a Code,
    pub cx: &'r Cx<'a>,
    pub frame: Frame<'a>,
}

/// Where a defect stands.
pub(crate) static NOWHERE: Place = Place {
    site: mapc_runtime::Site {
        place: std::borrow::Cow::Borrowed(""),
        target: std::borrow::Cow::Borrowed(""),
        pointer: std::borrow::Cow::Borrowed(&[]),
        operands: std::borrow::Cow::Borrowed(&[]),
    },
    indices: Vec::new(),
};

impl<'r, 'a> Eval<'r, 'a> {
    /// A comparison.
    #[inline]
    pub fn compare(self, op: CompareOp, with_constant: bool, parts: &'a [Node; 2]) -> Result<Value<'a>> {
        let (left, right) = (self.eval(&parts[0])?, self.eval(&parts[1])?);
        let holds = |left, right| op.holds(left, right);
        Ok(Value::Bool(if with_constant { holds(left, right) } else { flow::compare(self.cx, left, right, holds) }))
    }

    /// A value that has to satisfy what its type demands.
    #[inline]
    pub fn check(self, inner: &'a Node, demands: &'a [Constraint], place: PlaceId) -> Result<Value<'a>> {
        let value = match self.eval(inner)? {
            Value::Str(text) => Value::Str(flow::looked(self.cx, text)?),
            other => other,
        };
        self.located(place, constraint::value(demands, self.cx.bump, value))
    }

    /// What is chosen by whether a value is there.
    pub fn if_present(self, it: &'a IfPresent) -> Result<Value<'a>> {
        match self.eval(&it.value)? {
            Value::Absent => self.eval(&it.otherwise),
            value => {
                self.frame.set(it.bind, value);
                self.eval(&it.then)
            }
        }
    }

    /// The arm of a value.
    pub fn switch(self, it: &'a Switch) -> Result<Value<'a>> {
        let value = self.eval(&it.value)?;
        let arm = it.keys.find(value, self.cx.bump).and_then(|arm| it.arms.get(arm as usize));
        self.eval(arm.unwrap_or(&it.otherwise))
    }

    /// A bool.
    pub fn truth(self, node: &'a Node) -> Result<bool> {
        match self.eval(node)? {
            Value::Bool(value) => Ok(value),
            _ => Err(defect("a condition is no bool")),
        }
    }

    /// The value of a `let`, evaluated when it is first read.
    pub fn read_let(self, local: LocalId) -> Result<Value<'a>> {
        match self.frame.slot(local) {
            Slot::Value(value) => Ok(value),
            Slot::Poisoned => Err(Fail::Poisoned),
            Slot::Unset => {
                let Some(Some(node)) = self.code.lets.get(local.0 as usize) else {
                    return Err(defect("a `let` has no value"));
                };
                let bound = flow::bind(self.cx, || self.eval(node));
                match &bound {
                    Ok(value) => self.frame.set(local, *value),
                    // What skips stays unread.
                    Err(Fail::Skip) => {}
                    Err(_) => self.frame.put(local, Slot::Poisoned),
                }
                bound
            }
        }
    }

    /// All parts of a record, in order.
    pub fn record(self, fields: &'a [Node]) -> Result<Value<'a>> {
        let values = self.cx.bump.alloc_slice_fill_copy(fields.len(), Value::Absent);
        let mut failed = None;
        for (slot, field) in values.iter_mut().zip(fields) {
            match self.eval(field) {
                Ok(value) => *slot = value,
                Err(fail) => failed = Some(worse(failed, self.cx.report(fail))?),
            }
        }
        failed.map_or(Ok(Value::Record(values)), Err)
    }

    /// A list of its elements.
    pub fn list(self, items: &'a [Node]) -> Result<Value<'a>> {
        let mut values = BumpVec::with_capacity_in(items.len(), self.cx.bump);
        for item in items {
            values.push(self.eval(item)?);
        }
        Ok(Value::List(values.into_bump_slice()))
    }

    /// A `for`.
    pub fn each(self, it: &'a For) -> Result<Value<'a>> {
        let Value::List(list) = self.eval(&it.list)? else { return Err(defect("what `for` visits is no list")) };
        let made = flow::each(self.cx, list, |index, item, number| {
            self.frame.set(it.item, item);
            self.frame.set(it.index, Value::Int(flow::index(index)));
            if let Some(local) = it.number {
                self.frame.set(local, Value::Int(number));
            }
            match &it.filter {
                Some(filter) if !self.truth(filter)? => Ok(None),
                _ => self.eval(&it.body).map(Some),
            }
        })?;
        Ok(Value::List(made))
    }

    /// Texts joined.
    pub fn concat(self, parts: &'a [Node]) -> Result<Value<'a>> {
        let mut texts = BumpVec::with_capacity_in(parts.len(), self.cx.bump);
        for part in parts {
            match self.eval(part)? {
                Value::Str(part) => texts.push(part),
                _ => return Err(defect("a part of a template is no text")),
            }
        }
        Ok(Value::Str(flow::concat(self.cx, &texts)))
    }

    /// The wire text of a member.
    pub fn wire_text(self, id: u32, value: Value<'a>) -> Result<Value<'a>> {
        match (self.library.enums.get(id as usize), value) {
            (Some(wire), Value::Enum(member)) => match wire.get(member as usize) {
                Some(text) => Ok(Value::Str(text)),
                None => Err(defect("an enum has no such member")),
            },
            (_, other) => Ok(other),
        }
    }

    /// A value as a scalar.
    pub fn to_scalar(self, inner: &'a Node) -> Result<Value<'a>> {
        match self.eval(inner)? {
            Value::Int(int) => Ok(Value::Number(bumpalo::format!(in self.cx.bump, "{}", int).into_bump_str())),
            other => Ok(other),
        }
    }

    /// What a table gives for a value.
    pub fn lookup(self, table: u32, value: Value<'a>, place: PlaceId) -> Result<Value<'a>> {
        let Some(table) = self.library.tables.get(table as usize) else { return Err(defect("a table is missing")) };
        if let Some(found) = table.keys.find(value, self.cx.bump).and_then(|row| table.values.get(row as usize)) {
            return Ok(found.value(self.cx.bump));
        }
        match &table.otherwise {
            crate::keys::Otherwise::Reject => self.located(place, Err(flow::not_in_table(&table.name))),
            crate::keys::Otherwise::Same => Ok(value),
            crate::keys::Otherwise::Value(constant) => Ok(constant.value(self.cx.bump)),
        }
    }

    /// Gives a failure that does not know its place this one.
    #[inline]
    pub fn located<T>(self, place: PlaceId, result: Result<T>) -> Result<T> {
        match result {
            Ok(value) => Ok(value),
            Err(fail) => self.at(place, |place, indices| Err(self.cx.locate(fail, &place.site, indices))),
        }
    }

    /// Calls `then` with a place and the positions that fill its pointer.
    pub fn at<T>(self, id: PlaceId, then: impl FnOnce(&'a Place, &[usize]) -> T) -> T {
        let place = self.library.places.get(id.0 as usize).unwrap_or(&NOWHERE);
        if place.indices.is_empty() {
            return then(place, &[]);
        }
        let mut indices = BumpVec::with_capacity_in(place.indices.len(), self.cx.bump);
        indices.extend(place.indices.iter().map(|local| self.frame.index(*local)));
        then(place, &indices)
    }
}

/// What a whole failed of, when a further part of it failed.
///
/// # Errors
/// [`Fail::Skip`] at once.
pub(crate) fn worse(before: Option<Fail>, now: Fail) -> Result<Fail> {
    match (before, now) {
        (_, Fail::Skip) => Err(Fail::Skip),
        (Some(Fail::Poisoned), _) => Ok(Fail::Poisoned),
        (_, now) => Ok(now),
    }
}

/// A field of a record, by position.
#[inline]
pub(crate) fn field(value: Value<'_>, position: u32) -> Result<Value<'_>> {
    match value {
        Value::Record(fields) => match fields.get(position as usize) {
            Some(field) => Ok(*field),
            None => Err(defect("a record lacks a field")),
        },
        _ => Err(defect("a field is read of what is no record")),
    }
}
