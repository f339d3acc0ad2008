//! What is emitted for operations in which a wrong reading of the plan would hide.

mod support;

use mapc_plan::ir::*;
use support::{Sketch, expr, field, int, text};

/// The text without what only layout decides.
fn flat(text: &str) -> String {
    let dense: String = text.split_whitespace().collect();
    dense.replace(",)", ")").replace(",]", "]").replace(",}", "}")
}

#[track_caller]
fn assert_emits(sketch: &Sketch, wanted: &str) {
    let module = sketch.module();
    syn::parse_file(&module).expect("Rust");
    assert!(flat(&module).contains(&flat(wanted)), "{wanted}\nis not in\n{module}");
}

fn quantity() -> Sketch {
    Sketch::reading(&[
        ("quantity", support::read("int"), Ty::Int),
        ("note", support::read("string"), Ty::Str.optional()),
    ])
}

#[test]
fn a_let_that_can_fail_is_evaluated_once_and_when_read() {
    let mut sketch = quantity();
    let doubled =
        expr(ExprKind::Arith(ArithOp::Add, Box::new(field(0, Ty::Int)), Box::new(field(0, Ty::Int))), Ty::Int);
    let doubled = sketch.bind(doubled);
    let unread = sketch.bind(int(7));
    let sketch = sketch.writing("double", support::write("int"), doubled);
    assert_emits(
        &sketch,
        "let l1 = rt::flow::Let::new(|| -> rt::Result<i64> { \
         rt::flow::at(cx, &SITES[0], &[], rt::ops::add(l0.quantity, l0.quantity)) });",
    );
    assert_emits(
        &sketch,
        "let l3: rt::Result<i64> = rt::flow::part(cx, || l1.read(cx)); rt::flow::clean(cx)?; let l3 = l3?;",
    );
    let ExprKind::Local(unread) = unread.kind else { unreachable!() };
    assert!(!sketch.module().contains(&format!("let l{}:", unread.0)));
}

#[test]
fn keys_and_commas_are_literals_once_a_field_is_sure() {
    let sketch = quantity()
        .writing("note", support::write("string"), field(1, Ty::Str.optional()))
        .writing("quantity", support::write("int"), field(0, Ty::Int))
        .writing("über", support::write("string"), text("x"));
    assert_emits(
        &sketch,
        r#"out.push(b'{'); let start = out.len();
           if let Some(value) = l1 {
             out.extend_from_slice(b"\"note\":");
             write::To::output(cx, &SITES[0], "note").put(codec::Texts.json(out, value));
           }
           if out.len() > start { out.push(b','); }
           out.extend_from_slice(b"\"quantity\":");
           write::To::output(cx, &SITES[0], "quantity").put(codec::Ints.json(out, l2));
           out.extend_from_slice(b",\"\xc3\xbcber\":");
           write::To::output(cx, &SITES[0], "über").put(codec::Texts.json(out, l3)); out.push(b'}');
           write::end(cx, out, begun)?;"#,
    );
}

#[test]
fn where_the_object_begins_is_kept_only_if_somebody_asks() {
    let sketch = quantity().writing("note", support::write("string"), field(1, Ty::Str.optional()));
    assert_emits(&sketch, r"out.push(b'{'); if let Some(value) = l1 {");
    assert!(!sketch.module().contains("let start"));
}

#[test]
fn absent_can_be_written_as_null() {
    let sketch = quantity()
        .writing("note", support::write("string"), field(1, Ty::Str.optional()))
        .with(|plan| plan.write_shapes[0].absent = AbsentAs::Null);
    assert_emits(
        &sketch,
        r#"out.extend_from_slice(b"{\"note\":"); match l1 {
             Some(value) => { write::To::output(cx, &SITES[0], "note").put(codec::Texts.json(out, value)); }
             None => write::null(out),
           }"#,
    );
}

#[test]
fn a_record_tries_all_its_parts_before_it_fails() {
    let pair = Ty::Tuple(vec![Ty::Int, Ty::Int]);
    let negated = || expr(ExprKind::Negate(Box::new(field(0, Ty::Int))), Ty::Int);
    let made = expr(ExprKind::Record(vec![negated(), negated()]), pair);
    let sketch = quantity().writing("a", support::write("int"), expr(ExprKind::Field(Box::new(made), 0), Ty::Int));
    assert_emits(&sketch, "rt::flow::join(&[p0.as_ref().err(), p1.as_ref().err()])?; (p0?, p1?)");
}

