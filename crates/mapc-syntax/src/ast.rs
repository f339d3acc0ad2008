//! The syntax tree: immutable, with a span on every node. Later passes keep what they learn in tables of their own.

use mapc_diagnostics::Span;

/// A word as written, without backticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Names joined by dots; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The parts.
    pub segments: Vec<Name>,
    /// The whole.
    pub span: Span,
}

impl Path {
    /// `a.b.c`.
    pub fn text(&self) -> String {
        self.segments.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(".")
    }
}

/// A text literal without escapes left in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it means.
    pub value: String,
    /// With its quotes.
    pub span: Span,
}

/// A number as written, without `_`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Digits, perhaps with a sign and a decimal point.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// One file.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// Declarations in the order of the text; broken ones are [`Decl::Error`].
    pub items: Vec<Item>,
}

/// A declaration with its documentation and attributes.
#[derive(Clone, Debug)]
pub struct Item {
    /// Lines of `///` above it, without the slashes and one blank.
    pub docs: Vec<String>,
    /// `@owner("…")` and so on.
    pub attributes: Vec<Attribute>,
    /// What is declared.
    pub decl: Decl,
    /// The whole item, without docs.
    pub span: Span,
}

/// `@name(arguments)`.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The name.
    pub name: Name,
    /// The arguments, where there are parentheses.
    pub arguments: Vec<Expr>,
    /// The whole.
    pub span: Span,
}

/// What an item declares.
#[derive(Clone, Debug)]
pub enum Decl {
    /// `entity Name { … }`.
    Entity(RecordDecl),
    /// `record Name { … }`.
    Record(RecordDecl),
    /// `system name (…) { … }`.
    System(SystemDecl),
    /// `enum Name { … }`.
    Enum(EnumDecl),
    /// `type Name = …`.
    Type(TypeDecl),
    /// `table Name: A -> B { … }`.
    Table(TableDecl),
    /// `fn name(…) -> T = …`.
    Fn(FnDecl),
    /// `map A -> B { … }`.
    Map(MapDecl),
    /// `test "…" { … }`.
    Test(TestDecl),
    /// A form of the language that mapc does not build yet: `event`, `union`, `feed`, `use`, `settings`. The syntax pass has said so.
    NotYet(&'static str),
    /// Something that did not parse; the syntax pass has said so.
    Error,
}

/// An entity or record.
#[derive(Clone, Debug)]
pub struct RecordDecl {
    /// Its name.
    pub name: Name,
    /// `(unknown = reject, …)`.
    pub options: Vec<OptionDecl>,
    /// Its fields and what else stands between its braces.
    pub members: Vec<Member>,
}

/// `name = value` or `name = value(options)` in parentheses behind a system or record.
#[derive(Clone, Debug)]
pub struct OptionDecl {
    /// The option.
    pub name: Name,
    /// Its value.
    pub value: OptionValue,
    /// The whole.
    pub span: Span,
}

/// The value of an option.
#[derive(Clone, Debug)]
pub enum OptionValue {
    /// A word, perhaps with options of its own: `csv(separator = ";")`.
    Word(Name, Vec<OptionDecl>),
    /// A text.
    Text(Text),
    /// A number.
    Number(Number),
}

/// A line between the braces of a record.
#[derive(Clone, Debug)]
pub enum Member {
    /// A field.
    Field(Box<FieldDecl>),
    /// `check e else "…" at path`.
    Check(CheckDecl),
    /// `rest name: map<…>`; not yet built.
    Rest(Span),
    /// Something that did not parse.
    Error(Span),
}

/// `check e else "reason" at path`.
#[derive(Clone, Debug)]
pub struct CheckDecl {
    /// What must hold.
    pub condition: Expr,
    /// Why it failed, in the author's words.
    pub reason: Option<Text>,
    /// The field to point at.
    pub at: Option<Path>,
    /// The whole.
    pub span: Span,
}

/// What stands before a field's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKeyword {
    /// `key email: email`.
    Key,
    /// `readonly id: string`.
    Readonly,
}

