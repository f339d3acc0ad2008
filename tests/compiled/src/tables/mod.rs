//! Generated from the routes of `tables`.

pub mod s_in_to_deal;
pub mod deal_to_s_out;
pub mod s_in_to_deal_to_s_out;
