//! A plan: one route from a source record to a target record, with nothing left to decide.
//!
//! **Order of a record.** 1. The reader walks the whole record: it validates every byte, checks every declared field and keeps
//! those with a `slot`. If it found problems, the record is rejected with all of them. 2. For each stage: heads in order (the
//! first that holds ends the record; one that fails rejects it), then every output; an output that
//! fails is reported and poisons its local; one that gives `Fail::Skip` ends the record at once as skipped, without a reason.
//! Then, if nothing was reported, every invariant; one that fails is reported. If anything was reported, the record is rejected with
//! all of it and no later stage runs. 3. The writer writes the last stage's outputs; a value that could not be read
//! back is a problem of the line that fills its field, all of them are gathered, and the record is rejected.
//!
//! **Stages.** A route has one stage a map. Before them may stand one more that checks the invariants of the source record: it
//! has no heads, and nothing reads its outputs.
//!
//! **Calls.** Pointers of sites inside a function are relative; [`mapc_runtime::flow::call`] puts the pointer of the call's own
//! site before them.
//!
//! **Several results.** A plan has one pipeline; that a record gives several results would be a list of them, over the same slots.

use std::sync::Arc;

use mapc_runtime::codec::Form;
use mapc_runtime::csv::Dialect;
use mapc_runtime::decode::{Blank, Duplicates, Unknown};
use mapc_runtime::write::{AbsentAs, Blanks};
use mapc_runtime::{Constant, Constraint};

use crate::ids::{EnumId, LocalId, ReadId, RecordId, SiteId, WriteId};
use crate::ops::Expr;
use crate::ty::Ty;

/// One route, ready to run.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Name of the source record, `marketing.Lead`.
    pub from: String,
    /// Name of the target record, `crm.Contact`.
    pub to: String,
    /// Names of the entities in between.
    pub through: Vec<String>,
    /// Shapes of the source record and what is nested in it.
    pub read_shapes: Vec<ReadShape>,
    /// The source record's shape.
    pub source: ReadId,
    /// How source records stand in a CSV file, where they do.
    pub source_csv: Option<Dialect>,
    /// How target records are written to a CSV file, where they are.
    pub target_csv: Option<Dialect>,
    /// Shapes of the target record and what is nested in it.
    pub write_shapes: Vec<WriteShape>,
    /// The route's locals, by id.
    pub locals: Vec<Local>,
    /// The local that holds the source record.
    pub input: LocalId,
    /// What is done.
    pub pipeline: Pipeline,
    /// User functions and nested maps. [`Op::Field`](crate::Op::Field) positions in them, as in the pipeline, are those of [`Layout`].
    pub functions: Vec<Function>,
    /// The layout of each record type that values of this plan have, by [`RecordId`]; only those that occur.
    pub layouts: Vec<Layout>,
    /// Tables, by [`TableId`](crate::TableId); those of the whole package.
    pub tables: Arc<[Table]>,
    /// Enums, by [`EnumId`]; those of the whole package.
    pub enums: Arc<[Enum]>,
    /// Places, by [`SiteId`].
    pub sites: Vec<Site>,
}

impl Plan {
    /// The layout of a record type.
    pub fn layout(&self, record: RecordId) -> Option<&Layout> {
        self.layouts.iter().find(|layout| layout.record == record)
    }

    /// Whether a record can come out as one that is to be deleted.
    pub fn can_delete(&self) -> bool {
        let mut heads = self.pipeline.stages.iter().flat_map(|stage| &stage.heads);
        heads.any(|head| matches!(head, Head::Delete { .. }))
    }

    /// A place.
    pub fn site(&self, site: SiteId) -> Option<&Site> {
        self.sites.get(site.0 as usize)
    }
}

/// A variable of a route or function: parameter, `let`, output, loop variable, what `some x` binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local {
    /// Its name, which no other of the same route or function has: letters, digits and `_`, for readers of the plan and of generated code.
    pub name: String,
    /// Its type.
    pub ty: Ty,
}

