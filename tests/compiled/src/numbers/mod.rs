//! Generated from the routes of `numbers`.

pub mod s_in_to_sum;
