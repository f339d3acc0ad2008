//! How much work the parser does, counted and not measured: the same on every machine and in every build.

use std::num::NonZeroUsize;
use std::path::Path;

use mapc_diagnostics::FileId;

/// The most calls of the parser's rules for each byte of a usual declaration.
const CALLS_PER_BYTE: usize = 7;

#[test]
fn the_grammar_does_little_work_for_each_byte() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/shop-orders/shop.map");
    let text = std::fs::read_to_string(path).expect("the example is there");
    // The limit holds for one run of the parser, which reads one declaration.
    for declaration in text.split_inclusive("\n}\n").filter(|piece| piece.contains('{')) {
        pest::set_call_limit(NonZeroUsize::new(declaration.len() * CALLS_PER_BYTE));
        let diagnostics = mapc_syntax::parse(FileId(0), declaration).diagnostics;
        pest::set_call_limit(None);
        assert!(diagnostics.is_empty(), "more than {CALLS_PER_BYTE} calls a byte for\n{declaration}\n{diagnostics:#?}");
    }
}
