//! Generated from the routes of `options`.

pub mod strict_in_to_any;
pub mod lax_in_to_any;
pub mod plain_in_to_any;
pub mod any_to_nulls_out;
pub mod strict_in_to_any_to_nulls_out;
pub mod lax_in_to_any_to_nulls_out;
pub mod plain_in_to_any_to_nulls_out;
