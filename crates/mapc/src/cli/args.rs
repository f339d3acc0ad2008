//! The arguments of every command.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Compiler for .map files: typed data mappings, checked before they run.
///
/// Exit codes: 0 all went through, 1 errors, 2 wrong usage, 3 some records were rejected.
#[derive(Debug, Parser)]
#[command(name = "mapc", version, disable_help_subcommand = true, verbatim_doc_comment)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write a small working package
    Init(Init),
    /// Report every error and every lint of a package
    Check(Check),
    /// Explain a diagnostic code, with a wrong and a right example
    Explain(Explain),
    /// Print a completion script for a shell
    Completions(Completions),
}

/// `mapc init`.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// Where to put it; made where it does not exist. No file is overwritten
    #[arg(default_value = ".")]
    pub(super) dir: PathBuf,
}

/// `mapc check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The package: the folder with `mapc.toml`
    #[arg(default_value = ".")]
    pub(super) dir: PathBuf,
    /// How diagnostics are written: for people on standard error, or as one JSON document on standard output
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub(super) format: ReportFormat,
}

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// With the lines of source they speak of.
    Human,
    /// For tools.
    Json,
}

/// `mapc explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code, `M0201` for one
    pub(super) code: String,
}

/// `mapc completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}
