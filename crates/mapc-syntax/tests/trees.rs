//! Which tree a text gives, above all which operator binds what.

use mapc_diagnostics::FileId;
use mapc_syntax::ast::{
    ArgumentValue, Decl, EntryKind, Expr, ExprKind, Item, Member, PatternKind, TextPart, TypeSuffix,
};
use mapc_syntax::parse;

fn items(text: &str) -> Vec<Item> {
    let parsed = parse(FileId(0), text);
    assert!(parsed.diagnostics.is_empty(), "{text}: {:#?}", parsed.diagnostics);
    parsed.file.items
}

/// The tree of an expression, with parentheses around each of its parts.
fn tree(text: &str) -> String {
    let items = items(&format!("fn f(a: int) -> int = {text}"));
    let Some(Decl::Fn(function)) = items.into_iter().next().map(|item| item.decl) else { panic!("a function") };
    show(&function.body)
}

fn show(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Name(name) | ExprKind::Number(name) => name.clone(),
        ExprKind::Text(parts) => format!("text({})", parts.iter().map(show_part).collect::<Vec<_>>().join("|")),
        ExprKind::Bool(value) => value.to_string(),
        ExprKind::Absent => "absent".to_owned(),
        ExprKind::Member(name) => format!(".{}", name.text),
        ExprKind::Context(path) => format!("${}", path.text()),
        ExprKind::Regex(pattern) => format!("r({pattern})"),
        ExprKind::Tuple(parts) => format!("tuple({})", list(parts)),
        ExprKind::List(parts) => format!("[{}]", list(parts)),
        ExprKind::Field { base, name } => format!("{}.{}", show(base), name.text),
        ExprKind::Method { base, name, arguments } => format!("{}.{}({})", show(base), name.text, values(arguments)),
        ExprKind::Call { name, arguments } => format!("{}({})", name.text(), values(arguments)),
        ExprKind::Index { base, index } => {
            format!("{}[{}]", show(base), index.as_deref().map(show).unwrap_or_default())
        }
        ExprKind::Via { base, target } => format!("({} via {})", show(base), target.text()),
        ExprKind::Unary(op, value) => format!("({op:?} {})", show(value)),
        ExprKind::Binary(op, left, right) => format!("({} {op:?} {})", show(left), show(right)),
        ExprKind::IsPresent { value, present } => format!("({} present={present})", show(value)),
        ExprKind::If(condition, then, otherwise) => {
            format!("if({}, {}, {})", show(condition), show(then), show(otherwise))
        }
        ExprKind::Reject(code, reason) => {
            format!("reject({:?}, {})", code.as_ref().map(|code| &code.text), show(reason))
        }
        ExprKind::Skip(reason) => format!("skip({})", reason.value),
        _ => "other".to_owned(),
    }
}

fn show_part(part: &TextPart) -> String {
    match part {
        TextPart::Plain(text) => text.clone(),
        TextPart::Value(value) => format!("{{{}}}", show(value)),
    }
}

fn list(parts: &[Expr]) -> String {
    parts.iter().map(show).collect::<Vec<_>>().join(", ")
}

fn values(arguments: &[mapc_syntax::ast::Argument]) -> String {
    let value = |argument: &mapc_syntax::ast::Argument| {
        let name = argument.name.as_ref().map(|name| format!("{}: ", name.text)).unwrap_or_default();
        let value = match &argument.value {
            ArgumentValue::Expr(expr) => show(expr),
            ArgumentValue::Lambda { params, body, .. } => {
                format!(
                    "{} => {}",
                    params.iter().map(|param| param.text.as_str()).collect::<Vec<_>>().join(" "),
                    show(body)
                )
            }
        };
        name + &value
    };
    arguments.iter().map(value).collect::<Vec<_>>().join(", ")
}

#[test]
fn operators_bind_as_the_language_says() {
    let cases = [
        ("a + b * c", "(a Add (b Multiply c))"),
        ("a - b - c", "((a Subtract b) Subtract c)"),
        ("a ?? b ?? c", "(a Coalesce (b Coalesce c))"),
        ("try a via T ?? d", "((Try (a via T)) Coalesce d)"),
        ("try a + b", "(Try (a Add b))"),
        ("-1.abs()", "(Negate 1.abs())"),
        ("--a", "(Negate (Negate a))"),
        ("a * -b", "(a Multiply (Negate b))"),
        ("a ?? b == c", "((a Coalesce b) Equal c)"),
        ("not a == b and c or d", "(((Not (a Equal b)) And c) Or d)"),
        ("a or b and c", "(a Or (b And c))"),
        ("a is present and not b is absent", "((a present=true) And (Not (b present=false)))"),
        ("a is not absent", "(a present=true)"),
        ("a is not present", "(a present=false)"),
        ("a in [1, 2]", "(a In [1, 2])"),
        ("a < -1", "(a Less (Negate 1))"),
        ("(a + b) * c", "((a Add b) Multiply c)"),
        ("a + (try b) + c", "((a Add (Try b)) Add c)"),
        ("if a then b else c + d", "if(a, b, (c Add d))"),
        ("a ?? reject no_a \"none\"", "(a Coalesce reject(Some(\"no_a\"), text(none)))"),
    ];
    for (text, expected) in cases {
        assert_eq!(tree(text), expected, "{text}");
    }
}

