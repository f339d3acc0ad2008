//! Writers: statements that append a value to `out`. Keys and punctuation that are known beforehand are one literal.

use mapc_plan::points::Asked;
use mapc_plan::{AbsentAs, Blank, Blanks, Dialect, Encode, EncodeElement, WriteField, WriteId, WriteShape};

use crate::docs::code;
use crate::module::Module;
use crate::rust::{block, call, documented};

/// A field to write: where it stands in its shape, and a place expression of its value.
struct Value<'f> {
    field: &'f WriteField,
    point: u32,
    value: String,
}

/// The fields of a shape with their values.
fn values<'f>(module: &Module<'_>, id: u32, shape: &'f WriteShape, value: impl Fn(u32) -> String) -> Vec<Value<'f>> {
    let fields = (0..).zip(&shape.fields);
    fields
        .map(|(at, field)| Value { field, point: module.point(Asked::Write(id, at)), value: value(field.slot) })
        .collect()
}

/// Whether something stands in the object already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Perhaps,
    Something,
}

/// The statements that write a CSV row of these fields, without a line break.
fn row(module: &mut Module<'_>, fields: &[Value<'_>], csv: Dialect) -> String {
    let mut text = format!("let mut row = rt::csv::RowWriter::new(out, {});\n", dialect(csv));
    text.push_str("let mut written = Ok(());\n");
    let mark = csv.decimal_mark.to_string();
    for Value { field, value, point } in fields {
        let inner = if field.optional { "value" } else { value.as_str() };
        let write = self::text(module, &field.encode, inner, &mark, field.blanks);
        let cell = |function: &str| {
            block(&format!("row.{function}(|out|"), &format!("written = written.and(fast::put({point}, {write}));"))
                + ")"
        };
        text.push_str(&if field.optional {
            let arms = format!("Some(value) => {},\nNone => row.nothing(),", cell("optional"));
            block(&format!("match {value}"), &arms) + "\n"
        } else {
            cell("cell") + ";\n"
        });
    }
    text + "row.end();\nwritten?;"
}

/// The function that writes the names of the target's fields as a CSV row.
pub(crate) fn header(name: &str, fields: &[WriteField], csv: Dialect) -> String {
    let mut body = format!("let mut row = rt::csv::RowWriter::new(out, {});\n", dialect(csv));
    for field in fields {
        body.push_str(&format!("row.cell(|out| out.extend_from_slice({:?}.as_bytes()));\n", field.name));
    }
    let doc = format!("Appends the header of the rows that [`{name}_csv`] writes, without a line break.");
    documented(&doc) + &block(&format!("pub fn {name}_csv_header(out: &mut Vec<u8>)"), &(body + "row.end();"))
}

fn dialect(csv: Dialect) -> String {
    format!(
        "rt::csv::Dialect {{ separator: {}, quote: {}, decimal_mark: {} }}",
        csv.separator, csv.quote, csv.decimal_mark
    )
}

/// The statements that write an object.
struct Object {
    lines: Vec<String>,
    /// What is known to come next.
    pending: String,
    before: Before,
}

/// The statements that write an object of these fields.
fn object(module: &mut Module<'_>, fields: &[Value<'_>], absent: AbsentAs) -> String {
    let mut object = Object { lines: Vec::new(), pending: "{".to_owned(), before: Before::Nothing };
    for (position, Value { field, value, point }) in fields.iter().enumerate() {
        let last = position + 1 == fields.len();
        let inner = if field.optional { "value" } else { value.as_str() };
        let write = json(module, &field.encode, inner, *point, field.blanks);
        match (field.optional, absent) {
            (false, _) => object.required(&field.name, write),
            (true, AbsentAs::Omit) => object.omitted(&field.name, value, &write, last),
            (true, AbsentAs::Null) => object.nullable(&field.name, value, &write),
        }
    }
    object.pending.push('}');
    object.flush();
    object.lines.join("\n")
}

impl Object {
    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        self.lines.extend(literal(&pending));
    }

    /// The comma and key of a field that is written in any case.
    fn key(&mut self, name: &str) {
        match self.before {
            Before::Nothing => {}
            Before::Something => self.pending.push(','),
            Before::Perhaps => {
                self.flush();
                self.lines.push(comma());
            }
        }
        self.before = Before::Something;
        self.pending.push_str(&key(name));
    }

    fn required(&mut self, name: &str, write: String) {
        self.key(name);
        self.flush();
        self.lines.push(write);
    }

    fn nullable(&mut self, name: &str, value: &str, write: &str) {
        self.key(name);
        self.flush();
        let arms = format!("{}\nNone => write::null(out),", block("Some(value) =>", write));
        self.lines.push(block(&format!("match {value}"), &arms));
    }

    /// A field that may be left out. Only what follows it asks whether something stands before it.
    fn omitted(&mut self, name: &str, value: &str, write: &str, last: bool) {
        self.flush();
        let mut body = Vec::new();
        match self.before {
            Before::Nothing if !last => self.lines.push("let start = out.len();".to_owned()),
            Before::Perhaps => body.push(comma()),
            Before::Nothing | Before::Something => {}
        }
        let separator = if self.before == Before::Something { "," } else { "" };
        body.extend(literal(&format!("{separator}{}", key(name))));
        body.push(write.to_owned());
        self.lines.push(block(&format!("if let Some(value) = {value}"), &body.join("\n")));
        if self.before == Before::Nothing {
            self.before = Before::Perhaps;
        }
    }
}

