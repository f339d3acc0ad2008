//! What declarations mean: types, wire forms, options, constants, tables, tests. Expected values are worked out by hand.

use mapc_diagnostics::SourceMap;
use mapc_model::core::Const;
use mapc_model::model::{
    AbsentAs, Blank, Dialect, Duplicates, ExpectKind, Field, Model, Options, Otherwise, Owner, Unknown, Wire,
};
use mapc_model::ty::Ty;
use mapc_runtime::codec::{Form, Spelling};
use mapc_runtime::{Constraint, Decimal};

fn checked(text: &str) -> (Model, Vec<String>) {
    let mut sources = SourceMap::default();
    let id = sources.add("test.map", text);
    let parsed = mapc_syntax::parse(id, text);
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let (model, found) = mapc_model::check(&sources, &[(id, &parsed.file)]);
    let found = found.iter().map(|one| format!("{} {}: {}", one.code.as_str(), sources.place(one.span()), one.message));
    (model, found.collect())
}

fn clean(text: &str) -> Model {
    let (model, found) = checked(text);
    assert!(found.is_empty(), "{found:?}");
    model
}

fn field<'m>(model: &'m Model, record: &str, name: &str) -> &'m Field {
    let record = model.records.iter().find(|candidate| candidate.name == record).expect("the record is declared");
    record.fields.iter().find(|field| field.name == name).expect("the field is declared")
}

fn refined(base: Ty, constraints: &[Constraint]) -> Ty {
    Ty::Refined(Box::new(base), constraints.into())
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

#[test]
fn refinements_gather_on_the_base_and_optional_stays_outside() {
    let model = clean(
        r#"type Sku = string matching r"^[A-Z]+$"
           record R { a: Sku(1..8)?, b: decimal(12,2)(0..), c: [int(..-1)?](1..3), d: map<string, email>? }"#,
    );
    let sku = refined(
        Ty::Str,
        &[Constraint::Pattern("^[A-Z]+$".to_owned().into()), Constraint::Length { min: 1, max: Some(8) }],
    );
    assert_eq!(field(&model, "R", "a").ty, sku.optional());
    let money =
        [Constraint::Digits { precision: 12, scale: 2 }, Constraint::Range { min: Some(Decimal::ZERO), max: None }];
    assert_eq!(field(&model, "R", "b").ty, refined(Ty::Decimal, &money));
    let negative = refined(Ty::Int, &[Constraint::Range { min: None, max: Some(decimal("-1")) }]);
    let items = [Constraint::Items { min: 1, max: Some(3) }];
    assert_eq!(field(&model, "R", "c").ty, refined(Ty::List(Box::new(negative.optional())), &items));
    let emails = Ty::Map(Box::new(refined(Ty::Str, &[Constraint::Email])));
    assert_eq!(field(&model, "R", "d").ty, emails.optional());
}

#[test]
fn inline_records_are_named_by_their_path_and_take_options_over() {
    let model = clean("system s (absent = null) { record R (unknown = reject) { lines: [{ at: { x: int }? }] } }");
    let inner = model.records.iter().find(|record| record.name == "s.R.lines.at").expect("the inner record");
    assert!(inner.inline);
    assert_eq!(inner.owner, Owner::System("s".to_owned()));
    assert_eq!(inner.options, Options { unknown: Unknown::Reject, absent: AbsentAs::Null, ..Options::default() });
}

#[test]
fn a_record_overrides_its_system_option_by_option() {
    let model = clean(
        r#"system s (blank = absent, duplicates = last, format = csv(separator = ";", decimal = ",")) {
             record A { x: string? }
             record B (blank = reject, format = csv(quote = "'")) { x: string? }
             record C (format = json) { x: [string] }
           }"#,
    );
    let options = |name| model.record(model.record_named(name).expect("declared")).options;
    let semicolons = Dialect { separator: b';', decimal_mark: b',', ..Dialect::default() };
    let system =
        Options { blank: Blank::Absent, duplicates: Duplicates::Last, csv: Some(semicolons), ..Options::default() };
    assert_eq!(options("s.A"), system);
    let quoted = Dialect { quote: b'\'', ..Dialect::default() };
    assert_eq!(options("s.B"), Options { blank: Blank::Reject, csv: Some(quoted), ..system });
    assert_eq!(options("s.C"), Options { csv: None, ..system });
}

