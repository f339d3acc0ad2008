//! `mapc run`.

mod inputs;
mod interrupt;
mod outputs;
mod progress;
mod shown;

use std::process::ExitCode;
use std::time::Instant;

use mapc::Checked;
use mapc_interp::Program;
use mapc_io::{Bounds, OutputFormat, RunError, Settings, Source, Summary};
use mapc_lower::Route;
use mapc_runtime::Route as _;

use super::Ending;
use super::args::Run;
use super::failure::{Failure, say};
use super::load;
use outputs::Outputs;
use progress::Progress;

pub(super) fn run(options: &Run) -> Ending {
    let begun = Instant::now();
    options.files_differ()?;
    let checked = load(options.dir())?;
    let route = route(&checked, options)?;
    let program = checked.compile(&route).map_err(|error| Failure::Error(error.to_string()))?;
    if options.deletes.is_none() && program.can_delete() {
        return Err(Failure::Error(format!(
            "the route {route} can delete records; say with `--deletes FILE` where their keys go"
        )));
    }
    let sources = inputs::sources(options, &program)?;
    let format = outputs::format(options, &program)?;
    let settings = Settings {
        bounds: Bounds { longest: options.max_record, work: options.max_work },
        received_at: options.received_at,
    };
    format.check(&program).map_err(|error| Failure::Error(error.to_string()))?;
    let progress = Progress::new(&sources, options.out.is_none());
    let mut outputs = Outputs::open(options, &progress)?;
    let ended = transform(&program, &sources, &progress, format, &settings, &mut outputs);
    progress.finish();
    let summary = ended.map_err(|error| outputs.failure(error))?;
    outputs.finish()?;
    say(format_args!("{summary} in {:.3} s", begun.elapsed().as_secs_f64()));
    Ok(if summary.rejected > 0 { ExitCode::from(3) } else { ExitCode::SUCCESS })
}

fn route(checked: &Checked, options: &Run) -> Result<Route, Failure> {
    checked
        .route(&options.from, &options.to, options.route.as_deref())
        .map_err(|error| Failure::Error(error.to_string()))
}

fn transform(
    program: &Program,
    sources: &[Source],
    progress: &Progress,
    format: OutputFormat,
    settings: &Settings,
    outputs: &mut Outputs,
) -> Result<Summary, RunError> {
    // What is read as one document may be written as one.
    let as_read = matches!(sources, [source] if source.format().is_document());
    let mut run = mapc_io::Run::new(program, outputs.sinks(format, as_read), settings)?;
    for source in sources {
        let input = source.open().map_err(|error| RunError::input(source.name(), error))?;
        let mut records = source.records(progress.watch(input));
        run.input(source.name(), records.as_mut())?;
    }
    run.end()
}
