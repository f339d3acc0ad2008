//! Inputs that nobody here wrote, through both engines: JSONTestSuite in a field that no map reads, the files of csv-spectrum, and the
//! examples over the payloads that they are made for. Each says SKIPPED where `../shared/real` is absent.

mod engine;

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use engine::{Engine, no_message, run};
use mapc::testing::Ran;
use mapc_runtime::csv::{Dialect, Next, Records, Row};
use mapc_runtime::{Input, Outcome};
use mapc_tests::program::{Program, texts};
use mapc_tests::root;
use serde_json::Value;

/// A folder of real inputs, or a loud word that it is missing.
fn real(folder: &str) -> Option<PathBuf> {
    let path = root().parent()?.join("shared/real").join(folder);
    if path.exists() {
        return Some(path);
    }
    // Past the test harness, which shows nothing that a passing test prints.
    let _ = writeln!(std::io::stdout(), "\nSKIPPED: {} is absent, so nothing was tested against it", path.display());
    None
}

fn program(name: &str) -> Program {
    let (_, texts) = texts().into_iter().find(|(program, _)| program == name).expect("the program is there");
    Program::new(name, texts).unwrap_or_else(|wrong| panic!("{wrong}"))
}

fn engines(program: &Program, from: &str, to: &str) -> [Engine; 2] {
    let made = program.route(from, to).and_then(|route| engine::engines(program, &route));
    made.unwrap_or_else(|wrong| panic!("{wrong}"))
}

/// Runs a record through both engines, which must agree.
fn both(engines: &[Engine; 2], input: &Input<'_>, what: &str) -> Ran {
    let [left, right] = [0, 1].map(|n| run(&*engines[n], *input, no_message()));
    assert_eq!(left, right, "{what}: interpreter and compiled differ");
    left
}

fn output(ran: &Ran) -> Value {
    value(&String::from_utf8_lossy(&ran.written))
}

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

#[test]
fn json_test_suite_in_a_field_that_no_map_reads() {
    let Some(folder) = real("json-test-suite/test_parsing") else { return };
    let engines = engines(&program("bytes"), "s.In", "s.Out");
    let (mut accepted, mut refused) = (0, 0);
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let mut record = br#"{"id":"1","more":"#.to_vec();
        record.extend(fs::read(entry.path()).expect("a case can be read"));
        record.push(b'}');
        let made = both(&engines, &Input::Json(&record), &name);
        match (name.as_bytes()[0], &made.outcome) {
            (b'y', Outcome::Written) => accepted += 1,
            (b'n', Outcome::Rejected(_)) => refused += 1,
            (b'i', _) => {}
            (_, outcome) => panic!("{name}: {outcome:?}"),
        }
    }
    assert_eq!((accepted, refused), (95, 188));
}

#[test]
fn csv_spectrum() {
    let Some(folder) = real("csv-spectrum") else { return };
    let program = program("spectrum");
    let mut read = 0;
    for entry in fs::read_dir(folder.join("csvs")).expect("the folder can be read").flatten() {
        let name = entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let record = match name.as_str() {
            "location_coordinates" => "Location",
            "comma_in_quotes" => "Place",
            "escaped_quotes" | "quotes_and_newlines" => "Ab",
            "json" => "Pair",
            _ => "Abc",
        };
        let engines = engines(&program, &format!("csv.{record}"), &format!("json.{record}"));
        let expected =
            fs::read_to_string(folder.join("json").join(format!("{name}.json"))).expect("a file has its JSON");
        let expected = match value(&expected) {
            Value::Array(rows) => rows,
            // The JSON beside `location_coordinates.csv` is one object, and has another telephone number than the CSV.
            mut row => {
                row["Contact Phone Number"] = "2095257564".into();
                vec![row]
            }
        };
        let file = fs::File::open(entry.path()).expect("a file can be read");
        let mut records = Records::new(file, Dialect::default());
        let mut row = Row::new();
        let mut found = Vec::new();
        while !matches!(records.read(&mut row).expect("a file can be read"), Next::End) {
            found.push(output(&both(&engines, &Input::Row(&row), &name)));
        }
        assert_eq!(found, expected, "{name}");
        read += 1;
    }
    assert_eq!(read, 12);
}