#[test]
fn wire_forms_stand_on_fields_aliases_and_elements() {
    let model = clean(
        r#"type Stamp = timestamp as "yyyy-MM-dd HH:mm" in "UTC"
           record R {
             a: Stamp?
             b: [date as "dd.MM.yyyy"] as split("|")
             c: map<string, [decimal as string]>
             d: bool as "Y" / "N"
             e: try int wire "E" | "ee"
             f: try int = 0
           }"#,
    );
    let form = |base, spelling, arguments: &[&str]| {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Wire::Form(Form::spelled(base, spelling, arguments).expect("a form of the list"))
    };
    let stamp = form("timestamp", Spelling::Pattern, &["yyyy-MM-dd HH:mm", "UTC"]);
    assert_eq!(field(&model, "R", "a").wire, stamp);
    let day = form("date", Spelling::Pattern, &["dd.MM.yyyy"]);
    assert_eq!(field(&model, "R", "b").wire, Wire::Split("|".to_owned(), Box::new(day)));
    let nested = Wire::Elements(Box::new(Wire::Elements(Box::new(form("decimal", Spelling::Word("string"), &[])))));
    assert_eq!(field(&model, "R", "c").wire, nested);
    assert_eq!(field(&model, "R", "d").wire, form("bool", Spelling::TwoTexts, &["Y", "N"]));
    let e = field(&model, "R", "e");
    assert_eq!(
        (e.tolerant, &e.ty, e.wire_names.as_slice()),
        (true, &Ty::Int.optional(), ["E", "ee"].map(str::to_owned).as_slice())
    );
    let f = field(&model, "R", "f");
    assert_eq!((f.tolerant, &f.ty, &f.default), (true, &Ty::Int, &Some(Const::Int(0))));
}

#[test]
fn constants_take_the_written_form_of_their_type() {
    let model = clean(
        r#"record R {
             a: decimal(12,2) = 1
             b: uuid = "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"
             c: [int] = [1, -2]
             d: "x" | "y" = "y"
             e: float = 1.5
           }"#,
    );
    let default = |name| field(&model, "R", name).default.clone().expect("a default");
    assert_eq!(format!("{:?}", default("a")), "Decimal(1.00)");
    assert_eq!(default("b"), Const::Str("6ba7b810-9dad-11d1-80b4-00c04fd430c8".to_owned()));
    assert_eq!(default("c"), Const::List(vec![Const::Int(1), Const::Int(-2)]));
    assert!(matches!(default("d"), Const::Enum(_, 1)));
    assert_eq!(default("e"), Const::Float(1.5));
}

#[test]
fn unions_of_the_same_texts_are_one_type() {
    let model = clean(r#"record R { a: "x" | "y", b: "y" | "x", c: "x" }"#);
    assert_eq!(field(&model, "R", "a").ty, field(&model, "R", "b").ty);
    assert_ne!(field(&model, "R", "a").ty, field(&model, "R", "c").ty);
}

const STAGES: &str = r#"
enum Stage { open, won, lost }
entity Deal { key id: string, stage: Stage }
system crm { record In { id: string, stage: string }, record Out { id: string, stage: string } }
map crm.In -> Deal { id = id, stage = stage via Code }
map Deal -> crm.Out { id = id, stage = stage via Code }
"#;

#[test]
fn a_reversible_table_stands_in_the_model_once_for_each_way() {
    let text = r#"table Code: Stage -> string {
        .open <-> "O"
        .won  <-> "W"
        .lost  -> "W"
        .won  <-  "won"
    }"#;
    let model = clean(&format!("{STAGES}{text}"));
    let [forward, backward] = model.tables.as_slice() else { panic!("two ways expected") };
    let stage = |position| Const::Enum(mapc_model::ty::EnumId(0), position);
    let code = |text: &str| Const::Str(text.to_owned());
    assert_eq!(forward.rows, [(stage(0), code("O")), (stage(1), code("W")), (stage(2), code("W"))]);
    assert_eq!(backward.rows, [(code("O"), stage(0)), (code("W"), stage(1)), (code("won"), stage(1))]);
    assert_eq!((&forward.to, &backward.from), (&Ty::Str, &Ty::Str));
}

#[test]
fn each_unclear_way_back_is_named() {
    let both = r#"table Code: Stage -> string { .open <-> "O", .won <-> "O", .lost -> "X" }"#;
    let (_, found) = checked(&format!("{STAGES}{both}"));
    assert_eq!(
        found,
        [
            "M0641 test.map:7:46: the way back from \"O\" is unclear: `.open` or `.won`",
            "M0641 test.map:7:69: no row says the way back from \"X\"",
        ]
    );
}

