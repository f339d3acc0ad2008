//! `mapc run`.

mod inputs;
mod outputs;
mod progress;
mod shown;

use std::process::ExitCode;
use std::time::Instant;

use mapc::Checked;
use mapc::columns;
use mapc::intake;
use mapc::output::OutputLayout;
use mapc::transform::{Counts, Outlets, Transform, TransformError};
use mapc_interp::Program;
use mapc_lower::Route;
use mapc_runtime::Timestamp;

use super::Ending;
use super::args::Run;
use super::failure::{Failure, say};
use super::load;
use inputs::Source;
use outputs::Outputs;
use progress::Progress;

pub(super) fn run(options: &Run) -> Ending {
    let begun = Instant::now();
    options.files_differ()?;
    let checked = load(options.dir())?;
    let route = route(&checked, options)?;
    let plan = checked.plan(&route).map_err(|error| Failure::Error(error.to_string()))?;
    if options.deletes.is_none() && plan.can_delete() {
        return Err(Failure::Error(format!(
            "the route {route} can delete records; say with `--deletes FILE` where their keys go"
        )));
    }
    let sources = inputs::sources(options, &plan)?;
    let layout = outputs::layout(options, &sources, &plan)?;
    if layout == OutputLayout::Csv {
        columns::check_target(&plan).map_err(|complaints| {
            Failure::Error(format!("`{}` cannot be written as CSV: {}", plan.to, complaints.join("; ")))
        })?;
    }
    let program = Program::new(plan);
    let progress = Progress::new(&sources, options.out.is_none());
    let mut outputs = Outputs::open(options, &progress)?;
    let counts = transform(&program, &sources, options, &progress, layout, &mut outputs)?;
    outputs.finish()?;
    say(summary(&counts, begun));
    Ok(if counts.rejected > 0 { ExitCode::from(3) } else { ExitCode::SUCCESS })
}

fn route(checked: &Checked, options: &Run) -> Result<Route, Failure> {
    checked
        .route(&options.from, &options.to, options.route.as_deref())
        .map_err(|error| Failure::Error(error.to_string()))
}

fn transform(
    program: &Program,
    sources: &[Source],
    options: &Run,
    progress: &Progress,
    layout: OutputLayout,
    outputs: &mut Outputs,
) -> Result<Counts, Failure> {
    let mut transform =
        Transform::new(program, options.received_at.unwrap_or_else(Timestamp::now)).with_budget(options.max_work);
    let mut at = 0;
    let done = (|| {
        let mut outlets = outputs.outlets(layout, program)?;
        for (position, source) in sources.iter().enumerate() {
            at = position;
            let input = progress.watch(source.open().map_err(TransformError::Input)?);
            let mut records = intake::records(input, &source.layout, options.max_record);
            if let Some(header) = records.header().map_err(TransformError::Input)?
                && let Err(complaints) = columns::check_header(program.plan(), header)
            {
                return Ok(Some(complaints));
            }
            transform.input(&source.name, records.as_mut(), &mut outlets)?;
        }
        let Outlets { output, deletes, .. } = outlets;
        output.end().map_err(TransformError::Output)?;
        deletes.map_or(Ok(()), |deletes| deletes.end()).map_err(TransformError::Deletes)?;
        Ok(None)
    })();
    progress.finish();
    let source = sources.get(at);
    match done {
        Ok(None) => Ok(transform.counts()),
        Ok(Some(complaints)) => {
            let name = source.map_or("-", |source| source.name.as_str());
            Err(Failure::Error(format!("`{name}` cannot be read as `{}`: {}", options.from, complaints.join("; "))))
        }
        Err(error) => Err(outputs.failure(error, source)),
    }
}

/// `read 7, written 4, skipped 0, deleted 0, rejected 3, notices 0 in 0.012 s`.
fn summary(counts: &Counts, begun: Instant) -> String {
    let Counts { read, written, skipped, deleted, rejected, notices } = counts;
    let seconds = begun.elapsed().as_secs_f64();
    format!(
        "read {read}, written {written}, skipped {skipped}, deleted {deleted}, rejected {rejected}, notices {notices} \
         in {seconds:.3} s"
    )
}