/// `name: type = default`.
#[derive(Clone, Debug)]
pub struct FieldDecl {
    /// Lines of `///`.
    pub docs: Vec<String>,
    /// `@pii` and so on.
    pub attributes: Vec<Attribute>,
    /// `key` or `readonly`.
    pub keyword: Option<FieldKeyword>,
    /// Its name.
    pub name: Name,
    /// Its type with refinements and wire form.
    pub ty: TypeExpr,
    /// What stands for an absent value.
    pub default: Option<Expr>,
    /// The whole line.
    pub span: Span,
}

/// A type as written: a head with what follows it.
#[derive(Clone, Debug)]
pub struct TypeExpr {
    /// `try T`, `patch T`.
    pub prefix: Option<TypePrefix>,
    /// The head.
    pub head: TypeHead,
    /// `?`, `(1..200)`, `matching r"…"`, `as "…"`, in the order of the text.
    pub suffixes: Vec<TypeSuffix>,
    /// The whole.
    pub span: Span,
}

/// A word before a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypePrefix {
    /// Reads as absent what does not fit.
    Try,
    /// Three-valued; not yet built.
    Patch,
}

/// The head of a type.
#[derive(Clone, Debug)]
pub enum TypeHead {
    /// `string`, `crm.Contact`, `map<string, int>`.
    Named(Path, Vec<TypeExpr>),
    /// `[T]`.
    List(Box<TypeExpr>),
    /// `{ a: int }`.
    Record(Vec<Member>),
    /// `(string, int)`.
    Tuple(Vec<TypeExpr>),
    /// `"HOME" | "WORK"`.
    Literals(Vec<Text>),
    /// Something that did not parse.
    Error,
}

/// What may follow a type's head.
#[derive(Clone, Debug)]
pub enum TypeSuffix {
    /// `?`.
    Optional(Span),
    /// `(1..200)`, `(12, 2)`.
    Arguments(Vec<TypeArgument>, Span),
    /// `matching r"…"`; the pattern as written.
    Matching(Text),
    /// `as "pattern"`; two texts for `as "Y" / "N"`.
    AsText(Vec<Text>, Span),
    /// `as epoch_s`, `as split(";")`, `as string`.
    AsWord(Name, Vec<Expr>, Span),
    /// `in "Europe/Berlin"`.
    In(Text),
    /// `wire "a" | "b"`.
    Wire(Vec<Text>, Span),
    /// `only from crm`; not yet built.
    OnlyFrom(Path),
    /// `read by f`, `write by f`; not yet built.
    Codec(Span),
}

/// One argument in a type's parentheses.
#[derive(Clone, Debug)]
pub enum TypeArgument {
    /// `1..200`, `0..`, `..5`; both ends count.
    Range(Option<Number>, Option<Number>, Span),
    /// `12`.
    Number(Number),
    /// A type; not yet built.
    Type(Box<TypeExpr>),
}

/// `system name (options) { … }`.
#[derive(Clone, Debug)]
pub struct SystemDecl {
    /// Its name.
    pub name: Name,
    /// Options that its records take over.
    pub options: Vec<OptionDecl>,
    /// Records, enums, types, tables, functions and maps inside.
    pub items: Vec<Item>,
}

/// `enum Name { … }`.
#[derive(Clone, Debug)]
pub struct EnumDecl {
    /// `open enum`; not yet built.
    pub open: bool,
    /// Its name.
    pub name: Name,
    /// Its members.
    pub members: Vec<EnumMember>,
}

/// `churned "CHURNED"`.
#[derive(Clone, Debug)]
pub struct EnumMember {
    /// Lines of `///`.
    pub docs: Vec<String>,
    /// Its name in `.map` text.
    pub name: Name,
    /// Its wire form, where that is not the name.
    pub wire: Option<Text>,
}

