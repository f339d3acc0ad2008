//! Numbers: bounds, rounding and division.

use super::conversion::{scale, whole};
use super::convert::mismatch;
use super::define::functions;
use crate::ops::decimal::{Rounding, divide_rounded, round as round_to};
use crate::ops::{self, Number, Order};
use crate::{Cx, Decimal, Result, flow};

functions! { topic number;

/// The int without its sign.
#[function("abs", "(number: int) -> int")]
#[example("(0 - 7).abs()", "7")]
pub fn abs<'a>(_cx: &Cx<'a>, number: i64) -> Result<i64> {
    if number < 0 { number.negated() } else { Ok(number) }
}

/// The decimal without its sign.
#[function("abs", "(number: decimal) -> decimal")]
#[example("(0.5 - 2).abs()", "1.5")]
pub fn abs_decimal<'a>(_cx: &Cx<'a>, number: Decimal) -> Decimal {
    number.abs()
}

/// The float without its sign.
#[function("abs", "(number: float) -> float")]
#[example(r#""-0.5".to_float().abs()"#, r#""0.5".to_float()"#)]
pub fn abs_float<'a>(_cx: &Cx<'a>, number: f64) -> f64 {
    number.abs()
}

/// The value, or `least` if that is greater.
#[function("at_least", "(value: T, least: T) -> T where T is ordered")]
#[example("3.at_least(5)", "5")]
#[example("7.at_least(5)", "7")]
pub fn at_least<'a, T: Order>(cx: &Cx<'a>, value: T, least: T) -> T {
    if flow::compare(cx, value, least, ops::less) { least } else { value }
}

/// The value, or `most` if that is less.
#[function("at_most", "(value: T, most: T) -> T where T is ordered")]
#[example("130.at_most(100)", "100")]
pub fn at_most<'a, T: Order>(cx: &Cx<'a>, value: T, most: T) -> T {
    if flow::compare(cx, value, most, ops::greater) { most } else { value }
}

/// The number with at most so many places. Between two neighbours `half_up`, `half_even` and `half_down` give the
/// nearer one, and from the middle the one away from zero, the one with an even last digit, the one towards zero; `up`
/// is always away from zero, `down` towards it, `ceiling` to the greater, `floor` to the lesser one.
#[function(
    "round",
    "(number: decimal, places: int, how: \"half_up\" | \"half_even\" | \"half_down\" \
     | \"up\" | \"down\" | \"ceiling\" | \"floor\") -> decimal"
)]
#[example(r#"2.345.round(2, "half_up")"#, "2.35")]
#[example(r#"2.345.round(2, "half_even")"#, "2.34")]
#[example(r#"2.345.round(29, "half_even")"#, "reject R0315")]
pub fn round<'a>(_cx: &Cx<'a>, number: Decimal, places: i64, how: &'a str) -> Result<Decimal> {
    round_to(number, scale(places, 1)?, rounding(how)?)
}

/// The greatest int that is not above the number.
#[function("floor", "(number: decimal) -> int")]
#[example("(0 - 2.5).floor()", "-3")]
pub fn floor<'a>(_cx: &Cx<'a>, number: Decimal) -> Result<i64> {
    whole(round_to(number, 0, Rounding::Floor)?)
}

/// The least int that is not below the number.
#[function("ceil", "(number: decimal) -> int")]
#[example("2.1.ceil()", "3")]
pub fn ceil<'a>(_cx: &Cx<'a>, number: Decimal) -> Result<i64> {
    whole(round_to(number, 0, Rounding::Ceiling)?)
}

/// The whole quotient of two ints, cut off towards zero; `%` gives what is left over.
#[function("div", "(number: int, by: int) -> int")]
#[example("17.div(5)", "3")]
#[example("17.div(0)", "reject R0305")]
pub fn div<'a>(_cx: &Cx<'a>, number: i64, by: i64) -> Result<i64> {
    if by == 0 {
        return Err(ops::by_zero());
    }
    number.checked_div(by).ok_or_else(|| ops::overflow("an int of 64 bits"))
}

/// The quotient with so many places, rounded as `round` does.
#[function(
    "div",
    "(number: decimal, by: decimal, places: int, how: \"half_up\" | \"half_even\" | \"half_down\" \
     | \"up\" | \"down\" | \"ceiling\" | \"floor\") -> decimal"
)]
#[example(r#"10.div(3, 2, "half_up")"#, "3.33")]
#[example(r#"2.div(3, 4, "half_even")"#, "0.6667")]
#[example(r#"2.div(0, 4, "half_even")"#, "reject R0305")]
#[example(r#"2.div(3, 29, "half_even")"#, "reject R0315")]
#[example(r#"999999999999999999999999999.5.div(0.001, 0, "half_even")"#, "reject R0304")]
pub fn div_decimal<'a>(_cx: &Cx<'a>, number: Decimal, by: Decimal, places: i64, how: &'a str) -> Result<Decimal> {
    divide_rounded(number, by, scale(places, 2)?, rounding(how)?)
}
}

fn rounding(name: &str) -> Result<Rounding> {
    Rounding::named(name).ok_or_else(|| mismatch("rounding"))
}
