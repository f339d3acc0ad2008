//! What is read, as the arguments say.

use std::path::PathBuf;

use mapc_io::input::SourceError;
use mapc_io::{InputFormat, Source};
use mapc_runtime::Route;

use super::super::args::Run;
use super::super::failure::{Failure, choices};

/// The inputs in the order of the arguments; all are looked at before the first is read.
pub(super) fn sources(options: &Run, route: &dyn Route) -> Result<Vec<Source>, Failure> {
    let standard = [PathBuf::from("-")];
    let inputs: &[PathBuf] = if options.inputs().is_empty() { &standard } else { options.inputs() };
    let sources = Source::all(inputs, options.input_format, options.at.as_ref(), options.max_record, route);
    sources.map_err(|error| match error {
        SourceError::UnknownFormat(path) => Failure::Usage(format!(
            "the name `{}` does not tell what is in it; say so with {}",
            path.display(),
            choices("--input-format", InputFormat::ALL.iter().map(|format| format.name()))
        )),
        SourceError::NoPlaces(format) => {
            Failure::Usage(format!("`--at` is a place in JSON; a {} file has none", format.name().to_uppercase()))
        }
        SourceError::StandardInputTwice => Failure::Usage(error.to_string()),
        SourceError::File(error) => error.into(),
    })
}
