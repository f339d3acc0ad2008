//! `ignore a, b.c`, `ignore others`, `ignore *.f`: source fields that are not wanted.

use std::collections::{BTreeMap, BTreeSet};

use mapc_diagnostics::Span;
use mapc_syntax::ast::{ListedPath, Name};

use crate::completeness::record_in;
use crate::context::{Context, index};
use crate::errors::declarations as errors;
use crate::ty::RecordId;

/// What the maps that read from one record ignore.
#[derive(Debug, Default)]
pub(super) struct Ignored {
    /// Everything that nobody reads.
    pub others: bool,
    /// Fields by position, with the place of their name; `None` in a line of a two-way map.
    fields: BTreeMap<(RecordId, u32), Option<Span>>,
    /// Names that are ignored at every depth.
    everywhere: BTreeSet<String>,
}

impl Ignored {
    /// Whether a field is ignored.
    pub fn has(&self, record: RecordId, position: u32, name: &str) -> bool {
        self.fields.contains_key(&(record, position)) || self.everywhere.contains(name)
    }

    /// The fields that `ignore` lines name, with the place of their name.
    pub fn named(&self) -> impl Iterator<Item = (RecordId, u32, Span)> {
        self.fields.iter().filter_map(|((record, position), span)| span.map(|span| (*record, *position, span)))
    }

    /// Adds the paths of one line; reports those that lead nowhere.
    pub fn add(&mut self, context: &mut Context<'_>, source: RecordId, paths: &[ListedPath], one_way: bool) {
        for listed in paths {
            match listed.path.segments.as_slice() {
                [name] if listed.star => {
                    self.everywhere.insert(name.text.clone());
                }
                [name] if name.text == "others" && !has_field(context, source, "others") => self.others = true,
                segments => self.path(context, source, segments, one_way),
            }
        }
    }

    fn path(&mut self, context: &mut Context<'_>, source: RecordId, segments: &[Name], one_way: bool) {
        let mut record = source;
        for (position, segment) in segments.iter().enumerate() {
            let fields = context.fields(record);
            let Some(found) = fields.iter().position(|field| field.name == segment.text) else {
                let diagnostic = errors::unknown_ignored(context, context.model.record(record), segment);
                context.report(diagnostic);
                return;
            };
            if position + 1 == segments.len() {
                self.fields.insert((record, index(found)), one_way.then_some(segment.span));
                return;
            }
            let Some(inner) = record_in(&fields[found].ty) else {
                let ty = context.type_name(&fields[found].ty);
                context.report(errors::path_through_value(segment, &ty));
                return;
            };
            record = inner;
        }
    }
}

fn has_field(context: &Context<'_>, record: RecordId, name: &str) -> bool {
    context.fields(record).iter().any(|field| field.name == name)
}
