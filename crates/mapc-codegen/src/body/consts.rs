//! Constants.

use mapc_plan::{Constant, Ty};

use super::Body;
use crate::code::Code;

impl<'p> Body<'_, 'p> {
    /// A constant of a type.
    pub(super) fn constant(&mut self, constant: &'p Constant, ty: &Ty) -> Code {
        Code::tight(self.module.constant(constant, ty))
    }
}

/// Whether constants of a type are patterns of a `match` that need not be exhausted by them.
pub(super) fn is_pattern(ty: &Ty) -> bool {
    matches!(ty, Ty::Str | Ty::Int | Ty::Enum(_))
}

/// A constant that has no parts.
pub(crate) fn literal(constant: &Constant) -> String {
    match constant {
        Constant::Absent | Constant::List(_) => "None".to_owned(),
        Constant::Bool(value) => value.to_string(),
        Constant::Int(value) => format!("{value}_i64"),
        Constant::Float(value) => format!("{value:?}_f64"),
        Constant::Decimal(value) => decimal(value),
        Constant::Number(value) => format!("rt::Scalar::Number({value:?})"),
        Constant::Str(value) => format!("{value:?}"),
        Constant::Enum(position) => format!("{position}_u32"),
    }
}

/// A decimal.
pub(crate) fn decimal(value: &mapc_runtime::Decimal) -> String {
    let parts = value.unpack();
    format!("rt::Decimal::from_parts({}, {}, {}, {}, {})", parts.lo, parts.mid, parts.hi, parts.negative, parts.scale)
}
