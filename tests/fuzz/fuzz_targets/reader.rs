//! Bytes as a record: both engines say the same of it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mapc_fuzz::{reader, seeds};

fuzz_target!(init: seeds::write(reader::seeds()), |bytes: &[u8]| reader::run(bytes));
