//! One plan as one Rust module: what its items share, and their order in the text.

use std::collections::BTreeMap;

use codegen::Scope;
use mapc_plan::effects::Facts;
use mapc_plan::{Constant, FunctionId, Plan, RecordId, SiteId, Ty};
use mapc_runtime::Constraint;

use crate::body::{Body, consts, variable};
use crate::docs::code;
use crate::intern::{Enums, Nested, Sites, Statics, Tables};
use crate::names::{Namer, snake};
use crate::types::Types;
use crate::{functions, layout, reader, stage, writer};

/// What the items of a module name, and by what it is told that they do.
const USES: &[(&str, &str)] = &[
    ("Cow::", "use std::borrow::Cow;"),
    ("LazyCell::", "use std::cell::LazyCell;"),
    ("LazyLock<", "use std::sync::LazyLock;"),
    ("rt::", "use mapc_runtime as rt;"),
    ("codec::", "use rt::codec;"),
    (".read(", "use rt::codec::Codec;"),
    ("decode::", "use rt::decode;"),
    ("Blank::", "use rt::decode::Blank;"),
    (": Source<", "use rt::decode::Source;"),
    ("write::", "use rt::write;"),
];

/// The text of a plan's module. `name` is that of its function; `header` stands in front.
pub(crate) fn text(plan: &Plan, name: &str, header: &str) -> String {
    let mut module = Module::new(plan, name);
    let transform = transform(&mut module);
    let functions = functions::items(&mut module);
    let readers = reader::items(&mut module);
    let writers = writer::items(&mut module);
    let tables = module.tables.items(&module);

    let mut scope = Scope::new();
    let entries = entry_points(plan, name).into_iter().chain(csv_entry_points(plan, name));
    for function in entries.into_iter().chain([transform]).chain(functions) {
        scope.push_fn(function);
    }
    for item in module.structs() {
        scope.push_struct(item);
    }
    let raw = [readers, writers, tables, module.statics.items(), module.enums.items(plan)];
    for item in raw.into_iter().flatten().chain([module.sites.item(plan)]) {
        scope.raw(item);
    }
    let items = scope.to_string();
    let bare = layout::without_texts(&items);
    let mut uses: Vec<&str> = USES.iter().filter(|(sign, _)| bare.contains(sign)).map(|(_, line)| *line).collect();
    uses.dedup();
    format!("{header}\n{}", layout::tidy(&format!("{}\n{items}", uses.join("\n"))))
}

/// The functions that callers use.
fn entry_points(plan: &Plan, name: &str) -> [codegen::Function; 3] {
    let mut whole = codegen::Function::new(name);
    whole
        .doc(format!(
            "Maps one {} to a {}, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.\n\n\
             Values of the record live in `bump`, which may be reset before the next record.",
            code(&plan.from),
            code(&plan.to)
        ))
        .vis("pub");
    whole.arg("input", "rt::Input<'_>").arg("message", "rt::Message<'_>").arg("bump", "&rt::Bump");
    whole.arg("out", "&mut Vec<u8>").ret("rt::Outcome");
    whole.line(format!("{name}_in(&rt::Cx::new(bump, message), input, out)"));

    let mut within = codegen::Function::new(format!("{name}_in"));
    within.doc(format!("As [`{name}`], within a context that afterwards holds the notices of the record."));
    within.vis("pub").generic("'a");
    within.arg("cx", "&rt::Cx<'a>").arg("input", "rt::Input<'a>").arg("out", "&mut Vec<u8>").ret("rt::Outcome");
    let json = if plan.target_csv.is_some() { ", false" } else { "" };
    within.line(format!("rt::flow::outcome(cx, transform(cx, input, out{json}))"));
    let mut single = codegen::Function::new(format!("{name}_bytes"));
    single.doc(format!("As [`{name}`], of a single record in JSON.\n\n# Errors\nWhere nothing is written."));
    single.vis("pub").arg("json", "&[u8]").arg("message", "rt::Message<'_>").ret("Result<Vec<u8>, rt::NoOutput>");
    single.line(format!("rt::once(message, json, {name}_in)"));
    [whole, within, single]
}

