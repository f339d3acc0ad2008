//! The passes of the checker, in order. None stops at an error.
//!
//! 1. `declare`: names of everything. 2. `types`: what declarations mean. 3. Bodies: functions, maps, `check` lines; they
//! note in [`crate::context::Reads`] what they read. 4. Source completeness, which alone deals with `ignore` lines; bodies
//! step over them. 5. Tests. 6. Lints, where there are no errors.

use mapc_diagnostics::{Diagnostic, FileId, SourceMap};
use mapc_syntax::ast;

use crate::context::Context;
use crate::declare::declare;
use crate::model::Model;
use crate::{tables, types};

/// Checks a package: all its files see each other. The model is fit for use only if no diagnostic is an error.
pub fn check(sources: &SourceMap, files: &[(FileId, &ast::File)]) -> (Model, Vec<Diagnostic>) {
    let mut context = Context::new(sources);
    let mut declared = declare(&mut context, files);
    types::complete(&mut context, &mut declared);
    tables::complete(&mut context, &declared);
    (context.model, context.diagnostics)
}
