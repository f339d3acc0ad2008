//! What an interrupt does to a run: the files that it has not finished are taken away.

use std::process;

/// What a shell calls an interrupted process.
const INTERRUPTED: i32 = 130;

/// Watches for an interrupt from now on.
pub(super) fn watch() {
    // Where nothing can be watched, an interrupt leaves files behind, and the run is still right.
    let _ = ctrlc::set_handler(|| {
        mapc_io::files::remove_unfinished();
        process::exit(INTERRUPTED);
    });
}
