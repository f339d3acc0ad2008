//! `mapc explain`.

use std::process::ExitCode;

use mapc_diagnostics::{CODES, code_entry, nearest};

use super::Ending;
use super::args::Explain;
use super::failure::{Failure, print};

pub(super) fn run(options: &Explain) -> Ending {
    let code = options.code.trim();
    let Some(entry) = code_entry(code) else {
        return Err(Failure::Error(unknown(code)));
    };
    print(&format!("{}: {}\n\n{}\n", entry.code, entry.title, entry.body))?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(code: &str) -> String {
    let candidate = nearest(code, CODES.iter().map(|entry| entry.code));
    let way_out = match candidate.and_then(code_entry) {
        Some(entry) => format!("the nearest is {}: {}", entry.code, entry.title),
        None => "codes look like `M0201` (when checking) or `R0201` (when running)".to_owned(),
    };
    format!("there is no code `{code}`; {way_out}")
}
