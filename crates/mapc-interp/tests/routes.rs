//! Whole routes: what comes out, or which problems, where they point and which field they belong to.

mod common;

use common::{Package, run};

const HUB: &str = r#"
entity Customer {
  key email: email
  first_name: string = ""
  last_name: string = ""
  company: string(1..200)
  lead_source: string?
  lead_score: int(0..) = 0
}

system marketing (blank = absent) {
  record Lead {
    email_address: string
    company_name: string
    first_name: string?
    last_name: string?
    score: int?
  }
}

map marketing.Lead -> Customer {
  email       = email_address.trim().lower()
  first_name  = first_name
  last_name   = last_name
  company     = company_name
  lead_source = "Marketing Platform A"
  lead_score  = score
}

system crm {
  record Contact {
    firstName: string
    lastName: string
    email: string
    company: string
    leadSource: string?
    custom_fields: { lead_score: int }
  }
}

map Customer <-> crm.Contact {
  first_name  <-> firstName
  last_name   <-> lastName
  email       <-> email
  company     <-> company
  lead_source <-> leadSource
  lead_score  <-> custom_fields.lead_score
}

system billing {
  record Client { billing_email: string }
}

map Customer -> billing.Client {
  billing_email = email
}
"#;

#[test]
fn a_lead_becomes_a_contact_through_the_customer() {
    let program = Package::new(HUB).program("marketing.Lead -> Customer -> crm.Contact");
    let told = |input: &str| run(&program, input).told();
    assert_eq!(
        told(
            r#"{"email_address": " Ada@Example.com ", "company_name": "Analytical Engines", "score": 7, "other": [1]}"#
        ),
        "written {\"firstName\":\"\",\"lastName\":\"\",\"email\":\"ada@example.com\",\"company\":\"Analytical Engines\",\
         \"leadSource\":\"Marketing Platform A\",\"custom_fields\":{\"lead_score\":7}}"
    );
    assert_eq!(told(r#"{"email_address": "ada@example.com"}"#), "rejected R0202 /company_name");
    // All problems of reading come in one rejection.
    assert_eq!(
        told(r#"{"email_address": " ", "company_name": null, "score": "7"}"#),
        "rejected R0202 /email_address, R0202 /company_name, R0201 /score"
    );
    // All problems of the first map come in one rejection, at the source paths, with the entity's fields.
    assert_eq!(
        told(r#"{"email_address": "ada", "company_name": "x", "score": -1}"#),
        "rejected R0301 /email_address email, R0301 /score lead_score"
    );
    assert_eq!(told("[]"), "rejected R0201");
    assert_eq!(told(r#"{"email_address": "#), "rejected R0104 /email_address");
}

#[test]
fn a_field_that_the_second_map_leaves_out_still_rejects() {
    let program = Package::new(HUB).program("marketing.Lead -> Customer -> billing.Client");
    let told = |input: &str| run(&program, input).told();
    assert_eq!(told(r#"{"email_address": "a@b.de", "company_name": "x"}"#), r#"written {"billing_email":"a@b.de"}"#);
    let long = "x".repeat(201);
    assert_eq!(
        told(&format!(r#"{{"email_address": "a@b.de", "company_name": "{long}", "score": -3}}"#)),
        "rejected R0301 /company_name company, R0301 /score lead_score"
    );
    // What cannot fail is gone: names have no slot, and the first stage has no output for them.
    let plan = program.plan();
    let slots: Vec<bool> = plan.read_shapes[0].fields.iter().map(|field| field.slot.is_some()).collect();
    assert_eq!(slots, [true, true, false, false, true]);
    assert_eq!(plan.pipeline.stages[0].outputs.len(), 3);
}

#[test]
fn a_two_way_map_reads_back() {
    let program = Package::new(HUB).program("crm.Contact -> Customer");
    assert_eq!(
        run(
            &program,
            r#"{"firstName":"A","lastName":"B","email":"A@b.de","company":"C","custom_fields":{"lead_score":1}}"#
        )
        .told(),
        r#"written {"email":"A@b.de","first_name":"A","last_name":"B","company":"C","lead_score":1}"#
    );
    assert_eq!(
        run(&program, r#"{"firstName":"A","lastName":"B","email":"b","company":"","custom_fields":{"lead_score":-1}}"#)
            .told(),
        "rejected R0301 /email email, R0301 /company company, R0301 /custom_fields/lead_score lead_score"
    );
}

const ORDERS: &str = r#"
entity Order {
  key id: string
  total: decimal
  lines: [{ sku: string(1..5), quantity: int(1..), note: string? }]
  check total >= 0 else "the total is below zero" at total
}

system shop {
  record Order {
    id: int
    total: decimal as string
    cancelled: bool?
    test: bool?
    line_items: [{ sku: string?, quantity: int, note: string? }]
  }
}

map shop.Order -> Order {
  skip when test == true because "a test order"
  delete when cancelled == true { id = id.to_string() }
  reject too_large when total > 1000 "the order is too large"
  id    = id.to_string()
  total = total
  lines = for item in line_items where item.quantity != 0 numbered n {
    sku = item.sku ?? skip "no stock number", quantity = item.quantity
    note = with item.note as text => "{n.to_string()}: {text}"
  }
}

system warehouse {
  record Pick {
    key order: string
    lines: [{ code: string, count: int(..100) }]
  }
}

map Order -> warehouse.Pick {
  order = id
  lines = for line in lines { code = line.sku, count = line.quantity }
  ignore total, lines.note because "of no interest"
}
"#;

#[test]
fn heads_are_decided_in_order() {
    let program = Package::new(ORDERS).program("shop.Order -> Order");
    let told = |input: &str| run(&program, input).told();
    assert_eq!(told(r#"{"id": 1, "total": "2000", "test": true, "line_items": []}"#), "skipped a test order");
    assert_eq!(told(r#"{"id": 1, "total": "2000", "cancelled": true, "line_items": []}"#), r#"deleted {"id":"1"}"#);
    assert_eq!(told(r#"{"id": 1, "total": "2000", "line_items": []}"#), "rejected too_large /total");
    assert_eq!(told(r#"{"id": 1, "total": "-2", "line_items": []}"#), "rejected R0302 /total total");
    assert_eq!(told(r#"{"id": 1, "total": "2.50", "line_items": []}"#), r#"written {"id":"1","total":2.5,"lines":[]}"#);
}

#[test]
fn elements_are_filtered_skipped_numbered_and_each_ones_problem_is_reported() {
    let program = Package::new(ORDERS).program("shop.Order -> Order");
    let ran = run(
        &program,
        r#"{"id": 1, "total": "1", "line_items": [
            {"sku": "a", "quantity": 1}, {"sku": "b", "quantity": 0}, {"quantity": 2}, {"sku": "d", "quantity": 3, "note": "x"}
        ]}"#,
    );
    assert_eq!(
        ran.told(),
        "written {\"id\":\"1\",\"total\":1,\"lines\":[{\"sku\":\"a\",\"quantity\":1},\
         {\"sku\":\"d\",\"quantity\":3,\"note\":\"2: x\"}]}"
    );
    let notices: Vec<_> = ran.notices.iter().map(|it| (&*it.code, &*it.pointer, &*it.reason)).collect();
    assert_eq!(notices, [("R0402", "/line_items/2/sku", "no stock number")]);
    assert_eq!(
        run(
            &program,
            r#"{"id": 1, "total": "1", "line_items": [{"sku": "", "quantity": -1}, {"quantity": -2}, {"sku": "123456", "quantity": 1}]}"#
        )
        .told(),
        "rejected R0301 /line_items/0/sku lines.sku, R0301 /line_items/0/quantity lines.quantity, \
         R0301 /line_items/2/sku lines.sku"
    );
}

#[test]
fn heads_and_lists_compose() {
    let program = Package::new(ORDERS).program("shop.Order -> Order -> warehouse.Pick");
    let told = |input: &str| run(&program, input).told();
    assert_eq!(told(r#"{"id": 1, "total": "1", "test": true, "line_items": []}"#), "skipped a test order");
    // The tombstone has the target's key alone.
    assert_eq!(told(r#"{"id": 1, "total": "1", "cancelled": true, "line_items": []}"#), r#"deleted {"order":"1"}"#);
    assert_eq!(
        told(r#"{"id": 1, "total": "1", "line_items": [{"sku": "a", "quantity": 1}]}"#),
        r#"written {"order":"1","lines":[{"code":"a","count":1}]}"#
    );
    // The first map filters, so the second map's positions are not those of the source: the pointer ends at the list.
    assert_eq!(
        told(r#"{"id": 1, "total": "1", "line_items": [{"sku": "a", "quantity": 101}]}"#),
        "rejected R0301 /line_items lines.count"
    );
    // The first map's problems, and no others.
    assert_eq!(
        told(r#"{"id": 1, "total": "-1", "line_items": [{"sku": "a", "quantity": 101}]}"#),
        "rejected R0302 /total total"
    );
}

#[test]
fn readonly_fields_are_read_and_never_written() {
    let package = Package::new(
        r#"
        entity E { key name: string, made: timestamp? }
        system a {
          record R {
            readonly made: timestamp
            name: string
            readonly id: int
            check name != "" else "empty" at name
            check id > 0 else "not positive" at id
          }
        }
        map a.R -> E { name = name, made = made, ignore id because "of no interest" }
        map E -> a.R { name = name, ignore made because "of no interest" }
        "#,
    );
    let written = |route, input| run(&package.program(route), input).told();
    assert_eq!(
        written("a.R -> E", r#"{"made": "2026-01-01T00:00:00Z", "name": "n", "id": 1}"#),
        r#"written {"name":"n","made":"2026-01-01T00:00:00Z"}"#
    );
    assert_eq!(
        written("a.R -> E", r#"{"made": "2026-01-01T00:00:00Z", "name": "n", "id": 0}"#),
        "rejected R0302 /id id"
    );
    assert_eq!(written("E -> a.R", r#"{"name": "n"}"#), r#"written {"name":"n"}"#);
    assert_eq!(written("E -> a.R", r#"{"name": ""}"#), "rejected R0302 /name name");
}
