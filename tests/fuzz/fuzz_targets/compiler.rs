//! Bytes as a `.map` file: no panic, and formatting is steady.

#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use mapc_fuzz::{compiler, seeds};

fuzz_target!(init: seeds::write(compiler::seeds()), |bytes: &[u8]| compiler::run(bytes));

fuzz_mutator!(|bytes: &mut [u8], size: usize, most: usize, seed: u32| { compiler::mutate(bytes, size, most, seed) });
