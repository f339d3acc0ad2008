//! What the model and plans have alike, from one to the other.

use mapc_model::core::Const;
use mapc_model::model;
use mapc_model::ty;
use mapc_plan::{Constant, Enum, EnumId, Otherwise, RecordId, Table, TableId, Ty};

/// A type. What it demands beyond its base is part of shapes and operations.
pub(crate) fn ty(of: &ty::Ty) -> Ty {
    let boxed = |inner: &ty::Ty| Box::new(ty(inner));
    match of {
        // Nothing in error is lowered; see `Lowering::refuse`.
        ty::Ty::Error | ty::Ty::Never => Ty::Never,
        ty::Ty::Bool => Ty::Bool,
        ty::Ty::Int => Ty::Int,
        ty::Ty::Decimal => Ty::Decimal,
        ty::Ty::Float => Ty::Float,
        ty::Ty::Str => Ty::Str,
        ty::Ty::Scalar => Ty::Scalar,
        ty::Ty::Date => Ty::Date,
        ty::Ty::DateTime => Ty::DateTime,
        ty::Ty::Timestamp => Ty::Timestamp,
        ty::Ty::Enum(id) => Ty::Enum(enumeration(*id)),
        ty::Ty::Record(id) => Ty::Record(record(*id)),
        ty::Ty::List(inner) => Ty::List(boxed(inner)),
        ty::Ty::Map(inner) => Ty::Map(boxed(inner)),
        ty::Ty::Tuple(parts) => Ty::Tuple(parts.iter().map(ty).collect()),
        ty::Ty::Optional(inner) => Ty::Optional(boxed(inner)),
        ty::Ty::Refined(base, _) => ty(base),
    }
}

/// A record's type.
pub(crate) fn record(id: ty::RecordId) -> RecordId {
    RecordId(id.0)
}

/// An enum.
pub(crate) fn enumeration(id: ty::EnumId) -> EnumId {
    EnumId(id.0)
}

/// A table.
pub(crate) fn table_id(id: mapc_model::core::TableId) -> TableId {
    TableId(id.0)
}

/// A constant.
pub(crate) fn constant(of: &Const) -> Constant {
    match of {
        Const::Absent => Constant::Absent,
        Const::Bool(value) => Constant::Bool(*value),
        Const::Int(value) => Constant::Int(*value),
        Const::Float(value) => Constant::Float(*value),
        Const::Decimal(value) => Constant::Decimal(*value),
        Const::Number(value) => Constant::Number(value.as_str().into()),
        Const::Str(value) => Constant::Str(value.as_str().into()),
        Const::Enum(_, member) => Constant::Enum(*member),
        Const::List(items) => Constant::List(items.iter().map(constant).collect()),
    }
}

/// The tables of a package.
pub(crate) fn tables(model: &model::Model) -> impl Iterator<Item = Table> {
    model.tables.iter().map(|table| Table {
        name: table.name.clone(),
        from: ty(&table.from),
        to: ty(&table.to),
        rows: table.rows.iter().map(|(key, value)| (constant(key), constant(value))).collect(),
        otherwise: match &table.otherwise {
            model::Otherwise::Reject => Otherwise::Reject,
            model::Otherwise::Same => Otherwise::Same,
            model::Otherwise::Value(value) => Otherwise::Value(constant(value)),
        },
    })
}

/// The enums of a package.
pub(crate) fn enums(model: &model::Model) -> impl Iterator<Item = Enum> {
    let wire = |declared: &model::Enum| declared.members.iter().map(|member| member.wire.clone()).collect();
    model.enums.iter().map(move |declared| Enum { name: declared.name.clone(), wire: wire(declared) })
}
