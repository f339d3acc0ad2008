//! What a plan holds, in words: operations with the types that they are over, and forms with the options that they stand under.

use mapc_plan::{Argument, Constant, Decode, DecodeKind, Encode, Expr, Op, Otherwise, Plan, ReadField, Ty, WriteField};
use mapc_runtime::Constraint;
use mapc_runtime::codec::{Definition, Spelling, Stands};

/// The labels of an expression: the name of its operation, and what it is over.
pub fn of_expression(plan: &Plan, expr: &Expr) -> Vec<String> {
    let mut labels = of_operation(plan, expr);
    labels.push(operation(expr.op.name()));
    labels
}

/// The label of an operation, by its name in the text of plans.
pub fn operation(name: &str) -> String {
    format!("operation {name}")
}

fn of_operation(plan: &Plan, expr: &Expr) -> Vec<String> {
    let base = |expr: &Expr| type_name(&expr.ty);
    match &expr.op {
        Op::Const(Constant::Absent) => vec!["const absent".to_owned()],
        Op::Const(_) => vec![format!("const {}", base(expr))],
        Op::Context(context) => vec![format!("context {context:?}")],
        Op::Switch(value, ..) => vec![format!("match {}", base(value))],
        Op::Compare(op, left, _) => vec![format!("{op:?} {}", base(left))],
        Op::Arith(op, left, _) => vec![format!("{op:?} {}", base(left))],
        Op::Negate(value) => vec![format!("Negate {}", base(value))],
        Op::Check(_, constraints) => {
            constraints.iter().map(|it| format!("check {}", of_constraint(it, &expr.ty))).collect()
        }
        Op::ToScalar(value) => vec![format!("ToScalar {}", base(value))],
        Op::IntToDecimal(_) | Op::EnumToStr(..) => vec![format!("convert {}", head(&format!("{:?}", expr.op)))],
        Op::Lookup(table, _) => {
            let Some(table) = plan.tables.get(table.0 as usize) else { return Vec::new() };
            let otherwise = match table.otherwise {
                Otherwise::Value(Constant::Absent) => "absent".to_owned(),
                Otherwise::Value(_) => "a value".to_owned(),
                _ => format!("{:?}", table.otherwise),
            };
            vec![
                format!("table from {}", type_name(&table.from)),
                format!("table to {}", type_name(&table.to)),
                format!("table else {otherwise}"),
            ]
        }
        Op::Call(function, args) => {
            let regex = args.iter().any(|arg| matches!(arg, Argument::Regex(_)));
            let mut labels = vec![format!("call {} {}", function.name, function.signature)];
            if regex {
                labels.push("regular expression".to_owned());
            }
            // What takes values of any type takes them of each.
            if let (Some(Argument::Value(first)), true) = (args.first(), function.signature.contains("[T]")) {
                labels.push(format!("a list function over {}", base(first)));
            }
            labels
        }
        Op::For(each) => {
            let mut labels = vec!["For".to_owned()];
            labels.extend(each.filter.iter().map(|_| "For where".to_owned()));
            labels.extend(each.number.iter().map(|_| "For numbered".to_owned()));
            labels
        }
        other => vec![head(&format!("{other:?}"))],
    }
}

/// The labels of the forms that a plan reads and writes.
pub fn of_shapes(plan: &Plan) -> Vec<String> {
    let mut labels = Vec::new();
    for (index, shape) in plan.read_shapes.iter().enumerate() {
        labels.push(format!("unknown {:?}", shape.unknown));
        labels.push(format!("duplicates {:?}", shape.duplicates));
        let in_row = plan.source_csv.is_some() && index == plan.source.0 as usize;
        shape.fields.iter().for_each(|field| read_field(field, in_row, &mut labels));
    }
    for (index, shape) in plan.write_shapes.iter().enumerate() {
        labels.push(format!("absent {:?}", shape.absent));
        let in_row = plan.target_csv.is_some() && index == plan.pipeline.write.0 as usize;
        let absent = format!("{:?}", shape.absent);
        shape.fields.iter().for_each(|field| write_field(field, in_row, &absent, &mut labels));
    }
    labels
}

