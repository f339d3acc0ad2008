//! Declarations, fields and types.

use mapc_diagnostics::Span;

use super::{Body, Expr, Name, Number, Path, TestDecl, Text};

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