#[test]
fn paths_calls_and_indices_follow_each_other() {
    let cases = [
        ("a.b.c", "a.b.c"),
        ("f(a, b)", "f(a, b)"),
        ("a.b.trim()", "a.b.trim()"),
        ("a[].b[0].c", "a[].b[0].c"),
        ("a.map(x => x.b).first()", "a.map(x => x.b).first()"),
        ("a.fold((x, y) => x + y)", "a.fold(x y => (x Add y))"),
        ("f(a, digits: 2)", "f(a, digits: 2)"),
        ("`e-mail`.b", "e-mail.b"),
        ("a.in.then", "a.in.then"),
        ("$message_id", "$message_id"),
        ("(a, .b)", "tuple(a, .b)"),
        ("1_000.50", "1000.50"),
        ("r\"^\\d+$\"", "r(^\\d+$)"),
    ];
    for (text, expected) in cases {
        assert_eq!(tree(text), expected, "{text}");
    }
}

#[test]
fn lines_go_on_only_where_they_must() {
    assert_eq!(tree("a\n  .trim()\n  .lower()\n  ?? b"), "(a.trim().lower() Coalesce b)");
    assert_eq!(tree("a\n  - b"), "(a Subtract b)");
    assert_eq!(tree("a\n  via T\n  and b"), "((a via T) And b)");
    assert_eq!(tree("if a // why\n  then b\n  else c"), "if(a, b, c)");
    let items = items("map A -> B {\n  x = match a {\n    1 => b\n    -1 => c\n    .d => e\n    else => f\n  }\n}");
    let Decl::Map(map) = &items[0].decl else { panic!("a map") };
    let EntryKind::Assign { value: Expr { kind: ExprKind::Match(_, arms), .. }, .. } = &map.body.entries[0].kind else {
        panic!("a match")
    };
    let kinds: Vec<String> = arms.iter().flat_map(|arm| &arm.patterns).map(|pattern| kind(&pattern.kind)).collect();
    assert_eq!(kinds, ["1", "-1", ".d", "else"]);
}

fn kind(pattern: &PatternKind) -> String {
    match pattern {
        PatternKind::Number(number) => number.clone(),
        PatternKind::Member(member) => format!(".{member}"),
        PatternKind::Else => "else".to_owned(),
        _ => "other".to_owned(),
    }
}

#[test]
fn texts_are_read_with_their_escapes_and_braces() {
    let cases = [
        ("\"\"", "text()"),
        ("\"plain\"", "text(plain)"),
        ("\"a {b.c} d\"", "text(a |{b.c}| d)"),
        (r#""\{a\} \"b\" \\ \u{e9}""#, "text({a} \"b\" \\ é)"),
    ];
    for (text, expected) in cases {
        assert_eq!(tree(text), expected, "{text}");
    }
}

#[test]
fn soft_words_are_names_where_they_stand_for_nothing_else() {
    let items = items(
        "entity E {\n  key type: string\n  key: int\n  check: bool\n  rest: int\n  try: int\n}\nmap A -> E {\n  type = type\n  key = map\n  check = test\n  let = from\n  when = record\n}",
    );
    let Decl::Entity(entity) = &items[0].decl else { panic!("an entity") };
    let names: Vec<&str> = entity.members.iter().filter_map(field).collect();
    assert_eq!(names, ["type", "key", "check", "rest", "try"]);
    let Decl::Map(map) = &items[1].decl else { panic!("a map") };
    assert!(map.body.entries.iter().all(|entry| matches!(entry.kind, EntryKind::Assign { .. })));
}

fn field(member: &Member) -> Option<&str> {
    match member {
        Member::Field(field) => Some(&field.name.text),
        _ => None,
    }
}

#[test]
fn documentation_stands_right_above_what_it_is_about() {
    let items = items(
        "/// One.\n///  Two.\n@owner(\"x\")\nentity E {\n  /// A field.\n  key a: int /// not this\n  b: int\n}\n",
    );
    assert_eq!(items[0].docs, ["One.", " Two."]);
    assert_eq!(items[0].attributes.len(), 1);
    let Decl::Entity(entity) = &items[0].decl else { panic!("an entity") };
    let docs: Vec<_> = entity
        .members
        .iter()
        .map(|member| if let Member::Field(field) = member { field.docs.clone() } else { Vec::new() })
        .collect();
    assert_eq!(docs, [vec!["A field.".to_owned()], Vec::new()]);
}

#[test]
fn types_keep_what_follows_them_in_order() {
    let items = items("type T = decimal(12,2)(0..)?\ntype U = timestamp as \"yyyy\" in \"UTC\"\n");
    let suffixes = |item: &Item| match &item.decl {
        Decl::Type(decl) => decl.ty.suffixes.iter().map(suffix).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    assert_eq!(suffixes(&items[0]), "arguments(2) arguments(1) ?");
    assert_eq!(suffixes(&items[1]), "as(yyyy) in(UTC)");
}

fn suffix(suffix: &TypeSuffix) -> String {
    match suffix {
        TypeSuffix::Optional(_) => "?".to_owned(),
        TypeSuffix::Arguments(arguments, _) => format!("arguments({})", arguments.len()),
        TypeSuffix::AsText(texts, _) => {
            format!("as({})", texts.iter().map(|text| text.value.as_str()).collect::<String>())
        }
        TypeSuffix::In(text) => format!("in({})", text.value),
        _ => "other".to_owned(),
    }
}
