//! What is written, as the arguments say: records, keys of deleted records, rejections, notices.

use std::io::{self, Write};
use std::path::Path;

use mapc_io::files::{Target, cause, is_plain};
use mapc_io::{
    NoticeSink, NoticeWriter, Origin, OutputFormat, Rejection, RejectionSink, RejectionWriter, RunError, Sinks,
};
use mapc_runtime::{Notice, Route};

use super::super::args::Run;
use super::super::failure::{Failure, choices};
use super::interrupt;
use super::progress::Progress;
use super::shown::{Shown, ShownNotices};

/// All outputs of a run.
pub(super) struct Outputs {
    records: Target,
    deletes: Option<Target>,
    rejections: RejectionTarget,
    notices: NoticeTarget,
}

/// Where notices go.
enum NoticeTarget {
    File(NoticeWriter<Target>),
    Shown(ShownNotices),
}

/// Where rejections go.
enum RejectionTarget {
    File(RejectionWriter<Target>),
    Shown(Shown),
}

impl Outputs {
    /// Opens all files, so that one that cannot be written is told before anything is read.
    pub(super) fn open(options: &Run, progress: &Progress) -> Result<Outputs, Failure> {
        let files = [&options.out, &options.deletes, &options.rejects, &options.notices];
        if files.into_iter().flatten().any(|path| is_plain(path)) {
            interrupt::watch();
        }
        let records = match &options.out {
            Some(path) => Target::file(path)?,
            None => Target::stdout(),
        };
        let deletes = options.deletes.as_deref().map(Target::file).transpose()?;
        let rejections = match &options.rejects {
            Some(path) => RejectionTarget::File(RejectionWriter::new(Target::file(path)?)),
            None => RejectionTarget::Shown(Shown::new(progress.clone())),
        };
        let notices = match &options.notices {
            Some(path) => NoticeTarget::File(NoticeWriter::new(Target::file(path)?)),
            None => NoticeTarget::Shown(ShownNotices::new(progress.clone())),
        };
        Ok(Outputs { records, deletes, rejections, notices })
    }

    /// Where the records of a run go.
    pub(super) fn sinks(&mut self, format: OutputFormat, as_read: bool) -> Sinks<'_> {
        Sinks {
            records: &mut self.records,
            format,
            as_read,
            deletes: self.deletes.as_mut().map(|deletes| deletes as &mut dyn Write),
            rejections: &mut self.rejections,
            notices: &mut self.notices,
        }
    }

    /// Puts all files in their places, once all of them are written.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        self.records.write_out()?;
        self.deletes.iter_mut().try_for_each(Target::write_out)?;
        let mut rejections = match self.rejections {
            RejectionTarget::File(file) => Some(file.into_inner()),
            RejectionTarget::Shown(shown) => {
                shown.finish();
                None
            }
        };
        rejections.iter_mut().try_for_each(Target::write_out)?;
        let mut notices = match self.notices {
            NoticeTarget::File(file) => Some(file.into_inner()),
            NoticeTarget::Shown(shown) => {
                shown.finish();
                None
            }
        };
        notices.iter_mut().try_for_each(Target::write_out)?;
        self.records.finish()?;
        Ok([self.deletes, rejections, notices].into_iter().flatten().try_for_each(Target::finish)?)
    }

    /// A failure in words, with the name of the output that it is about.
    pub(super) fn failure(&self, error: RunError) -> Failure {
        let (target, error) = match (error, &self.rejections, &self.notices) {
            (RunError::Output(error), ..) => (Some(&self.records), error),
            (RunError::Deletes(error), ..) => (self.deletes.as_ref(), error),
            (RunError::Rejections(error), RejectionTarget::File(file), _) => (Some(file.get_ref()), error),
            (RunError::Notices(error), _, NoticeTarget::File(file)) => (Some(file.get_ref()), error),
            (RunError::Rejections(error) | RunError::Notices(error), ..) => (None, error),
            (error, ..) => return Failure::Error(error.to_string()),
        };
        match target {
            Some(target) => target.error(error).into(),
            None => Failure::Error(cause(&error)),
        }
    }
}

impl NoticeSink for NoticeTarget {
    fn notice(&mut self, origin: &Origin<'_>, notice: &Notice) -> io::Result<()> {
        match self {
            NoticeTarget::File(file) => file.notice(origin, notice),
            NoticeTarget::Shown(shown) => shown.notice(origin, notice),
        }
    }
}

impl RejectionSink for RejectionTarget {
    fn begin(&mut self, rejection: &Rejection<'_>) -> io::Result<()> {
        match self {
            RejectionTarget::File(file) => file.begin(rejection),
            RejectionTarget::Shown(shown) => shown.begin(rejection),
        }
    }

    fn piece(&mut self, text: &[u8]) -> io::Result<()> {
        match self {
            RejectionTarget::File(file) => file.piece(text),
            RejectionTarget::Shown(shown) => shown.piece(text),
        }
    }

    fn end(&mut self) -> io::Result<()> {
        match self {
            RejectionTarget::File(file) => file.end(),
            RejectionTarget::Shown(shown) => shown.end(),
        }
    }
}

/// How records are written.
pub(super) fn format(options: &Run, route: &dyn Route) -> Result<OutputFormat, Failure> {
    let out = options.out.as_deref();
    OutputFormat::choose(options.output_format, out, route).ok_or_else(|| {
        Failure::Usage(format!(
            "the name `{}` does not tell what to write; say so with {}",
            out.unwrap_or(Path::new("")).display(),
            choices("--output-format", OutputFormat::ALL.iter().map(|format| format.name()))
        ))
    })
}