#[test]
fn absent_in_a_row_makes_the_result_optional() {
    let model = clean(
        r#"entity E { key id: string, b: string? }
           system s { record R { id: string, a: string } }
           table T: string -> string { "x" -> absent, else "y" }
           map s.R -> E { id = id, b = a via T }"#,
    );
    assert_eq!(model.tables[0].to, Ty::Str.optional());
    assert_eq!(model.tables[0].otherwise, Otherwise::Value(Const::Str("y".to_owned())));
}

#[test]
fn inner_names_come_before_those_of_the_package() {
    let model = clean(
        r#"record Address { package: int }
           system s { record Address { inner: int }, record R { a: Address } }
           record P { a: Address, b: s.Address }"#,
    );
    let named = |record, name| match field(&model, record, name).ty {
        Ty::Record(id) => model.record(id).name.clone(),
        _ => String::new(),
    };
    assert_eq!([named("s.R", "a"), named("P", "a"), named("P", "b")], ["s.Address", "Address", "s.Address"]);
}

#[test]
fn five_mistakes_give_five_findings() {
    let (_, found) = checked(
        r#"record Customer (blanc = absent) {
             key email: emial
             name: string(9..1)
             at: timestamp as "yyyy-MM-dd HH:mm"
             stage: "a" | "b" = "c"
           }"#,
    );
    let codes: Vec<_> = found.iter().map(|one| &one[..5]).collect();
    assert_eq!(codes, ["M0601", "M0201", "M0608", "M0612", "M0205"]);
}

#[test]
fn a_test_keeps_its_json_and_the_facts_of_its_message() {
    let model = clean(
        r#"entity E { key id: string }
           system s { record R { id: string } }
           map s.R -> E { id = id }
           test "one" {
             given $message_id = "m\u0031"
             given s.R { "id": 1.50 }
             expect E has { "id": "1.50" }
             expect reject R0201 at "/id"
             expect E skip
           }"#,
    );
    let [test] = model.tests.as_slice() else { panic!("one test expected") };
    assert_eq!((test.message_id.as_deref(), test.input.as_str()), (Some("m1"), r#"{ "id": 1.50 }"#));
    let kinds: Vec<_> = test.expects.iter().map(|expect| &expect.kind).collect();
    assert!(matches!(kinds[0], ExpectKind::Output { has: true, .. }));
    assert!(matches!(kinds[1], ExpectKind::Reject { target: None, code: Some(code), .. } if code == "R0201"));
    assert!(matches!(kinds[2], ExpectKind::Skip { target: Some(_) }));
}

#[test]
fn a_long_chain_of_types_and_of_records_ends() {
    let chain: String = (0..5_000).map(|n| format!("type T{n} = T{}\n", n + 1)).collect();
    let (_, found) = checked(&format!("{chain}type T5000 = string"));
    assert!(found.iter().all(|one| one.starts_with("M0630")), "{:?}", found.first());
    let chain: String = (0..5_000).map(|n| format!("record R{n} {{ next: R{} }}\n", n + 1)).collect();
    clean(&format!("{chain}record R5000 {{ x: int }}"));
    let (_, found) = checked(&format!("{chain}record R5000 {{ next: R0 }}"));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("M0621"));
}

#[test]
fn one_mistake_in_a_head_a_table_or_a_type_is_told_once() {
    let package = r#"entity E { key id: string, a: Word }
        enum Word { x, y }
        system s { record R { id: string, a: string } }
        table T: string -> Word { "x" -> .x, "y" -> .y }
        map s.R -> E { id = id, a = a via T }
        test "t" {
          given s.R { }
          expect E { }
          expect reject
        }"#;
    clean(package);
    for (right, wrong, code) in [
        ("map s.R -> E", "map s.Rr -> E", "M0201"),
        ("table T: string -> Word", "table T: string -> Wrod", "M0201"),
        ("a: Word }", "a: Wrod }", "M0201"),
        ("\"y\" -> .y", "\"y\" -> .z", "M0205"),
    ] {
        let (_, found) = checked(&package.replace(right, wrong));
        assert!(found.len() == 1 && found[0].starts_with(code), "{wrong}: {found:?}");
    }
}
