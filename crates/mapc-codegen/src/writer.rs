//! Writers: statements that append a value to `out`. Keys and punctuation that are known beforehand are one literal.

use mapc_plan::ir::{AbsentAs, Csv, Encode, EncodeElement, WriteField, WriteId, WriteShape};
use mapc_runtime::datetime::Purpose;

use crate::module::Module;

/// A field to write: what holds its value.
pub(crate) struct Value<'f> {
    /// How it is written.
    pub field: &'f WriteField,
    /// A place expression of its value.
    pub value: String,
}

/// Whether something stands in the object already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Perhaps,
    Something,
}

/// The statements that write a CSV row of these fields, without a line break.
pub(crate) fn row(module: &mut Module<'_>, fields: &[Value<'_>], csv: Csv) -> String {
    let mut text = format!("let mut row = rt::csv::RowWriter::new(out, {});", dialect(csv));
    for Value { field, value } in fields {
        let inner = if field.optional { "value" } else { value.as_str() };
        let write = self::text(module, &field.encode, inner, &csv.decimal_mark.to_string());
        let cell = if field.optional { format!("if let Some(value) = {value} {{ {write} }}") } else { write };
        text.push_str(&format!("row.cell(|out| {{ {cell} }});"));
    }
    text + "row.end();"
}

/// The function that writes the names of the target's fields as a CSV row.
pub(crate) fn header(name: &str, fields: &[WriteField], csv: Csv) -> codegen::Function {
    let mut item = codegen::Function::new(format!("{name}_csv_header"));
    item.doc(format!("Appends the header of the rows that [`{name}_csv`] writes, without a line break."));
    item.vis("pub").arg("out", "&mut Vec<u8>");
    item.line(format!("let mut row = rt::csv::RowWriter::new(out, {});", dialect(csv)));
    for field in fields {
        item.line(format!("row.cell(|out| write::text::string(out, {:?}));", field.name));
    }
    item.line("row.end();");
    item
}

fn dialect(csv: Csv) -> String {
    format!(
        "rt::csv::Dialect {{ separator: {}, quote: {}, decimal_mark: {} }}",
        csv.separator, csv.quote, csv.decimal_mark
    )
}

/// The statements that write an object.
struct Object {
    text: String,
    /// What is known to come next.
    pending: String,
    before: Before,
}

/// The statements that write an object of these fields.
pub(crate) fn object(module: &mut Module<'_>, fields: &[Value<'_>], absent: AbsentAs) -> String {
    let mut object = Object { text: String::new(), pending: "{".to_owned(), before: Before::Nothing };
    for Value { field, value } in fields {
        let inner = if field.optional { "value" } else { value.as_str() };
        let write = json(module, &field.encode, inner);
        match (field.optional, absent) {
            (false, _) => object.required(&field.name, &write),
            (true, AbsentAs::Omit) => object.omitted(&field.name, value, &write),
            (true, AbsentAs::Null) => object.nullable(&field.name, value, &write),
        }
    }
    object.pending.push('}');
    object.flush();
    object.text
}

impl Object {
    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        self.text.push_str(&literal(&pending));
    }

    /// The comma and key of a field that is written in any case.
    fn key(&mut self, name: &str) {
        match self.before {
            Before::Nothing => {}
            Before::Something => self.pending.push(','),
            Before::Perhaps => {
                self.flush();
                self.text.push_str("if out.len() > start { out.push(b','); }");
            }
        }
        self.before = Before::Something;
        self.pending.push_str(&key(name));
    }

    fn required(&mut self, name: &str, write: &str) {
        self.key(name);
        self.flush();
        self.text.push_str(write);
    }

    fn nullable(&mut self, name: &str, value: &str, write: &str) {
        self.key(name);
        self.flush();
        self.text.push_str(&format!("match {value} {{ Some(value) => {{ {write} }} None => write::null(out), }}"));
    }

    fn omitted(&mut self, name: &str, value: &str, write: &str) {
        self.flush();
        let (prelude, comma) = match self.before {
            Before::Nothing => ("let start = out.len();", String::new()),
            Before::Perhaps => ("", "if out.len() > start { out.push(b','); }".to_owned()),
            Before::Something => ("", String::new()),
        };
        let separator = if self.before == Before::Something { "," } else { "" };
        let key = literal(&format!("{separator}{}", key(name)));
        self.text.push_str(&format!("{prelude} if let Some(value) = {value} {{ {comma} {key} {write} }}"));
        if self.before == Before::Nothing {
            self.before = Before::Perhaps;
        }
    }
}