fn comma() -> String {
    block("if out.len() > start", "out.push(b',');")
}

/// A key as JSON, with its colon.
pub(crate) fn key(name: &str) -> String {
    let mut out = Vec::new();
    mapc_runtime::write::string(&mut out, name);
    out.push(b':');
    String::from_utf8_lossy(&out).into_owned()
}

/// The statement that appends a text.
fn literal(text: &str) -> Option<String> {
    match text.as_bytes() {
        [] => None,
        [byte] => Some(format!("out.push(b'{}');", byte.escape_ascii())),
        bytes => Some(format!("out.extend_from_slice(b\"{}\");", bytes.escape_ascii())),
    }
}

/// The statement that writes a value as JSON.
fn json(module: &mut Module<'_>, encode: &Encode, value: &str, point: u32, blanks: Blanks) -> String {
    match encode {
        Encode::Leaf(form) => {
            let codec = module.statics.codec(form);
            put(point, &self::codec(&codec, form.definition.constant, "json", blanks, &format!("out, {value}")))
        }
        Encode::Enum(id) => {
            let codec = format!("codec::MemberText(&{})", module.enums.wire(*id));
            put(point, &self::codec(&codec, true, "json", blanks, &format!("out, {value}")))
        }
        Encode::Record(id) => format!("{}?;", record(module, *id, value)),
        Encode::Split(..) => {
            let text = text(module, encode, value, "write::POINT", blanks);
            put(point, &format!("write::quoted(out, |out| {text})"))
        }
        Encode::List(element) => parts(module, "fast::write_list", element, value, point, blanks),
        Encode::Map(element) => parts(module, "fast::write_map", element, value, point, blanks),
    }
}

fn put(point: u32, written: &str) -> String {
    format!("fast::put({point}, {written})?;")
}

fn parts(
    module: &mut Module<'_>,
    function: &str,
    element: &EncodeElement,
    value: &str,
    point: u32,
    blanks: Blanks,
) -> String {
    let mut write = json(module, &element.encode, "item", point, Blanks::of(blanks.read));
    if element.optional {
        let arms = format!("{}\nNone => write::null(out),", block("Some(item) =>", &write));
        write = block("match item", &arms);
    }
    let closure = block("|out, item|", &format!("{write}\nOk(())"));
    format!("{}?;", call(function, &["cx".into(), "out".into(), value.into(), closure]))
}

/// The Rust of an option.
pub(crate) fn blank(blank: Blank) -> &'static str {
    match blank {
        Blank::Value => "Blank::Value",
        Blank::Absent => "Blank::Absent",
        Blank::Reject => "Blank::Reject",
    }
}

/// The Rust of which blank texts may be written.
pub(crate) fn written(blanks: Blanks) -> String {
    match (blanks.read, blanks.empty) {
        (Blank::Value, _) => "write::Blanks::ANY".to_owned(),
        (read, false) => format!("write::Blanks::of({})", blank(read)),
        (read, true) => format!("write::Blanks::or_empty({})", blank(read)),
    }
}

/// A call of a codec: of its method, where blank texts are like others.
fn codec(codec: &str, constant: bool, function: &str, blanks: Blanks, arguments: &str) -> String {
    let method = if function == "text" { "write" } else { function };
    if blanks.read == Blank::Value {
        return format!("{codec}.{method}({arguments})");
    }
    let codec = if constant { codec.to_owned() } else { format!("*{codec}") };
    format!("codec::{function}(&{codec}, {}, {arguments})", written(blanks))
}

fn record(module: &Module<'_>, shape: WriteId, value: &str) -> String {
    let record = module.plan.write_shapes.get(shape.0 as usize).map(|shape| shape.record);
    let recursive = record.and_then(|record| module.types.shape(record)).is_some_and(|shape| shape.recursive);
    format!("write_{}(cx, out, {}{value})", shape.0, if recursive { "" } else { "&" })
}

