//! `mapc explain`.

use std::process::ExitCode;

use mapc::codes;
use mapc_diagnostics::nearest;

use super::Ending;
use super::args::Explain;
use super::failure::{Failure, print};

pub(super) fn run(options: &Explain) -> Ending {
    let code = options.code.trim();
    let Some(entry) = codes::find(code) else {
        return Err(Failure::Error(unknown(code)));
    };
    print(&format!("{}: {}\n{}\n\n{}\n", entry.code, entry.title, entry.name, entry.body))?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(code: &str) -> String {
    let candidate = nearest(code, codes::all().iter().flat_map(|entry| [entry.code, entry.name]));
    let way_out = match candidate.and_then(codes::find) {
        Some(entry) => format!("the nearest is {}: {}", entry.code, entry.title),
        None => "codes look like `M0201` (when checking) or `R0201` (when running), their names like `unknown-name`"
            .to_owned(),
    };
    format!("there is no code `{code}`; {way_out}")
}
