//! Statics and small functions that a module's code asks for, each written once, in the order in which they were first asked for.

use mapc_plan::{Constant, EnumId, Otherwise, Plan, Table, TableId};
use mapc_runtime::codec::Form;
use mapc_runtime::datetime::Purpose;
use mapc_runtime::{Constraint, Decimal};

use crate::consts::{literal, select};
use crate::docs::code;
use crate::module::Module;
use crate::rust::{block, documented, enclosed};

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
    pub fn regex(&mut self, pattern: &str) -> String {
        self.lazy("REGEX", "A regular expression of the mapping.", "rt::Regex", &format!("rt::Regex::new({pattern:?})"))
    }

    /// A date pattern for a purpose.
    pub fn date_pattern(&mut self, pattern: &str, purpose: Purpose) -> String {
        let made = format!("rt::DatePattern::new({pattern:?}, rt::datetime::Purpose::{purpose:?})");
        self.lazy("PATTERN", "A date pattern of the mapping.", "rt::DatePattern", &made)
    }

    /// A codec: an expression of it, on which its methods can be called.
    pub fn codec(&mut self, form: &Form) -> String {
        let (ty, made) = form.rust();
        if form.definition.constant {
            return format!("codec::{made}");
        }
        self.lazy("CODEC", "A wire form of the mapping.", &format!("codec::{ty}"), &format!("codec::{made}"))
    }

    /// A reference to a codec.
    pub fn codec_reference(&mut self, form: &Form) -> String {
        let codec = self.codec(form);
        if form.definition.constant { format!("&{codec}") } else { format!("&*{codec}") }
    }

    /// Demands on values.
    pub fn constraints(&mut self, constraints: &[Constraint]) -> String {
        let rules: Vec<String> = constraints.iter().map(constraint).collect();
        let ty = format!("[rt::Constraint; {}]", constraints.len());
        self.name("RULES", "What a type of the mapping demands.", ty, enclosed("[", &rules, "]"))
    }

    fn lazy(&mut self, prefix: &str, doc: &'static str, ty: &str, made: &str) -> String {
        let value =
            block("LazyLock::new(||", &format!("{made}.expect(\"checked when the mapping was compiled\")")) + ")";
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
    pub fn items(&self) -> Vec<String> {
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
    pub fn wire(&mut self, id: EnumId) -> String {
        format!("ENUM_{}", self.0.position(id))
    }

    /// The statics.
    pub fn items(&self, plan: &Plan) -> Vec<String> {
        let item = |(position, id): (usize, &EnumId)| {
            let declared = plan.enums.get(id.0 as usize);
            let wire = declared.map(|declared| declared.wire.as_slice()).unwrap_or_default();
            let texts: Vec<String> = wire.iter().map(|wire| format!("Cow::Borrowed({wire:?})")).collect();
            let name = declared.map_or("", |declared| &declared.name);
            format!(
                "{}static ENUM_{position}: [Cow<'static, str>; {}] = {};",
                documented(&format!("Texts of {}, by member.", code(name))),
                wire.len(),
                enclosed("[", &texts, "]")
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
    pub fn new(names: Vec<String>) -> Self {
        Tables { names, asked: Interned::default() }
    }

    /// The function of a table, and whether it gives `None` for what the table does not list.
    pub fn function(&mut self, plan: &Plan, id: TableId) -> (String, bool) {
        self.asked.position(id);
        let table = plan.tables.get(id.0 as usize);
        (self.name(id), table.is_none_or(|table| table.otherwise == Otherwise::Reject))
    }

    /// The functions.
    pub fn items(&self, module: &Module<'_>) -> Vec<String> {
        let tables = self.asked.0.iter().filter_map(|id| Some((id, module.plan.tables.get(id.0 as usize)?)));
        tables.map(|(id, table)| item(module, &self.name(*id), table)).collect()
    }

    fn name(&self, id: TableId) -> String {
        self.names.get(id.0 as usize).cloned().unwrap_or_default()
    }
}

fn item(module: &Module<'_>, name: &str, table: &Table) -> String {
    let rejects = table.otherwise == Otherwise::Reject;
    let wrap = |value: String| if rejects { format!("Some({value})") } else { value };
    let otherwise = match &table.otherwise {
        Otherwise::Reject => "None".to_owned(),
        Otherwise::Same if table.to.is_optional() => "Some(key)".to_owned(),
        Otherwise::Same => "key".to_owned(),
        Otherwise::Value(value) => module.constant(value, &table.to),
    };
    let row = |(key, value): &'_ (Constant, Constant)| (key.clone(), wrap(module.constant(value, &table.to)));
    let rows: Vec<(Constant, String)> = table.rows.iter().map(row).collect();
    let cases: Vec<(&[Constant], String)> =
        rows.iter().map(|(key, value)| (std::slice::from_ref(key), value.clone())).collect();
    let body = select(&table.from, "key", &cases, &otherwise);
    let result = module.types.rust(&table.to);
    let result = if rejects { format!("Option<{result}>") } else { result };
    let from = module.types.rust(&table.from);
    let lifetime = if from.contains("'a") || result.contains("'a") { "<'a>" } else { "" };
    let head = format!("fn {name}{lifetime}(key: {from}) -> {result}");
    format!("{}{}", documented(&format!("Table {}.", code(&table.name))), block(&head, &body))
}
