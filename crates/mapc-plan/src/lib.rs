//! Plans: what both engines run. A plan holds one route from a source record to a target record, possibly through an entity, with nothing
//! left to decide: what is read at which type, what is evaluated in which order, what is written.
//!
//! A plan is data: [`Op`] lists its operations, [`effects`] tells what they can end with, [`image`] prints and reads it, [`verify()`] says
//! whether it is whole. [`interface`] is what a package declares around its routes. It depends on the runtime alone, so that whatever makes or runs plans needs nothing else.

pub mod columns;
pub mod effects;
mod ids;
pub mod image;
pub mod interface;
mod ops;
mod plan;
pub mod points;
mod text;
mod ty;
mod verify;
mod visit;

pub use ids::{EnumId, FunctionId, LocalId, ReadId, RecordId, SiteId, TableId, WriteId};
pub use ops::{Argument, Arm, Expr, For, Op, Read};
pub use plan::{
    Check, Decode, DecodeKind, Element, Encode, EncodeElement, Enum, Function, Head, Layout, Local, Otherwise,
    Pipeline, Plan, ReadField, ReadShape, Site, Stage, Step, Table, WriteField, WriteShape,
};
pub use text::Misread;
pub use ty::Ty;
pub use verify::verify;

pub use mapc_runtime::codec::Form;
pub use mapc_runtime::csv::Dialect;
pub use mapc_runtime::decode::{Blank, Duplicates, Unknown};
pub use mapc_runtime::ops::{ArithOp, CompareOp};
pub use mapc_runtime::write::{AbsentAs, Blanks};
pub use mapc_runtime::{Constant, Context};
