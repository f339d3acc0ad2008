//! Generated from the routes of `functions`.

pub mod s_person_to_member;
pub mod s_in_to_team;
