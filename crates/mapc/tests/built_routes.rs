//! Which routes are built: the declared maps, those that tests are about, and those that `mapc.toml` names.

mod support;

use support::{Folder, Ran};

const MANIFEST: &str = "[package]\nname = \"case\"\nversion = \"0.1.0\"\n";

/// Two systems in, two out, around two entities; a lead is led to a contact through both.
const MAPS: &str = "entity Person { key id: string }
entity Company { key id: string }
system web { record Lead { id: string } }
system shop { record Buyer { id: string } }
system crm {
  record Contact { id: string }
  record Account { id: string }
}
map web.Lead -> Person { id = id }
map shop.Buyer -> Person { id = id }
map web.Lead -> Company { id = id }
map Person -> crm.Contact { id = id }
map Person -> crm.Account { id = id }
map Company -> crm.Contact { id = id }
";

/// The declared maps, as their functions are called.
const DIRECT: [&str; 6] = [
    "buyer_to_person",
    "company_to_contact",
    "lead_to_company",
    "lead_to_person",
    "person_to_account",
    "person_to_contact",
];

/// A package with these maps, more text, and what its manifest says of routes.
fn package(further: &str, routes: &str) -> Folder {
    let folder = Folder::package(&format!("{MAPS}{further}"));
    let build = if routes.is_empty() { String::new() } else { format!("\n[build]\nroutes = {routes}\n") };
    folder.write("mapc.toml", format!("{MANIFEST}{build}"));
    folder
}

/// The routes of the crate that `mapc build` writes, beside the declared maps.
fn built(folder: &Folder) -> Vec<String> {
    folder.mapc(&["build", "--out", "out", "--runtime", "0.1"]).ends(0);
    let files = std::fs::read_dir(folder.path().join("out/src/routes")).unwrap().map(|file| file.unwrap().path());
    // Beside the module of a route is a folder of what is inside it.
    let modules = files.filter(|path| path.extension().is_some());
    let mut names: Vec<String> = modules.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    let all = names.len();
    names.retain(|name| !DIRECT.contains(&name.as_str()));
    assert_eq!(all, names.len() + DIRECT.len(), "every declared map is built: {names:?}");
    names
}

#[track_caller]
fn assert_built(further: &str, routes: &str, expected: &[&str]) {
    assert_eq!(built(&package(further, routes)), expected, "{routes}");
}

