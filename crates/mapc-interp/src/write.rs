//! Writes target records: the shapes of the plan with their keys rendered.

use mapc_plan::{self as ir, AbsentAs, Encode, Plan};
use mapc_runtime::codec::{self, AnyCodec, MemberText, Written};
use mapc_runtime::csv::{Dialect, RowWriter};
use mapc_runtime::write::{self, Blanks, To};
use mapc_runtime::{Map, Value};

use crate::node::Library;

/// How values are written.
#[derive(Debug)]
enum WriteForm {
    Leaf(Box<dyn AnyCodec>),
    Enum(u32),
    Record(u32),
    List(Box<WriteForm>),
    Split(Box<str>, Box<WriteForm>),
    Map(Box<WriteForm>),
    /// What the checker lets no plan have: a pattern or zone that is none.
    Defect,
}

#[derive(Debug)]
struct Field {
    /// `"name":`.
    key: Box<[u8]>,
    name: Box<str>,
    slot: u32,
    optional: bool,
    blanks: Blanks,
    form: WriteForm,
}

#[derive(Debug)]
struct WriteRecord {
    fields: Vec<Field>,
    absent: AbsentAs,
}

/// The write shapes of a plan, ready.
#[derive(Debug)]
pub(crate) struct Writing {
    shapes: Vec<WriteRecord>,
    dialect: Dialect,
}

/// The outputs of a pipeline.
pub(crate) trait Outputs<'v> {
    /// The value of an output.
    fn value(&self, slot: u32) -> Value<'v>;

    /// Calls `then` with where an output of this name is written to.
    fn to(&self, slot: u32, name: &str, then: impl FnOnce(&To<'_, '_>));
}

impl Writing {
    pub fn new(plan: &Plan) -> Self {
        Writing { shapes: plan.write_shapes.iter().map(shape).collect(), dialect: plan.target_csv.unwrap_or_default() }
    }

    /// Appends a record as a JSON object; what cannot be written is reported.
    pub fn json<'v>(&self, shape: u32, library: &Library, outputs: &impl Outputs<'v>, out: &mut Vec<u8>) {
        let Some(shape) = self.shapes.get(shape as usize) else { return };
        let mut object = Object::new(shape.absent, out);
        for field in &shape.fields {
            let value = outputs.value(field.slot);
            if object.key(field, value) {
                let writer = Writer { writing: self, library };
                outputs.to(field.slot, &field.name, |to| writer.json(to, &field.form, field.blanks, value, object.out));
            }
        }
        object.end();
    }

    /// Appends a record as a CSV row, without a line break; what cannot be written is reported.
    pub fn row<'v>(&self, shape: u32, library: &Library, outputs: &impl Outputs<'v>, out: &mut Vec<u8>) {
        let Some(shape) = self.shapes.get(shape as usize) else { return };
        let writer = Writer { writing: self, library };
        let mut row = RowWriter::new(out, self.dialect);
        for field in &shape.fields {
            let value = outputs.value(field.slot);
            let write = |out: &mut Vec<u8>| {
                outputs.to(field.slot, &field.name, |to| {
                    to.put(writer.text(&field.form, field.blanks, value, self.dialect.decimal_mark, out));
                });
            };
            match (value, field.optional) {
                (Value::Absent, _) => row.nothing(),
                (_, true) => row.optional(write),
                (_, false) => row.cell(write),
            }
        }
        row.end();
    }

    /// Appends the names of a record's fields as a CSV row, without a line break.
    pub fn header(&self, shape: u32, out: &mut Vec<u8>) {
        let mut row = RowWriter::new(out, self.dialect);
        for field in self.shapes.get(shape as usize).into_iter().flat_map(|shape| &shape.fields) {
            row.cell(|out| out.extend_from_slice(field.name.as_bytes()));
        }
        row.end();
    }
}

fn shape(shape: &ir::WriteShape) -> WriteRecord {
    let fields = shape.fields.iter().map(|field| {
        let mut key = Vec::new();
        write::string(&mut key, &field.name);
        key.push(b':');
        let (name, form) = (field.name.as_str().into(), form(&field.encode));
        Field { key: key.into(), name, slot: field.slot, optional: field.optional, blanks: field.blanks, form }
    });
    WriteRecord { fields: fields.collect(), absent: shape.absent }
}