fn read_field(field: &ReadField, in_row: bool, labels: &mut Vec<String>) {
    let form = form(&field.decode);
    let presence = match (&field.default, field.tolerant, field.optional) {
        (Some(_), ..) => "with a default",
        (None, true, _) => "tolerant",
        (None, false, true) => "optional",
        (None, false, false) => "required",
    };
    labels.push(format!("read {form} {presence}"));
    if in_row {
        labels.push(format!("read {form} in a row"));
    }
    if is_text(&field.decode.kind) {
        labels.push(format!("read {form}, blank {:?}", field.decode.blank));
    }
    constraints(&field.decode, labels);
}

fn constraints(decode: &Decode, labels: &mut Vec<String>) {
    let form = form(decode);
    let name = |it: &Constraint| format!("read {form} that satisfies {}", head(&format!("{it:?}")));
    labels.extend(decode.constraints.iter().map(name));
    let element = match &decode.kind {
        DecodeKind::List(element) | DecodeKind::Map(element) | DecodeKind::Split(_, element) => element,
        _ => return,
    };
    let optional = if element.optional { " optional" } else { "" };
    labels.push(format!("read {} of{optional} {}", form, self::form(&element.decode)));
    constraints(&element.decode, labels);
}

fn write_field(field: &WriteField, in_row: bool, absent: &str, labels: &mut Vec<String>) {
    let form = encoded(&field.encode);
    let presence = if field.optional { format!("optional, {absent}") } else { "required".to_owned() };
    labels.push(format!("write {form} {presence}"));
    if in_row {
        labels.push(format!("write {form} in a row"));
        if field.optional {
            labels.push(format!("write {form} optional in a row"));
        }
    }
    elements(&field.encode, labels);
}

fn elements(encode: &Encode, labels: &mut Vec<String>) {
    let element = match encode {
        Encode::List(element) | Encode::Map(element) | Encode::Split(_, element) => element,
        _ => return,
    };
    let optional = if element.optional { " optional" } else { "" };
    let (outer, inner) = (encoded(encode), encoded(&element.encode));
    labels.push(format!("write {outer} of{optional} {inner}"));
    elements(&element.encode, labels);
}

fn form(decode: &Decode) -> String {
    match &decode.kind {
        DecodeKind::Leaf(form) => of_definition(form.definition),
        parts => head(&format!("{parts:?}")),
    }
}

fn encoded(encode: &Encode) -> String {
    match encode {
        Encode::Leaf(form) => of_definition(form.definition),
        parts => head(&format!("{parts:?}")),
    }
}

/// What a wire form is called here: `timestamp as epoch_ms`.
pub fn of_definition(form: &Definition) -> String {
    let base = form.base;
    match form.spelling {
        Spelling::Own => base.to_owned(),
        Spelling::Word(word) => format!("{base} as {word}"),
        Spelling::Pattern => format!("{base} by a pattern"),
        Spelling::TwoTexts => format!("{base} as two texts"),
    }
}

fn is_text(kind: &DecodeKind) -> bool {
    match kind {
        DecodeKind::Leaf(form) => form.stands() != Stands::Bare,
        DecodeKind::Enum(_) | DecodeKind::Split(..) => true,
        DecodeKind::Record(_) | DecodeKind::List(_) | DecodeKind::Map(_) => false,
    }
}

fn of_constraint(constraint: &Constraint, ty: &Ty) -> String {
    format!("{} {}", head(&format!("{constraint:?}")), type_name(ty))
}

/// A type without its names, demands and parts.
pub fn type_name(ty: &Ty) -> String {
    match ty {
        Ty::Optional(inner) => format!("{}?", type_name(inner)),
        Ty::List(element) => format!("[{}]", type_name(element)),
        Ty::Map(element) => format!("map {}", type_name(element)),
        other => head(&format!("{other:?}")),
    }
}

/// The name of a variant.
fn head(debug: &str) -> String {
    debug.split([' ', '(', '{']).next().unwrap_or_default().to_owned()
}
