//! What is written: records, keys of deleted records, rejections.

use std::io;

use mapc::intake::{Layout, Record};
use mapc::notices::{Notices, write_notice};
use mapc::output::{OutputLayout, RecordWriter};
use mapc::rejects::{Rejection, Rejects, RejectsFile};
use mapc::transform::{Outlets, TransformError};
use mapc_plan::Plan;
use mapc_runtime::{Notice, Route};

use super::super::args::{DataFormat, Run};
use super::super::failure::{Failure, cause};
use super::super::target::Target;
use super::inputs::Source;
use super::progress::Progress;
use super::shown::{Shown, ShownNotices};

/// All outputs of a run.
pub(super) struct Outputs {
    records: Target,
    deletes: Option<Target>,
    rejects: RejectsTarget,
    notices: NoticesTarget,
}

/// Where notices go.
enum NoticesTarget {
    File(Target),
    Shown(ShownNotices),
}

/// Where rejections go.
enum RejectsTarget {
    File(RejectsFile<Target>),
    Shown(Shown),
}

impl Outputs {
    /// Opens all files, so that one that cannot be written is told before anything is read.
    pub(super) fn open(options: &Run, progress: &Progress) -> Result<Outputs, Failure> {
        let records = match &options.out {
            Some(path) => Target::file(path)?,
            None => Target::stdout(),
        };
        let deletes = options.deletes.as_deref().map(Target::file).transpose()?;
        let rejects = match &options.rejects {
            Some(path) => RejectsTarget::File(RejectsFile::new(Target::file(path)?)),
            None => RejectsTarget::Shown(Shown::new(progress.clone())),
        };
        let notices = match &options.notices {
            Some(path) => NoticesTarget::File(Target::file(path)?),
            None => NoticesTarget::Shown(ShownNotices::new(progress.clone())),
        };
        Ok(Outputs { records, deletes, rejects, notices })
    }

    /// Where the records of a run go.
    pub(super) fn outlets(&mut self, layout: OutputLayout, route: &dyn Route) -> Result<Outlets<'_>, TransformError> {
        let output = RecordWriter::new(&mut self.records, layout, route).map_err(TransformError::Output)?;
        let deletes = self.deletes.as_mut().map(|deletes| RecordWriter::new(deletes, OutputLayout::Ndjson, route));
        let deletes = deletes.transpose().map_err(TransformError::Deletes)?;
        Ok(Outlets { output, deletes, rejects: &mut self.rejects, notices: &mut self.notices })
    }

    /// Puts all files in their places, once all of them are written.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        self.records.write_out()?;
        self.deletes.iter_mut().try_for_each(Target::write_out)?;
        let rejects = match self.rejects {
            RejectsTarget::File(file) => {
                let mut file = file.into_inner();
                file.write_out()?;
                Some(file)
            }
            RejectsTarget::Shown(shown) => {
                shown.finish();
                None
            }
        };
        let mut notices = match self.notices {
            NoticesTarget::File(file) => Some(file),
            NoticesTarget::Shown(shown) => {
                shown.finish();
                None
            }
        };
        notices.iter_mut().try_for_each(Target::write_out)?;
        self.records.finish()?;
        [self.deletes, rejects, notices].into_iter().flatten().try_for_each(Target::finish)
    }

    /// A failure in words: which input or output it is about.
    pub(super) fn failure(&self, error: TransformError, source: Option<&Source>) -> Failure {
        match (error, &self.rejects, &self.deletes) {
            (TransformError::Output(error), ..) => self.records.failure(&error),
            (TransformError::Deletes(error), _, Some(deletes)) => deletes.failure(&error),
            (TransformError::Notices(error), ..) => match &self.notices {
                NoticesTarget::File(file) => file.failure(&error),
                NoticesTarget::Shown(_) => Failure::Error(cause(&error)),
            },
            (TransformError::Rejects(error), RejectsTarget::File(file), _) => file.get_ref().failure(&error),
            (TransformError::Input(error), ..) => {
                Failure::file("read", source.map_or("-", |source| source.name.as_str()), &error)
            }
            (TransformError::Deletes(error) | TransformError::Rejects(error), ..) => Failure::Error(cause(&error)),
        }
    }
}

impl Notices for NoticesTarget {
    fn notice(&mut self, input: &str, record: &Record<'_>, notice: &Notice) -> io::Result<()> {
        match self {
            NoticesTarget::File(file) => write_notice(file, input, record, notice),
            NoticesTarget::Shown(shown) => shown.notice(input, record, notice),
        }
    }
}

impl Rejects for RejectsTarget {
    fn begin(&mut self, rejection: &Rejection<'_>) -> io::Result<()> {
        match self {
            RejectsTarget::File(file) => file.begin(rejection),
            RejectsTarget::Shown(shown) => shown.begin(rejection),
        }
    }

    fn piece(&mut self, text: &[u8]) -> io::Result<()> {
        match self {
            RejectsTarget::File(file) => file.piece(text),
            RejectsTarget::Shown(shown) => shown.piece(text),
        }
    }

    fn end(&mut self) -> io::Result<()> {
        match self {
            RejectsTarget::File(file) => file.end(),
            RejectsTarget::Shown(shown) => shown.end(),
        }
    }
}

/// How records are written. JSON is an array, unless all that is read is one document that may be a single record.
pub(super) fn layout(options: &Run, sources: &[Source], plan: &Plan) -> Result<OutputLayout, Failure> {
    let format = match (options.output_format, &options.out) {
        (Some(format), _) => format,
        (None, out) if plan.target_csv.is_some() => out.as_deref().and_then(DataFormat::of).unwrap_or(DataFormat::Csv),
        (None, None) => DataFormat::Ndjson,
        (None, Some(out)) => DataFormat::of(out).ok_or_else(|| {
            Failure::Usage(format!(
                "the name `{}` does not tell what to write; say so with `--output-format json`, `ndjson` or `csv`",
                out.display()
            ))
        })?,
    };
    let from_document = matches!(sources, [source] if matches!(source.layout, Layout::Json(_)));
    Ok(match format {
        DataFormat::Ndjson => OutputLayout::Ndjson,
        DataFormat::Csv => OutputLayout::Csv,
        DataFormat::Json if from_document => OutputLayout::AsRead,
        DataFormat::Json => OutputLayout::Array,
    })
}