/// The functions that write rows, for a target that stands in CSV files.
fn csv_entry_points(plan: &Plan, name: &str) -> Vec<codegen::Function> {
    let Some((csv, shape)) = plan.target_csv.zip(plan.write_shapes.get(plan.pipeline.write.0 as usize)) else {
        return Vec::new();
    };
    let mut row = codegen::Function::new(format!("{name}_csv"));
    row.doc(format!("As [`{name}_in`], but a CSV row is appended, without a line break."));
    row.vis("pub").generic("'a");
    row.arg("cx", "&rt::Cx<'a>").arg("input", "rt::Input<'a>").arg("out", "&mut Vec<u8>").ret("rt::Outcome");
    row.line("rt::flow::outcome(cx, transform(cx, input, out, true))");
    vec![row, writer::header(name, &shape.fields, csv)]
}

/// The function that does all of it.
fn transform(module: &mut Module<'_>) -> codegen::Function {
    let plan = module.plan;
    let mut body = Body::new(module, &plan.locals);
    let pipeline = stage::pipeline(&mut body, &plan.pipeline);
    let input = if body.is_used(plan.input) { variable(plan.input) } else { "_".to_owned() };
    let source = plan.source.0;
    let declared = plan.read_shapes.get(source as usize).map_or(SiteId(0), |shape| shape.site);
    let place = body.place(declared);
    let mut item = codegen::Function::new("transform");
    item.doc("Reads the record, does what the maps say, and writes what comes of it.").generic("'a");
    item.arg("cx", "&rt::Cx<'a>")
        .arg("input", "rt::Input<'a>")
        .arg("out", "&mut Vec<u8>")
        .ret("rt::Result<rt::Outcome>");
    if plan.target_csv.is_some() {
        item.arg("csv", "bool");
    }
    item.line(format!("let mut fields = Read{source}::default();"));
    item.line(format!("decode::record(input, &READ_{source}, cx, &mut fields)?;"));
    item.line(format!("let {input} = rt::flow::at(cx, {place}, fields.finish())?;"));
    item.line(pipeline).line("Ok(rt::Outcome::Written)");
    item
}

/// The module's types, but for the structs of records.
fn type_names(plan: &Plan) -> Namer {
    let readers: Vec<String> = (0..plan.read_shapes.len()).map(reader::name).collect();
    let fixed = ["S", "Source", "Codec", "Blank", "LazyCell", "LazyLock", "Cow"];
    Namer::types(&fixed.into_iter().chain(readers.iter().map(String::as_str)).collect::<Vec<_>>())
}

/// The names of the functions and called maps, and of the tables.
fn function_names(plan: &Plan, name: &str) -> [Vec<String>; 2] {
    let entries: Vec<String> =
        ["", "_in", "_bytes", "_csv", "_csv_header"].iter().map(|end| format!("{name}{end}")).collect();
    let mut names = Namer::with(&entries.iter().map(String::as_str).collect::<Vec<_>>());
    let mut claim = |sign: &str, (position, wish): (usize, &String)| {
        let name = format!("{sign}{position}_{}", snake(wish));
        names.claim(&name)
    };
    let functions = plan.functions.iter().map(|function| &function.name).enumerate();
    let functions = functions.map(|function| claim("f", function)).collect();
    let tables = plan.tables.iter().map(|table| &table.name).enumerate();
    [functions, tables.map(|table| claim("table", table)).collect()]
}

