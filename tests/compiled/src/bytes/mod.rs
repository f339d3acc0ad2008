//! Generated from the routes of `bytes`.

pub mod s_in_to_thing;
pub mod thing_to_s_out;
pub mod s_in_to_thing_to_s_out;
