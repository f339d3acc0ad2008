//! One plan as one Rust module: what its items share, and their order in the text.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use mapc_plan::effects::Facts;
use mapc_plan::points::{Asked, Points};
use mapc_plan::{Constant, FunctionId, Plan, RecordId, Ty};
use mapc_runtime::Constraint;

use crate::body::{functions, route};
use crate::docs::code;
use crate::made::Products;
use crate::names::{Namer, snake};
use crate::package::Structs;
use crate::rust::{block, documented, enclosed};
use crate::statics::{Enums, Statics, Tables};
use crate::types::Types;
use crate::{consts, read, texts, write};

/// What the items of a module name, and by what it is told that they do.
const USES: &[(&str, &str)] = &[
    ("Cow::", "use std::borrow::Cow;"),
    ("LazyCell::", "use std::cell::LazyCell;"),
    ("LazyLock<", "use std::sync::LazyLock;"),
    ("engine::", "use mapc_interp as engine;"),
    ("rt::", "use mapc_runtime as rt;"),
    ("codec::", "use rt::codec;"),
    (".read(", "use rt::codec::Codec;"),
    (".json(", "use rt::codec::Codec;"),
    (".write(", "use rt::codec::Codec;"),
    ("Blank::", "use rt::decode::Blank;"),
    (": Source<", "use rt::decode::Source;"),
    ("fast::", "use rt::fast;"),
    ("typed::", "use rt::typed;"),
    ("write::", "use rt::write;"),
];

/// The texts of a route.
pub(crate) struct Texts {
    /// Its module.
    pub route: String,
    /// The module inside of that for the route over structs.
    pub typed: Option<String>,
}

/// The texts of a plan's module. `name` is that of its function; `header` stands in front; `image` is an expression of the static that holds the
/// plans, and the plan's position in it.
///
/// # Panics
/// The code does not bail at exactly the points of the plan, which is a defect of the generator.
pub(crate) fn texts(
    plan: &Plan,
    name: &str,
    (header, image): (&str, (&str, usize)),
    further: Option<String>,
    structs: Option<Structs<'_>>,
) -> Texts {
    let mut module = Module::new(plan, name);
    let route = route::items(&mut module);
    let functions = functions::items(&mut module);
    let readers = read::items(&mut module);
    let writers = write::items(&mut module);
    let tables = module.tables.items(&module);
    module.verify();
    let typed = structs.map(|structs| structs.text(&mut module));
    let shell = shell(plan, name, image);
    let structs = module.structs();
    let statics = module.statics.items();
    let enums = module.enums.items(plan);
    let groups = [shell, route, functions, structs, readers, writers, tables, statics, enums];
    let inside = typed.as_ref().map(|_| "pub(crate) mod typed;".to_owned());
    let items: Vec<String> = inside.into_iter().chain(groups.into_iter().flatten()).chain(further).collect();
    let items = items.join("\n\n");
    Texts { route: format!("{header}\n{}\n\n{items}\n", uses(&items)), typed }
}

/// The imports of a module's items.
pub(crate) fn uses(items: &str) -> String {
    let bare = texts::without_texts(items);
    let mut uses: Vec<&str> = USES.iter().filter(|(sign, _)| bare.contains(sign)).map(|(_, line)| *line).collect();
    uses.dedup();
    uses.join("\n")
}

