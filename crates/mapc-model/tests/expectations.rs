//! Tests that expect what can never be are told so before they run; attributes are known ones.

use mapc_diagnostics::SourceMap;

fn findings(text: &str) -> Vec<String> {
    let mut sources = SourceMap::default();
    let id = sources.add("test.map", text);
    let parsed = mapc_syntax::parse(id, text);
    let (_, found) = mapc_model::check(&sources, &[(id, &parsed.file)]);
    let all = parsed.diagnostics.iter().chain(&found);
    all.map(|one| {
        let help = one.help.as_deref().unwrap_or_default();
        format!(
            "{} {} {}; {help}",
            sources.place(one.span()).trim_start_matches("test.map:"),
            one.code.as_str(),
            one.message
        )
    })
    .collect()
}

const PACKAGE: &str = r#"entity Order { key id: string, lines: [{ sku: string }], notes: map<string, string>? }
system shop {
  record Order { id: string wire "ID", items: [{ sku: string wire "SKU" | "sku" }], tags: [string] as split(",") }
}
system erp { record Order { id: string wire "OrderId", lines: [{ sku: string }] } }
map shop.Order -> Order {
  reject no_items when items.count() == 0 "empty"
  id = id, lines = for item in items { sku = item.sku }
  unset notes because "none", ignore tags because "none"
}
map Order -> erp.Order { id = id, lines = for line in lines { sku = line.sku }, ignore notes because "none" }
test "t" {
  given shop.Order { "ID": "1", "items": [], "tags": "" }
  "#;

/// The findings of a step, by column and code.
fn step(step: &str) -> Vec<String> {
    findings(&format!("{PACKAGE}{step}\n}}\n"))
}

#[test]
fn expected_fields_are_those_that_are_written() {
    for fine in [
        r#"expect erp.Order { "OrderId": "1", "lines": [{ "sku": "a" }] }"#,
        r#"expect Order { "id": "1", "lines": [], "notes": { "any": "x" } }"#,
        "expect Order has {}",
    ] {
        assert_eq!(step(fine), [""; 0], "{fine}");
    }
    assert_eq!(
        step(r#"expect erp.Order { "OrderId": "1", "lines": [{ "skuu": "a" }] }"#),
        ["14:50 M0709 `erp.Order.lines` has no field \"skuu\", so that it never comes out; did you mean `sku`?"]
    );
    assert_eq!(
        step(r#"expect erp.Order has { "id": "1" }"#),
        ["14:26 M0709 `erp.Order` has no field \"id\", so that it never comes out; `id` is written as `OrderId`"]
    );
    assert_eq!(
        step(r#"expect delete Order { "ids": "1", "far off": 1 }"#),
        [
            "14:37 M0709 `Order` has no field \"far off\", so that it never comes out; declare it in `Order`, or remove it here",
            "14:25 M0709 `Order` has no field \"ids\", so that it never comes out; did you mean `id`?"
        ]
    );
}

#[test]
fn expected_codes_are_mapcs_or_the_packages() {
    for fine in ["expect reject no_items", "expect reject R0201", "expect reject", "expect Order reject no_items"] {
        assert_eq!(step(fine), [""; 0], "{fine}");
    }
    assert_eq!(step("expect reject no_item"), ["14:17 M0710 nothing rejects with `no_item`; did you mean `no_items`?"]);
    assert_eq!(
        step("expect reject R9999"),
        [
            "14:17 M0710 nothing rejects with `R9999`; the package rejects with `no_items`; `mapc explain` lists the codes of mapc"
        ]
    );
    assert_eq!(step("expect reject M0201").len(), 1);
}

#[test]
fn pointers_lead_to_what_the_given_record_declares() {
    for fine in ["", "/ID", "/items", "/items/0/SKU", "/items/12/sku", "/tags"] {
        assert_eq!(step(&format!("expect reject R0201 at {fine:?}")), [""; 0], "{fine}");
    }
    for (pointer, said) in [
        ("ID", "\"ID\" is not a JSON pointer; begin it with a slash: \"/ID\""),
        ("/id", "`shop.Order` has no field \"id\"; did you mean `ID`?"),
        ("/items/first", "\"first\" is no position in a list; positions count from 0: `/lines/0/sku`"),
        ("/items/0/skuu", "`shop.Order.items` has no field \"skuu\"; did you mean `SKU`?"),
        ("/tags/0", "nothing is below a value of type `[string]`; end the path before `/0`"),
        ("/ID/x", "nothing is below a value of type `string`; end the path before `/x`"),
    ] {
        assert_eq!(step(&format!("expect reject R0201 at {pointer:?}")), [format!("14:26 M0711 {said}")], "{pointer}");
    }
}

#[test]
fn attributes_are_known_and_take_what_they_take() {
    let entity = |attribute: &str| findings(&format!("entity Order {{ key id: string, {attribute} note: string }}\n"));
    for fine in ["@pii", "@owner(\"sales\")", "@since(3)", "@deprecated(\"why\") @pii"] {
        assert_eq!(entity(fine), [""; 0], "{fine}");
    }
    assert_eq!(
        entity("@depricated(\"why\")"),
        ["1:33 M0227 there is no attribute `@depricated`; did you mean `deprecated`?"]
    );
    assert_eq!(
        entity("@unit(\"kg\")"),
        [
            "1:33 M0227 there is no attribute `@unit`; there are `@deprecated(\"why\")`, `@owner(\"team\")`, `@pii`, `@since(3)`"
        ]
    );
    for (wrong, written) in [("@pii(1)", "@pii"), ("@owner", "@owner(\"team\")"), ("@since(\"3\")", "@since(3)")] {
        let name = wrong.trim_start_matches('@').split('(').next().unwrap();
        assert_eq!(entity(wrong), [format!("1:32 M0228 `@{name}` does not take this; write `{written}`")]);
    }
    let of_all =
        |decl: &str| findings(&format!("@ownr(\"x\")\n{decl}\n")).iter().filter(|one| one.contains("M0227")).count();
    for decl in ["entity E { key id: string }", "enum E { a }", "system s { }", "type T = string", "fn f() -> int = 1"]
    {
        assert_eq!(of_all(decl), 1, "{decl}");
    }
}
