//! Generated from the routes of `lets_and_try`.

pub mod s_in_to_e;
pub mod t_in_to_e;
