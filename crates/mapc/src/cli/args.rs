//! The arguments of every command.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use mapc::dump::Stage;
use mapc_io::files::{Claims, Identity, is_plain};
use mapc_io::{InputFormat, OutputFormat, Pointer, RecordLimit};
use mapc_runtime::{BUDGET, Timestamp};

use super::failure::Failure;

/// Compiler for .map files: typed data mappings, checked before they run.
///
/// Exit codes: 0 all went through, 1 errors, 2 wrong usage, 3 some records were rejected.
#[derive(Debug, Parser)]
#[command(name = "mapc", version, verbatim_doc_comment)]
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
    /// Give .map files their one layout
    Fmt(Fmt),
    /// Run the test blocks of a package
    Test(Test),
    /// Map records from files or standard input
    Run(Box<Run>),
    /// Write a Rust crate of the maps of a package, and of the routes that are named
    ///
    /// The crate has every declared map, the routes that test blocks are about, and those that `[build] routes` in `mapc.toml` names:
    /// `routes = ["marketing.Lead -> crm.Contact", "crm.* -> *"]`, or `routes = "all"`.
    Build(Build),
    /// Print what a stage of the compiler makes of a package
    ///
    /// Of files, a line is a token, a node or a declaration or expression: its place as `line:column`, and then what it is. What is wrong
    /// with the package is told on standard error, and stands as `error` in what is printed. Of routes, those are shown that `mapc build`
    /// writes, or the one that is named. It is for people; its form may change with any version.
    Dump(Dump),
    /// Explain a diagnostic code, with a wrong and a right example
    Explain(Explain),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Write manual pages of the commands
    ///
    /// They say what `--help` says: `mapc.1`, and one for each command, as `mapc-run.1`. Pages that are there are written anew.
    Man(Man),
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

/// `mapc fmt`.
#[derive(Debug, Args)]
pub(super) struct Fmt {
    /// Folders, whose `.map` files are meant, and files
    #[arg(value_name = "DIR|FILE", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// Change nothing; print the names of the files that would change, and end with 1 if there are any
    #[arg(long)]
    pub(super) check: bool,
}

/// `mapc build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// The package: the folder with `mapc.toml`
    #[arg(default_value = ".")]
    pub(super) dir: PathBuf,
    /// The crate's folder; `target/mapc/NAME` in the package where not given
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Where the crate takes the runtime from: `embedded` puts its sources into the crate, else a version of `mapc-runtime`, or
    /// `path=DIR`
    #[arg(long, value_name = "SOURCE", default_value = "embedded", value_parser = runtime_source)]
    pub(super) runtime: RuntimeSource,
}

/// Where a generated crate takes the runtime from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RuntimeSource {
    /// Its sources are inside the crate.
    Embedded,
    /// A version of the published crate.
    Version(String),
    /// A folder.
    Path(PathBuf),
}

fn runtime_source(text: &str) -> Result<RuntimeSource, String> {
    if text == "embedded" {
        return Ok(RuntimeSource::Embedded);
    }
    if let Some(path) = text.strip_prefix("path=") {
        return Ok(RuntimeSource::Path(PathBuf::from(path)));
    }
    let is_version = text.starts_with(|c: char| c.is_ascii_digit() || "=^~".contains(c))
        && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-+=^~".contains(c));
    if is_version {
        Ok(RuntimeSource::Version(text.to_owned()))
    } else {
        Err("`embedded`, a version, or `path=DIR`".to_owned())
    }
}

/// `mapc test`.
#[derive(Debug, Args)]
pub(super) struct Test {
    /// The package: the folder with `mapc.toml`
    #[arg(default_value = ".")]
    pub(super) dir: PathBuf,
    /// Only tests whose names hold this text
    pub(super) filter: Option<String>,
}

/// `mapc dump`.
#[derive(Debug, Args)]
pub(super) struct Dump {
    /// The package: the folder with `mapc.toml`; or, of a stage that shows files, one `.map` file
    #[arg(value_name = "DIR|FILE", default_value = ".")]
    pub(super) path: PathBuf,
    /// The stage.
    #[command(flatten)]
    pub(super) stage: StageFlag,
    /// Of a stage that shows routes, only the one from this record, `marketing.Lead`; whether `mapc build` writes it or not
    #[arg(long, value_name = "RECORD", requires = "to")]
    pub(super) from: Option<String>,
    /// To this record, `crm.Contact`
    #[arg(long, value_name = "RECORD", requires = "from")]
    pub(super) to: Option<String>,
    /// Which route, where several lead there: the entity in between, or `direct`
    #[arg(long, value_name = "ENTITY", requires = "from")]
    pub(super) route: Option<String>,
}

/// The stage that is asked for: an option without a value for each, of which there has to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StageFlag(pub(super) Stage);

impl Args for StageFlag {
    fn augment_args(command: clap::Command) -> clap::Command {
        let flags = Stage::ALL.map(|(_, name, help)| Arg::new(name).long(name).help(help).action(ArgAction::SetTrue));
        let names = Stage::ALL.map(|(_, name, _)| name);
        command.args(flags).group(ArgGroup::new("stage").args(names).required(true))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for StageFlag {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let asked = Stage::ALL.into_iter().find(|(_, name, _)| matches.get_flag(name));
        // The group demands one.
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingRequiredArgument);
        asked.map(|(stage, ..)| StageFlag(stage)).ok_or_else(missing)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// `mapc explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code or its name, `M0201` or `unknown-name` for one
    pub(super) code: String,
}

/// `mapc completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

/// `mapc man`.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// The folder for the pages; made where it does not exist
    pub(super) dir: PathBuf,
}