/// The expression that writes a value's text and tells whether it could; `mark` is the decimal mark.
pub(crate) fn text(module: &mut Module<'_>, encode: &Encode, value: &str, mark: &str, blanks: Blanks) -> String {
    let arguments = format!("out, {value}, {mark}");
    match encode {
        Encode::Leaf(form) => {
            let codec = module.statics.codec(form);
            self::codec(&codec, form.definition.constant, "text", blanks, &arguments)
        }
        Encode::Enum(id) => {
            self::codec(&format!("codec::MemberText(&{})", module.enums.wire(*id)), true, "text", blanks, &arguments)
        }
        Encode::Split(separator, element) => {
            let part = text(module, &element.encode, "item", mark, Blanks::of(blanks.read));
            let absent = blank(blanks.read);
            let part = if element.optional {
                format!("match item {{ Some(item) => {part}, None => write::no_part({absent}) }}")
            } else {
                part
            };
            format!("write::split(out, {value}, {separator:?}, {}, |out, item| {part})", written(blanks))
        }
        // The checker keeps what has no text form out of cells and split texts.
        Encode::Record(_) | Encode::List(_) | Encode::Map(_) => {
            "Err(codec::refuse(\"a value has no form here; this is a defect of mapc\"))".to_owned()
        }
    }
}

/// The functions that write nested records.
pub(crate) fn items(module: &mut Module<'_>) -> Vec<String> {
    let plan = module.plan;
    let tops = tops(plan);
    let nested = (0..).zip(&plan.write_shapes).filter(|(id, _)| !tops.contains(id));
    nested.map(|(id, shape)| function(module, id, shape)).collect()
}

/// The shapes that pipelines end with.
fn tops(plan: &mapc_plan::Plan) -> Vec<u32> {
    fn add(pipeline: &mapc_plan::Pipeline, tops: &mut Vec<u32>) {
        tops.push(pipeline.write.0);
        for head in pipeline.stages.iter().flat_map(|stage| &stage.heads) {
            if let mapc_plan::Head::Delete { pipeline, .. } = head {
                add(pipeline, tops);
            }
        }
    }
    let mut tops = Vec::new();
    add(&plan.pipeline, &mut tops);
    // A target that holds records of its own type has a shape for those as well.
    let is_nested = |id: &u32| {
        let mut found = false;
        plan.write_shapes.iter().flat_map(|shape| &shape.fields).for_each(|field| found |= names(&field.encode, *id));
        found
    };
    tops.retain(|id| !is_nested(id));
    tops
}

fn names(encode: &Encode, id: u32) -> bool {
    match encode {
        Encode::Record(found) => found.0 == id,
        Encode::List(element) | Encode::Map(element) | Encode::Split(_, element) => names(&element.encode, id),
        Encode::Leaf(_) | Encode::Enum(_) => false,
    }
}

fn function(module: &mut Module<'_>, id: u32, shape: &WriteShape) -> String {
    let fields = module.types.shape(shape.record).map(|shape| shape.fields.clone()).unwrap_or_default();
    let ty = module.types.record_struct(shape.record, "'_");
    let name = module.plan.layout(shape.record).map_or("", |layout| &layout.name);
    let doc = format!("Writes a {}.", code(name));
    documented(&doc) + &record_writer(module, &format!("write_{id}"), id, shape, (&fields, &ty))
}

/// The function that appends a record as JSON; `held` are the names of its struct's fields by slot, and the struct.
pub(crate) fn record_writer(
    module: &mut Module<'_>,
    name: &str,
    id: u32,
    shape: &WriteShape,
    (names, ty): (&[String], &str),
) -> String {
    let fields = values(module, id, shape, |slot| place(names, slot));
    let body = object(module, &fields, shape.absent);
    let cx = if body.contains("(cx,") || body.contains("cx,\n") { "cx" } else { "_cx" };
    let record = if fields.is_empty() { "_record" } else { "record" };
    let head = format!("fn {name}({cx}: &rt::Cx<'_>, out: &mut Vec<u8>, {record}: &{ty}) -> fast::Result<()>");
    block(&head, &format!("{body}\nOk(())"))
}

/// As [`record_writer`], of a function that appends a CSV row.
pub(crate) fn row_writer(
    module: &mut Module<'_>,
    name: &str,
    (id, shape): (u32, &WriteShape),
    (names, ty): (&[String], &str),
    csv: Dialect,
) -> String {
    let fields = values(module, id, shape, |slot| place(names, slot));
    let body = row(module, &fields, csv);
    let record = if fields.is_empty() { "_record" } else { "record" };
    let head = format!("fn {name}(out: &mut Vec<u8>, {record}: &{ty}) -> fast::Result<()>");
    block(&head, &format!("{body}\nOk(())"))
}

/// The field that holds the value of a slot.
fn place(names: &[String], slot: u32) -> String {
    format!("record.{}", names.get(slot as usize).map_or("", |name| name))
}