#[test]
fn try_keeps_failures_inside() {
    let negated = expr(ExprKind::Negate(Box::new(field(0, Ty::Int))), Ty::Int);
    let tried = expr(ExprKind::Try(Box::new(negated)), Ty::Int.optional());
    let sketch = quantity().writing("a", support::write("int"), tried);
    assert_emits(
        &sketch,
        "rt::flow::part(cx, || rt::flow::catch(cx, || Ok(Some(rt::flow::at(cx, &SITES[0], &[], rt::ops::negate(l0.quantity))?)))",
    );
}

#[test]
fn pointers_take_the_index_of_the_loop_around_them() {
    let list = Ty::List(Box::new(Ty::Int));
    let mut sketch = Sketch::reading(&[(
        "counts",
        DecodeKind::List(Box::new(Element { decode: support::decode(support::read("int")), optional: false })),
        list.clone(),
    )]);
    let (item, index) = (sketch.local(Ty::Int), sketch.local(Ty::Int));
    let negated = ExprKind::Negate(Box::new(expr(ExprKind::Local(item), Ty::Int)));
    let body = Expr { kind: negated, ty: Ty::Int, site: SiteId(1) };
    let each = For { list: field(0, list.clone()), item, index, number: None, filter: None, body };
    let encode = Encode::List(Box::new(EncodeElement { encode: support::write("int"), optional: false }));
    let sketch = sketch.writing("counts", encode, expr(ExprKind::For(Box::new(each)), list)).with(|plan| {
        let pointer = vec![Step::Key("counts".to_owned()), Step::Index(index)];
        plan.sites.push(Site {
            place: "order.map:2:2".to_owned(),
            target: "counts".to_owned(),
            pointer,
            operands: Vec::new(),
        });
    });
    assert_emits(&sketch, "|i2, l1, _| {");
    assert_emits(&sketch, "rt::flow::at(cx, &SITES[1], &[i2], rt::ops::negate(l1))?");
    assert_emits(&sketch, "rt::Segment::Key(Cow::Borrowed(\"counts\")), rt::Segment::Index(0)");
}

#[test]
fn a_record_of_which_nothing_is_read_is_checked_all_the_same() {
    let sketch = Sketch::reading(&[("inner", DecodeKind::Record(ReadId(1)), Ty::Record(RecordId(9)))]).with(|plan| {
        plan.read_shapes[0].fields[0].slot = None;
        plan.layouts[0].fields.clear();
        plan.read_shapes.push(ReadShape {
            record: RecordId(9),
            fields: plan.read_shapes[0].fields.clone(),
            unknown: Unknown::Reject,
            duplicates: Duplicates::Reject,
            site: SiteId(0),
        });
    });
    assert_emits(&sketch, "decode::object(source, at, &READ_1, &mut fields)?");
    assert_emits(&sketch, "fn finish(self) -> rt::Result<()> { Ok(()) }");
}

#[test]
fn a_target_of_csv_files_is_written_as_rows_too() {
    let csv = Dialect { separator: b';', quote: b'"', decimal_mark: b',' };
    let sketch = quantity()
        .writing("note", support::write("string"), field(1, Ty::Str.optional()))
        .writing("rate", support::write("float"), expr(ExprKind::Const(Const::Float(0.5)), Ty::Float))
        .with(|plan| plan.target_csv = Some(csv));
    assert_emits(
        &sketch,
        "if csv { let mut row = rt::csv::RowWriter::new(out, rt::csv::Dialect { separator: 59, quote: 34, decimal_mark: 44 });
         match l1 {
           Some(value) => {
             row.optional(|out| { write::To::output(cx, &SITES[0], \"note\").put(codec::Texts.write(out, value, 44)) })
           }
           None => row.nothing(),
         }
         row.cell(|out| { write::To::output(cx, &SITES[0], \"rate\").put(codec::Floats.write(out, l2, 44)) }); row.end(); } else {",
    );
    assert_emits(&sketch, "rt::flow::outcome(cx, transform(cx, input, out, true))");
    assert_emits(&sketch, "pub fn order_to_invoice_csv_header(out: &mut Vec<u8>)");
}

#[test]
fn a_thousand_operators_in_one_expression_are_no_trouble() {
    let more = |sum, _| expr(ExprKind::Arith(ArithOp::Add, Box::new(sum), Box::new(field(0, Ty::Int))), Ty::Int);
    let sketch = quantity().writing("sum", support::write("int"), (0..1000).fold(int(1), more));
    assert_eq!(sketch.module().matches("rt::ops::add").count(), 1000);
}
