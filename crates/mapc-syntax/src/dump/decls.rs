//! Declarations and their members.

use super::Dump;
use crate::ast::{
    Arrow, Attribute, Cell, CellKind, Decl, EnumDecl, FieldDecl, FieldKeyword, FnDecl, Item, MapDecl, Member,
    OptionDecl, OptionValue, RecordDecl, TableDecl, TestDecl, TestStep, TestStepKind,
};

impl Dump<'_> {
    pub(super) fn item(&mut self, item: &Item) {
        let says = match &item.decl {
            Decl::Entity(decl) => format!("entity {}", decl.name.text),
            Decl::Record(decl) => format!("record {}", decl.name.text),
            Decl::System(decl) => format!("system {}", decl.name.text),
            Decl::Enum(decl) => format!("{}enum {}", if decl.open { "open " } else { "" }, decl.name.text),
            Decl::Type(decl) => format!("type {}", decl.name.text),
            Decl::Table(decl) => format!("table {}", decl.name.text),
            Decl::Fn(decl) => format!("fn {}", decl.name.text),
            Decl::Map(MapDecl { left, arrow, right, .. }) => {
                format!("map {} {} {}", left.text(), sign(*arrow), right.text())
            }
            Decl::Test(decl) => format!("test {:?}", decl.name.value),
            Decl::NotYet(what) => format!("{what}, not yet built"),
            Decl::Error => "error".to_owned(),
        };
        self.node(item.span, &says, |dump| {
            dump.docs(&item.docs);
            item.attributes.iter().for_each(|attribute| dump.attribute(attribute));
            dump.declared(&item.decl);
        });
    }

    fn declared(&mut self, decl: &Decl) {
        match decl {
            Decl::Entity(decl) | Decl::Record(decl) => self.record(decl),
            Decl::System(decl) => {
                decl.options.iter().for_each(|option| self.option(option));
                decl.items.iter().for_each(|item| self.item(item));
            }
            Decl::Enum(decl) => self.enumeration(decl),
            Decl::Type(decl) => self.ty("", &decl.ty),
            Decl::Table(decl) => self.table(decl),
            Decl::Fn(decl) => self.function(decl),
            Decl::Map(decl) => self.entries(&decl.body),
            Decl::Test(decl) => self.test(decl),
            Decl::NotYet(_) | Decl::Error => {}
        }
    }

    fn docs(&mut self, docs: &[String]) {
        docs.iter().for_each(|line| self.0.leaf(None, &format!("doc {line:?}")));
    }

    fn attribute(&mut self, attribute: &Attribute) {
        self.node(attribute.span, &format!("attribute {}", attribute.name.text), |dump| {
            attribute.arguments.iter().for_each(|argument| dump.expr("", argument));
        });
    }

    fn record(&mut self, decl: &RecordDecl) {
        decl.options.iter().for_each(|option| self.option(option));
        self.members(&decl.members);
    }

    pub(super) fn members(&mut self, members: &[Member]) {
        for member in members {
            match member {
                Member::Field(field) => self.field(field),
                Member::Check(check) => {
                    let reason =
                        check.reason.as_ref().map(|text| format!(" else {:?}", text.value)).unwrap_or_default();
                    let at = check.at.as_ref().map(|path| format!(" at {}", path.text())).unwrap_or_default();
                    self.node(check.span, &format!("check{reason}{at}"), |dump| dump.expr("", &check.condition));
                }
                Member::Rest(span) => self.leaf(*span, "rest, not yet built"),
                Member::Error(span) => self.leaf(*span, "error"),
            }
        }
    }

    fn field(&mut self, field: &FieldDecl) {
        let keyword = match field.keyword {
            Some(FieldKeyword::Key) => "key ",
            Some(FieldKeyword::Readonly) => "readonly ",
            None => "",
        };
        self.node(field.span, &format!("{keyword}field {}", field.name.text), |dump| {
            dump.docs(&field.docs);
            field.attributes.iter().for_each(|attribute| dump.attribute(attribute));
            dump.ty("", &field.ty);
            field.default.iter().for_each(|default| dump.expr("default: ", default));
        });
    }

    fn option(&mut self, option: &OptionDecl) {
        let (value, further) = match &option.value {
            OptionValue::Word(word, further) => (word.text.clone(), further.as_slice()),
            OptionValue::Text(text) => (format!("{:?}", text.value), [].as_slice()),
            OptionValue::Number(number) => (number.text.clone(), [].as_slice()),
        };
        self.node(option.span, &format!("option {} = {value}", option.name.text), |dump| {
            further.iter().for_each(|option| dump.option(option));
        });
    }

    fn enumeration(&mut self, decl: &EnumDecl) {
        for member in &decl.members {
            let wire = member.wire.as_ref().map(|wire| format!(" {:?}", wire.value)).unwrap_or_default();
            self.node(member.name.span, &format!("member {}{wire}", member.name.text), |dump| dump.docs(&member.docs));
        }
    }

    fn table(&mut self, decl: &TableDecl) {
        self.ty("from: ", &decl.from);
        self.ty("to: ", &decl.to);
        decl.file.iter().for_each(|file| self.leaf(file.span, &format!("file {:?}, not yet built", file.value)));
        for row in &decl.rows {
            let left: Vec<String> = row.left.iter().map(cell).collect();
            let left = if left.is_empty() { "else".to_owned() } else { left.join(", ") };
            self.leaf(row.span, &format!("row {left} {} {}", sign(row.arrow), cell(&row.right)));
        }
    }

    fn function(&mut self, decl: &FnDecl) {
        for (name, ty) in &decl.params {
            self.node(name.span, &format!("param {}", name.text), |dump| dump.ty("", ty));
        }
        self.ty("result: ", &decl.result);
        for (name, value) in &decl.lets {
            self.node(name.span, &format!("let {}", name.text), |dump| dump.expr("", value));
        }
        self.expr("body: ", &decl.body);
    }

    fn test(&mut self, decl: &TestDecl) {
        decl.steps.iter().for_each(|step| self.leaf(step.span, &said(step)));
    }
}

