//! Source positions, diagnostics and the registry of their codes; knows nothing of parsing or of terminals.

mod codes;
mod diagnostic;
mod outline;
mod shown;
mod source;

pub use codes::{CODES, CodeEntry, code_entry};
pub use diagnostic::{Code, Diagnostic, Edit, Fix, Label, Severity, nearest};
pub use outline::Outline;
pub use shown::{shown, steers};
pub use source::{FileId, Location, SourceFile, SourceMap, Span};
