//! Write shapes: how the target record and the records in it are written.

use mapc_model::model::{Field, Wire};
use mapc_runtime::Constraint;

use mapc_model::core::Const;
use mapc_model::ty::{RecordId, Ty};
use mapc_plan::{Blank, Blanks, Encode, EncodeElement, WriteField, WriteId, WriteShape};

use crate::lowering::{Lowering, number};
use crate::translate;

/// Makes write shapes: one for each tombstone and one for each record.
pub(crate) struct WriteShapes<'l, 'm> {
    pub lowering: &'l mut Lowering<'m>,
    /// What is to be made, by [`WriteId`]: all of a nested record, or these fields of the target, whose values stand in this order.
    wanted: Vec<(RecordId, Option<Vec<u32>>)>,
}

impl<'l, 'm> WriteShapes<'l, 'm> {
    /// The shapes of `target` and of what is nested in it; the first is that of `target`, those behind it are of its tombstones,
    /// whose fields are given by position.
    pub fn of(lowering: &'l mut Lowering<'m>, target: RecordId, tombstones: Vec<Vec<u32>>) -> Vec<WriteShape> {
        let fields = (0..).zip(&lowering.model.record(target).fields).filter(|(_, field)| !field.readonly);
        let all: Vec<u32> = fields.map(|(position, _)| position).collect();
        let wanted = [all].into_iter().chain(tombstones).map(|fields| (target, Some(fields))).collect();
        let mut shapes = WriteShapes { lowering, wanted };
        let mut made = Vec::new();
        while let Some((record, fields)) = shapes.wanted.get(made.len()).cloned() {
            made.push(shapes.shape(record, fields));
        }
        made
    }

    fn id(&mut self, record: RecordId) -> WriteId {
        let known = self.wanted.iter().position(|(known, fields)| *known == record && fields.is_none());
        WriteId(number(known.unwrap_or_else(|| {
            self.wanted.push((record, None));
            self.wanted.len() - 1
        })))
    }

    fn shape(&mut self, id: RecordId, fields: Option<Vec<u32>>) -> WriteShape {
        let record = self.lowering.model.record(id);
        let positions = fields.unwrap_or_else(|| (0..number(record.fields.len())).collect());
        let fields = (0..).zip(positions).filter_map(|(slot, position)| {
            let field = record.fields.get(position as usize).filter(|field| !field.readonly)?;
            Some(self.field(slot, field, record.options.blank))
        });
        let fields = fields.collect();
        WriteShape { record: translate::record(id), fields, absent: record.options.absent }
    }

    fn field(&mut self, slot: u32, field: &Field, blank: Blank) -> WriteField {
        let default_is_empty = match &field.default {
            Some(Const::Str(text)) => text.is_empty(),
            Some(Const::List(elements)) => elements.is_empty(),
            _ => false,
        };
        WriteField {
            name: field.wire_names.first().unwrap_or(&field.name).clone(),
            slot,
            encode: self.encode(field, &field.ty, &field.wire),
            optional: field.ty.is_optional(),
            blanks: if default_is_empty { Blanks::or_empty(blank) } else { Blanks::of(blank) },
        }
    }

    fn element(&mut self, field: &Field, ty: &Ty, wire: &Wire) -> Box<EncodeElement> {
        Box::new(EncodeElement { encode: self.encode(field, ty, wire), optional: ty.is_optional() })
    }

    fn encode(&mut self, field: &Field, ty: &Ty, wire: &Wire) -> Encode {
        let ty = ty.required();
        match (ty.base(), wire) {
            (Ty::List(inner), Wire::Split(by, of)) => Encode::Split(by.clone(), self.element(field, inner, of)),
            (Ty::List(inner), Wire::Elements(of)) => Encode::List(self.element(field, inner, of)),
            (Ty::List(inner), Wire::Plain) => Encode::List(self.element(field, inner, wire)),
            (Ty::Map(inner), Wire::Elements(of)) => Encode::Map(self.element(field, inner, of)),
            (Ty::Map(inner), Wire::Plain) => Encode::Map(self.element(field, inner, wire)),
            (Ty::Record(record), Wire::Plain) => Encode::Record(self.id(*record)),
            (Ty::Enum(id), Wire::Plain) => Encode::Enum(translate::enumeration(*id)),
            (base, _) => {
                let mut form = self.lowering.leaf(field, base, wire);
                if let Some(scale) = scale(ty) {
                    form.arguments = vec![scale.to_string()];
                }
                Encode::Leaf(form)
            }
        }
    }
}

/// The places that a decimal is always written with.
fn scale(ty: &Ty) -> Option<u32> {
    let Ty::Refined(_, constraints) = ty else { return None };
    constraints.iter().find_map(|constraint| match constraint {
        Constraint::Digits { scale, .. } => Some(*scale),
        _ => None,
    })
}
