//! What is emitted compiles, without warnings. Slow: set `RUN_SLOW_TESTS=1`.

#[path = "support/compile.rs"]
mod compile;
mod support;

use mapc_plan::ir::*;
use support::{Sketch, expr, field, int, text};

/// Modules in a crate that depends on the runtime.
fn modules(modules: &[(&str, String)]) -> Vec<(String, String)> {
    let runtime = compile::workspace().join("crates/mapc-runtime");
    let manifest = format!(
        "[package]\nname = \"emitted\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\nmapc-runtime = {{ path = {:?} }}\n",
        runtime.canonicalize().expect("the runtime is there")
    );
    let mut root = "//! Emitted modules.\n#![forbid(unsafe_code)]\n#![deny(missing_docs)]\n".to_owned();
    let mut files = vec![("Cargo.toml".to_owned(), manifest)];
    for (name, text) in modules {
        root.push_str(&format!("pub mod {name};\n"));
        files.push((format!("src/{name}.rs"), text.clone()));
    }
    files.push(("src/lib.rs".to_owned(), root));
    files
}

fn checks(files: &[(String, String)], name: &str) {
    let folder = std::env::temp_dir().join(format!("mapc-codegen-{name}"));
    let clippy: &[&str] = &["clippy", "--offline", "--quiet", "--", "-D", "warnings"];
    compile::cargo(&folder, files, &[clippy]).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn modules_compile_without_warnings() {
    if !compile::is_asked_for() {
        return;
    }
    checks(&modules(&[("kinds", kinds()), ("lets", lets()), ("loops", loops())]), "modules");
}

/// Every form in which a value is read and written.
fn kinds() -> String {
    let member = Ty::Enum(EnumId(0));
    let element = |kind| Box::new(Element { decode: support::decode(kind), optional: true });
    let of_base = |base: &str| match base {
        "bool" => Ty::Bool,
        "int" => Ty::Int,
        "decimal" => Ty::Decimal,
        "float" => Ty::Float,
        "scalar" => Ty::Scalar,
        "date" => Ty::Date,
        "local_datetime" => Ty::DateTime,
        "timestamp" => Ty::Timestamp,
        _ => Ty::Str,
    };
    let leaves = mapc_runtime::codec::all().map(|definition| {
        let arguments = definition.examples[0].arguments.iter().map(|argument| (*argument).to_owned()).collect();
        let form = Form { definition, arguments };
        (DecodeKind::Leaf(form.clone()), of_base(definition.base), Encode::Leaf(form))
    });
    let parts = [
        (DecodeKind::Enum(EnumId(0)), member.clone(), Encode::Enum(EnumId(0))),
        (
            DecodeKind::List(element(support::read("int"))),
            Ty::List(Box::new(Ty::Int.optional())),
            Encode::List(Box::new(EncodeElement { encode: support::write("int"), optional: true })),
        ),
        (
            DecodeKind::Split(";".into(), element(support::read("string"))),
            Ty::List(Box::new(Ty::Str.optional())),
            Encode::Split(";".into(), Box::new(EncodeElement { encode: support::write("string"), optional: true })),
        ),
        (
            DecodeKind::Map(element(support::read("string"))),
            Ty::Map(Box::new(Ty::Str.optional())),
            Encode::Map(Box::new(EncodeElement { encode: support::write("string"), optional: true })),
        ),
    ];
    let forms: Vec<_> = leaves.chain(parts).collect();
    let ints: Vec<usize> = (0..forms.len()).filter(|position| forms[*position].1 == Ty::Int).collect();
    let names: Vec<String> = (0..forms.len()).map(|n| format!("f{n}")).collect();
    let reads: Vec<_> =
        names.iter().zip(&forms).map(|(name, (read, ty, _))| (name.as_str(), read.clone(), ty.clone())).collect();
    let mut sketch = Sketch::reading(&reads).with(|plan| {
        plan.enums.push(Enum { name: "Status".to_owned(), wire: vec!["open".to_owned(), "paid".to_owned()] });
        let rules = [mapc_runtime::Constraint::Length { min: 1, max: Some(9) }, mapc_runtime::Constraint::Email];
        plan.read_shapes[0].fields[0].decode.constraints = rules.into();
        plan.read_shapes[0].fields[ints[0]].default = Some(Const::Int(-3));
        plan.read_shapes[0].fields[ints[1]].tolerant = true;
        plan.read_shapes[0].fields[ints[1]].default = Some(Const::Int(4));
    });
    for ((name, (_, ty, write)), position) in names.iter().zip(forms).zip(0..) {
        sketch = sketch.writing(name, write, field(position, ty));
    }
    sketch.module()
}

/// Lets of each kind, conditions, tables, constants.
fn lets() -> String {
    let mut sketch = Sketch::reading(&[
        ("quantity", support::read("int"), Ty::Int),
        ("note", support::read("string"), Ty::Str.optional()),
    ]);
    let boxed = Box::new;
    let quantity = || field(0, Ty::Int);
    let more = sketch.bind(expr(ExprKind::Arith(ArithOp::Add, boxed(quantity()), boxed(int(1))), Ty::Int));
    let joined = sketch.bind(expr(ExprKind::Concat(vec![text("a"), text("b\n\"c")]), Ty::Str));
    let positive = expr(ExprKind::Compare(CompareOp::Greater, boxed(quantity()), boxed(int(0))), Ty::Bool);
    let known = sketch.bind(positive.clone());
    let bind = sketch.local(Ty::Str);
    let present = ExprKind::IfPresent {
        value: boxed(field(1, Ty::Str.optional())),
        bind,
        then: boxed(expr(ExprKind::Local(bind), Ty::Str)),
        otherwise: boxed(expr(ExprKind::Reject("NO_NOTE".to_owned(), boxed(text("no note"))), Ty::Never)),
    };
    let arms = vec![
        SwitchArm { values: vec![Const::Int(1), Const::Int(-2)], body: text("one") },
        SwitchArm {
            values: vec![Const::Int(3)],
            body: expr(ExprKind::Reject("R0401".into(), boxed(text(""))), Ty::Never),
        },
    ];
    let switch = ExprKind::Switch(boxed(more.clone()), arms, boxed(text("many")));
    let both = ExprKind::And(boxed(known), boxed(expr(ExprKind::Not(boxed(positive.clone())), Ty::Bool)));
    let chain = ExprKind::If(
        boxed(positive.clone()),
        boxed(int(1)),
        boxed(expr(ExprKind::If(boxed(positive), boxed(int(2)), boxed(more.clone())), Ty::Int)),
    );
    let looked_up = expr(ExprKind::Lookup(TableId(0), boxed(joined.clone())), Ty::Decimal);
    let rules = [mapc_runtime::Constraint::Range { min: Some(1.into()), max: None }];
    let checked = expr(ExprKind::Check(boxed(looked_up), rules.into()), Ty::Decimal);
    let tried = expr(ExprKind::Try(boxed(checked)), Ty::Decimal.optional());
    sketch
        .writing("more", support::write("int"), more)
        .writing("joined", support::write("string"), joined)
        .writing("present", support::write("string"), expr(present, Ty::Str))
        .writing("switch", support::write("string"), expr(switch, Ty::Str))
        .writing("both", support::write("bool"), expr(both, Ty::Bool))
        .writing("chain", support::write("int"), expr(chain, Ty::Int))
        .writing("tried", support::write("decimal"), tried)
        .with(|plan| {
            plan.target_csv = Some(Dialect::default());
            plan.tables.push(Table {
                name: "Rates".to_owned(),
                rows: vec![(Const::Str("a".to_owned()), Const::Decimal(mapc_runtime::Decimal::new(-125, 2)))],
                otherwise: Otherwise::Reject,
                from: Ty::Str,
                to: Ty::Decimal,
            });
        })
        .module()
}

/// A list of records made of a list of records.
fn loops() -> String {
    let line = Ty::Record(RecordId(2));
    let lines = Ty::List(Box::new(line.clone()));
    let of_line = |item, position, ty| {
        expr(ExprKind::Field(Box::new(expr(ExprKind::Local(item), Ty::Record(RecordId(2)))), position), ty)
    };
    let element = Element { decode: support::decode(DecodeKind::Record(ReadId(1))), optional: false };
    let mut sketch = Sketch::reading(&[("lines", DecodeKind::List(Box::new(element)), lines.clone())]);
    let [item, index, number] = [line.clone(), Ty::Int, Ty::Int].map(|ty| sketch.local(ty));
    let skip = expr(ExprKind::Skip("no sku".to_owned()), Ty::Never);
    let bind = sketch.local(Ty::Str);
    let sku = expr(
        ExprKind::IfPresent {
            value: Box::new(of_line(item, 0, Ty::Str.optional())),
            bind,
            then: Box::new(expr(ExprKind::Local(bind), Ty::Str)),
            otherwise: Box::new(skip),
        },
        Ty::Str,
    );
    let negated =
        Expr { kind: ExprKind::Negate(Box::new(expr(ExprKind::Local(number), Ty::Int))), ty: Ty::Int, site: SiteId(1) };
    let called = expr(ExprKind::CallUser(FunctionId(0), vec![of_line(item, 1, Ty::Int), int(2)]), Ty::Int);
    let body = expr(ExprKind::Record(vec![sku, negated, called]), Ty::Record(RecordId(3)));
    let filter = expr(ExprKind::IsPresent(Box::new(of_line(item, 0, Ty::Str.optional()))), Ty::Bool);
    let each = For { list: field(0, lines), item, index, number: Some(number), filter: Some(filter), body };
    let made = expr(ExprKind::For(Box::new(each)), Ty::List(Box::new(Ty::Record(RecordId(3)))));
    let encode = Encode::List(Box::new(EncodeElement { encode: Encode::Record(WriteId(1)), optional: false }));
    sketch.writing("lines", encode, made).with(|plan| describe_lines(plan, index)).module()
}

/// The records, places and functions that [`loops`] names.
fn describe_lines(plan: &mut Plan, index: LocalId) {
    let layout = |record, fields: &[(&str, Ty)]| Layout {
        record: RecordId(record),
        name: format!("Line{record}"),
        fields: fields.iter().map(|(name, ty)| ((*name).to_owned(), ty.clone())).collect(),
    };
    plan.layouts.push(layout(2, &[("sku", Ty::Str.optional()), ("count", Ty::Int)]));
    plan.layouts.push(layout(3, &[("sku", Ty::Str), ("type", Ty::Int), ("count", Ty::Int)]));
    let pointer = vec![Step::Key("lines".to_owned()), Step::Index(index), Step::Key("sku".to_owned())];
    plan.sites.push(Site {
        place: "order.map:2:2".to_owned(),
        target: "lines.sku".to_owned(),
        pointer,
        operands: Vec::new(),
    });
    let read = |slot, name: &str, kind, optional| ReadField {
        names: vec![name.to_owned()],
        decode: support::decode(kind),
        optional,
        default: None,
        tolerant: false,
        slot: Some(slot),
        site: SiteId(0),
    };
    plan.read_shapes.push(ReadShape {
        record: RecordId(2),
        fields: vec![read(0, "sku", support::read("string"), true), read(1, "count", support::read("int"), false)],
        unknown: Unknown::Reject,
        duplicates: Duplicates::Last,
        site: SiteId(0),
    });
    let write = |slot, name: &str, encode| WriteField {
        name: name.to_owned(),
        slot,
        encode,
        optional: false,
        blanks: Blanks::ANY,
    };
    let fields = vec![
        write(0, "sku", support::write("string")),
        write(1, "type", support::write("int")),
        write(2, "count", support::write("int")),
    ];
    plan.write_shapes.push(WriteShape { record: RecordId(3), fields, absent: AbsentAs::Omit });
    let params = vec![LocalId(0), LocalId(1)];
    let sum =
        ExprKind::Arith(ArithOp::Multiply, Box::new(support::local(0, Ty::Int)), Box::new(support::local(0, Ty::Int)));
    plan.functions.push(Function {
        name: "square".to_owned(),
        params,
        locals: vec![Ty::Int, Ty::Int],
        heads: Vec::new(),
        lets: Vec::new(),
        body: expr(sum, Ty::Int),
        target: None,
    });
}
