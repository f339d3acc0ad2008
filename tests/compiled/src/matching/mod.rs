//! Generated from the routes of `matching`.

pub mod s_in_to_thing;
