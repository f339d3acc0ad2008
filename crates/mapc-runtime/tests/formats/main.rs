//! JSON and CSV against suites from outside, against another implementation, and against tables worked out by hand.

mod csv_spectrum;
mod dates;
mod fields;
mod json_suite;
mod random;
mod support;