/// A step of a test.
fn said(step: &TestStep) -> String {
    match &step.kind {
        TestStepKind::Given(record, json) => format!("given {} {}", record.text(), json.text),
        TestStepKind::GivenContext(name, json) => format!("given ${} = {}", name.text(), json.text),
        TestStepKind::Expect { target, has, json } => {
            format!("expect {}{} {}", target.text(), if *has { " has" } else { "" }, json.text)
        }
        TestStepKind::ExpectReject { target, code, at } => {
            let target = target.as_ref().map(|path| format!(" {}", path.text())).unwrap_or_default();
            let code = code.as_ref().map(|code| format!(" {}", code.text)).unwrap_or_default();
            let at = at.as_ref().map(|at| format!(" at {:?}", at.value)).unwrap_or_default();
            format!("expect{target} reject{code}{at}")
        }
        TestStepKind::ExpectSkip(target) => {
            format!("expect{} skip", target.as_ref().map(|path| format!(" {}", path.text())).unwrap_or_default())
        }
        TestStepKind::ExpectDelete(target, json) => format!("expect delete {} {}", target.text(), json.text),
        TestStepKind::Error => "error".to_owned(),
    }
}

fn cell(cell: &Cell) -> String {
    match &cell.kind {
        CellKind::Text(text) => format!("{text:?}"),
        CellKind::Number(text) | CellKind::Word(text) => text.clone(),
        CellKind::Member(name) => format!(".{name}"),
        CellKind::Tuple(cells) => format!("({})", cells.iter().map(self::cell).collect::<Vec<_>>().join(", ")),
    }
}

fn sign(arrow: Arrow) -> &'static str {
    match arrow {
        Arrow::Right => "->",
        Arrow::Both => "<->",
        Arrow::Left => "<-",
    }
}
