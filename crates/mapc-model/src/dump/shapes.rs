//! Records, enums and tables.

use mapc_runtime::codec::{Form, Spelling};

use super::{Dump, exprs};
use crate::model::{AbsentAs, Blank, Duplicates, Enum, Field, Options, Otherwise, Owner, Record, Table, Unknown, Wire};
use crate::types::const_name;

impl<'m> Dump<'m> {
    pub(super) fn record(&mut self, record: &'m Record) {
        let kind = if record.owner == Owner::Entity && !record.inline { "entity" } else { "record" };
        self.open(record.span, &format!("{kind} {}{}", record.name, options(&record.options)));
        self.docs(&record.docs);
        record.fields.iter().for_each(|field| self.field(field));
        let names: Vec<String> = record.fields.iter().map(|field| field.name.clone()).collect();
        self.locals = exprs::locals(&names);
        for check in &record.checks {
            let field = check.at.and_then(|at| record.fields.get(at as usize));
            let at = field.map(|field| format!(" at {}", field.name)).unwrap_or_default();
            self.expr(&format!("check else {:?}{at}: ", check.reason), &check.condition);
        }
        self.outline.close();
    }

    fn field(&mut self, field: &'m Field) {
        let mut says = String::new();
        for (word, holds) in [("key ", field.key), ("readonly ", field.readonly)] {
            says.push_str(if holds { word } else { "" });
        }
        let tolerant = if field.tolerant { "try " } else { "" };
        says.push_str(&format!("{}: {tolerant}{}{}", field.name, self.ty(&field.ty), wire(&field.wire)));
        if let Some(default) = &field.default {
            says.push_str(&format!(" = {}", const_name(self.model, default)));
        }
        if field.wire_names != [field.name.as_str()] {
            let names: Vec<String> = field.wire_names.iter().map(|name| format!("{name:?}")).collect();
            says.push_str(&format!(" wire {}", names.join(" | ")));
        }
        self.open(field.span, &says);
        self.docs(&field.docs);
        self.outline.close();
    }

    pub(super) fn enumeration(&mut self, declared: &'m Enum) {
        let says = if declared.literal { format!("type {}", declared.name) } else { format!("enum {}", declared.name) };
        self.open(declared.span, &says);
        self.docs(&declared.docs);
        // The members of a literal union are its name.
        for member in declared.members.iter().filter(|_| !declared.literal) {
            self.outline.open(None, &format!("{} {:?}", member.name, member.wire));
            self.docs(&member.docs);
            self.outline.close();
        }
        self.outline.close();
    }

    pub(super) fn table(&mut self, table: &'m Table) {
        let says = format!("table {}: {} -> {}", table.name, self.ty(&table.from), self.ty(&table.to));
        self.open(table.span, &says);
        let word = |value| exprs::constant(self.model, value);
        let mut rows: Vec<String> =
            table.rows.iter().map(|(left, right)| format!("{} -> {}", word(left), word(right))).collect();
        rows.push(match &table.otherwise {
            Otherwise::Reject => "else reject".to_owned(),
            Otherwise::Same => "else same".to_owned(),
            Otherwise::Value(value) => format!("else {}", word(value)),
        });
        rows.iter().for_each(|row| self.outline.leaf(None, row));
        self.outline.close();
    }

    fn docs(&mut self, docs: &[String]) {
        docs.iter().for_each(|line| self.outline.leaf(None, &format!("doc {line:?}")));
    }
}

/// The options that are not as they are where nobody sets them.
fn options(options: &Options) -> String {
    let mut set = Vec::new();
    if options.unknown == Unknown::Reject {
        set.push("unknown = reject".to_owned());
    }
    match options.blank {
        Blank::Value => {}
        Blank::Absent => set.push("blank = absent".to_owned()),
        Blank::Reject => set.push("blank = reject".to_owned()),
    }
    if options.absent == AbsentAs::Null {
        set.push("absent = null".to_owned());
    }
    match options.duplicates {
        Duplicates::Reject => {}
        Duplicates::First => set.push("duplicates = first".to_owned()),
        Duplicates::Last => set.push("duplicates = last".to_owned()),
    }
    if let Some(csv) = options.csv {
        let sign = |byte: u8| format!("{:?}", char::from(byte).to_string());
        let (separator, quote, mark) = (sign(csv.separator), sign(csv.quote), sign(csv.decimal_mark));
        set.push(format!("format = csv(separator = {separator}, quote = {quote}, decimal = {mark})"));
    }
    if set.is_empty() { String::new() } else { format!(" ({})", set.join(", ")) }
}

fn wire(wire: &Wire) -> String {
    match wire {
        Wire::Plain => String::new(),
        Wire::Form(form) => spelled(form),
        Wire::Split(between, element) => format!("{} as split({between:?})", elements(element)),
        Wire::Elements(element) => elements(element),
    }
}

fn elements(element: &Wire) -> String {
    let form = wire(element);
    if form.is_empty() { form } else { format!(" of elements{form}") }
}

fn spelled(form: &Form) -> String {
    let arguments: Vec<String> = form.arguments.iter().map(|argument| format!("{argument:?}")).collect();
    match form.definition.spelling {
        Spelling::Own => String::new(),
        Spelling::Word(word) if arguments.is_empty() => format!(" as {word}"),
        Spelling::Word(word) => format!(" as {word}({})", arguments.join(", ")),
        Spelling::Pattern => format!(" as {}", arguments.join(" in ")),
        Spelling::TwoTexts => format!(" as {}", arguments.join(" / ")),
    }
}
