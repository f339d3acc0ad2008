//! Generated from the routes of `wire_forms`.

pub mod iso_in_to_moment;
pub mod moment_to_odd_rec;
pub mod odd_rec_to_moment;
pub mod moment_to_odd_epochs;
pub mod iso_in_to_moment_to_odd_rec;
pub mod iso_in_to_moment_to_odd_epochs;
pub mod odd_rec_to_moment_to_odd_epochs;
