//! What is asked of maps before their bodies: known sides, one map for each pair, one canonical side.

use std::collections::BTreeMap;

use mapc_diagnostics::Span;
use mapc_syntax::ast::{Arrow, MapDecl};

use crate::context::Context;
use crate::declare::Declared;
use crate::errors::declarations as errors;
use crate::model::Owner;
use crate::names::Scope;
use crate::ty::RecordId;

/// One direction of a declared map.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DirectedMap {
    /// What it reads.
    pub from: RecordId,
    /// What it builds.
    pub to: RecordId,
    /// The head of its declaration.
    pub head: Span,
}

/// The directions of a map whose sides are known.
pub(crate) fn directions(context: &Context<'_>, scope: &Scope, decl: &MapDecl) -> Vec<DirectedMap> {
    let side = |path| match context.resolve(path, scope) {
        Some(crate::names::Symbol::Record(record)) => Some(record),
        _ => None,
    };
    let (Some(left), Some(right)) = (side(&decl.left), side(&decl.right)) else { return Vec::new() };
    let forward = DirectedMap { from: left, to: right, head: decl.head_span };
    let backward = DirectedMap { from: right, to: left, head: decl.head_span };
    match decl.arrow {
        Arrow::Right => vec![forward],
        Arrow::Both => vec![forward, backward],
        Arrow::Left => vec![backward],
    }
}

/// Reports what is wrong with the heads of maps, and drops maps with a side that is not known.
pub(crate) fn check(context: &mut Context<'_>, declared: &mut Declared<'_>) {
    declared.maps.retain(|(scope, decl)| {
        let left = context.record_or_report(&decl.left, scope, "record");
        let right = context.record_or_report(&decl.right, scope, "record");
        context.declare().lost_maps |= left.is_none() || right.is_none();
        left.is_some() && right.is_some()
    });
    let mut known: BTreeMap<(RecordId, RecordId), DirectedMap> = BTreeMap::new();
    for (scope, decl) in &declared.maps {
        let directions = directions(context, scope, decl);
        let Some(first) = directions.first().copied() else { continue };
        one_canonical_side(context, first);
        let same = |new: &DirectedMap| known.get(&(new.from, new.to)).map(|old| (*new, *old));
        if let Some((new, old)) = directions.iter().find_map(same) {
            mapped_twice(context, new, old);
        }
        known.extend(directions.into_iter().map(|direction| ((direction.from, direction.to), direction)));
    }
}

fn one_canonical_side(context: &mut Context<'_>, map: DirectedMap) {
    let (from, to) = (context.model.record(map.from), context.model.record(map.to));
    let diagnostic = if map.from == map.to {
        errors::mapped_to_itself(&from.name, map.head)
    } else if let (Owner::System(_), Owner::System(_)) = (&from.owner, &to.owner) {
        errors::map_between_systems(from, to, map.head)
    } else {
        return;
    };
    context.report(diagnostic);
}

fn mapped_twice(context: &mut Context<'_>, new: DirectedMap, old: DirectedMap) {
    let (from, to) = (context.model.record(new.from), context.model.record(new.to));
    let diagnostic = errors::mapped_twice(&from.name, &to.name, new.head, old.head);
    context.report(diagnostic);
}