/// A key as JSON, with its colon.
fn key(name: &str) -> String {
    let mut out = Vec::new();
    mapc_runtime::write::string(&mut out, name);
    out.push(b':');
    String::from_utf8_lossy(&out).into_owned()
}

/// The statement that appends a literal.
fn literal(text: &str) -> String {
    match text.as_bytes() {
        [] => String::new(),
        [single] => format!("out.push(b'{}');", single.escape_ascii()),
        bytes => format!("out.extend_from_slice(b\"{}\");", bytes.escape_ascii()),
    }
}

/// The statement that writes a value as JSON.
pub(crate) fn json(module: &mut Module<'_>, encode: &Encode, value: &str) -> String {
    match encode {
        Encode::Str => format!("write::string(out, {value});"),
        Encode::Scalar => format!("write::scalar(out, {value});"),
        Encode::BoolWords(..) | Encode::Enum(_) => format!("write::string(out, {});", words(module, encode, value)),
        Encode::Bool
        | Encode::Int
        | Encode::Decimal(_)
        | Encode::Float
        | Encode::EpochSeconds
        | Encode::EpochMillis => text(module, encode, value, "write::text::POINT"),
        Encode::IntText
        | Encode::DecimalText(_)
        | Encode::FloatText
        | Encode::Date
        | Encode::DateTime
        | Encode::Timestamp => {
            let write = text(module, encode, value, "write::text::POINT");
            format!("out.push(b'\"'); {write} out.push(b'\"');")
        }
        Encode::DateFormat(_) | Encode::DateTimeFormat(_) | Encode::TimestampFormat(..) | Encode::Split(..) => {
            let write = text(module, encode, value, "write::text::POINT");
            format!("write::quoted(out, |out| {{ {write} }});")
        }
        Encode::Record(shape) => record(module, *shape, value),
        Encode::List(element) => {
            format!("write::list(out, {value}, |out, item| {{ {} }});", json_element(module, element))
        }
        Encode::Map(element) => {
            format!("write::map(out, {value}, |out, item| {{ {} }});", json_element(module, element))
        }
    }
}

fn json_element(module: &mut Module<'_>, element: &EncodeElement) -> String {
    if !element.optional {
        return json(module, &element.encode, "item");
    }
    let write = json(module, &element.encode, "item");
    format!("match item {{ Some(item) => {{ {write} }} None => write::null(out), }}")
}

fn record(module: &mut Module<'_>, shape: WriteId, value: &str) -> String {
    module.nested.ask(shape);
    let record = module.plan.write_shapes.get(shape.0 as usize).map(|shape| shape.record);
    let recursive = record.and_then(|record| module.types.shape(record)).is_some_and(|shape| shape.recursive);
    format!("write_{}(out, {}{value});", shape.0, if recursive { "" } else { "&" })
}

/// The text of a value that is one of some words.
fn words(module: &mut Module<'_>, encode: &Encode, value: &str) -> String {
    match encode {
        Encode::BoolWords(yes, no) => format!("if {value} {{ {yes:?} }} else {{ {no:?} }}"),
        Encode::Enum(id) => format!("rt::flow::wire(&{}, {value})", module.enums.wire(*id)),
        _ => value.to_owned(),
    }
}