/// The functions that callers use, and what runs a record again.
fn shell(plan: &Plan, name: &str, (image, position): (&str, usize)) -> Vec<String> {
    let (from, to) = (code(&plan.from), code(&plan.to));
    let csv = plan.target_csv.is_some();
    let within = ["cx: &rt::Cx<'a>", "input: rt::Input<'a>", "out: &mut Vec<u8>"].map(str::to_owned);
    let mut items = vec![
        documented(&format!(
            "Maps one {from} to a {to}, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.\n\n\
             Values of the record live in `bump`, which may be reset before the next record."
        )) + &block(
            &format!(
                "pub fn {name}(\n    input: rt::Input<'_>,\n    message: rt::Message<'_>,\n    bump: &rt::Bump,\n    out: &mut Vec<u8>,\n) -> rt::Outcome"
            ),
            &format!("{name}_in(&rt::Cx::new(bump, message), input, out)"),
        ),
        documented(&format!("As [`{name}`], within a context that afterwards holds the notices of the record."))
            + &block(
                &enclosed(&format!("pub fn {name}_in<'a>("), &within, ") -> rt::Outcome"),
                &if csv {
                    "ROUTE.run(cx, input, rt::Format::Json, out, |cx, input, out| good(cx, input, out, false))"
                        .to_owned()
                } else {
                    "ROUTE.run(cx, input, rt::Format::Json, out, good)".to_owned()
                },
            ),
        documented(&format!("As [`{name}`], of a single record in JSON.\n\n# Errors\nWhere nothing is written."))
            + &block(
                &enclosed(
                    &format!("pub fn {name}_bytes("),
                    &["json: &[u8]".to_owned(), "message: rt::Message<'_>".to_owned()],
                    ") -> Result<Vec<u8>, rt::NoOutput>",
                ),
                &format!("rt::once(message, json, {name}_in)"),
            ),
    ];
    if let Some((csv, shape)) = plan.target_csv.zip(plan.write_shapes.get(plan.pipeline.write.0 as usize)) {
        items.push(
            documented(&format!("As [`{name}_in`], but a CSV row is appended, without a line break."))
                + &block(
                    &enclosed(&format!("pub fn {name}_csv<'a>("), &within, ") -> rt::Outcome"),
                    "ROUTE.run(cx, input, rt::Format::Csv, out, |cx, input, out| good(cx, input, out, true))",
                ),
        );
        items.push(write::header(name, &shape.fields, csv));
    }
    items.push(route(plan, name, image, position));
    items
}

/// The static that runs records for whoever takes any route.
fn route(plan: &Plan, name: &str, image: &str, position: usize) -> String {
    let stops: Vec<String> =
        [&plan.from].into_iter().chain(&plan.through).chain([&plan.to]).map(|name| format!("{name:?}")).collect();
    let path = |csv: bool| match plan.target_csv {
        Some(_) => format!("|cx, input, out| good(cx, input, out, {csv})"),
        None => "good".to_owned(),
    };
    let parts = [format!("&{image}"), position.to_string(), enclosed("&[", &stops, "]"), path(false)];
    let mut made = enclosed("engine::Route::new(", &parts, ")");
    if plan.target_csv.is_some() {
        made.push_str(&format!("\n    .with_rows({}, {name}_csv_header)", path(true)));
    }
    documented(
        "The route as a value, for whatever runs any [`rt::Route`]. It carries the careful engine that explains what the good path does not \
         accept.",
    ) + &format!("pub static ROUTE: engine::Route = {made};")
}

/// The names of the functions and called maps, and of the tables.
fn function_names(plan: &Plan, name: &str) -> [Vec<String>; 2] {
    let entries: Vec<String> =
        ["", "_in", "_bytes", "_csv", "_csv_header"].iter().map(|end| format!("{name}{end}")).collect();
    let taken: Vec<&str> = entries.iter().map(String::as_str).chain(["good", "map"]).collect();
    let mut names = Namer::with(&taken);
    let mut claim = |sign: &str, wish: &String| names.claim(&format!("{sign}{}", snake(wish)));
    let functions = plan.functions.iter().map(|function| claim("map_", &function.name)).collect();
    [functions, plan.tables.iter().map(|table| claim("table_", &table.name)).collect()]
}

/// A module being written.
pub(crate) struct Module<'p> {
    /// What it transcribes.
    pub plan: &'p Plan,
    /// Its structs.
    pub types: Types,
    /// What comes of a record.
    pub made: Products,
    /// What its functions can end with.
    pub facts: Facts,
    /// Their names.
    names: Vec<String>,
    points: Points,
    bailed: RefCell<BTreeSet<u32>>,
    /// Regular expressions, patterns, zones and constraints that its code uses.
    pub statics: Statics,
    /// Enums whose texts its code uses.
    pub enums: Enums,
    /// Tables that its code looks up.
    pub tables: Tables,
}

