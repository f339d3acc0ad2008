//! Exact arithmetic of decimals: up to 28 digits. A result that would have to be rounded fails instead;
//! only [`divide_rounded`] and [`round`] round, as they are told.

use core::cmp::Ordering;

use super::{by_zero, overflow};
use crate::codes;
use crate::{Decimal, Fail, Result};

/// Most places behind the point.
pub const MAX_SCALE: u32 = Decimal::MAX_SCALE;

/// What has one digit more than a decimal: some numbers of 29 digits fit into 96 bits, but only up to 28 all do, and no more
/// can be read.
const LIMIT: u128 = 10_u128.pow(28);

/// `left + right`, exactly.
pub fn add(left: Decimal, right: Decimal) -> Result<Decimal> {
    let scale = left.scale().max(right.scale());
    let sum = aligned(left, scale).zip(aligned(right, scale)).and_then(|(a, b)| a.checked_add(b));
    if let Some(sum) = sum.and_then(|sum| fit(sum, scale)) {
        return Ok(sum);
    }
    // Zeros behind the point can stand in the way of the other operand's digits.
    let (left, right) = (left.normalize(), right.normalize());
    let scale = left.scale().max(right.scale());
    let sum = aligned(left, scale).zip(aligned(right, scale)).and_then(|(a, b)| a.checked_add(b));
    sum.and_then(|sum| fit(sum, scale)).ok_or_else(too_long)
}

/// `left * right`, exactly.
pub fn multiply(left: Decimal, right: Decimal) -> Result<Decimal> {
    let (mut a, mut b) = (left.mantissa(), right.mantissa());
    let mut scale = left.scale() + right.scale();
    if let Some(product) = a.checked_mul(b).and_then(|product| fit(product, scale)) {
        return Ok(product);
    }
    // A ten in the product takes a two and a five from the factors.
    while scale > 0 && (a % 2 == 0 || b % 2 == 0) && (a % 5 == 0 || b % 5 == 0) {
        *(if a % 2 == 0 { &mut a } else { &mut b }) /= 2;
        *(if a % 5 == 0 { &mut a } else { &mut b }) /= 5;
        scale -= 1;
    }
    a.checked_mul(b).and_then(|product| fit(product, scale)).ok_or_else(too_long)
}

/// `left % right`, with the sign of `left`.
pub fn remainder(left: Decimal, right: Decimal) -> Result<Decimal> {
    if right.is_zero() {
        return Err(by_zero());
    }
    let scale = left.scale().max(right.scale());
    let Some(divisor) = aligned(right, scale) else {
        // Put to the places of `left`, `right` is beyond it.
        return Ok(left);
    };
    let divisor = divisor.unsigned_abs();
    let mut rest = left.mantissa().unsigned_abs() % divisor;
    for _ in left.scale()..scale {
        // There are places to add only if `divisor` was not widened, so that it is below 2^96.
        rest = rest * 10 % divisor;
    }
    let rest = i128::try_from(rest).map_err(|_| too_long())?;
    fit(if left.is_sign_negative() { -rest } else { rest }, scale).ok_or_else(too_long)
}

/// `left / right`, if the quotient has an end that fits.
pub fn divide(left: Decimal, right: Decimal) -> Result<Decimal> {
    if right.is_zero() {
        return Err(by_zero());
    }
    if left.is_zero() {
        return Ok(Decimal::ZERO);
    }
    let common = gcd(left.mantissa().unsigned_abs(), right.mantissa().unsigned_abs());
    let common = i128::try_from(common).unwrap_or(1);
    let (above, below) = (left.mantissa() / common, right.mantissa() / common);
    // The quotient ends if nothing but twos and fives is left below; so many places make it whole.
    let (rest, twos) = without_factor(below.unsigned_abs(), 2);
    let (rest, fives) = without_factor(rest, 5);
    if rest != 1 {
        return Err(inexact());
    }
    let places = twos.max(fives);
    let widened = 10_i128.checked_pow(places).and_then(|ten| above.checked_mul(ten / below));
    let scale = i64::from(left.scale()) - i64::from(right.scale()) + i64::from(places);
    let mantissa = widened.ok_or_else(inexact)?;
    match u32::try_from(scale) {
        Ok(scale) => fit(mantissa, scale).ok_or_else(|| {
            let unit = 10_u128.checked_pow(scale).unwrap_or(u128::MAX);
            if mantissa.unsigned_abs() / unit >= LIMIT { too_long() } else { inexact() }
        }),
        Err(_) => shifted(mantissa, scale.unsigned_abs()).and_then(|whole| fit(whole, 0)).ok_or_else(too_long),
    }
}

