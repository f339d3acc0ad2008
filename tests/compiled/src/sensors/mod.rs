//! Generated from the routes of `sensors`.

pub mod gateway_reading_to_measurement;
pub mod measurement_to_monitoring_point;
pub mod gateway_reading_to_measurement_to_monitoring_point;
