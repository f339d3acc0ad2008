//! Generated from the routes of `hard_14_minor_units`.

pub mod pay_charge_to_price;
pub mod price_to_shop_label;
pub mod pay_charge_to_price_to_shop_label;
