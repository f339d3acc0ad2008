//! Read shapes: how the source record and the records in it are read.

use std::sync::Arc;

use mapc_model::model::{Field, Wire};
use mapc_model::ty::{RecordId, Ty};
use mapc_plan::{Blank, Decode, DecodeKind, Element, ReadField, ReadId, ReadShape};
use mapc_runtime::Constraint;

use crate::lowering::{Lowering, number};
use crate::translate;

/// Makes read shapes, one a record.
pub(crate) struct ReadShapes<'l, 'm> {
    pub lowering: &'l mut Lowering<'m>,
    /// The records whose shapes are made or begun, by [`ReadId`].
    records: Vec<RecordId>,
}

impl<'l, 'm> ReadShapes<'l, 'm> {
    /// The shapes of `source` and of what is nested in it; the first is that of `source`.
    pub fn of(lowering: &'l mut Lowering<'m>, source: RecordId) -> Vec<ReadShape> {
        let mut shapes = ReadShapes { lowering, records: vec![source] };
        let mut made = Vec::new();
        while let Some(record) = shapes.records.get(made.len()).copied() {
            made.push(shapes.shape(record));
        }
        made
    }

    fn id(&mut self, record: RecordId) -> ReadId {
        let known = self.records.iter().position(|known| *known == record);
        ReadId(number(known.unwrap_or_else(|| {
            self.records.push(record);
            self.records.len() - 1
        })))
    }

    fn shape(&mut self, id: RecordId) -> ReadShape {
        let record = self.lowering.model.record(id);
        let site = self.lowering.place(record.span, String::new(), Vec::new());
        let fields = (0..).zip(&record.fields);
        let fields = fields.map(|(position, field)| self.field(position, field, record.options.blank)).collect();
        ReadShape {
            record: translate::record(id),
            fields,
            unknown: record.options.unknown,
            duplicates: record.options.duplicates,
            site,
        }
    }

    fn field(&mut self, position: u32, field: &Field, blank: Blank) -> ReadField {
        ReadField {
            names: field.wire_names.clone(),
            decode: self.decode(field, &field.ty, &field.wire, blank),
            optional: field.ty.is_optional(),
            default: field.default.as_ref().map(translate::constant),
            tolerant: field.tolerant,
            slot: Some(position),
            site: self.lowering.place(field.span, String::new(), Vec::new()),
        }
    }

    fn decode(&mut self, field: &Field, ty: &Ty, wire: &Wire, blank: Blank) -> Decode {
        let ty = ty.required();
        let constraints: Arc<[Constraint]> = match ty {
            Ty::Refined(_, constraints) => constraints.clone(),
            _ => Arc::new([]),
        };
        Decode { kind: self.kind(field, ty.base(), wire, blank), constraints, blank }
    }

    fn element(&mut self, field: &Field, ty: &Ty, wire: &Wire, blank: Blank) -> Box<Element> {
        Box::new(Element { decode: self.decode(field, ty, wire, blank), optional: ty.is_optional() })
    }

    fn kind(&mut self, field: &Field, base: &Ty, wire: &Wire, blank: Blank) -> DecodeKind {
        match (base, wire) {
            (Ty::List(inner), Wire::Split(by, of)) => {
                DecodeKind::Split(by.clone(), self.element(field, inner, of, blank))
            }
            (Ty::List(inner), Wire::Elements(of)) => DecodeKind::List(self.element(field, inner, of, blank)),
            (Ty::List(inner), Wire::Plain) => DecodeKind::List(self.element(field, inner, wire, blank)),
            (Ty::Map(inner), Wire::Elements(of)) => DecodeKind::Map(self.element(field, inner, of, blank)),
            (Ty::Map(inner), Wire::Plain) => DecodeKind::Map(self.element(field, inner, wire, blank)),
            (Ty::Record(record), Wire::Plain) => DecodeKind::Record(self.id(*record)),
            (Ty::Enum(id), Wire::Plain) => DecodeKind::Enum(translate::enumeration(*id)),
            _ => DecodeKind::Leaf(self.lowering.leaf(field, base, wire)),
        }
    }
}
