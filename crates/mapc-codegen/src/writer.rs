//! Writers: statements that append a value to `out`. Keys and punctuation that are known beforehand are one literal.

use mapc_plan::{AbsentAs, Blank, Blanks, Dialect, Encode, EncodeElement, WriteField, WriteId, WriteShape};

use crate::docs::code;
use crate::module::Module;
use crate::reader::blank as option;

/// A field to write: what holds its value.
pub(crate) struct Value<'f> {
    /// How it is written.
    pub field: &'f WriteField,
    /// A place expression of its value.
    pub value: String,
    /// An expression of where it is written to.
    pub to: String,
}

/// Whether something stands in the object already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Perhaps,
    Something,
}

/// The statements that write a CSV row of these fields, without a line break.
pub(crate) fn row(module: &mut Module<'_>, fields: &[Value<'_>], csv: Dialect) -> String {
    let mut text = format!("let mut row = rt::csv::RowWriter::new(out, {});", dialect(csv));
    let mark = csv.decimal_mark.to_string();
    for Value { field, value, to } in fields {
        let inner = if field.optional { "value" } else { value.as_str() };
        let write = self::text(module, &field.encode, inner, &mark, field.blanks);
        let cell = |function: &str| format!("row.{function}(|out| {to}.put({write}))");
        text.push_str(&if field.optional {
            format!("match {value} {{ Some(value) => {}, None => row.nothing(), }}", cell("optional"))
        } else {
            cell("cell") + ";"
        });
    }
    text + "row.end();"
}

/// The function that writes the names of the target's fields as a CSV row.
pub(crate) fn header(name: &str, fields: &[WriteField], csv: Dialect) -> codegen::Function {
    let mut item = codegen::Function::new(format!("{name}_csv_header"));
    item.doc(format!("Appends the header of the rows that [`{name}_csv`] writes, without a line break."));
    item.vis("pub").arg("out", "&mut Vec<u8>");
    item.line(format!("let mut row = rt::csv::RowWriter::new(out, {});", dialect(csv)));
    for field in fields {
        item.line(format!("row.cell(|out| out.extend_from_slice({:?}.as_bytes()));", field.name));
    }
    item.line("row.end();");
    item
}

fn dialect(csv: Dialect) -> String {
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
    for (position, Value { field, value, to }) in fields.iter().enumerate() {
        let last = position + 1 == fields.len();
        let inner = if field.optional { "value" } else { value.as_str() };
        let write = match &field.encode {
            Encode::Leaf(_) | Encode::Enum(_) | Encode::Split(..) => {
                json(module, &field.encode, inner, to, field.blanks)
            }
            parts => format!("{{ let to = {to}; {} }}", json(module, parts, inner, "to", field.blanks)),
        };
        match (field.optional, absent) {
            (false, _) => object.required(&field.name, &write),
            (true, AbsentAs::Omit) => object.omitted(&field.name, value, &write, last),
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

    /// A field that may be left out. Only what follows it asks whether something stands before it.
    fn omitted(&mut self, name: &str, value: &str, write: &str, last: bool) {
        self.flush();
        let (prelude, comma) = match self.before {
            Before::Nothing if last => ("", String::new()),
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

/// The statement that writes a value as JSON; `to` is an expression of where.
fn json(module: &mut Module<'_>, encode: &Encode, value: &str, to: &str, blanks: Blanks) -> String {
    match encode {
        Encode::Leaf(form) => {
            let codec = module.statics.codec(form);
            format!("{to}.put({});", call(&codec, form.definition.constant, "json", blanks, &format!("out, {value}")))
        }
        Encode::Enum(id) => {
            let codec = format!("codec::Member(&{})", module.enums.wire(*id));
            format!("{to}.put({});", call(&codec, true, "json", blanks, &format!("out, {value}")))
        }
        Encode::Split(..) => {
            let write = text(module, encode, value, "write::POINT", blanks);
            format!("{to}.put(write::quoted(out, |out| {write}));")
        }
        Encode::Record(shape) => record(module, *shape, value, to),
        Encode::List(element) => {
            format!(
                "write::list(&{to}, out, {value}, |out, item| {{ {} }});",
                json_element(module, element, to, blanks)
            )
        }
        Encode::Map(element) => {
            format!("write::map(&{to}, out, {value}, |out, item| {{ {} }});", json_element(module, element, to, blanks))
        }
    }
}

/// The Rust of an option.
fn written(blanks: Blanks) -> String {
    match (blanks.read, blanks.empty) {
        (Blank::Value, _) => "write::Blanks::ANY".to_owned(),
        (read, false) => format!("write::Blanks::of({})", option(read)),
        (read, true) => format!("write::Blanks::or_empty({})", option(read)),
    }
}

/// A call of a codec: of its method, where blank texts are like others.
fn call(codec: &str, constant: bool, function: &str, blanks: Blanks, arguments: &str) -> String {
    let method = if function == "text" { "write" } else { function };
    if blanks.read == Blank::Value {
        return format!("{codec}.{method}({arguments})");
    }
    let codec = if constant { codec.to_owned() } else { format!("*{codec}") };
    format!("codec::{function}(&{codec}, {}, {arguments})", written(blanks))
}

fn json_element(module: &mut Module<'_>, element: &EncodeElement, to: &str, blanks: Blanks) -> String {
    let write = json(module, &element.encode, "item", to, Blanks::of(blanks.read));
    if !element.optional {
        return write;
    }
    format!("match item {{ Some(item) => {{ {write} }} None => write::null(out), }}")
}

fn record(module: &mut Module<'_>, shape: WriteId, value: &str, to: &str) -> String {
    module.nested.ask(shape);
    let record = module.plan.write_shapes.get(shape.0 as usize).map(|shape| shape.record);
    let recursive = record.and_then(|record| module.types.shape(record)).is_some_and(|shape| shape.recursive);
    format!("write_{}(&{to}, out, {}{value});", shape.0, if recursive { "" } else { "&" })
}

/// The expression that writes a value's text and tells whether it could; `mark` is the decimal mark.
fn text(module: &mut Module<'_>, encode: &Encode, value: &str, mark: &str, blanks: Blanks) -> String {
    let arguments = format!("out, {value}, {mark}");
    match encode {
        Encode::Leaf(form) => {
            let codec = module.statics.codec(form);
            call(&codec, form.definition.constant, "text", blanks, &arguments)
        }
        Encode::Enum(id) => {
            call(&format!("codec::Member(&{})", module.enums.wire(*id)), true, "text", blanks, &arguments)
        }
        Encode::Split(separator, element) => {
            let part = text(module, &element.encode, "item", mark, Blanks::of(blanks.read));
            let absent = option(blanks.read);
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
    let nested = |name: &String| format!("to.field({name:?})");
    let field = |field| format!("record.{}", names.get(field as usize).map_or("", |name| name));
    let fields: Vec<Value<'_>> = shape
        .fields
        .iter()
        .map(|write| Value { field: write, value: field(write.slot), to: nested(&write.name) })
        .collect();
    let body = object(module, &fields, shape.absent);
    let ty = module.types.record_struct(shape.record, "'_");
    let name =
        module.plan.layouts.iter().find(|layout| layout.record == shape.record).map_or("", |layout| &layout.name);
    let (to, record) = if fields.is_empty() { ("_", "_") } else { ("to", "record") };
    format!(
        "/// Writes a {}.\nfn write_{position}({to}: &write::To<'_, '_>, out: &mut Vec<u8>, {record}: &{ty}) {{ {body} }}",
        code(name)
    )
}
