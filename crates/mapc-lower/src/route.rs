//! What can be run: every declared map, and every pair of maps that meet in an entity.

use std::fmt;

use mapc_model::core::FunctionId;
use mapc_model::model::{Map, Model, Owner};
use mapc_model::ty::RecordId;

/// A record on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The record.
    pub record: RecordId,
    /// Its name, `marketing.Lead`.
    pub name: String,
}

/// A way from one record to another. Two routes may have the same ends: a map written out, and ways through entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// What is read.
    pub from: Stop,
    /// The entity in between, where there is one.
    pub through: Option<Stop>,
    /// What is written.
    pub to: Stop,
    /// The maps, in order.
    pub(crate) maps: Vec<FunctionId>,
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from.name)?;
        if let Some(through) = &self.through {
            write!(f, " -> {}", through.name)?;
        }
        write!(f, " -> {}", self.to.name)
    }
}

/// All routes: the maps in the order of the model, then the pairs of maps that meet in an entity. A record is not led back to itself.
pub fn routes(model: &Model) -> Vec<Route> {
    let direct = model.maps.iter().map(|map| route(model, map, None));
    let composed = model.maps.iter().filter(|map| is_entity(model, map.to)).flat_map(|first| {
        let follows = move |second: &&Map| second.from == first.to && second.to != first.from && second.to != first.to;
        model.maps.iter().filter(follows).map(move |second| route(model, first, Some(second)))
    });
    direct.chain(composed).collect()
}

fn is_entity(model: &Model, record: RecordId) -> bool {
    model.record(record).owner == Owner::Entity
}

fn route(model: &Model, first: &Map, second: Option<&Map>) -> Route {
    let stop = |record| Stop { record, name: model.record(record).name.clone() };
    Route {
        from: stop(first.from),
        through: second.map(|_| stop(first.to)),
        to: stop(second.map_or(first.to, |map| map.to)),
        maps: [Some(first), second].into_iter().flatten().map(|map| map.function).collect(),
    }
}
