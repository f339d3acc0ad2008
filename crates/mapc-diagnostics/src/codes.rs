//! The compiler's codes: a constant each, made by `build.rs` from the file `codes/NUMBER-name.md` that explains it.

use crate::diagnostic::{Code, Severity};

include!(concat!(env!("OUT_DIR"), "/codes.rs"));
