//! The law of routes over structs: they give what the bytes would give, record by record.

use std::fmt::Debug;

use mapc_compiled::packages::{ROUTES, heads, lead_to_contact, numbers, scalars, trees, wire_forms};
use mapc_compiled::typed::{Judged, Map, Run, TypedRoute, through};
use mapc_plan::Plan;
use mapc_runtime::typed::AnyScalar;
use mapc_runtime::{Date, Decimal, Message, Timestamp};
use mapc_tests::inputs::{Form, Input, Inputs, Kind};
use mapc_tests::program::{self, Program};
use mapc_tests::slow;

/// The seed of all inputs.
const SEED: u64 = 20_261_127;

/// What the records of all routes came to.
#[derive(Debug, Default)]
struct Totals {
    records: usize,
    /// Records that ended in a struct.
    accepted: usize,
    /// Those that the good path over structs took.
    direct: usize,
}

/// Records that are tried of each route.
fn count() -> usize {
    if slow() { 2_000 } else { 300 }
}

fn message(number: u8) -> Message<'static> {
    let received_at = Timestamp::new(1_700_000_000 + i64::from(number), 0).unwrap_or_default();
    Message { id: ["", "m-1", "\u{e9}\""][usize::from(number % 3)], received_at }
}

/// The record of each test of the program.
fn given(program: &Program, plan: &Plan) -> Vec<Input> {
    let tests = program.model.tests.iter().filter(|test| program.model.record(test.given).name == plan.from);
    tests.map(|test| Input::new(Form::Json, test.input.clone().into_bytes())).collect()
}

fn hold(program: &Program, route: &TypedRoute, totals: &mut Totals) -> Result<(), String> {
    let found = program.routes().into_iter().find(|found| found.to_string() == route.route);
    let mut plan = program.plan(&found.ok_or("the route is gone")?)?;
    // A struct has no rows.
    plan.source_csv = None;
    let mut inputs = Inputs::new(&plan, given(program, &plan), SEED);
    let (mut tried, mut made) = (0, 0);
    while (tried < count() || inputs.is_waiting()) && made < 20 * count() {
        let input = inputs.next_input();
        made += 1;
        if input.form != Form::Json {
            continue;
        }
        let Some(judged) = (route.judge)(&input.bytes, message(input.message)) else { continue };
        let Judged { typed, through, direct } = &judged;
        let json = String::from_utf8_lossy(&input.bytes);
        if typed != through {
            return Err(format!("{json}\n  as a struct: {typed}\n  through JSON: {through}"));
        }
        if direct[0] != direct[1] {
            return Err(format!("{json}\n  the good paths over structs and over bytes take {direct:?}: {typed}"));
        }
        tried += usize::from(input.kind != Kind::Sweep);
        totals.records += 1;
        totals.direct += usize::from(direct[0]);
        if typed.starts_with("Ok(") {
            totals.accepted += 1;
            inputs.accepted(input);
        }
    }
    Ok(())
}

