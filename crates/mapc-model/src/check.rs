//! The passes of the checker, in order. None stops at an error.
//!
//! Names of everything; what declarations mean; bodies of functions, maps and `check` lines, which note in
//! [`crate::context::Reads`] what they read; source completeness, which alone deals with `ignore` lines (bodies step over
//! them); tests; and, where there are no errors, lints.

use mapc_diagnostics::{Diagnostic, FileId, SourceMap};
use mapc_runtime::stack;
use mapc_syntax::ast;

use crate::context::Context;
use crate::declare::declare;
use crate::model::Model;
use crate::{bodies, completeness, lints, maps, not_yet, tables, test_blocks, types};

/// Checks a package: all its files see each other. The model is fit for use only if no diagnostic is an error.
pub fn check(sources: &SourceMap, files: &[(FileId, &ast::File)]) -> (Model, Vec<Diagnostic>) {
    stack::walk(|| passes(sources, files))
}

fn passes(sources: &SourceMap, files: &[(FileId, &ast::File)]) -> (Model, Vec<Diagnostic>) {
    let mut context = Context::new(sources);
    let mut declared = declare(&mut context, files);
    types::complete(&mut context, &mut declared);
    tables::complete(&mut context, &declared);
    not_yet::check(&mut context, &declared);
    maps::check(&mut context, &mut declared);
    bodies::check_bodies(&mut context, &declared);
    completeness::check(&mut context, &declared);
    test_blocks::check(&mut context, &declared);
    lints::check(&mut context, &declared);
    context.into_parts()
}
