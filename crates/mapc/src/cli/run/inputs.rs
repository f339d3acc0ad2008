//! What is read: files and standard input, each in its format.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use mapc::intake::Layout;
use mapc_plan::Plan;

use super::super::args::{DataFormat, Run};
use super::super::failure::Failure;

/// One input.
pub(super) struct Source {
    /// Its name in messages, rejections and `$message_id`; `-` for standard input.
    pub(super) name: String,
    /// How records stand in it.
    pub(super) layout: Layout,
    /// The file, or standard input.
    path: Option<PathBuf>,
}

impl Source {
    /// Its bytes from the start.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read>> {
        Ok(match &self.path {
            Some(path) => Box::new(File::open(path)?),
            None => Box::new(io::stdin().lock()),
        })
    }

    /// How many bytes it has, where that is known.
    pub(super) fn length(&self) -> Option<u64> {
        let metadata = self.path.as_ref()?.metadata().ok()?;
        metadata.is_file().then_some(metadata.len())
    }
}

/// The inputs in the order of the arguments; all are looked at before the first is read.
pub(super) fn sources(options: &Run, plan: &Plan) -> Result<Vec<Source>, Failure> {
    let standard = [PathBuf::from("-")];
    let inputs: &[PathBuf] = if options.inputs().is_empty() { &standard } else { options.inputs() };
    if inputs.iter().filter(|input| is_stdin(input)).count() > 1 {
        return Err(Failure::Usage("standard input `-` can be read only once".to_owned()));
    }
    inputs.iter().map(|input| source(input, options, plan)).collect()
}

fn source(input: &Path, options: &Run, plan: &Plan) -> Result<Source, Failure> {
    let path = (!is_stdin(input)).then(|| input.to_path_buf());
    if let Some(path) = &path {
        let looked_at = path.metadata().and_then(|metadata| {
            // A pipe is opened once, when it is read: what was written to it for the first reader is gone for a second.
            if metadata.is_file() {
                File::open(path)?;
            }
            Ok(metadata)
        });
        let metadata = looked_at.map_err(|error| Failure::file("read", path, &error))?;
        if metadata.is_dir() {
            return Err(Failure::file("read", path, &io::ErrorKind::IsADirectory.into()));
        }
    }
    let format = match options.input_format.or_else(|| DataFormat::of(input)) {
        Some(format) => format,
        None if plan.source_csv.is_some() => DataFormat::Csv,
        None if path.is_none() => DataFormat::Ndjson,
        None => {
            return Err(Failure::Usage(format!(
                "the name `{}` does not tell what is in it; say so with `--input-format json`, `ndjson` or `csv`",
                input.display()
            )));
        }
    };
    let layout = layout(format, options, plan)?;
    Ok(Source { name: input.display().to_string(), layout, path })
}

fn layout(format: DataFormat, options: &Run, plan: &Plan) -> Result<Layout, Failure> {
    Ok(match (format, &options.at) {
        (DataFormat::Json, at) => Layout::Json(at.clone().unwrap_or_default()),
        (DataFormat::Ndjson, at) => Layout::Ndjson(at.clone()),
        (DataFormat::Csv, None) => Layout::Csv(plan.source_csv.unwrap_or_default()),
        (DataFormat::Csv, Some(_)) => {
            return Err(Failure::Usage("`--at` is a place in JSON; a CSV file has none".to_owned()));
        }
    })
}

fn is_stdin(input: &Path) -> bool {
    input.as_os_str() == "-"
}
