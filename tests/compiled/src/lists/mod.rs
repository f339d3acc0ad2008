//! Generated from the routes of `lists`.

pub mod s_in_to_basket;
