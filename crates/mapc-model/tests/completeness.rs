//! Nothing of a source is dropped by accident: at every depth, over all maps of the package.

use mapc_diagnostics::SourceMap;

fn findings(text: &str) -> Vec<String> {
    let mut sources = SourceMap::default();
    let id = sources.add("test.map", text);
    let parsed = mapc_syntax::parse(id, text);
    let (_, found) = mapc_model::check(&sources, &[(id, &parsed.file)]);
    let all = parsed.diagnostics.iter().chain(&found);
    all.map(|one| format!("{} {}", one.code.as_str(), one.message)).collect()
}

const ORDER: &str = r"
entity Order { key id: string, city: string?, skus: [string] = [] }
entity Note { key id: string, text: string? }
system shop {
  record Order { id: string, at: { city: string?, zone: string? }?, lines: [{ sku: string, size: int }], text: string?, __raw: string? }
}
";

fn order(maps: &str) -> Vec<String> {
    findings(&format!("{ORDER}{maps}"))
}

#[test]
fn fields_are_searched_at_every_depth_and_named_by_their_path() {
    let found = order("map shop.Order -> Order { id = id, city = at.city, skus = lines[].sku }");
    assert_eq!(found, ["M0410 4 fields of `shop.Order` are not read by its map"]);
    let ignoring = "ignore text, __raw, at.zone because \"not ours\"";
    let found =
        order(&format!("map shop.Order -> Order {{ id = id, city = at.city, skus = lines[].sku\n{ignoring} }}"));
    assert_eq!(found, ["M0410 `lines.size` of `shop.Order` is not read by its map"]);
}

#[test]
fn one_map_may_read_what_another_leaves() {
    let found = order(
        r#"map shop.Order -> Order { id = id, city = at.city, skus = lines[].sku
             ignore __raw, at.zone, lines.size because "not ours" }
           map shop.Order -> Note { id = id, text = text }"#,
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn others_and_stars_cover_what_is_left() {
    let found = order("map shop.Order -> Order { id = id, city = at.city, skus = lines[].sku, ignore others }");
    assert_eq!(found, [""; 0]);
    let maps = "map shop.Order -> Order { id = id, city = at.city, skus = lines[].sku
      ignore *.__raw, *.zone, *.size, *.text }";
    assert_eq!(order(maps), [""; 0]);
}

#[test]
fn a_mistaken_ignore_is_told() {
    let found = order(
        r"map shop.Order -> Order { id = id, city = at.city, skus = lines[].sku
            ignore others, lines.sizes, text.length }",
    );
    assert_eq!(found, ["M0201 `shop.Order.lines` has no field `sizes`", "M0413 `text` has no fields"]);
}

#[test]
fn a_value_used_as_a_whole_is_read_at_every_depth() {
    let found = findings(
        r"entity Customer { key id: string, home: { city: string, geo: { x: int } } }
          system crm { record Contact { id: string, address: { city: string, geo: { x: int } } } }
          map crm.Contact -> Customer { id = id, home = address }",
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_nested_record_with_a_map_of_its_own_answers_for_itself() {
    let found = findings(
        r"record Place { city: string }
          entity Customer { key id: string, home: Place }
          system crm { record Address { city: string, zone: string }, record Contact { id: string, address: Address } }
          map crm.Address -> Place { city = city }
          map crm.Contact -> Customer { id = id, home = address via Place }",
    );
    assert_eq!(found, ["M0410 `zone` of `crm.Address` is not read by its map"]);
}

#[test]
fn both_sides_of_a_two_way_map_are_complete_and_each_gap_is_told_once() {
    let sides = r#"entity Customer { key id: string, name: string, note: string? }
      system crm { record Contact { id: string, name: string, phone: string?, source: string } }"#;
    let lines = "id <-> id, name <-> name, \"mapc\" -> source";
    let found = findings(&format!("{sides}\nmap Customer <-> crm.Contact {{ {lines} }}"));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("`phone` of `crm.Contact`") && found[1].contains("`note` of `Customer`"), "{found:?}");
    let only = "left only note because \"ours\"\nright only phone because \"theirs\"";
    let found = findings(&format!("{sides}\nmap Customer <-> crm.Contact {{ {lines}\n{only} }}"));
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_map_with_an_error_is_not_asked_what_it_reads() {
    let found = findings(
        r"entity Customer { key id: string, name: string }
          system crm { record Contact { id: string, name: string } }
          map crm.Contact -> Customer { id = id, name = nmae }",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("M0201"));
}

#[test]
fn an_error_does_not_hide_fields_that_nothing_speaks_of() {
    let types = |expr: &str| order(&format!("map shop.Order -> Note {{ id = id, text = {expr}\nignore __raw, at }}"));
    assert_eq!(
        types("text + 1"),
        [
            "M0340 this may be absent, and `string` is needed here",
            "M0410 `lines` of `shop.Order` is not read by its map"
        ]
    );
    // Of a field that the broken line speaks of, it is not known how much is read; a name that is not known may be meant for any.
    assert_eq!(types("text + lines"), ["M0340 this may be absent, and `string` is needed here"]);
    assert_eq!(types("txt"), ["M0201 `txt` is neither a field of `shop.Order` nor a name given here"]);
    assert_eq!(types("lines[].skuu"), ["M0221 `shop.Order.lines` has no field `skuu`"]);
}
