//! What a package declares, for what stands around its routes: types, documentation, tests. No plan needs it to run; generators take it, so that they
//! need not know the checker's model.

use mapc_runtime::Constant;
use mapc_runtime::codec;
use mapc_runtime::csv::Dialect;
use mapc_runtime::write::AbsentAs;

use crate::ids::{EnumId, RecordId};
use crate::ty::Ty;

/// What a package declares.
#[derive(Clone, Debug, Default)]
pub struct Interface {
    /// Entities and records, declared and inline, by [`RecordId`].
    pub records: Vec<Record>,
    /// Enums, declared and literal unions, by [`EnumId`].
    pub enums: Vec<DeclaredEnum>,
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
    /// How rows of it stand in a file, where it is a record of one.
    pub csv: Option<Dialect>,
    /// How absent is written.
    pub absent: AbsentAs,
    /// Lines of `///`.
    pub docs: Vec<String>,
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
    /// What stands for an absent value.
    pub default: Option<Constant>,
    /// Whether it is only read.
    pub readonly: bool,
    /// Lines of `///`.
    pub docs: Vec<String>,
}

/// How a value is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Wire {
    /// In its type's own form.
    Plain,
    /// In a form that was chosen.
    Form(codec::Form),
    /// A list in one text, whose elements stand between separators in this form.
    Split(String, Box<Wire>),
    /// A list or map whose elements are in this form.
    Elements(Box<Wire>),
}

/// An enum.
#[derive(Clone, Debug)]
pub struct DeclaredEnum {
    /// `DealStage`, `crm.Stage`; for a literal union its members joined, `"HOME" | "WORK"`.
    pub name: String,
    /// A literal union: its members are texts.
    pub literal: bool,
    /// Its members; for a literal union name and wire text are one.
    pub members: Vec<Member>,
    /// Lines of `///`.
    pub docs: Vec<String>,
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

/// One direction of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Map {
    /// What it reads.
    pub from: RecordId,
    /// What it builds.
    pub to: RecordId,
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
}

/// What a test may expect. A rejection or skip without a target is that of each declared map that starts at the given record.
#[derive(Clone, Debug)]
pub enum Expect {
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

impl Interface {
    /// The record of an id.
    pub fn record(&self, RecordId(id): RecordId) -> Option<&Record> {
        self.records.get(id as usize)
    }

    /// The enum of an id.
    pub fn enumeration(&self, EnumId(id): EnumId) -> Option<&DeclaredEnum> {
        self.enums.get(id as usize)
    }

    /// The declared record of a name, `crm.Contact`.
    pub fn record_named(&self, name: &str) -> Option<RecordId> {
        let position = self.records.iter().position(|record| !record.inline && record.name == name)?;
        u32::try_from(position).ok().map(RecordId)
    }
}
