//! What stands around a route where records are run: inputs split into records, outputs, rejections, notices, the settings of a run, and the
//! rules about files. It runs any [`mapc_runtime::Route`], interpreted or generated, and knows neither the language nor a terminal: nothing
//! here prints or ends the process.
//!
//! [`Run`] maps whole inputs into [`Sinks`]; [`Mapper`] maps one record that is at hand and gives its outcome as a value. The first is made of
//! the second, so that a record is rejected in the same words wherever it comes from.
//!
//! A message that is mapped, or whose rejection is kept as `mapc run --rejects FILE` keeps it:
//!
//! ```
//! use mapc_io::{Bounds, Mapper, Origin, Position};
//! use mapc_runtime::{Format, Input, Route, Timestamp};
//!
//! fn handle(mapper: &mut Mapper<&dyn Route>, id: &str, message: &[u8]) -> std::io::Result<Result<Vec<u8>, Vec<u8>>> {
//!     let origin = Origin { input: "orders", position: Position::Message(id) };
//!     let (mut mapping, mut rejected) = (Vec::new(), Vec::new());
//!     let mapped = mapper.map(origin, Timestamp::now(), Input::Json(message), &mut mapping);
//!     let Some(rejection) = mapped.rejection() else { return Ok(Ok(mapping)) };
//!     rejection.write(&mut rejected)?;
//!     Ok(Err(rejected))
//! }
//!
//! fn mapper(route: &dyn Route) -> Mapper<&dyn Route> {
//!     Mapper::new(route, Format::Json, Bounds::default())
//! }
//! ```

#![deny(clippy::print_stdout, clippy::print_stderr, clippy::exit)]

mod table;

pub mod files;
pub mod input;
mod mapper;
pub mod notice;
mod origin;
pub mod output;
pub mod rejection;
mod run;
mod settings;

pub use input::{InputFormat, Pointer, Record, Records, Source};
pub use mapper::{Mapped, Mapper};
pub use notice::{NoticeSink, NoticeWriter};
pub use origin::{Origin, Position};
pub use output::{OutputFormat, RecordWriter};
pub use rejection::{Rejection, RejectionSink, RejectionWriter};
pub use run::{Run, RunError, Sinks, Summary};
pub use settings::{Bounds, RecordLimit, Settings};