/// `mapc run`.
///
/// A record's `$message_id` is the input's name, a colon and the record's line; for a record in a JSON document the name, `#` and
/// the record's JSON pointer. `$received_at` is the time at which the run began.
#[derive(Debug, Args)]
#[command(override_usage = "mapc run [OPTIONS] --from <RECORD> --to <RECORD> [DIR] [INPUT]...")]
pub(super) struct Run {
    /// The package, then the files to read in this order: the folder with `mapc.toml`, the current one where the first is a
    /// file; `-` for standard input, which is read where no file is named
    #[arg(value_name = "DIR] [INPUT")]
    pub(super) paths: Vec<PathBuf>,
    /// The record to read, `marketing.Lead`
    #[arg(long, value_name = "RECORD")]
    pub(super) from: String,
    /// The record to write, `crm.Contact`
    #[arg(long, value_name = "RECORD")]
    pub(super) to: String,
    /// Which route, where several lead there: the entity in between, or `direct`
    #[arg(long, value_name = "ENTITY")]
    pub(super) route: Option<String>,
    /// The JSON pointer of the record, or of the array of records, inside each input document: `/orders`
    #[arg(long, value_name = "POINTER")]
    pub(super) at: Option<Pointer>,
    /// What the inputs are; else each name's extension tells, and standard input is NDJSON
    #[arg(long, value_name = "FORMAT", value_parser = input_formats())]
    pub(super) input_format: Option<InputFormat>,
    /// What to write; else the extension of `--out` tells, and standard output is NDJSON
    #[arg(long, value_name = "FORMAT", value_parser = output_formats())]
    pub(super) output_format: Option<OutputFormat>,
    /// Where to write mapped records; standard output where not given
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Where to write rejected records, as NDJSON with their problems; where not given, the first 20 are shown
    #[arg(long, value_name = "FILE")]
    pub(super) rejects: Option<PathBuf>,
    /// Where to write the keys of deleted records, as NDJSON
    #[arg(long, value_name = "FILE")]
    pub(super) deletes: Option<PathBuf>,
    /// Where to write notices about records that were not rejected, as NDJSON; where not given, the first 20 are shown
    #[arg(long, value_name = "FILE")]
    pub(super) notices: Option<PathBuf>,
    /// The longest record that is read; a longer one is rejected
    #[arg(long, value_name = "BYTES", default_value_t)]
    pub(super) max_record: RecordLimit,
    /// How much work one record may cause, in units: a byte made or written is one, an element visited 64, a call 256; a record
    /// that needs more is rejected
    #[arg(long, value_name = "UNITS", default_value_t = BUDGET)]
    pub(super) max_work: u64,
    /// `$received_at` of all records, in RFC 3339; the time at which the run began where not given
    #[arg(long, value_name = "TIME")]
    pub(super) received_at: Option<Timestamp>,
}

impl Run {
    /// The package's folder.
    pub(super) fn dir(&self) -> &Path {
        self.split().0
    }

    /// The files to read.
    pub(super) fn inputs(&self) -> &[PathBuf] {
        self.split().1
    }

    fn split(&self) -> (&Path, &[PathBuf]) {
        match self.paths.split_first() {
            Some((first, rest)) if first.as_os_str() != "-" && !first.is_file() => (first, rest),
            _ => (Path::new("."), &self.paths),
        }
    }

    /// Refuses outputs that are one file, that are an input, or that are a file of a package.
    pub(super) fn files_differ(&self) -> Result<(), Failure> {
        let named = [
            ("--out", &self.out),
            ("--rejects", &self.rejects),
            ("--deletes", &self.deletes),
            ("--notices", &self.notices),
        ];
        let mut claims = Claims::new(self.inputs().iter().map(PathBuf::as_path));
        for (option, path) in named.into_iter().filter_map(|(option, path)| Some((option, path.as_deref()?))) {
            let refuse = |what: &str| Err(Failure::Usage(format!("`{option} {}` {what}", path.display())));
            if let Err(clash) = claims.claim(option, path) {
                return refuse(&clash.to_string());
            }
            let name = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
            let is_map = name.extension().is_some_and(|extension| extension == "map");
            if is_plain(path) && (is_map || name.file_name().is_some_and(|name| name == mapc::manifest::MANIFEST)) {
                return refuse("would be a file of a package; name another file");
            }
        }
        // A hard link to a file of the package has another name.
        match claims.among(&self.package_files()) {
            Some((option, path)) => Err(Failure::Usage(format!(
                "`{option} {}` is a file of the package under another name; name another file",
                path.display()
            ))),
            None => Ok(()),
        }
    }

    fn package_files(&self) -> Vec<Identity> {
        let folder = self.dir();
        let names = mapc::project::file_names(folder).map(|found| found.files).unwrap_or_default();
        let names = names.into_iter().chain([mapc::manifest::MANIFEST.to_owned()]);
        names.map(|name| folder.join(name)).filter(|path| path.exists()).map(|path| Identity::of(&path)).collect()
    }
}

/// The formats that the table of inputs lists, so that a further one is an argument without a word here.
fn input_formats() -> impl TypedValueParser<Value = InputFormat> {
    let values = InputFormat::ALL.iter().map(|format| PossibleValue::new(format.name()).help(format.about()));
    let named = |name: String| InputFormat::named(&name).ok_or("there is no such format");
    PossibleValuesParser::new(values).try_map(named)
}

/// The same of the table of outputs.
fn output_formats() -> impl TypedValueParser<Value = OutputFormat> {
    let values = OutputFormat::ALL.iter().map(|format| PossibleValue::new(format.name()).help(format.about()));
    let named = |name: String| OutputFormat::named(&name).ok_or("there is no such format");
    PossibleValuesParser::new(values).try_map(named)
}
