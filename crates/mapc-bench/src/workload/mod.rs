//! The workloads: an input, and who maps it. The hand-written contender stands first, so ratios are against it.

use mapc_runtime::{Input, Outcome};
use serde::de::IgnoredAny;

use crate::contender::{Contender, Tally, Workload, by_line};
use crate::data::lead::Style;
use crate::ours::{self, example, generated, interpreter, program};
use crate::{data, hand};

/// Makes a workload of so many per cent of its usual records.
type Make = fn(usize) -> Workload;

/// All workloads by name.
pub(crate) const NAMES: &[(&str, Make)] = &[
    ("lead", |size| {
        lead("leads as most systems write them", size, Style { escaped: false, points: false, refused: 1 })
    }),
    ("lead-escaped", |size| lead("leads with \\u escapes", size, Style { escaped: true, points: false, refused: 1 })),
    ("lead-points", |size| lead("leads with scores as 7.0", size, Style { escaped: false, points: true, refused: 1 })),
    ("lead-30", |size| {
        lead("leads, 30 % without a company", size, Style { escaped: false, points: false, refused: 30 })
    }),
    ("lead-100", |size| {
        lead("leads, all without a company", size, Style { escaped: false, points: false, refused: 100 })
    }),
    ("order", order),
    ("event", event),
    ("wide", wide),
];

/// The floor: each line is checked for being JSON and thrown away.
fn floor() -> Contender {
    by_line("serde_json, IgnoredAny", false, |line, _| serde_json::from_slice::<IgnoredAny>(line).is_ok())
}

fn lead(title: &str, size: usize, style: Style) -> Workload {
    let records = 3_000 * size;
    let route = crate::lead_to_contact::routes::lead_to_contact::lead_to_contact_in;
    Workload {
        title: title.to_owned(),
        records,
        input: data::lead::leads(records, style),
        contenders: vec![
            by_line("serde structs, by hand", true, hand::lead::map),
            by_line("serde_json::Value, by hand", true, hand::lead::map_value),
            interpreter(program(&example("lead-to-contact"), "marketing.Lead", "crm.Contact")),
            generated(route),
            floor(),
        ],
    }
}

fn order(size: usize) -> Workload {
    let records = 600 * size;
    Workload {
        title: "shop orders to the agreed order".to_owned(),
        records,
        input: data::order::orders(records),
        contenders: vec![
            by_line("serde structs, by hand", true, hand::order::map),
            interpreter(program(&example("shop-orders"), "shop.Order", "Order")),
            generated(crate::shop_orders::routes::order_to_order::order_to_order_in),
            floor(),
        ],
    }
}

fn event(size: usize) -> Workload {
    let records = 200 * size;
    Workload {
        title: "events of a code host to work items".to_owned(),
        records,
        input: data::event::events(records),
        contenders: vec![
            by_line("serde structs, by hand", true, hand::event::map),
            interpreter(program(&example("webhooks"), "github.IssueEvent", "WorkItem")),
            generated(crate::webhooks::routes::issue_event_to_work_item::issue_event_to_work_item_in),
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
        title: "rows of 120 columns, 80 of them used".to_owned(),
        records,
        input: data::wide::rows(records),
        contenders: vec![
            Contender { name: "csv crate, reading alone", writes: false, run: read },
            ours::rows("interpreter", move |cx, input, out| program.run_in(cx, input, mapc_interp::Format::Json, out)),
            ours::rows("generated", |cx, input: Input<'_>, out| -> Outcome {
                crate::wide::routes::row_to_company::row_to_company_in(cx, input, out)
            }),
        ],
    }
}
