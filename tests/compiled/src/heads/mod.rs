//! Generated from the routes of `heads`.

pub mod ledger_doc_to_invoice;
pub mod invoice_to_sink_row;
pub mod ledger_doc_to_invoice_to_sink_row;