#[test]
fn shop_orders_of_a_real_shop() {
    let Some(folder) = real("shopify") else { return };
    let program = program("shop_orders");
    let engines_to = |to: &str| engines(&program, "shop.Order", to);
    let order = value(&fs::read_to_string(folder.join("order.json")).expect("order.json"))["order"].to_string();
    let invoice = both(&engines_to("accounting.Invoice"), &Input::Json(order.as_bytes()), "order.json");
    assert_eq!(
        output(&invoice),
        value(
            r#"{"reference":"1001/450789469","issued_on":"2008-01-10","state":"DUE","currency":"USD","customer":"Bob Norman","positions":[
              {"position":1,"text":"IPod Nano - 8gb, green","quantity":1,"amount":19900},
              {"position":2,"text":"IPod Nano - 8gb, red","quantity":1,"amount":19900},
              {"position":3,"text":"IPod Nano - 8gb, black","quantity":1,"amount":19900}],
              "shipping":0,"discount":0,"tax":1194,"payable":40994}"#
        )
    );
    let picks = both(&engines_to("warehouse.PickList"), &Input::Json(order.as_bytes()), "order.json");
    assert_eq!(
        output(&picks),
        value(
            r#"{"order":"1001","ordered_at":"10.01.2008 17:00","rush":"N","pieces":3,
              "items":[{"sku":"IPOD2008GREEN","pieces":1},{"sku":"IPOD2008RED","pieces":1},{"sku":"IPOD2008BLACK","pieces":1}],
              "address":{"lines":["Bob Norman","Chestnut Street 92"],"city":"Louisville","postal_code":"40202","country":"US"}}"#
        )
    );

    // This payload has amounts but no lines: a fine order, but neither an invoice nor a pick list.
    let orders = value(&fs::read_to_string(folder.join("orders.json")).expect("orders.json"));
    let order = orders["orders"][0].to_string();
    let canonical = output(&both(&engines_to("Order"), &Input::Json(order.as_bytes()), "orders.json"));
    assert_eq!(canonical["status"], "partially_refunded");
    assert_eq!(canonical["total"].to_string(), "598.94");
    let refused = |to: &str| match both(&engines_to(to), &Input::Json(order.as_bytes()), "orders.json").outcome {
        Outcome::Rejected(problems) => problems.iter().map(|problem| problem.code.to_string()).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused("accounting.Invoice"), ["nothing_sold"]);
    assert_eq!(refused("warehouse.PickList"), ["R0301"]);
}

#[test]
fn a_real_crm_export() {
    let Some(folder) = real("hubspot-csv") else { return };
    let program = program("crm_export");
    for (file, from, to, rows) in [
        ("contact_data.csv", "crm.ContactRow", "billing.Recipient", 22),
        ("company_data.csv", "crm.CompanyRow", "billing.Payer", 24),
    ] {
        let engines = engines(&program, from, to);
        let mut records = Records::new(fs::File::open(folder.join(file)).expect("an export"), Dialect::default());
        let mut row = Row::new();
        let mut written = Vec::new();
        while !matches!(records.read(&mut row).expect("an export"), Next::End) {
            let made = both(&engines, &Input::Row(&row), file);
            assert_eq!(made.outcome, Outcome::Written, "{file}, line {}", row.line());
            written.push(output(&made));
        }
        assert_eq!(written.len(), rows, "{file}");
        match to {
            "billing.Payer" => assert_eq!(
                (&written[0]["payer_id"], &written[0]["country"]),
                (&value("\"C-2182162682\""), &value("\"US\""))
            ),
            _ => {
                assert_eq!((&written[0]["aliases"], &written[0]["customer_since"]), (&value("3"), &value("1617298367")))
            }
        }
    }
}

#[test]
fn real_webhooks() {
    let Some(folder) = real("github-webhooks/payload-examples/api.github.com") else { return };
    let program = program("webhooks");
    for (kind, from) in [("issues", "github.IssueEvent"), ("pull_request", "github.PullRequestEvent")] {
        let engines = engines(&program, from, "WorkItem");
        for entry in fs::read_dir(folder.join(kind)).expect("payloads").flatten() {
            let name = format!("{kind}/{}", entry.file_name().to_string_lossy());
            let payload = fs::read(entry.path()).expect("a payload");
            let made = both(&engines, &Input::Json(&payload), &name);
            if name == "issues/deleted.payload.json" {
                assert!(matches!(made.outcome, Outcome::Skipped(_)), "{name}: {:?}", made.outcome);
                continue;
            }
            assert_eq!(made.outcome, Outcome::Written, "{name}");
            let (given, item) = (value(&String::from_utf8_lossy(&payload)), output(&made));
            let work = &given[if kind == "issues" { "issue" } else { "pull_request" }];
            assert_eq!(item["title"], work["title"], "{name}");
            assert_eq!(item["author"], work["user"]["login"], "{name}");
            assert_eq!(item["link"], work["html_url"], "{name}");
        }
    }
}