fn form(encode: &Encode) -> WriteForm {
    match encode {
        Encode::Leaf(form) => form.codec().map_or(WriteForm::Defect, WriteForm::Leaf),
        Encode::Enum(id) => WriteForm::Enum(id.0),
        Encode::Record(id) => WriteForm::Record(id.0),
        Encode::List(element) => WriteForm::List(Box::new(form(&element.encode))),
        Encode::Split(by, element) => WriteForm::Split(by.as_str().into(), Box::new(form(&element.encode))),
        Encode::Map(element) => WriteForm::Map(Box::new(form(&element.encode))),
    }
}

/// An object being written.
struct Object<'o> {
    out: &'o mut Vec<u8>,
    absent: AbsentAs,
    first: bool,
}

impl<'o> Object<'o> {
    fn new(absent: AbsentAs, out: &'o mut Vec<u8>) -> Self {
        out.push(b'{');
        Object { out, absent, first: true }
    }

    /// Appends the key of a field, unless it is left out for being absent.
    fn key(&mut self, field: &Field, value: Value<'_>) -> bool {
        if matches!(value, Value::Absent) && self.absent == AbsentAs::Omit {
            return false;
        }
        if !std::mem::take(&mut self.first) {
            self.out.push(b',');
        }
        self.out.extend_from_slice(&field.key);
        true
    }

    fn end(self) {
        self.out.push(b'}');
    }
}

/// Writes values by their forms.
#[derive(Clone, Copy)]
struct Writer<'w> {
    writing: &'w Writing,
    library: &'w Library,
}

impl Writer<'_> {
    fn record(self, to: &To<'_, '_>, id: u32, fields: &[Value<'_>], out: &mut Vec<u8>) {
        let Some(shape) = self.writing.shapes.get(id as usize) else { return };
        let mut object = Object::new(shape.absent, out);
        for field in &shape.fields {
            let value = fields.get(field.slot as usize).copied().unwrap_or(Value::Absent);
            if object.key(field, value) {
                self.json(&to.field(&field.name), &field.form, field.blanks, value, object.out);
            }
        }
        object.end();
    }

    fn json(self, to: &To<'_, '_>, form: &WriteForm, blanks: Blanks, value: Value<'_>, out: &mut Vec<u8>) {
        let inside = Blanks::of(blanks.read);
        match (form, value) {
            (_, Value::Absent) => write::null(out),
            (WriteForm::Leaf(codec), value) => to.put(codec.json_value(blanks, out, value)),
            (WriteForm::Record(id), Value::Record(fields)) => self.record(to, *id, fields, out),
            (WriteForm::List(form), Value::List(items)) => {
                write::list(to, out, items, |out, item| self.json(to, form, inside, item, out));
            }
            (WriteForm::Map(form), Value::Map(entries)) => {
                write::map(to, out, Map(entries), |out, value| self.json(to, form, inside, value, out));
            }
            (form, value) => to.put(write::quoted(out, |out| self.text(form, blanks, value, write::POINT, out))),
        }
    }

    /// Appends the text form: what stands in a CSV cell or between quotes.
    fn text(self, form: &WriteForm, blanks: Blanks, value: Value<'_>, mark: u8, out: &mut Vec<u8>) -> Written {
        match (form, value) {
            (WriteForm::Leaf(codec), value) => codec.write_value(blanks, out, value, mark),
            (WriteForm::Enum(id), Value::Enum(member)) => {
                let wire = self.library.enums.get(*id as usize).map_or(&[][..], |wire| wire);
                codec::text(&MemberText(wire), blanks, out, member, mark)
            }
            (WriteForm::Split(by, form), Value::List(items)) => {
                write::split(out, items, by, blanks, |out, item| match item {
                    Value::Absent => write::no_part(blanks.read),
                    item => self.text(form, Blanks::of(blanks.read), item, mark, out),
                })
            }
            // The checker keeps what has no text form out of cells and split texts.
            _ => Err(codec::refuse("a value has no form here; this is a defect of mapc")),
        }
    }
}