/// How a number between two neighbours is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearer one; from the middle away from zero.
    HalfUp,
    /// To the nearer one; from the middle to the one with an even last digit.
    HalfEven,
    /// To the nearer one; from the middle towards zero.
    HalfDown,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// To the greater one.
    Ceiling,
    /// To the lesser one.
    Floor,
}

impl Rounding {
    /// The rounding of a name, `half_up`.
    pub fn named(name: &str) -> Option<Rounding> {
        Some(match name {
            "half_up" => Rounding::HalfUp,
            "half_even" => Rounding::HalfEven,
            "half_down" => Rounding::HalfDown,
            "up" => Rounding::Up,
            "down" => Rounding::Down,
            "ceiling" => Rounding::Ceiling,
            "floor" => Rounding::Floor,
            _ => return None,
        })
    }

    /// Whether a magnitude that was cut off goes up by one: `odd` says whether its last digit is odd, `half` how what
    /// was cut off stands to one half. Something was cut off.
    fn goes_up(self, negative: bool, odd: bool, half: Ordering) -> bool {
        match self {
            Rounding::HalfUp => half.is_ge(),
            Rounding::HalfDown => half.is_gt(),
            Rounding::HalfEven => half.is_gt() || (half.is_eq() && odd),
            Rounding::Up => true,
            Rounding::Down => false,
            Rounding::Ceiling => !negative,
            Rounding::Floor => negative,
        }
    }
}

/// `number` with at most `scale` places.
pub fn round(number: Decimal, scale: u32, rounding: Rounding) -> Result<Decimal> {
    if number.scale() <= scale {
        return Ok(number);
    }
    divide_rounded(number, Decimal::ONE, scale, rounding)
}

/// `left / right` with `scale` places, rounded once.
pub fn divide_rounded(left: Decimal, right: Decimal, scale: u32, rounding: Rounding) -> Result<Decimal> {
    if right.is_zero() {
        return Err(by_zero());
    }
    let (above, below) = (left.mantissa().unsigned_abs(), right.mantissa().unsigned_abs());
    let negative = left.is_sign_negative() != right.is_sign_negative();
    let shift = i64::from(scale) + i64::from(right.scale()) - i64::from(left.scale());
    let (quotient, half, exact) = long_division(above, below, shift).ok_or_else(too_long)?;
    let up = !exact && rounding.goes_up(negative, quotient.low % 2 == 1, half);
    let magnitude = if up { quotient.and_one() } else { quotient };
    magnitude.fit(negative, scale).ok_or_else(too_long)
}

/// `above * 10^shift / below`: the whole part, how the rest stands to one half, and whether there is no rest. `None` where the
/// whole part is beyond any decimal.
fn long_division(above: u128, below: u128, shift: i64) -> Option<(Wide, Ordering, bool)> {
    let (whole, mut rest) = (above / below, above % below);
    if shift >= 0 {
        let mut quotient = Wide::from(whole);
        for _ in 0..shift {
            // `rest` is below 2^96, so that ten times it fits.
            rest *= 10;
            quotient = quotient.with_digit(rest / below)?;
            rest %= below;
        }
        return Some((quotient, (rest * 2).cmp(&below), rest == 0));
    }
    let unit = u32::try_from(shift.unsigned_abs()).ok().and_then(|places| 10_u128.checked_pow(places))?;
    let cut = whole % unit;
    let half = (cut * 2).cmp(&unit).then(if rest == 0 { Ordering::Equal } else { Ordering::Greater });
    Some((Wide::from(whole / unit), half, cut == 0 && rest == 0))
}

/// A whole number of up to 66 digits, as results have before zeros at their end are taken away: `high * 10^28 + low`.
#[derive(Clone, Copy)]
struct Wide {
    high: u128,
    /// Below [`LIMIT`].
    low: u128,
}

