//! Generated from the routes of `hard_05_ranked_choice`.

pub mod s_in_to_firm;
