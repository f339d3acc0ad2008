//! Routes as those see them who run records, whichever engine is behind one.

use crate::csv::Dialect;
use crate::{Cx, Input, Outcome};

/// What a record is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// As a JSON object.
    #[default]
    Json,
    /// As a CSV row in the target's dialect, without a line break.
    Csv,
}

/// A way from one record to another: an interpreted plan, or a generated route. Whoever runs records takes a `&dyn Route`, and does not see
/// which of them it is.
pub trait Route: Send + Sync {
    /// The names of the records on the way: the source, entities in between, the target.
    fn stops(&self) -> Vec<&str>;

    /// How rows of the source stand in a file, where it is a record of one.
    fn source_csv(&self) -> Option<Dialect>;

    /// How rows of the target do.
    fn target_csv(&self) -> Option<Dialect>;

    /// What keeps rows under this header from being read as the source; told once before any row instead of once a row.
    ///
    /// # Errors
    /// All complaints.
    fn check_header(&self, header: &[String]) -> Result<(), Vec<String>>;

    /// What keeps the target from being written as rows.
    ///
    /// # Errors
    /// All complaints.
    fn check_rows(&self) -> Result<(), Vec<String>>;

    /// Whether a record can come out as one that is to be deleted.
    fn can_delete(&self) -> bool;

    /// Maps one record and appends what comes out to `out`; nothing unless the outcome is `Written` or `Deleted`. Afterwards the notices are
    /// in the context, in whose arena texts and lists of the record live.
    fn run_in<'a>(&'a self, cx: &Cx<'a>, input: Input<'a>, format: Format, out: &mut Vec<u8>) -> Outcome;

    /// Appends the names of the target's fields as a CSV row, without a line break.
    fn csv_header(&self, out: &mut Vec<u8>);

    /// What it is called: `marketing.Lead -> Customer -> crm.Contact`.
    fn name(&self) -> String {
        self.stops().join(" -> ")
    }

    /// The name of what is read, `marketing.Lead`.
    fn source(&self) -> &str {
        self.stops().first().copied().unwrap_or_default()
    }

    /// The name of what is written, `crm.Contact`.
    fn target(&self) -> &str {
        self.stops().last().copied().unwrap_or_default()
    }
}

/// So that what owns its routes and what borrows them can be one thing.
impl<R: Route + ?Sized> Route for &R {
    fn stops(&self) -> Vec<&str> {
        (**self).stops()
    }

    fn source_csv(&self) -> Option<Dialect> {
        (**self).source_csv()
    }

    fn target_csv(&self) -> Option<Dialect> {
        (**self).target_csv()
    }

    fn check_header(&self, header: &[String]) -> Result<(), Vec<String>> {
        (**self).check_header(header)
    }

    fn check_rows(&self) -> Result<(), Vec<String>> {
        (**self).check_rows()
    }

    fn can_delete(&self) -> bool {
        (**self).can_delete()
    }

    fn run_in<'a>(&'a self, cx: &Cx<'a>, input: Input<'a>, format: Format, out: &mut Vec<u8>) -> Outcome {
        (**self).run_in(cx, input, format, out)
    }

    fn csv_header(&self, out: &mut Vec<u8>) {
        (**self).csv_header(out);
    }
}
