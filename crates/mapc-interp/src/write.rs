//! Writes target records: the shapes of the plan with their keys rendered.

use jiff::tz::TimeZone;
use mapc_plan::ir::{self, AbsentAs, Encode, Plan};
use mapc_runtime::csv::{Dialect, RowWriter};
use mapc_runtime::datetime::{self, Purpose};
use mapc_runtime::write::{self, text};
use mapc_runtime::{DatePattern, Map, Scalar, Value};

use crate::node::Library;

/// How values are written.
#[derive(Debug)]
enum Form {
    Str,
    Bool,
    Words(Box<str>, Box<str>),
    Int,
    IntText,
    Decimal(Option<u32>),
    DecimalText(Option<u32>),
    Float,
    FloatText,
    Scalar,
    Enum(u32),
    Date,
    DateTime,
    Timestamp,
    DateFormat(DatePattern),
    DateTimeFormat(DatePattern),
    TimestampFormat(DatePattern, Option<TimeZone>),
    EpochSeconds,
    EpochMillis,
    Record(u32),
    List(Box<Form>),
    Split(Box<str>, Box<Form>),
    Map(Box<Form>),
    /// What the checker lets no plan have: a pattern or zone that is none.
    Defect,
}

#[derive(Debug)]
struct Field {
    /// `"name":`.
    key: Box<[u8]>,
    name: Box<str>,
    slot: u32,
    form: Form,
}

#[derive(Debug)]
struct Shape {
    fields: Vec<Field>,
    absent: AbsentAs,
}

/// The write shapes of a plan, ready.
#[derive(Debug)]
pub(crate) struct Writing {
    shapes: Vec<Shape>,
    dialect: Dialect,
}

impl Writing {
    pub fn new(plan: &Plan) -> Self {
        let dialect = plan.target_csv.map_or_else(Dialect::default, |csv| Dialect {
            separator: csv.separator,
            quote: csv.quote,
            decimal_mark: csv.decimal_mark,
        });
        Writing { shapes: plan.write_shapes.iter().map(shape).collect(), dialect }
    }

    /// Appends a record as a JSON object.
    pub fn json<'v>(&self, shape: u32, library: &Library, value: impl Fn(u32) -> Value<'v>, out: &mut Vec<u8>) {
        Writer { writing: self, library }.object(shape, value, out);
    }

    /// Appends a record as a CSV row, without a line break.
    pub fn row<'v>(&self, shape: u32, library: &Library, value: impl Fn(u32) -> Value<'v>, out: &mut Vec<u8>) {
        let writer = Writer { writing: self, library };
        let mut row = RowWriter::new(out, self.dialect);
        for field in self.shapes.get(shape as usize).into_iter().flat_map(|shape| &shape.fields) {
            row.cell(|out| writer.text(&field.form, value(field.slot), self.dialect.decimal_mark, out));
        }
        row.end();
    }

    /// Appends the names of a record's fields as a CSV row, without a line break.
    pub fn header(&self, shape: u32, out: &mut Vec<u8>) {
        let mut row = RowWriter::new(out, self.dialect);
        for field in self.shapes.get(shape as usize).into_iter().flat_map(|shape| &shape.fields) {
            row.cell(|out| text::string(out, &field.name));
        }
        row.end();
    }
}

fn shape(shape: &ir::WriteShape) -> Shape {
    let fields = shape.fields.iter().map(|field| {
        let mut key = Vec::new();
        write::string(&mut key, &field.name);
        key.push(b':');
        Field { key: key.into(), name: field.name.as_str().into(), slot: field.slot, form: form(&field.encode) }
    });
    Shape { fields: fields.collect(), absent: shape.absent }
}

fn form(encode: &Encode) -> Form {
    let pattern = |text: &str, purpose| DatePattern::new(text, purpose).ok();
    match encode {
        Encode::Str => Form::Str,
        Encode::Bool => Form::Bool,
        Encode::BoolWords(yes, no) => Form::Words(yes.as_str().into(), no.as_str().into()),
        Encode::Int => Form::Int,
        Encode::IntText => Form::IntText,
        Encode::Decimal(scale) => Form::Decimal(*scale),
        Encode::DecimalText(scale) => Form::DecimalText(*scale),
        Encode::Float => Form::Float,
        Encode::FloatText => Form::FloatText,
        Encode::Scalar => Form::Scalar,
        Encode::Enum(id) => Form::Enum(id.0),
        Encode::Date => Form::Date,
        Encode::DateTime => Form::DateTime,
        Encode::Timestamp => Form::Timestamp,
        Encode::DateFormat(text) => pattern(text, Purpose::Date).map_or(Form::Defect, Form::DateFormat),
        Encode::DateTimeFormat(text) => pattern(text, Purpose::DateTime).map_or(Form::Defect, Form::DateTimeFormat),
        Encode::TimestampFormat(text, zone) => {
            let pattern = pattern(text, Purpose::Timestamp { zone: zone.is_some() });
            match (pattern, zone.as_deref().map(datetime::zone).transpose()) {
                (Some(pattern), Ok(zone)) => Form::TimestampFormat(pattern, zone),
                _ => Form::Defect,
            }
        }
        Encode::EpochSeconds => Form::EpochSeconds,
        Encode::EpochMillis => Form::EpochMillis,
        Encode::Record(id) => Form::Record(id.0),
        Encode::List(element) => Form::List(Box::new(form(&element.encode))),
        Encode::Split(by, element) => Form::Split(by.as_str().into(), Box::new(form(&element.encode))),
        Encode::Map(element) => Form::Map(Box::new(form(&element.encode))),
    }
}