#[test]
fn structs_come_to_what_their_json_comes_to() {
    let programs = program::all().unwrap_or_else(|wrong| panic!("{wrong}"));
    let mut totals = Totals::default();
    let mut wrong = Vec::new();
    for route in ROUTES {
        let program = programs.iter().find(|program| program.name == route.program).expect("the program exists");
        if let Err(difference) = hold(program, route, &mut totals) {
            wrong.push(format!("{} {}: {difference}", route.program, route.route));
        }
    }
    println!("{totals:?} of {} routes", ROUTES.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(totals.records >= 10_000 && totals.direct * 3 >= totals.records, "{totals:?}");
}

/// What comes of a struct, which is what comes of its JSON.
fn same<A, B, E>(record: &A, map: Map<A, B, E>, route: Run) -> Result<B, E>
where
    A: serde::Serialize,
    B: serde::de::DeserializeOwned + Debug,
    E: Debug,
{
    let made = map(record, Message::default());
    assert_eq!(format!("{made:?}"), through::<A, B>(record, Message::default(), route).0);
    made
}

fn read<A: serde::de::DeserializeOwned>(json: &str) -> A {
    serde_json::from_str(json).expect("a record")
}

/// What a refusal says, for those that are expected.
fn why<B: Debug, E: Debug>(made: &Result<B, E>) -> String {
    format!("{:?}", made.as_ref().expect_err("it is refused"))
}

#[test]
fn texts_are_checked_as_texts_are() {
    use lead_to_contact::{maps, routes, types::marketing::Lead};
    let map = |change: &dyn Fn(&mut Lead)| {
        let mut lead =
            read(r#"{"email_address": " Ada@Example.com", "company_name": "x", "first_name": "Ada", "score": 7}"#);
        change(&mut lead);
        same(&lead, maps::lead_to_contact, routes::lead_to_contact::lead_to_contact_in)
    };
    let contact = map(&|_| ()).expect("a contact");
    assert_eq!((contact.email.as_str(), contact.first_name.as_str()), ("ada@example.com", "Ada"));
    // Blank is absent there.
    assert_eq!(map(&|lead| lead.first_name = Some("\u{2003}".to_owned())).expect("a contact").first_name, "");
    assert!(why(&map(&|lead| lead.company_name = " ".to_owned())).contains("R0202"));
    assert!(why(&map(&|lead| lead.email_address = "nobody".to_owned())).contains("/email_address"));
    assert!(why(&map(&|lead| lead.score = Some(-1))).contains("/score"));
}

#[test]
fn what_json_does_not_hold_is_refused() {
    use numbers::{maps, routes, types::s::In};
    let record: In = read(r#"{"id": 1, "int": 4, "dec": 1.5, "float": 0.5, "small": 1.25, "other": 2}"#);
    let map = |record: &In| same(record, maps::in_to_sum, routes::in_to_sum::in_to_sum_in);
    assert!(map(&record).is_ok());
    for float in [f64::NAN, f64::INFINITY] {
        assert!(why(&map(&In { float, ..record.clone() })).contains("R0202"));
    }
    assert!(map(&In { float: -0.0, ..record.clone() }).is_ok());
    for dec in [Decimal::new(150_000, 5), Decimal::MAX, Decimal::MIN, -Decimal::ZERO, Decimal::new(1, 28)] {
        let _ = map(&In { dec, ..record.clone() });
    }
    for number in ["01", "1e5", "-0.50", "x", " 1", "1.", "1e400"] {
        let id = AnyScalar::Number(number.to_owned());
        assert_eq!(map(&In { id, ..record.clone() }).is_ok(), ["1e5", "-0.50", "1e400"].contains(&number), "{number}");
    }
}

#[test]
fn scalars_are_what_they_are() {
    use scalars::{maps, routes, types::s::In};
    let record: In = read(
        r#"{"id": "a", "number": 1.50, "text": "42", "flag": true, "list": [1e2, "", false], "key": 1, "word": "x"}"#,
    );
    let scalars = ["", "7", "\u{1f}"].map(|text| AnyScalar::Text(text.to_owned()));
    for scalar in scalars.into_iter().chain([AnyScalar::Bool(false), AnyScalar::Number("07".to_owned())]) {
        let record = In { number: scalar.clone(), list: vec![scalar; 3], ..record.clone() };
        let _ = same(&record, maps::in_to_any, routes::in_to_any::in_to_any_in);
    }
}

#[test]
fn forms_hold_what_they_hold() {
    use wire_forms::{maps, routes, types::Moment};
    let record: Moment = read(
        r#"{"id": "a", "at": "2026-07-01T10:00:00Z", "day": "2026-02-28", "local": "2026-02-28T23:59:00", "price": 1.5,
            "count": 3, "on": true, "marks": [1, -2], "first": "x"}"#,
    );
    let map = |record: &Moment| same(record, maps::moment_to_rec, routes::moment_to_rec::moment_to_rec_in);
    assert!(map(&record).is_ok());
    assert!(map(&Moment { marks: Vec::new(), ..record.clone() }).is_ok());
    for day in [Date::MIN, Date::MAX, Date::ZERO] {
        let _ = map(&Moment { day, ..record.clone() });
        let _ = map(&Moment { local: day.at(23, 59, 59, 999_999_999), ..record.clone() });
    }
    for at in [Timestamp::MIN, Timestamp::MAX, Timestamp::new(0, 1).expect("a time")] {
        let _ = map(&Moment { at, ..record.clone() });
    }
}

#[test]
fn records_are_deleted_and_skipped() {
    use heads::{maps, routes, types::ledger::Doc};
    let record: Doc = read(r#"{"id": "7", "type": "ACCREC", "status": "OPEN", "total": 12.50, "due": "2026-01-31"}"#);
    let map = |record: &Doc| same(record, maps::doc_to_row, routes::doc_to_row::doc_to_row_in);
    assert_eq!(map(&record).expect("a row").note, "receivable due 2026-01-31");
    assert!(why(&map(&Doc { status: "VOIDED".to_owned(), ..record.clone() })).contains("Deleted"));
    assert!(why(&map(&Doc { type_: "ACCPAY".to_owned(), ..record.clone() })).contains("only receivables are ours"));
    assert!(why(&map(&Doc { total: Decimal::ZERO, ..record.clone() })).contains("nothing to collect"));
    assert!(why(&map(&Doc { total: -Decimal::ONE, ..record.clone() })).contains("negative"));
    assert!(why(&map(&Doc { due: None, ..record.clone() })).contains("Rejected"));
}

#[test]
fn records_in_records_are_as_deep_as_json_lets_them_be() {
    use trees::{maps, routes, types::shop::Item};
    let leaf = || read::<Item>(r#"{"sku": "a", "title": " t ", "cents": 5}"#);
    let chain = |depth: usize| (1..depth).fold(leaf(), |inner, _| Item { instead: Some(Box::new(inner)), ..leaf() });
    let nested = |depth: usize| (1..depth).fold(leaf(), |inner, _| Item { items: vec![inner], ..leaf() });
    // A leaf has an empty list, and serde_json reads 127 levels.
    for depth in [1, 2, 60, 63, 64, 65, 100, 126, 127, 128, 129, 200] {
        let fits =
            same(&chain(depth), maps::shop_item_to_part, routes::shop_item_to_part::shop_item_to_part_in).is_ok();
        assert_eq!(fits, depth <= 126, "{depth}");
        let fits =
            same(&nested(depth), maps::shop_item_to_part, routes::shop_item_to_part::shop_item_to_part_in).is_ok();
        assert_eq!(fits, depth <= 63, "{depth}");
    }
}