/// The statement that writes a value's text form; `mark` is the decimal mark.
pub(crate) fn text(module: &mut Module<'_>, encode: &Encode, value: &str, mark: &str) -> String {
    let call = |function: &str| format!("write::text::{function}(out, {value});");
    match encode {
        Encode::Str => call("string"),
        Encode::Scalar => call("scalar"),
        Encode::Bool => call("boolean"),
        Encode::Int | Encode::IntText => call("int"),
        Encode::Date => call("date"),
        Encode::DateTime => call("datetime"),
        Encode::Timestamp => call("timestamp"),
        Encode::EpochSeconds => call("epoch_seconds"),
        Encode::EpochMillis => call("epoch_millis"),
        Encode::BoolWords(..) | Encode::Enum(_) => {
            format!("write::text::string(out, {});", words(module, encode, value))
        }
        Encode::Decimal(places) | Encode::DecimalText(places) => {
            format!("write::text::decimal(out, {value}, {places:?}, {mark});")
        }
        Encode::Float | Encode::FloatText => format!("write::text::float(out, {value}, {mark});"),
        Encode::DateFormat(pattern) => {
            format!("write::text::date_format(out, {value}, &{});", module.statics.date_pattern(pattern, Purpose::Date))
        }
        Encode::DateTimeFormat(pattern) => {
            let pattern = module.statics.date_pattern(pattern, Purpose::DateTime);
            format!("write::text::datetime_format(out, {value}, &{pattern});")
        }
        Encode::TimestampFormat(pattern, zone) => timestamp(module, pattern, zone.as_deref(), value),
        Encode::Split(separator, element) => {
            let write = text_element(module, element, mark);
            format!("write::text::split(out, {value}, {separator:?}, |out, item| {{ {write} }});")
        }
        // The checker keeps what has no text form out of cells and split texts.
        Encode::Record(_) | Encode::List(_) | Encode::Map(_) => json(module, encode, value),
    }
}

fn text_element(module: &mut Module<'_>, element: &EncodeElement, mark: &str) -> String {
    let write = text(module, &element.encode, "item", mark);
    if element.optional { format!("if let Some(item) = item {{ {write} }}") } else { write }
}

fn timestamp(module: &mut Module<'_>, pattern: &str, zone: Option<&str>, value: &str) -> String {
    let pattern = module.statics.date_pattern(pattern, Purpose::Timestamp { zone: zone.is_some() });
    let zone = zone.map_or("None".to_owned(), |zone| format!("Some(&{})", module.statics.zone(zone)));
    format!("write::text::timestamp_format(out, {value}, &{pattern}, {zone});")
}

/// The functions that write the nested records that were asked for.
pub(crate) fn items(module: &mut Module<'_>) -> Vec<String> {
    let mut items = Vec::new();
    while let Some(id) = module.nested.next() {
        let plan = module.plan;
        if let Some(shape) = plan.write_shapes.get(id.0 as usize) {
            items.push(function(module, id.0, shape));
        }
    }
    items
}

fn function(module: &mut Module<'_>, position: u32, shape: &WriteShape) -> String {
    let names = module.types.shape(shape.record).map(|shape| shape.fields.clone()).unwrap_or_default();
    let field = |field| format!("record.{}", names.get(field as usize).map_or("", |name| name));
    let fields: Vec<Value<'_>> =
        shape.fields.iter().map(|write| Value { field: write, value: field(write.slot) }).collect();
    let body = object(module, &fields, shape.absent);
    let ty = module.types.record_struct(shape.record, "'_");
    let name =
        module.plan.layouts.iter().find(|layout| layout.record == shape.record).map_or("", |layout| &layout.name);
    let record = if fields.is_empty() { "_" } else { "record" };
    format!("/// Writes a `{name}`.\nfn write_{position}(out: &mut Vec<u8>, {record}: &{ty}) {{ {body} }}")
}