/// Writes values by their forms.
#[derive(Clone, Copy)]
struct Writer<'w> {
    writing: &'w Writing,
    library: &'w Library,
}

impl Writer<'_> {
    fn object<'v>(self, id: u32, value: impl Fn(u32) -> Value<'v>, out: &mut Vec<u8>) {
        out.push(b'{');
        let mut first = true;
        if let Some(shape) = self.writing.shapes.get(id as usize) {
            for field in &shape.fields {
                let value = value(field.slot);
                if matches!(value, Value::Absent) && shape.absent == AbsentAs::Omit {
                    continue;
                }
                if !std::mem::take(&mut first) {
                    out.push(b',');
                }
                out.extend_from_slice(&field.key);
                self.json(&field.form, value, out);
            }
        }
        out.push(b'}');
    }

    fn json(self, form: &Form, value: Value<'_>, out: &mut Vec<u8>) {
        match (form, value) {
            (_, Value::Absent) => write::null(out),
            (Form::Str, Value::Str(value)) => write::string(out, value),
            (Form::Scalar, value) => match scalar(value) {
                Some(value) => write::scalar(out, value),
                None => write::null(out),
            },
            (Form::Record(id), Value::Record(fields)) => {
                self.object(*id, |slot| fields.get(slot as usize).copied().unwrap_or(Value::Absent), out);
            }
            (Form::List(form), Value::List(items)) => write::list(out, items, |out, item| self.json(form, item, out)),
            (Form::Map(form), Value::Map(entries)) => {
                write::map(out, Map(entries), |out, value| self.json(form, value, out));
            }
            (
                Form::Bool | Form::Int | Form::Decimal(_) | Form::Float | Form::EpochSeconds | Form::EpochMillis,
                value,
            ) => self.text(form, value, text::POINT, out),
            (form, value) => write::quoted(out, |out| self.text(form, value, text::POINT, out)),
        }
    }

    /// Appends the text form: what stands in a CSV cell or between quotes. Absent is nothing.
    fn text(self, form: &Form, value: Value<'_>, mark: u8, out: &mut Vec<u8>) {
        match (form, value) {
            (Form::Str, Value::Str(value)) => text::string(out, value),
            (Form::Bool, Value::Bool(value)) => text::boolean(out, value),
            (Form::Words(yes, no), Value::Bool(value)) => text::string(out, if value { yes } else { no }),
            (Form::Int | Form::IntText, Value::Int(value)) => text::int(out, value),
            (Form::Decimal(scale) | Form::DecimalText(scale), Value::Decimal(value)) => {
                text::decimal(out, value, *scale, mark);
            }
            (Form::Float | Form::FloatText, Value::Float(value)) => text::float(out, value, mark),
            (Form::Enum(id), Value::Enum(member)) => {
                let wire = self.library.enums.get(*id as usize).and_then(|wire| wire.get(member as usize));
                text::string(out, wire.map_or("", |text| text));
            }
            (Form::Date, Value::Date(value)) => text::date(out, value),
            (Form::DateTime, Value::DateTime(value)) => text::datetime(out, value),
            (Form::Timestamp, Value::Timestamp(value)) => text::timestamp(out, value),
            (Form::DateFormat(pattern), Value::Date(value)) => text::date_format(out, value, pattern),
            (Form::DateTimeFormat(pattern), Value::DateTime(value)) => text::datetime_format(out, value, pattern),
            (Form::TimestampFormat(pattern, zone), Value::Timestamp(value)) => {
                text::timestamp_format(out, value, pattern, zone.as_ref());
            }
            (Form::EpochSeconds, Value::Timestamp(value)) => text::epoch_seconds(out, value),
            (Form::EpochMillis, Value::Timestamp(value)) => text::epoch_millis(out, value),
            (Form::Split(by, form), Value::List(items)) => {
                text::split(out, items, by, |out, item| self.text(form, item, mark, out));
            }
            (Form::Scalar, value) => {
                if let Some(value) = scalar(value) {
                    text::scalar(out, value);
                }
            }
            // A cell has no form of its own for what has parts.
            (Form::Record(_) | Form::List(_) | Form::Map(_), value) if !matches!(value, Value::Absent) => {
                self.json(form, value, out);
            }
            _ => {}
        }
    }
}

fn scalar(value: Value<'_>) -> Option<Scalar<'_>> {
    match value {
        Value::Str(text) => Some(Scalar::Str(text)),
        Value::Number(text) => Some(Scalar::Number(text)),
        Value::Bool(value) => Some(Scalar::Bool(value)),
        _ => None,
    }
}
