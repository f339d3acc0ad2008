//! Constants.

use mapc_plan::ir::{Const, Ty};

use super::Body;
use crate::code::Code;

impl<'p> Body<'_, 'p> {
    /// A constant of a type.
    pub(super) fn constant(&mut self, constant: &'p Const, ty: &Ty) -> Code {
        Code::tight(self.module.constant(constant, ty))
    }
}

/// Whether constants of a type are patterns of a `match` that need not be exhausted by them.
pub(super) fn is_pattern(ty: &Ty) -> bool {
    matches!(ty, Ty::Str | Ty::Int | Ty::Enum(_))
}

/// A constant that has no parts.
pub(crate) fn literal(constant: &Const) -> String {
    match constant {
        Const::Absent | Const::List(_) => "None".to_owned(),
        Const::Bool(value) => value.to_string(),
        Const::Int(value) => format!("{value}_i64"),
        Const::Float(value) => format!("{value:?}_f64"),
        Const::Decimal(value) => decimal(value),
        Const::Number(value) => format!("rt::Scalar::Number({value:?})"),
        Const::Str(value) => format!("{value:?}"),
        Const::Enum(_, position) => format!("{position}_u32"),
    }
}

fn decimal(value: &mapc_runtime::Decimal) -> String {
    let parts = value.unpack();
    format!("rt::Decimal::from_parts({}, {}, {}, {}, {})", parts.lo, parts.mid, parts.hi, parts.negative, parts.scale)
}