/// `type Name = …`.
#[derive(Clone, Debug)]
pub struct TypeDecl {
    /// Its name.
    pub name: Name,
    /// What it stands for.
    pub ty: TypeExpr,
}

/// `table Name: A -> B { … }`.
#[derive(Clone, Debug)]
pub struct TableDecl {
    /// Its name.
    pub name: Name,
    /// Type of the left column.
    pub from: TypeExpr,
    /// Type of the right column.
    pub to: TypeExpr,
    /// Rows, in the order of the text.
    pub rows: Vec<TableRow>,
    /// `from "file.csv"`; not yet built.
    pub file: Option<Text>,
}

/// Which way a row or line goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// `->`.
    Right,
    /// `<->`.
    Both,
    /// `<-`.
    Left,
}

/// `"a", "b" -> .c` or `else .d`.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// The cells left of the arrow; empty for `else`.
    pub left: Vec<Cell>,
    /// The arrow; `Right` for `else`.
    pub arrow: Arrow,
    /// The cell right of the arrow.
    pub right: Cell,
    /// The whole.
    pub span: Span,
}

/// One cell of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What it holds.
    pub kind: CellKind,
    /// Where it stands.
    pub span: Span,
}

/// What a cell may hold.
#[derive(Clone, Debug)]
pub enum CellKind {
    /// A text.
    Text(String),
    /// A number as written.
    Number(String),
    /// `.member`.
    Member(String),
    /// `true`, `false`, `same`, `reject`, `absent`.
    Word(String),
    /// Several columns; not yet built.
    Tuple(Vec<Cell>),
}

/// `fn name(a: A) -> B = body`.
#[derive(Clone, Debug)]
pub struct FnDecl {
    /// Its name.
    pub name: Name,
    /// Its parameters.
    pub params: Vec<(Name, TypeExpr)>,
    /// What it gives.
    pub result: TypeExpr,
    /// `let`s of a block body, in order.
    pub lets: Vec<(Name, Expr)>,
    /// The value.
    pub body: Expr,
}

/// `map A -> B { … }`.
#[derive(Clone, Debug)]
pub struct MapDecl {
    /// The left side.
    pub left: Path,
    /// `->` or `<->`.
    pub arrow: Arrow,
    /// The right side.
    pub right: Path,
    /// The head, `map A -> B`.
    pub head_span: Span,
    /// What stands between the braces.
    pub body: Body,
}

/// The lines between the braces of a map, or of a record that is built inside one.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its lines.
    pub entries: Vec<Entry>,
    /// With its braces.
    pub span: Span,
}

/// One line of a body.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// The whole line.
    pub span: Span,
}

/// `left` or `right` in `left only`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left of the arrow.
    Left,
    /// Right of the arrow.
    Right,
}

/// A path in `ignore` or `unset`.
#[derive(Clone, Debug)]
pub struct ListedPath {
    /// Begins with `*.`: at every depth.
    pub star: bool,
    /// The path behind the star; the single word `others` covers what is left.
    pub path: Path,
}