/// A module being written.
pub(crate) struct Module<'p> {
    /// What it transcribes.
    pub(crate) plan: &'p Plan,
    /// Its structs.
    pub(crate) types: Types,
    /// What its functions can end with.
    pub(crate) facts: Facts,
    /// Their names.
    names: Vec<String>,
    /// Places that its code names.
    pub(crate) sites: Sites,
    /// Regular expressions, patterns, zones and constraints that its code uses.
    pub(crate) statics: Statics,
    /// Enums whose texts its code uses.
    pub(crate) enums: Enums,
    /// Tables that its code looks up.
    pub(crate) tables: Tables,
    /// Nested records that its code writes.
    pub(crate) nested: Nested,
}

impl<'p> Module<'p> {
    /// An empty module, for a function that is called `name`.
    pub(crate) fn new(plan: &'p Plan, name: &str) -> Self {
        let [functions, tables] = function_names(plan, name);
        Module {
            plan,
            types: Types::new(&plan.layouts, type_names(plan)),
            facts: Facts::new(&plan.tables, plan.functions.iter().map(Some)),
            names: functions,
            sites: Sites::default(),
            statics: Statics::default(),
            enums: Enums::default(),
            tables: Tables::new(tables),
            nested: Nested::default(),
        }
    }

    /// The structs that the module's other items name, and those that they name in turn.
    fn structs(&self) -> Vec<codegen::Struct> {
        let mut written = BTreeMap::new();
        loop {
            let named = self.types.named();
            let open: Vec<_> = named.into_iter().filter(|record| !written.contains_key(record)).collect();
            if open.is_empty() {
                return written.into_values().flatten().collect();
            }
            written.extend(open.into_iter().map(|record| (record, self.structure(record))));
        }
    }

    fn structure(&self, record: RecordId) -> Option<codegen::Struct> {
        let layout = self.plan.layouts.iter().find(|layout| layout.record == record)?;
        let shape = self.types.shape(record)?;
        let mut item = codegen::Struct::new(&shape.name);
        item.doc(format!("What this route knows of a {}.", code(&layout.name)));
        item.derive("Clone").derive("Copy").derive("PartialEq");
        if shape.borrows {
            item.generic("'a");
        }
        for (name, (_, ty)) in shape.fields.iter().zip(&layout.fields) {
            item.field(name, self.types.rust(ty));
        }
        Some(item)
    }

    /// The name of a user function or map.
    pub(crate) fn function_name(&self, function: FunctionId) -> String {
        self.names.get(function.0 as usize).cloned().unwrap_or_default()
    }

    /// A constant of a type.
    pub(crate) fn constant(&self, constant: &Constant, ty: &Ty) -> String {
        match (constant, ty) {
            (Constant::Absent, _) => "None".to_owned(),
            (constant, Ty::Optional(inner)) => format!("Some({})", self.constant(constant, inner)),
            (Constant::List(elements), Ty::List(element)) => {
                let values: Vec<String> = elements.iter().map(|value| self.constant(value, element)).collect();
                format!("const {{ &[{}] as &[{}] }}", values.join(", "), self.types.elided(element))
            }
            (Constant::Str(text), Ty::Scalar) => format!("rt::Scalar::Str({text:?})"),
            (Constant::Bool(value), Ty::Scalar) => format!("rt::Scalar::Bool({value})"),
            (constant, _) => consts::literal(constant),
        }
    }

    /// The check of a value against constraints, as a result without a place.
    pub(crate) fn checked(&mut self, ty: &Ty, constraints: &[Constraint], bump: &str, value: &str) -> String {
        let rules = self.statics.constraints(constraints);
        match ty.required() {
            Ty::Int => format!("rt::constraint::int(&{rules}, {value})"),
            Ty::Decimal => format!("rt::constraint::decimal(&{rules}, {value})"),
            Ty::Float => format!("rt::constraint::float(&{rules}, {value})"),
            Ty::List(_) => format!("rt::constraint::items(&{rules}, {value})"),
            Ty::Map(_) => format!("rt::constraint::items(&{rules}, {value}.0).map(rt::Map)"),
            _ => format!("rt::constraint::text(&{rules}, {bump}, {value})"),
        }
    }
}