impl Wide {
    fn from(number: u128) -> Wide {
        Wide { high: number / LIMIT, low: number % LIMIT }
    }

    /// With one more digit at its end.
    fn with_digit(self, digit: u128) -> Option<Wide> {
        let low = self.low * 10 + digit;
        Some(Wide { high: self.high.checked_mul(10)?.checked_add(low / LIMIT)?, low: low % LIMIT })
    }

    fn and_one(self) -> Wide {
        let low = self.low + 1;
        Wide { high: self.high + low / LIMIT, low: low % LIMIT }
    }

    /// The decimal with so many places, without zeros at its end where they do not fit.
    fn fit(mut self, negative: bool, mut scale: u32) -> Option<Decimal> {
        while self.high != 0 && scale > 0 && self.low.is_multiple_of(10) {
            self.low = self.low / 10 + self.high % 10 * (LIMIT / 10);
            self.high /= 10;
            scale -= 1;
        }
        let low = i128::try_from(self.low).ok().filter(|_| self.high == 0)?;
        fit(if negative { -low } else { low }, scale)
    }
}

/// A sum of decimals, exact whatever is added, and looked at only at its end: what is in between need not fit.
#[derive(Default)]
pub struct Sum {
    /// What was added last, as long as it is short: so many units of the last of `scale` places.
    short: i64,
    scale: u32,
    whole: i128,
    /// In units of the last place that a decimal can have.
    fraction: i128,
}

impl Sum {
    /// Adds a number.
    pub fn add(&mut self, number: Decimal) {
        if self.add_short(number).is_none() {
            self.keep_short();
            self.add_long(number);
        }
    }

    fn add_short(&mut self, number: Decimal) -> Option<()> {
        let number_units = i64::try_from(number.mantissa()).ok()?;
        let scale = self.scale.max(number.scale());
        let widened = |units: i64, from: u32| units.checked_mul(10_i64.checked_pow(scale - from)?);
        let sum = widened(self.short, self.scale)?.checked_add(widened(number_units, number.scale())?)?;
        (self.short, self.scale) = (sum, scale);
        Some(())
    }

    fn keep_short(&mut self) {
        let short = Decimal::new(self.short, self.scale);
        (self.short, self.scale) = (0, 0);
        self.add_long(short);
    }

    /// Adds a number of any length. Each part has at most 28 digits, so that it takes 10^10 numbers to come near the ends of `i128`.
    fn add_long(&mut self, number: Decimal) {
        let unit = 10_i128.pow(number.scale());
        self.whole = self.whole.saturating_add(number.mantissa() / unit);
        self.fraction =
            self.fraction.saturating_add(number.mantissa() % unit * 10_i128.pow(MAX_SCALE - number.scale()));
    }

    /// The sum.
    pub fn total(mut self) -> Result<Decimal> {
        if self.whole == 0 && self.fraction == 0 {
            while self.scale > 0 && self.short % 10 == 0 {
                (self.short, self.scale) = (self.short / 10, self.scale - 1);
            }
            return Ok(Decimal::new(self.short, self.scale));
        }
        self.keep_short();
        let one = 10_i128.pow(MAX_SCALE);
        let (mut whole, mut fraction) = (self.whole.saturating_add(self.fraction / one), self.fraction % one);
        // Both get the same sign.
        if whole > 0 && fraction < 0 {
            (whole, fraction) = (whole - 1, fraction + one);
        } else if whole < 0 && fraction > 0 {
            (whole, fraction) = (whole + 1, fraction - one);
        }
        let negative = whole < 0 || fraction < 0;
        Wide { high: whole.unsigned_abs(), low: fraction.unsigned_abs() }
            .fit(negative, MAX_SCALE)
            .map(|sum| sum.normalize())
            .ok_or_else(too_long)
    }
}

/// The digits of a number at a scale that is not below its own.
fn aligned(number: Decimal, scale: u32) -> Option<i128> {
    shifted(number.mantissa(), u64::from(scale.saturating_sub(number.scale())))
}

fn shifted(mantissa: i128, places: u64) -> Option<i128> {
    let places = u32::try_from(places).ok()?;
    if mantissa == 0 { Some(0) } else { 10_i128.checked_pow(places).and_then(|ten| mantissa.checked_mul(ten)) }
}

