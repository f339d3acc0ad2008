//! What a package declares, checked: the input of everything behind the checker.

use mapc_diagnostics::Span;
use mapc_runtime::{Constraint, codec};
use std::sync::Arc;

pub use mapc_runtime::csv::Dialect;
pub use mapc_runtime::decode::{Blank, Duplicates, Unknown};
pub use mapc_runtime::write::AbsentAs;

use crate::core::{Const, Expr, Function, FunctionId};
use crate::ty::{EnumId, RecordId, Ty};

/// A checked package.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Entities and records, declared and inline.
    pub records: Vec<Record>,
    /// Enums, declared and literal unions.
    pub enums: Vec<Enum>,
    /// Tables.
    pub tables: Vec<Table>,
    /// User functions and maps.
    pub functions: Vec<Function>,
    /// Maps; a two-way map stands here once for each way.
    pub maps: Vec<Map>,
    /// Tests in the order of files and text.
    pub tests: Vec<Test>,
}

/// Whose shape a record is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A canonical entity.
    Entity,
    /// A record outside systems.
    Package,
    /// A record of the named system.
    System(String),
}

/// Options of a record, with those of its system taken over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Keys that the record does not declare.
    pub unknown: Unknown,
    /// Blank texts.
    pub blank: Blank,
    /// How absent is written.
    pub absent: AbsentAs,
    /// Keys given twice.
    pub duplicates: Duplicates,
    /// CSV, or JSON.
    pub csv: Option<Dialect>,
}

/// A record or entity.
#[derive(Clone, Debug)]
pub struct Record {
    /// `Customer`, `crm.Contact`; for an inline one the path to it, `crm.Contact.custom_fields`.
    pub name: String,
    /// Whose it is.
    pub owner: Owner,
    /// Declared inside another record.
    pub inline: bool,
    /// Its fields in the order of the text.
    pub fields: Vec<Field>,
    /// Its options.
    pub options: Options,
    /// `check` lines.
    pub checks: Vec<Invariant>,
    /// Lines of `///`.
    pub docs: Vec<String>,
    /// The name in its declaration; an inline record's braces.
    pub span: Span,
}

/// `check e else "…" at path`: `condition` reads the record's fields as [`crate::core::ExprKind::Local`]s, field n as `LocalId(n)`.
#[derive(Clone, Debug)]
pub struct Invariant {
    /// A bool over the record's fields.
    pub condition: Expr,
    /// Types of the locals; the first ones are the fields.
    pub locals: Vec<Ty>,
    /// Why it fails.
    pub reason: String,
    /// The field to point at, by position.
    pub at: Option<u32>,
}

/// How a value is written where that is not its type's own form.
#[derive(Clone, Debug, PartialEq)]
pub enum Wire {
    /// The type's own form. JSON string for texts, dates and times (RFC 3339); number for numbers; `true`/`false`.
    Plain,
    /// A form of its own.
    Form(codec::Form),
    /// `as split(";")`: a list in one text; the elements are in this form, as CSV cells are.
    Split(String, Box<Wire>),
    /// `[decimal as string]`, `map<string, date as "dd.MM.yyyy">`: the elements are in this form; never [`Wire::Plain`].
    Elements(Box<Wire>),
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in `.map` text.
    pub name: String,
    /// Its names on the wire: read under any, written under the first. Never empty.
    pub wire_names: Vec<String>,
    /// Its type: `T?` for an optional one.
    pub ty: Ty,
    /// How its value is written.
    pub wire: Wire,
    /// `try T`: what does not fit reads as absent, with a notice; `ty` is optional then, unless a default stands in.
    pub tolerant: bool,
    /// What stands for an absent value, when it is read and when it is assigned.
    pub default: Option<Const>,
    /// `key`.
    pub key: bool,
    /// `readonly`.
    pub readonly: bool,
    /// Lines of `///`.
    pub docs: Vec<String>,
    /// The field's name in its declaration.
    pub span: Span,
}