const BUYER: &str = "test \"a buyer\" {
  given shop.Buyer { \"id\": \"1\" }
  expect crm.Account { \"id\": \"1\" }
  expect reject R0202
}
";

#[test]
fn a_crate_has_the_declared_maps_and_what_tests_are_about() {
    assert_built("", "", &[]);
    assert_built("", "[]", &[]);
    let folder = package(BUYER, "");
    assert_eq!(built(&folder), ["buyer_to_account"]);
    let tests = folder.read("out/tests/mappings.rs");
    assert!(tests.contains("routes::buyer_to_account") && tests.contains("routes::buyer_to_person"), "{tests}");
    let library = folder.read("out/src/lib.rs");
    assert!(library.contains("`shop.Buyer` | `crm.Account` through `Person`"), "{library}");
    assert!(!library.contains("contact_through"), "{library}");
    folder.mapc(&["build", "--out", "out"]).ends(0).says("7 routes; `[build] routes` in `mapc.toml` can name 4 more");
}

#[test]
fn patterns_add_routes() {
    let through_person = "web_lead_to_crm_contact_through_person";
    let through_company = "web_lead_to_crm_contact_through_company";
    assert_built("", "[\"shop.Buyer -> crm.Contact\"]", &["buyer_to_contact"]);
    assert_built("", "['web.Lead->Person->crm.Contact']", &[through_person]);
    assert_built("", "[\"web.Lead -> * -> crm.Contact\"]", &[through_company, through_person]);
    assert_built("", "[\"web.* -> crm.*\"]", &["lead_to_account", through_company, through_person]);
    assert_built("", "[\"* -> Person -> *.Account\"]", &["buyer_to_account", "lead_to_account"]);
    assert_built(
        "",
        "[\"shop.Buyer -> crm.Contact\", \"* -> crm.Account\"]",
        &["buyer_to_account", "buyer_to_contact", "lead_to_account"],
    );
    let all = ["buyer_to_account", "buyer_to_contact", "lead_to_account", through_company, through_person];
    assert_built("", "\"all\"", &all);
    assert_built("", "[\"* -> *\"]", &all);
    package("", "\"all\"").mapc(&["build"]).ends(0).says("0 removed\n");
}

#[test]
fn a_map_that_is_declared_is_what_its_two_records_mean() {
    let maps = "map Person -> Company { id = id }\n";
    let test = "test \"a lead\" {\n  given web.Lead { \"id\": \"1\" }\n  expect Company { \"id\": \"1\" }\n}\n";
    let folder = package(&format!("{maps}{test}"), "[\"web.Lead -> Company\"]");
    folder.mapc(&["test"]).ends(0);
    // There is a way through `Person`, too.
    folder.mapc(&["build", "--out", "out"]).ends(0).says("7 routes; ");
    let direct = folder.read("out/tests/mappings.rs").matches("routes::").count();
    assert_eq!(direct, 1, "{}", folder.read("out/tests/mappings.rs"));
}

#[test]
fn a_route_that_is_not_built_is_run() {
    let arguments = ["run", "--from", "shop.Buyer", "--to", "crm.Contact"];
    let ran: Ran = package("", "").mapc_with(&arguments, b"{\"id\":\"1\"}\n").ends(0);
    assert_eq!(ran.out, "{\"id\":\"1\"}\n");
}

#[test]
fn patterns_that_name_nothing_are_errors() {
    let says = |routes: &str, texts: &[&str]| {
        let ran = package("", routes).mapc(&["check"]).ends(1);
        let text = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        texts.iter().for_each(|part| assert!(text.contains(part), "{routes}: no {part:?} in\n{}", ran.err));
    };
    says("[\"web.Laed -> crm.Contact\"]", &["M0814", "mapc.toml:6:12", "no such record", "write `web.Lead`"]);
    says("[\"Lead -> crm.Contact\"]", &["M0814", "write `web.Lead`"]);
    says("[\"web.Lead -> cmr.*\"]", &["M0814", "mapc.toml:6:24", "fits no record", "write `crm.*`"]);
    says("[\"web.Lead -> \\u0063rm.Contakt\"]", &["M0814", "mapc.toml:6:11", "`crm.Contact` is the nearest"]);
    says("[\"nosuch -> crm.Contact\"]", &["M0814", "there are `Company`, `Person`, `crm.Account`"]);
    says("[\"web.Lead -> shop.Buyer -> crm.Contact\"]", &["M0814", "no entity", "meet in an entity"]);
    says("[\"shop.Buyer -> Company -> crm.Contact\"]", &["M0814", "leads `shop.Buyer -> Person -> crm.Contact`"]);
    says("[\"crm.Contact -> Company\"]", &["M0814", "one gets to nothing", "to `Company` from `web.Lead`"]);
    says(
        "[\"web.Lead -> crm.Contact\"]",
        &["M0815", "through `Person` or `Company`", "`web.Lead -> * -> crm.Contact`"],
    );
    says("[\"a\"]", &["M0813", "there is no `->` in it"]);
    says("[\"a <-> b\"]", &["M0813", "mapc.toml:6:14", "one way"]);
    says("[\"a -> b -> c -> d\"]", &["M0813", "one entity at most"]);
    says("[\"a -> \"]", &["M0813", "a record is missing"]);
    says("\"a -> b\"", &["M0809", "put it into brackets"]);
    says("\"none\"", &["M0809", "`routes` is not a list"]);
    says("[\"web.Lead -> Person\", 1]", &["M0809", "a pattern in `routes` is not a text"]);
    says("[]\nroute = []", &["M0804", "write `routes`"]);
}

#[test]
fn nothing_is_said_of_patterns_where_maps_are_lost() {
    let lost = "map web.Lead -> Nothing { id = id }\n";
    let ran = package(lost, "[\"web.Lead -> Nothing\"]").mapc(&["check"]).ends(1);
    assert!(!ran.err.contains("M0814"), "{}", ran.err);
    let wrong = "map shop.Buyer -> Company { id = nosuch }\n";
    package(wrong, "[\"web.Laed -> Person\"]").mapc(&["check"]).ends(1).says("M0814");
}