/// The decimal of so many digits and places, without zeros at its end where they do not fit.
pub(crate) fn fit(mut mantissa: i128, mut scale: u32) -> Option<Decimal> {
    loop {
        if scale <= MAX_SCALE && mantissa.unsigned_abs() < LIMIT {
            return Decimal::try_from_i128_with_scale(mantissa, scale).ok();
        }
        if scale == 0 || mantissa % 10 != 0 {
            return None;
        }
        mantissa /= 10;
        scale -= 1;
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn without_factor(mut number: u128, factor: u128) -> (u128, u32) {
    let mut times = 0;
    while number.is_multiple_of(factor) {
        number /= factor;
        times += 1;
    }
    (number, times)
}

#[cold]
fn too_long() -> Fail {
    overflow("a decimal, which has at most 28 digits")
}

#[cold]
fn inexact() -> Fail {
    Fail::fault(
        codes::ENDLESS_QUOTIENT,
        "the quotient has no end within 28 digits; `div` says how many places it gets and how it is rounded",
    )
}

#[cfg(test)]
mod tests {
    use super::{Rounding, Sum, add, divide, divide_rounded, multiply, remainder, round};
    use crate::{Decimal, Fail, Result};

    fn dec(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    fn shown(result: Result<Decimal>) -> String {
        match result {
            Ok(number) => number.normalize().to_string(),
            Err(Fail::Fault(fault)) => fault.code.into_owned(),
            Err(_) => String::new(),
        }
    }

    #[test]
    fn sums_and_products_are_exact_or_fail() {
        let most = "9999999999999999999999999999";
        assert_eq!(shown(add(dec("0.1"), dec("0.2"))), "0.3");
        assert_eq!(shown(add(dec(most), dec("1"))), "R0304");
        // `rust_decimal` alone would round these.
        assert_eq!(shown(add(dec(most), dec("0.1"))), "R0304");
        assert_eq!(shown(add(dec(most), dec("0.0000"))), most);
        let tiny = "0.0000000000000000000000000001";
        assert_eq!(shown(multiply(dec(tiny), dec("0.1"))), "R0304");
        assert_eq!(shown(multiply(dec(tiny), dec("10"))), "0.000000000000000000000000001");
        assert_eq!(shown(multiply(dec("9999999999999.999999999999999"), dec("0.00000000000000"))), "0");
        // 2^90 × 5^38 = 2^52 × 10^38, which has more than 128 bits.
        let (two, five) = ("1.237940039285380274899124224", "3.63797880709171295166015625");
        assert_eq!(shown(multiply(dec(two), dec(five))), "4.503599627370496");
    }

    #[test]
    fn quotients_end_or_fail() {
        assert_eq!(shown(divide(dec("1"), dec("8"))), "0.125");
        assert_eq!(shown(divide(dec("-1.5"), dec("0.03"))), "-50");
        assert_eq!(shown(divide(dec("600"), dec("0.002"))), "300000");
        assert_eq!(shown(divide(dec("1"), dec("3"))), "R0306");
        assert_eq!(shown(divide(dec("1"), dec("9999999999999999999999999999"))), "R0306");
        assert_eq!(shown(divide(dec("9999999999999999999999999999"), dec("0.5"))), "R0304");
        assert_eq!(shown(divide(dec("1"), dec("0"))), "R0305");
        assert_eq!(shown(divide(dec("0"), dec("7"))), "0");
    }

    #[test]
    fn remainders_keep_the_sign_of_the_left() {
        assert_eq!(shown(remainder(dec("-7.5"), dec("2"))), "-1.5");
        assert_eq!(shown(remainder(dec("9999999999999999999999999999"), dec("0.0000000000000000000000000003"))), "0");
        assert_eq!(shown(remainder(dec("9999999999999999999999999999"), dec("0.0000000000000000000000000004"))), "0");
        assert_eq!(
            shown(remainder(dec("0.0000000000000000000000000007"), dec("9999999999999999999999999999"))),
            "0.0000000000000000000000000007"
        );
        assert_eq!(shown(remainder(dec("20"), dec("0.7"))), "0.4");
    }

    #[test]
    fn halves_go_where_the_rounding_says() {
        use Rounding::{Ceiling, Down, Floor, HalfDown, HalfEven, HalfUp, Up};
        let ways = [HalfUp, HalfEven, HalfDown, Up, Down, Ceiling, Floor];
        let rounded = |text: &str| ways.map(|way| shown(round(dec(text), 0, way))).join(" ");
        assert_eq!(rounded("2.5"), "3 2 2 3 2 3 2");
        assert_eq!(rounded("-2.5"), "-3 -2 -2 -3 -2 -2 -3");
        assert_eq!(rounded("1.5"), "2 2 1 2 1 2 1");
        assert_eq!(rounded("1.1"), "1 1 1 2 1 2 1");
        assert_eq!(rounded("-0.4"), "0 0 0 -1 0 0 -1");
        assert_eq!(rounded("7.0"), "7 7 7 7 7 7 7");
    }

    #[test]
    fn a_rounded_quotient_is_rounded_once() {
        assert_eq!(shown(divide_rounded(dec("2"), dec("3"), 2, Rounding::HalfUp)), "0.67");
        assert_eq!(shown(divide_rounded(dec("-1"), dec("8"), 2, Rounding::HalfEven)), "-0.12");
        // 0.4999…9 with 28 nines is below one half, though its quotient by 1 cut to 28 places is not looked at first.
        assert_eq!(shown(divide_rounded(dec("0.4999999999999999999999999999"), dec("1"), 0, Rounding::HalfUp)), "0");
        // 1000001 / 2000000 = 0.5000005: above one half only by its last digits, which lie behind the cut.
        assert_eq!(shown(divide_rounded(dec("1000001"), dec("2000000"), 0, Rounding::HalfDown)), "1");
        assert_eq!(shown(divide_rounded(dec("1"), dec("0.0000000000000000000000000001"), 2, Rounding::Down)), "R0304");
        assert_eq!(shown(divide_rounded(dec("1"), dec("0"), 2, Rounding::Down)), "R0305");
        // Places that are zero do not keep a quotient from fitting.
        assert_eq!(shown(divide_rounded(dec("9314495200602"), dec("5"), 28, Rounding::HalfUp)), "1862899040120.4");
        assert_eq!(
            shown(divide_rounded(dec("-9999999999999999999999999999"), dec("1"), 28, Rounding::Up)),
            "-9999999999999999999999999999"
        );
        assert_eq!(shown(divide_rounded(dec("9999999999999999999999999999"), dec("0.1"), 28, Rounding::Up)), "R0304");
        assert_eq!(shown(divide_rounded(dec("100000000000000"), dec("3"), 28, Rounding::Up)), "R0304");
        // Cut to 28 places the quotient has 42 digits, the last fourteen of them nines; rounded up, it has 28.
        let (left, right) = (dec("100000000000900100000000001"), dec("10000000000000.01"));
        assert_eq!(shown(divide_rounded(left, right, 28, Rounding::Up)), "10000000000090.00000000000001");
        assert_eq!(shown(divide_rounded(left, right, 28, Rounding::Down)), "R0304");
    }

    #[test]
    fn sums_are_judged_at_their_end() {
        let sum = |numbers: &[&str]| {
            let mut sum = Sum::default();
            numbers.iter().for_each(|number| sum.add(dec(number)));
            shown(sum.total())
        };
        let most = "9999999999999999999999999999";
        let tiny = "0.0000000000000000000000000001";
        assert_eq!(sum(&[]), "0");
        assert_eq!(sum(&["0.1", "0.2"]), "0.3");
        assert_eq!(sum(&[most, "1", "-1"]), most);
        assert_eq!(sum(&[most, most, "-9999999999999999999999999999", tiny, "-0.0000000000000000000000000001"]), most);
        assert_eq!(sum(&[most, "1"]), "R0304");
        assert_eq!(sum(&[most, "0.5"]), "R0304");
        assert_eq!(sum(&["1", "-0.25"]), "0.75");
        assert_eq!(sum(&["-1", "0.25"]), "-0.75");
        assert_eq!(sum(&["0.5", "0.5", "-1"]), "0");
        assert_eq!(sum(&["-0.5", "-0.7"]), "-1.2");
        assert_eq!(sum(&["1", tiny]), "R0304");
    }
}
