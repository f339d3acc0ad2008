//! Generated from the routes of `conditions`.

pub mod s_in_to_party;
