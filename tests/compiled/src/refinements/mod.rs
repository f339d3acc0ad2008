//! Generated from the routes of `refinements`.

pub mod s_in_to_item;