/// An enum.
#[derive(Clone, Debug)]
pub struct Enum {
    /// `DealStage`, `crm.Stage`; for a literal union its members joined, `"HOME" | "WORK"`.
    pub name: String,
    /// A literal union: its members are texts, not `.names`.
    pub literal: bool,
    /// Names and wire forms; for a literal union both are the text.
    pub members: Vec<Member>,
    /// Lines of `///`.
    pub docs: Vec<String>,
    /// Where it is declared.
    pub span: Span,
}

/// A member of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name in `.map` text.
    pub name: String,
    /// Its text on the wire.
    pub wire: String,
    /// Lines of `///`.
    pub docs: Vec<String>,
}

/// What a table gives for what it does not list.
#[derive(Clone, Debug, PartialEq)]
pub enum Otherwise {
    /// A rejection.
    Reject,
    /// The value itself.
    Same,
    /// A constant.
    Value(Const),
}

/// One direction of a table; a reversible table stands in the model once for each way.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// What is looked up.
    pub from: Ty,
    /// What is found; optional if a row gives `absent`.
    pub to: Ty,
    /// Rows: no key stands twice.
    pub rows: Vec<(Const, Const)>,
    /// For the rest.
    pub otherwise: Otherwise,
    /// The name in its declaration.
    pub span: Span,
}

/// One direction of a map.
#[derive(Clone, Debug)]
pub struct Map {
    /// What it reads.
    pub from: RecordId,
    /// What it builds.
    pub to: RecordId,
    /// How.
    pub function: FunctionId,
    /// The head of its declaration.
    pub span: Span,
}

/// A test.
#[derive(Clone, Debug)]
pub struct Test {
    /// Its name.
    pub name: String,
    /// The record given.
    pub given: RecordId,
    /// Its JSON.
    pub input: String,
    /// `$message_id`, where set.
    pub message_id: Option<String>,
    /// `$received_at` in RFC 3339, where set.
    pub received_at: Option<String>,
    /// What is expected.
    pub expects: Vec<Expect>,
    /// Its declaration.
    pub span: Span,
}

/// One expectation of a test.
#[derive(Clone, Debug)]
pub struct Expect {
    /// What is expected.
    pub kind: ExpectKind,
    /// Its line.
    pub span: Span,
}

/// What a test may expect. A rejection or skip without a target is that of each declared map that starts at the given record.
#[derive(Clone, Debug)]
pub enum ExpectKind {
    /// This JSON; with `has`, other keys may stand beside those named, at every depth.
    Output {
        /// What it is mapped to.
        target: RecordId,
        /// Compare only what is named.
        has: bool,
        /// The JSON.
        json: String,
    },
    /// A rejection.
    Reject {
        /// What it is mapped to, where named.
        target: Option<RecordId>,
        /// Its code, where asked for.
        code: Option<String>,
        /// One problem's JSON pointer, where asked for.
        at: Option<String>,
    },
    /// A skip.
    Skip {
        /// What it is mapped to, where named.
        target: Option<RecordId>,
    },
    /// A tombstone.
    Delete {
        /// What it is mapped to.
        target: RecordId,
        /// The key as JSON.
        json: String,
    },
}

impl Model {
    /// The record of an id.
    pub fn record(&self, id: RecordId) -> &Record {
        &self.records[id.0 as usize]
    }

    /// The enum of an id.
    pub fn enumeration(&self, id: EnumId) -> &Enum {
        &self.enums[id.0 as usize]
    }

    /// The declared record of a name, `crm.Contact`.
    pub fn record_named(&self, name: &str) -> Option<RecordId> {
        let position = self.records.iter().position(|record| !record.inline && record.name == name)?;
        u32::try_from(position).ok().map(RecordId)
    }
}

/// Constraints as types share them.
pub type Constraints = Arc<[Constraint]>;
