//! Generated from the routes of `context_and_maps`.

pub mod s_in_to_note;
pub mod firsts_in_to_one;
pub mod lasts_in_to_one;
