//! Statics and small functions that a module's code asks for, each written once, in the order in which they were first asked for.

use std::collections::BTreeMap;

use mapc_plan::{Constant, EnumId, LocalId, Otherwise, Plan, Site, SiteId, Step, Table, TableId, WriteId};
use mapc_runtime::codec::Form;
use mapc_runtime::datetime::Purpose;
use mapc_runtime::{Constraint, Decimal};

use crate::body::consts::literal;
use crate::body::control::select;
use crate::docs::code;
use crate::module::Module;

/// Shapes of nested records that are written by functions of their own.
#[derive(Debug, Default)]
pub(crate) struct Nested {
    asked: Interned<WriteId>,
    given: usize,
}

impl Nested {
    /// Asks for the function of a shape.
    pub(crate) fn ask(&mut self, shape: WriteId) {
        self.asked.position(shape);
    }

    /// The next shape whose function is to be written; each is given once.
    pub(crate) fn next(&mut self) -> Option<WriteId> {
        let next = self.asked.0.get(self.given).copied()?;
        self.given += 1;
        Some(next)
    }
}

/// Distinct things in the order of first use.
#[derive(Debug)]
struct Interned<T>(Vec<T>);

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Interned(Vec::new())
    }
}

impl<T: PartialEq> Interned<T> {
    fn position(&mut self, item: T) -> usize {
        self.0.iter().position(|known| *known == item).unwrap_or_else(|| {
            self.0.push(item);
            self.0.len() - 1
        })
    }
}

/// Places that code names.
#[derive(Debug, Default)]
pub(crate) struct Sites(Vec<SiteId>, BTreeMap<SiteId, usize>);

impl Sites {
    /// A place's position in `SITES`, and the index locals that fill its pointer.
    pub(crate) fn place(&mut self, plan: &Plan, site: SiteId) -> (usize, Vec<LocalId>) {
        let position = *self.1.entry(site).or_insert_with(|| {
            self.0.push(site);
            self.0.len() - 1
        });
        (position, plan.sites.get(site.0 as usize).map(Site::indices).unwrap_or_default())
    }

    /// The static that holds them.
    pub(crate) fn item(&self, plan: &Plan) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        let sites: String = self.0.iter().filter_map(|site| plan.sites.get(site.0 as usize)).map(site).collect();
        format!(
            "/// Places in the mapping that problems name.\nstatic SITES: [rt::Site; {}] = [{sites}];",
            self.0.len()
        )
    }
}

fn site(site: &Site) -> String {
    let locals = site.indices();
    let segment = |step: &Step| match step {
        Step::Key(key) => format!("rt::Segment::Key({}),", text(key)),
        Step::Index(local) => {
            let position = locals.iter().position(|known| known == local).unwrap_or_default();
            format!("rt::Segment::Index({position}),")
        }
    };
    let segments = |steps: &Vec<Step>| format!("Cow::Borrowed(&[{}])", steps.iter().map(segment).collect::<String>());
    format!(
        "rt::Site {{ place: {}, target: {}, pointer: {}, operands: Cow::Borrowed(&[{}]) }},",
        text(&site.place),
        text(&site.target),
        segments(&site.pointer),
        site.operands.iter().map(|steps| segments(steps) + ",").collect::<String>()
    )
}

/// A text in a static.
pub(crate) fn text(text: &str) -> String {
    format!("Cow::Borrowed({text:?})")
}

/// Constants that are made when they are first used, or when the crate is compiled.
#[derive(Debug, Default)]
pub(crate) struct Statics(Vec<Static>);

#[derive(Debug)]
struct Static {
    name: String,
    doc: &'static str,
    ty: String,
    value: String,
}

impl Statics {
    /// A regular expression.
    pub(crate) fn regex(&mut self, pattern: &str) -> String {
        self.lazy("REGEX", "A regular expression of the mapping.", "rt::Regex", &format!("rt::Regex::new({pattern:?})"))
    }

    /// A date pattern for a purpose.
    pub(crate) fn date_pattern(&mut self, pattern: &str, purpose: Purpose) -> String {
        let made = format!("rt::DatePattern::new({pattern:?}, rt::datetime::Purpose::{purpose:?})");
        self.lazy("PATTERN", "A date pattern of the mapping.", "rt::DatePattern", &made)
    }

    /// A codec: an expression of it, on which its methods can be called.
    pub(crate) fn codec(&mut self, form: &Form) -> String {
        let (ty, made) = form.rust();
        if form.definition.constant {
            return format!("codec::{made}");
        }
        self.lazy("CODEC", "A wire form of the mapping.", &format!("codec::{ty}"), &format!("codec::{made}"))
    }

    /// Demands on values.
    pub(crate) fn constraints(&mut self, constraints: &[Constraint]) -> String {
        let rules: String = constraints.iter().map(|rule| constraint(rule) + ",").collect();
        let ty = format!("[rt::Constraint; {}]", constraints.len());
        self.name("RULES", "What a type of the mapping demands.", ty, format!("[{rules}]"))
    }

    fn lazy(&mut self, prefix: &str, doc: &'static str, ty: &str, made: &str) -> String {
        let value = format!("LazyLock::new(|| {made}.expect(\"checked when the mapping was compiled\"))");
        self.name(prefix, doc, format!("LazyLock<{ty}>"), value)
    }

