//! Generated from the routes of `spectrum`.

pub mod csv_abc_to_abc;
pub mod csv_ab_to_ab;
pub mod csv_place_to_place;
pub mod csv_location_to_location;
pub mod location_to_json_location;
pub mod csv_pair_to_pair;
pub mod abc_to_json_abc;
pub mod ab_to_json_ab;
pub mod place_to_json_place;
pub mod pair_to_json_pair;
pub mod csv_abc_to_abc_to_json_abc;
pub mod csv_ab_to_ab_to_json_ab;
pub mod csv_place_to_place_to_json_place;
pub mod csv_location_to_location_to_json_location;
pub mod csv_pair_to_pair_to_json_pair;