/// What a line of a body may be.
#[derive(Clone, Debug)]
pub enum EntryKind {
    /// `path = e`.
    Assign {
        /// The target field.
        target: Path,
        /// Its value.
        value: Expr,
    },
    /// `p <-> q`, `p <-> q { … }`.
    Both {
        /// The left field.
        left: Path,
        /// A path of the right side, perhaps with `via`.
        right: Expr,
        /// Lines between the two, where they are records.
        nested: Option<Body>,
    },
    /// `p <- e`: only when reading the right side.
    ToLeft {
        /// The left field.
        left: Path,
        /// Its value, over the right side.
        value: Expr,
    },
    /// `e -> q`: only when writing the right side.
    ToRight {
        /// The value, over the left side.
        value: Expr,
        /// The right field.
        right: Path,
    },
    /// `let name = e`.
    Let {
        /// The name.
        name: Name,
        /// Its value.
        value: Expr,
    },
    /// `ignore a, b.c because "…"`.
    Ignore {
        /// Source paths.
        paths: Vec<ListedPath>,
        /// Why.
        because: Option<Text>,
    },
    /// `unset a because "…"`.
    Unset {
        /// Target paths.
        paths: Vec<ListedPath>,
        /// Why.
        because: Option<Text>,
    },
    /// `left only a because "…"`.
    Only {
        /// Which side.
        side: Side,
        /// Its paths.
        paths: Vec<ListedPath>,
        /// Why.
        because: Option<Text>,
    },
    /// `auto`; not yet built.
    Auto,
    /// `..record`; not yet built.
    Spread(Path),
    /// `skip when c because "…"`.
    SkipWhen {
        /// The condition.
        condition: Expr,
        /// Why.
        because: Option<Text>,
    },
    /// `delete when c { key lines }`.
    DeleteWhen {
        /// The condition.
        condition: Expr,
        /// The key.
        body: Body,
    },
    /// `reject code when c "reason"`.
    RejectWhen {
        /// The author's code.
        code: Name,
        /// The condition.
        condition: Expr,
        /// Why, for the reader of the rejection.
        reason: Text,
    },
    /// `when c { … } else { … }`.
    When {
        /// The condition.
        condition: Expr,
        /// Lines if it holds.
        then: Body,
        /// Lines if not.
        otherwise: Option<Body>,
    },
    /// Something that did not parse; the syntax pass has said so.
    Error,
}

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// A piece of a text with interpolation.
#[derive(Clone, Debug)]
pub enum TextPart {
    /// Plain text without escapes left in it.
    Plain(String),
    /// `{e}`.
    Value(Expr),
}

/// A two-sided operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `??`
    Coalesce,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `in`
    In,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
    /// `and`
    And,
    /// `or`
    Or,
}

/// A one-sided operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `-`
    Negate,
    /// `not`
    Not,
    /// `try`
    Try,
}

/// What an expression may be.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// Something that did not parse.
    Error,
    /// A bare name: a local, a parameter, a field of the source.
    Name(String),
    /// `"Dear {name}"`; a plain text has one plain part or none.
    Text(Vec<TextPart>),
    /// A number as written, without `_` and sign.
    Number(String),
    /// `true`, `false`.
    Bool(bool),
    /// `absent`.
    Absent,
    /// `.member`.
    Member(Name),
    /// `$message_id`, without the dollar.
    Context(Path),
    /// `r"…"`.
    Regex(String),
    /// `(a, b)`.
    Tuple(Vec<Expr>),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `{ a = 1 }`.
    Record(Body),
    /// `base.name`.
    Field {
        /// What is looked into.
        base: Box<Expr>,
        /// The field.
        name: Name,
    },
    /// `base.name(arguments)`.
    Method {
        /// The receiver.
        base: Box<Expr>,
        /// The function.
        name: Name,
        /// The arguments.
        arguments: Vec<Argument>,
    },
    /// `name(arguments)`.
    Call {
        /// The function.
        name: Path,
        /// The arguments.
        arguments: Vec<Argument>,
    },
    /// `base[0]`; `base[]` without an index.
    Index {
        /// The list.
        base: Box<Expr>,
        /// The position.
        index: Option<Box<Expr>>,
    },
    /// `base via Name`.
    Via {
        /// What is looked up or mapped.
        base: Box<Expr>,
        /// A table, or the target of a declared map.
        target: Path,
    },
    /// `-a`, `not a`, `try a`.
    Unary(UnaryOp, Box<Expr>),
    /// `a + b`.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `a is present`, `a is not absent`.
    IsPresent {
        /// What is asked about.
        value: Box<Expr>,
        /// `false` for `is absent`.
        present: bool,
    },
    /// `if c then a else b`.
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `match e { … }`.
    Match(Box<Expr>, Vec<Arm>),
    /// `for x in xs where c numbered n { … }`.
    For(Box<For>),
    /// `with e as name { … }` or `=> value`.
    With {
        /// The value.
        value: Box<Expr>,
        /// Its name inside.
        name: Name,
        /// What is built; a [`ExprKind::Record`] for braces.
        body: Box<Expr>,
    },
    /// `reject code "reason"`.
    Reject(Option<Name>, Text),
    /// `skip "reason"`.
    Skip(Text),
}