    fn name(&mut self, prefix: &str, doc: &'static str, ty: String, value: String) -> String {
        if let Some(known) = self.0.iter().find(|known| known.value == value && known.ty == ty) {
            return known.name.clone();
        }
        let count = self.0.iter().filter(|known| known.doc == doc).count();
        let name = format!("{prefix}_{count}");
        self.0.push(Static { name: name.clone(), doc, ty, value });
        name
    }

    /// The statics.
    pub(crate) fn items(&self) -> Vec<String> {
        let item = |item: &Static| format!("/// {}\nstatic {}: {} = {};", item.doc, item.name, item.ty, item.value);
        self.0.iter().map(item).collect()
    }
}

fn constraint(rule: &Constraint) -> String {
    let number = |bound: &Option<Decimal>| match bound {
        Some(bound) => format!("Some({})", literal(&Constant::Decimal(*bound))),
        None => "None".to_owned(),
    };
    match rule {
        Constraint::Length { min, max } => format!("rt::Constraint::Length {{ min: {min}, max: {max:?} }}"),
        Constraint::Items { min, max } => format!("rt::Constraint::Items {{ min: {min}, max: {max:?} }}"),
        Constraint::Range { min, max } => {
            format!("rt::Constraint::Range {{ min: {}, max: {} }}", number(min), number(max))
        }
        Constraint::Digits { precision, scale } => {
            format!("rt::Constraint::Digits {{ precision: {precision}, scale: {scale} }}")
        }
        Constraint::Pattern(pattern) => {
            format!("rt::Constraint::Pattern(rt::constraint::Pattern::new({:?}))", pattern.as_str())
        }
        Constraint::Email => "rt::Constraint::Email".to_owned(),
        Constraint::Url => "rt::Constraint::Url".to_owned(),
        Constraint::Uuid => "rt::Constraint::Uuid".to_owned(),
        Constraint::Country => "rt::Constraint::Country".to_owned(),
        Constraint::Currency => "rt::Constraint::Currency".to_owned(),
    }
}

/// Enums whose texts are used.
#[derive(Debug, Default)]
pub(crate) struct Enums(Interned<EnumId>);

impl Enums {
    /// The static of an enum's wire texts.
    pub(crate) fn wire(&mut self, id: EnumId) -> String {
        format!("ENUM_{}", self.0.position(id))
    }

    /// The statics.
    pub(crate) fn items(&self, plan: &Plan) -> Vec<String> {
        let item = |(position, id): (usize, &EnumId)| {
            let declared = plan.enums.get(id.0 as usize);
            let wire = declared.map(|declared| declared.wire.as_slice()).unwrap_or_default();
            let texts: String = wire.iter().map(|wire| text(wire) + ",").collect();
            format!(
                "/// Texts of {}, by member.\nstatic ENUM_{position}: [Cow<'static, str>; {}] = [{texts}];",
                code(declared.map_or("", |declared| &declared.name)),
                wire.len()
            )
        };
        self.0.0.iter().enumerate().map(item).collect()
    }
}

/// Tables that are looked up.
#[derive(Debug)]
pub(crate) struct Tables {
    names: Vec<String>,
    asked: Interned<TableId>,
}

impl Tables {
    /// None yet; the functions of all tables are called so.
    pub(crate) fn new(names: Vec<String>) -> Self {
        Tables { names, asked: Interned::default() }
    }

    /// The function of a table, and whether it can fail.
    pub(crate) fn function(&mut self, plan: &Plan, id: TableId) -> (String, bool) {
        self.asked.position(id);
        let table = plan.tables.get(id.0 as usize);
        (self.name(id), table.is_none_or(|table| table.otherwise == Otherwise::Reject))
    }

    /// The functions.
    pub(crate) fn items(&self, module: &Module<'_>) -> Vec<String> {
        let tables = self.asked.0.iter().filter_map(|id| Some((id, module.plan.tables.get(id.0 as usize)?)));
        tables.map(|(id, table)| item(module, &self.name(*id), table)).collect()
    }

    fn name(&self, id: TableId) -> String {
        self.names.get(id.0 as usize).cloned().unwrap_or_default()
    }
}

fn item(module: &Module<'_>, name: &str, table: &Table) -> String {
    let fails = table.otherwise == Otherwise::Reject;
    let wrap = |value: String| if fails { format!("Ok({value})") } else { value };
    let otherwise = match &table.otherwise {
        Otherwise::Reject => format!("Err(rt::flow::not_in_table({:?}))", table.name),
        Otherwise::Same if table.to.is_optional() => "Some(key)".to_owned(),
        Otherwise::Same => "key".to_owned(),
        Otherwise::Value(value) => module.constant(value, &table.to),
    };
    let mut cases: Vec<(&[_], String)> = Vec::new();
    for (key, value) in &table.rows {
        cases.push((std::slice::from_ref(key), wrap(module.constant(value, &table.to))));
    }
    let body = select(&table.from, "key", cases, &otherwise);
    let result = module.types.rust(&table.to);
    let result = if fails { format!("rt::Result<{result}>") } else { result };
    let from = module.types.rust(&table.from);
    let lifetime = if from.contains("'a") || result.contains("'a") { "<'a>" } else { "" };
    format!("/// Table {}.\nfn {name}{lifetime}(key: {from}) -> {result} {{ {body} }}", code(&table.name))
}
