//! Source positions, diagnostics and the registry of their codes; knows nothing of parsing or of terminals.

pub mod codes;
mod diagnostic;
mod outline;
mod page;
mod shown;
mod source;

pub use diagnostic::{Code, Diagnostic, Edit, Fix, Label, Severity, nearest};
pub use outline::Outline;
pub use page::{CODES, CodeEntry};
pub use shown::{shown, steers};
pub use source::{FileId, Location, SourceFile, SourceMap, Span};
