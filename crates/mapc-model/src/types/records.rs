//! Records and entities, declared and inline.

use std::collections::BTreeMap;

use mapc_diagnostics::{Span, codes};
use mapc_syntax::ast::Member;

use crate::context::{Context, index};
use crate::declare::DeclaredRecord;
use crate::errors::fields as errors;
use crate::model::{Field, Options, Owner, Record};
use crate::ty::{RecordId, Ty};
use crate::types::resolve::{Around, not_yet};
use crate::types::{fields, options};

/// Fills in a declared record.
pub(super) fn complete<'a>(context: &mut Context<'a>, declared: &DeclaredRecord<'a>) {
    let (name, owner) = {
        let record = context.model.record(declared.id);
        (record.name.clone(), record.owner.clone())
    };
    // An entity belongs to all, wherever it stands.
    let outside = Around::outside(context, &declared.scope, name);
    let taken_over = if owner == Owner::Entity { Options::default() } else { outside.options };
    let options = options::read(context, &declared.decl.options, taken_over);
    let around = Around { owner, options, ..outside };
    fill(context, declared.id, &declared.decl.members, &around);
}

/// An inline record.
pub(super) fn inline<'a>(context: &mut Context<'a>, members: &'a [Member], span: Span, around: &Around) -> Ty {
    let id = RecordId(index(context.model.records.len()));
    context.declare().model.records.push(Record {
        name: around.name.clone(),
        owner: around.owner.clone(),
        inline: true,
        fields: Vec::new(),
        options: around.options,
        checks: Vec::new(),
        docs: Vec::new(),
        span,
    });
    fill(context, id, members, &Around { inline: true, ..around.clone() });
    Ty::Record(id)
}

fn fill<'a>(context: &mut Context<'a>, id: RecordId, members: &'a [Member], around: &Around) {
    context.declare().model.records[id.0 as usize].options = around.options;
    let mut known: Vec<Field> = Vec::new();
    let mut names: BTreeMap<&str, Span> = BTreeMap::new();
    for member in members {
        match member {
            Member::Field(decl) => {
                let field = fields::field(context, decl, around);
                if let Some(earlier) = names.get(decl.name.text.as_str()) {
                    context.report(errors::declared_twice("field", &decl.name, *earlier));
                } else {
                    names.insert(&decl.name.text, decl.name.span);
                    known.push(field);
                }
            }
            Member::Check(check) => context.checks.push((around.scope.clone(), id, check)),
            Member::Rest(span) => {
                not_yet(context, codes::CLAUSE_NOT_BUILT, "`rest`", *span, "declare the fields that matter")
            }
            Member::Error(_) => {}
        }
    }
    one_key_each(context, &known);
    context.declare().model.records[id.0 as usize].fields = known;
}

/// No two fields of a record may be read from or written to one key.
fn one_key_each(context: &mut Context<'_>, known: &[Field]) {
    let mut keys: BTreeMap<&str, &Field> = BTreeMap::new();
    for field in known {
        for key in &field.wire_names {
            let Some(earlier) = keys.insert(key, field) else { continue };
            context.report(errors::same_key(field, earlier, key));
        }
    }
}
