//! The workloads: an input, and who maps it. The hand-written contender stands first, so ratios are against it.

use serde::de::IgnoredAny;

use crate::contender::{Contender, Tally, Workload, by_line};
use crate::data::lead::{Style, USUAL};
use crate::hand::reason;
use crate::ours::{GENERATED, INTERPRETER, example, lines, program, rows};
use crate::{data, hand};

/// A workload that can be made.
pub(crate) struct Known {
    /// What one asks for.
    pub(crate) name: &'static str,
    /// What it is.
    pub(crate) title: &'static str,
    /// Makes so many per cent of its usual records.
    pub(crate) make: fn(usize) -> Workload,
}

/// All workloads.
pub(crate) const ALL: &[Known] = &[
    Known { name: "lead", title: "marketing leads to CRM contacts", make: |size| lead(size, USUAL) },
    Known {
        name: "lead-escapes",
        title: "leads as Python writes them: \\u escapes, blanks behind commas and colons",
        make: |size| lead(size, Style { python: true, ..USUAL }),
    },
    Known {
        name: "lead-floats",
        title: "leads with whole numbers as 7.0",
        make: |size| lead(size, Style { floats: true, ..USUAL }),
    },
    Known {
        name: "lead-rejected-30",
        title: "leads, of which 30 % lack a company or have a bad e-mail address",
        make: |size| lead(size, Style { no_company: 15, bad_email: 15, ..USUAL }),
    },
    Known {
        name: "lead-rejected-100",
        title: "leads, of which all lack a company or have a bad e-mail address",
        make: |size| lead(size, Style { no_company: 50, bad_email: 50, ..USUAL }),
    },
    Known { name: "order", title: "shop orders to the agreed order", make: order },
    Known { name: "event", title: "events of a code host to work items", make: event },
    Known { name: "wide", title: "rows of 120 columns, 80 of them used", make: wide },
];

/// The floor: each line is checked for being JSON and thrown away.
fn floor() -> Contender {
    by_line("serde_json, IgnoredAny", false, |line, _| {
        serde_json::from_slice::<IgnoredAny>(line).map(|_| ()).map_err(reason)
    })
}

fn lead(size: usize, style: Style) -> Workload {
    let records = 3_000 * size;
    Workload {
        records,
        input: data::lead::leads(records, style),
        contenders: vec![
            by_line("serde structs, by hand", true, hand::lead::map),
            by_line("serde_json::Value, by hand", true, hand::lead::map_value),
            lines(INTERPRETER, program(&example("lead-to-contact"), "marketing.Lead", "crm.Contact")),
            lines(GENERATED, &crate::lead_to_contact::routes::lead_to_contact::ROUTE),
            floor(),
        ],
    }
}

fn order(size: usize) -> Workload {
    let records = 600 * size;
    Workload {
        records,
        input: data::order::orders(records),
        contenders: vec![
            by_line("serde structs, by hand", true, hand::order::map),
            lines(INTERPRETER, program(&example("shop-orders"), "shop.Order", "Order")),
            lines(GENERATED, &crate::shop_orders::routes::order_to_order::ROUTE),
            floor(),
        ],
    }
}

fn event(size: usize) -> Workload {
    let records = 200 * size;
    Workload {
        records,
        input: data::event::events(records),
        contenders: vec![
            by_line("serde structs, by hand", true, hand::event::map),
            lines(INTERPRETER, program(&example("webhooks"), "github.IssueEvent", "WorkItem")),
            lines(GENERATED, &crate::webhooks::routes::issue_event_to_work_item::ROUTE),
            floor(),
        ],
    }
}

/// Its first contender only reads, so that a ratio here is against the `csv` crate alone.
fn wide(size: usize) -> Workload {
    let records = 200 * size;
    let package = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("wide");
    let program = program(&package, "crm.Row", "Company");
    let read = Box::new(|input: &[u8], _: &mut Vec<u8>| {
        let (mut reader, mut record, mut tally) =
            (csv::Reader::from_reader(input), csv::ByteRecord::new(), Tally::default());
        while reader.read_byte_record(&mut record).unwrap_or(false) {
            tally.written += 1;
        }
        tally
    });
    Workload {
        records,
        input: data::wide::rows(records),
        contenders: vec![
            Contender { name: "csv crate, reading alone", writes: false, run: read },
            rows(INTERPRETER, program),
            rows(GENERATED, &crate::wide::routes::row_to_company::ROUTE),
        ],
    }
}