/// Which fields values of a record type have in this plan: those read somewhere, or all if values of it are built here.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The record.
    pub record: RecordId,
    /// Its name, `shop.Order.line_items`.
    pub name: String,
    /// Its fields' names and types, in order.
    pub fields: Vec<(String, Ty)>,
}

/// Stages and what is written at their end.
#[derive(Clone, Debug)]
pub struct Pipeline {
    /// In order: one, or two for a route through an entity.
    pub stages: Vec<Stage>,
    /// The shape that the last stage's outputs are written in.
    pub write: WriteId,
}

/// One map of a route.
#[derive(Clone, Debug, Default)]
pub struct Stage {
    /// Decisions about the whole record.
    pub heads: Vec<Head>,
    /// Lazily evaluated `let`s of the stage.
    pub lets: Vec<(LocalId, Expr)>,
    /// The built record's fields in declaration order. A later stage reads these locals. Those of an earlier stage that nobody
    /// reads and that cannot fail are left out, as are `readonly` ones of the last.
    pub outputs: Vec<(LocalId, Expr)>,
    /// Invariants of the built record, over the outputs.
    pub checks: Vec<Check>,
}

/// An invariant.
#[derive(Clone, Debug)]
pub struct Check {
    /// A bool; `false` is a problem `R0302` at the condition's site.
    pub condition: Expr,
    /// Why.
    pub reason: String,
}

/// A decision about the whole record.
#[derive(Clone, Debug)]
pub enum Head {
    /// `skip when`.
    Skip {
        /// A bool.
        condition: Expr,
        /// Why, perhaps empty.
        reason: String,
    },
    /// `delete when`: if it holds, `pipeline` writes the target's key and the outcome is `Deleted`. It runs in the same frame, and
    /// may read the lets of the stage around it and the outputs of earlier stages.
    Delete {
        /// A bool.
        condition: Expr,
        /// How the key is made; its outputs are the key fields alone.
        pipeline: Pipeline,
    },
    /// `reject code when`.
    Reject {
        /// A bool.
        condition: Expr,
        /// What it ends with if that holds: an [`Op::Reject`](crate::Op::Reject) at the condition's site.
        rejection: Expr,
    },
}

/// A user function, or a map that another calls, with its heads as conditions around its body.
#[derive(Clone, Debug)]
pub struct Function {
    /// `full_name`, `marketing.Lead -> Customer`.
    pub name: String,
    /// Its parameters: the source record alone for a map.
    pub params: Vec<LocalId>,
    /// All its locals, by id.
    pub locals: Vec<Local>,
    /// Its value.
    pub body: Expr,
}

/// How an object is read.
#[derive(Clone, Debug)]
pub struct ReadShape {
    /// The record, for its [`Layout`].
    pub record: RecordId,
    /// Its fields, all of them.
    pub fields: Vec<ReadField>,
    /// Keys that are not declared.
    pub unknown: Unknown,
    /// Declared keys given twice.
    pub duplicates: Duplicates,
    /// Place of the record's declaration, for problems of the object itself.
    pub site: SiteId,
}

/// How a field is read.
#[derive(Clone, Debug)]
pub struct ReadField {
    /// Keys under which it may stand; two of them in one object count as a duplicate.
    pub names: Vec<String>,
    /// How its value is read.
    pub decode: Decode,
    /// `T?`: absent where the key is missing, the value null, or blank under `blank = absent`.
    pub optional: bool,
    /// What stands instead of absent.
    pub default: Option<Constant>,
    /// `try T`: what does not fit is absent, with a notice. Malformed JSON rejects all the same.
    pub tolerant: bool,
    /// Position in the record's layout; `None` if it is only checked.
    pub slot: Option<u32>,
    /// Place of its declaration.
    pub site: SiteId,
}

