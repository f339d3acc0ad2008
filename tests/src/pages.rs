//! The pages of the manual that are made from the one definition of what they describe.

use std::fmt::Write as _;

use mapc_runtime::library;

/// `docs/src/library.md`.
pub fn library() -> String {
    library::manual()
}

/// `docs/src/wire-forms.md`.
pub fn wire_forms() -> String {
    mapc_runtime::codec::manual()
}

/// `docs/src/diagnostics.md`: all codes with their explanations, as `mapc explain` shows them.
pub fn diagnostics() -> String {
    let mut page = String::from(
        "# Diagnostics\n\nEvery message has a code that never changes its meaning. Codes that begin with `M` come from the compiler, those with `R` \
         from a running mapping. `mapc explain CODE` shows the same text.\n",
    );
    for entry in mapc::codes::all() {
        let body = entry.body.replace("\n## ", "\n### ");
        let _ = write!(page, "\n## {}: {}\n\n`{}`\n\n{body}\n", entry.code, entry.title, entry.name);
    }
    page
}