impl<'p> Module<'p> {
    /// An empty module, for a function that is called `name`.
    pub fn new(plan: &'p Plan, name: &str) -> Self {
        let [functions, tables] = function_names(plan, name);
        let readers: Vec<String> = (0..plan.read_shapes.len()).map(read::name).collect();
        let fixed = ["S", "Source", "Codec", "Blank", "LazyCell", "LazyLock", "Cow", "Made"];
        let fixed: Vec<&str> = fixed.into_iter().chain(readers.iter().map(String::as_str)).collect();
        let mut scope = Namer::types(&fixed);
        Module {
            plan,
            types: Types::new(&plan.layouts, &mut scope),
            made: Products::new(plan, scope),
            facts: Facts::new(&plan.tables, plan.functions.iter().map(Some)),
            names: functions,
            points: Points::of(plan),
            bailed: RefCell::default(),
            statics: Statics::default(),
            enums: Enums::default(),
            tables: Tables::new(tables),
        }
    }

    /// The number of a point at which the code is about to bail.
    pub fn point(&self, asked: Asked) -> u32 {
        let number = self.points.number(asked);
        assert!(number.is_some(), "{asked:?} is no point of the plan");
        let number = number.unwrap_or(u32::MAX);
        self.bailed.borrow_mut().insert(number);
        number
    }

    /// Whether the code bails at every point of the plan.
    fn verify(&self) {
        let bailed = self.bailed.borrow();
        let missing: Vec<_> = (0..).zip(self.points.list()).filter(|(number, _)| !bailed.contains(number)).collect();
        assert!(missing.is_empty(), "the code of {} -> {} bails nowhere for {missing:?}", self.plan.from, self.plan.to);
    }

    /// The structs that the module's other items name, and those that they name in turn.
    fn structs(&self) -> Vec<String> {
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

    fn structure(&self, record: RecordId) -> Option<String> {
        let layout = self.plan.layout(record)?;
        let shape = self.types.shape(record)?;
        let life = if shape.borrows { "<'a>" } else { "" };
        let fields: String = shape
            .fields
            .iter()
            .zip(&layout.fields)
            .map(|(name, (_, ty))| format!("{name}: {},\n", self.types.rust(ty)))
            .collect();
        Some(format!(
            "{}#[derive(Clone, Copy, PartialEq)]\n{}",
            documented(&format!("What this route knows of a {}.", code(&layout.name))),
            block(&format!("struct {}{life}", shape.name), fields.trim_end())
        ))
    }

    /// The name of a user function or map.
    pub fn function_name(&self, function: FunctionId) -> String {
        self.names.get(function.0 as usize).cloned().unwrap_or_default()
    }

    /// A constant of a type.
    pub fn constant(&self, constant: &Constant, ty: &Ty) -> String {
        match (constant, ty) {
            (Constant::Absent, _) => "None".to_owned(),
            (constant, Ty::Optional(inner)) => format!("Some({})", self.constant(constant, inner)),
            (Constant::List(elements), Ty::List(element)) => {
                let values: Vec<String> = elements.iter().map(|value| self.constant(value, element)).collect();
                let list = enclosed("&[", &values, "]");
                format!("const {{ {list} as &[{}] }}", self.types.elided(element))
            }
            (Constant::Str(text), Ty::Scalar) => format!("rt::Scalar::Str({text:?})"),
            (Constant::Bool(value), Ty::Scalar) => format!("rt::Scalar::Bool({value})"),
            (constant, _) => consts::literal(constant),
        }
    }

    /// The check of a value against constraints, as a result without a place.
    pub fn checked(&mut self, ty: &Ty, constraints: &[Constraint], bump: &str, value: &str) -> String {
        let rules = self.statics.constraints(constraints);
        let value = value.to_owned();
        let call = |name: &str, further: &[String]| {
            let rules = format!("&{rules}");
            let arguments: Vec<String> = [rules].into_iter().chain(further.iter().cloned()).collect();
            crate::rust::call(&format!("rt::constraint::{name}"), &arguments)
        };
        match ty.required() {
            Ty::Int => call("int", &[value]),
            Ty::Decimal => call("decimal", &[value]),
            Ty::Float => call("float", &[value]),
            Ty::List(_) => call("items", &[value]),
            Ty::Map(_) => call("items", &[format!("{value}.0")]) + ".map(rt::Map)",
            _ => call("text", &[bump.to_owned(), value]),
        }
    }
}
