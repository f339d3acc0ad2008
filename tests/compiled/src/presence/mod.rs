//! Generated from the routes of `presence`.

pub mod s_in_to_person;
pub mod person_to_s_out;
pub mod person_to_s_nullout;
pub mod s_in_to_person_to_s_out;
pub mod s_in_to_person_to_s_nullout;
