//! Constants and choices among them.

use mapc_plan::{Constant, Ty};
use mapc_runtime::Decimal;

use crate::rust::block;

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
pub(crate) fn decimal(value: &Decimal) -> String {
    let parts = value.unpack();
    format!("rt::Decimal::from_parts({}, {}, {}, {}, {})", parts.lo, parts.mid, parts.hi, parts.negative, parts.scale)
}

/// Whether constants of a type are patterns of a `match` that need not be exhausted by them.
fn is_pattern(ty: &Ty) -> bool {
    matches!(ty, Ty::Str | Ty::Int | Ty::Enum(_))
}

/// The case whose constants hold a value, or what stands for the rest.
pub(crate) fn select(ty: &Ty, value: &str, cases: &[(&[Constant], String)], otherwise: &str) -> String {
    if cases.is_empty() {
        return otherwise.to_owned();
    }
    if is_pattern(ty) {
        let arms = cases.iter().map(|(values, body)| {
            let patterns: Vec<String> = values.iter().map(literal).collect();
            format!("{} => {body},\n", patterns.join(" | "))
        });
        return block(&format!("match {value}"), &format!("{}_ => {otherwise},", arms.collect::<String>()));
    }
    let mut text = format!("let value = {value};\n");
    for (values, body) in cases {
        let tests: Vec<String> = values.iter().map(|value| format!("value == {}", literal(value))).collect();
        text.push_str(&block(&format!("if {}", tests.join(" || ")), body));
        text.push_str(" else ");
    }
    text.push_str(&block("", otherwise));
    block("", &text)
}