/// `for x in xs where c numbered n { … }`.
#[derive(Clone, Debug)]
pub struct For {
    /// `for try x in xs`.
    pub tolerant: bool,
    /// The element's name; two for entries of a map.
    pub names: Vec<Name>,
    /// The list.
    pub list: Expr,
    /// `where c`.
    pub filter: Option<Expr>,
    /// `numbered n`.
    pub number: Option<Name>,
    /// What is built for each; a [`ExprKind::Record`] for braces.
    pub body: Expr,
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub struct Argument {
    /// `name: value`.
    pub name: Option<Name>,
    /// The value.
    pub value: ArgumentValue,
}

/// The value of an argument.
#[derive(Clone, Debug)]
pub enum ArgumentValue {
    /// An expression.
    Expr(Expr),
    /// `x => e`, `(a, b) => e`.
    Lambda {
        /// Parameters.
        params: Vec<Name>,
        /// The value.
        body: Expr,
        /// The whole.
        span: Span,
    },
}

/// `pattern, pattern => value`.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The patterns, any of which fits.
    pub patterns: Vec<Pattern>,
    /// The value.
    pub value: Expr,
    /// The whole.
    pub span: Span,
}

/// A pattern of a match.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Where it stands.
    pub span: Span,
}

/// What a pattern may be.
#[derive(Clone, Debug)]
pub enum PatternKind {
    /// A text.
    Text(String),
    /// A number as written.
    Number(String),
    /// `true`, `false`.
    Bool(bool),
    /// `.member`.
    Member(String),
    /// `absent`.
    Absent,
    /// `some name`.
    Some(Name),
    /// `else`.
    Else,
    /// `(a, b)`.
    Tuple(Vec<Pattern>),
    /// `r"…"`; not yet built.
    Regex(String),
}

/// `test "…" { … }`.
#[derive(Clone, Debug)]
pub struct TestDecl {
    /// What it is called.
    pub name: Text,
    /// Its steps in the order of the text.
    pub steps: Vec<TestStep>,
}

/// JSON in a test: the text as written, known to be well formed.
#[derive(Clone, Debug)]
pub struct Json {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A step of a test.
#[derive(Clone, Debug)]
pub struct TestStep {
    /// What it is.
    pub kind: TestStepKind,
    /// The whole line.
    pub span: Span,
}

/// What a step may be.
#[derive(Clone, Debug)]
pub enum TestStepKind {
    /// `given system.Record { … }`.
    Given(Path, Json),
    /// `given $message_id = "…"`.
    GivenContext(Path, Json),
    /// `expect system.Record { … }`; with `has`, other fields may stand beside those named.
    Expect {
        /// What the given record is mapped to.
        target: Path,
        /// Only the named fields are compared.
        has: bool,
        /// What comes out.
        json: Json,
    },
    /// `expect reject code at "/pointer"`, `expect system.Record reject …`.
    ExpectReject {
        /// The target whose map rejects; without one, each map that starts at the given record.
        target: Option<Path>,
        /// The code, where one is asked for.
        code: Option<Name>,
        /// The JSON pointer, where one is asked for.
        at: Option<Text>,
    },
    /// `expect skip`, `expect system.Record skip`; the target as in `ExpectReject`.
    ExpectSkip(Option<Path>),
    /// `expect delete system.Record { key }`.
    ExpectDelete(Path, Json),
    /// Something that did not parse.
    Error,
}