/// How a value is read: what JSON it has to be, or how its CSV cell reads.
#[derive(Clone, Debug)]
pub struct Decode {
    /// The form.
    pub kind: DecodeKind,
    /// What the value must satisfy.
    pub constraints: Arc<[Constraint]>,
    /// How a blank text is taken, where the form is a text.
    pub blank: Blank,
}

/// The forms that values are read from. In a CSV cell every scalar is its text.
#[derive(Clone, Debug)]
pub enum DecodeKind {
    /// A value without parts, in a form.
    Leaf(Form),
    /// A member by its wire text.
    Enum(EnumId),
    /// An object.
    Record(ReadId),
    /// An array.
    List(Box<Element>),
    /// A text split at a separator; parts are read as CSV cells are.
    Split(String, Box<Element>),
    /// An object with any keys; none twice.
    Map(Box<Element>),
}

/// How an element of a list or map is read.
#[derive(Clone, Debug)]
pub struct Element {
    /// How its value is read.
    pub decode: Decode,
    /// Whether null is absent; else it rejects.
    pub optional: bool,
}

/// How an object is written.
#[derive(Clone, Debug)]
pub struct WriteShape {
    /// The record, for its [`Layout`].
    pub record: RecordId,
    /// Its fields in the order of writing; those that are `readonly` are not among them.
    pub fields: Vec<WriteField>,
    /// How absent is written.
    pub absent: AbsentAs,
}

/// How a field is written.
#[derive(Clone, Debug)]
pub struct WriteField {
    /// Its key.
    pub name: String,
    /// Position of its value: among the last stage's outputs for the record at the top, in the record's layout for a nested one.
    pub slot: u32,
    /// How its value is written.
    pub encode: Encode,
    /// Whether it may be absent.
    pub optional: bool,
    /// Which blank texts may be written for it; inside a list or map there is no default.
    pub blanks: Blanks,
}

/// The forms that values are written in.
#[derive(Clone, Debug)]
pub enum Encode {
    /// A value without parts, in a form.
    Leaf(Form),
    /// A member's wire text.
    Enum(EnumId),
    /// An object.
    Record(WriteId),
    /// An array.
    List(Box<EncodeElement>),
    /// A text of parts between separators.
    Split(String, Box<EncodeElement>),
    /// An object in the value's order.
    Map(Box<EncodeElement>),
}

/// How an element is written.
#[derive(Clone, Debug)]
pub struct EncodeElement {
    /// How its value is written.
    pub encode: Encode,
    /// Whether it may be absent, which is written as null.
    pub optional: bool,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// What is looked up.
    pub from: Ty,
    /// What is found.
    pub to: Ty,
    /// Keys and values; no key twice.
    pub rows: Vec<(Constant, Constant)>,
    /// For the rest.
    pub otherwise: Otherwise,
}

/// What a table gives for what it does not list.
#[derive(Clone, Debug, PartialEq)]
pub enum Otherwise {
    /// `R0303`.
    Reject,
    /// What was looked up.
    Same,
    /// This.
    Value(Constant),
}

/// An enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enum {
    /// Its name.
    pub name: String,
    /// Members' wire texts by position.
    pub wire: Vec<String>,
}

/// A place that problems name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Site {
    /// `file:line:column`.
    pub place: String,
    /// Path of the target field.
    pub target: String,
    /// Where in the source the value comes from; in a function's own sites relative to its first argument.
    pub pointer: Vec<Step>,
    /// For an operation that can blame any of its operands: where those after the first come from. What is not listed has `pointer`.
    pub operands: Vec<Vec<Step>>,
}

impl Site {
    /// The index locals of its pointers, each once.
    pub fn indices(&self) -> Vec<LocalId> {
        let mut locals = Vec::new();
        for step in self.pointer.iter().chain(self.operands.iter().flatten()) {
            match step {
                Step::Index(local) if !locals.contains(local) => locals.push(*local),
                _ => {}
            }
        }
        locals
    }
}

/// One step of a site's pointer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A key.
    Key(String),
    /// The value of a `for`'s index local.
    Index(LocalId),
}
