//! Pass 1: the names of everything, over all files. Ids are given out here; what they stand for is filled in later.

use mapc_diagnostics::FileId;
use mapc_syntax::ast;

use crate::attributes;
use crate::context::{Context, index};
use crate::core::{Expr, ExprKind, Function, FunctionId, Site, TableId};
use crate::errors::declarations as errors;
use crate::model::{Enum, Options, Otherwise, Owner, Record, Table};
use crate::names::{Alias, AliasId, Declaration, Scope, Symbol, TableSymbol};
use crate::ty::{EnumId, RecordId, Ty};
use crate::types::is_language_type;

/// A declared record that waits for its fields.
pub(crate) struct DeclaredRecord<'a> {
    /// Where its types are looked up.
    pub scope: Scope,
    /// Its id.
    pub id: RecordId,
    /// Its declaration.
    pub decl: &'a ast::RecordDecl,
}

/// What later passes go through, in the order of files and text.
#[derive(Default)]
pub(crate) struct Declared<'a> {
    /// Systems.
    pub systems: Vec<&'a ast::SystemDecl>,
    /// Records and entities.
    pub records: Vec<DeclaredRecord<'a>>,
    /// Enums.
    pub enums: Vec<(EnumId, &'a ast::EnumDecl)>,
    /// Tables.
    pub tables: Vec<(Scope, TableSymbol, &'a ast::TableDecl)>,
    /// Maps; their functions get ids when bodies are checked.
    pub maps: Vec<(Scope, &'a ast::MapDecl)>,
    /// User functions; the model holds an empty one under each id until bodies are checked.
    pub functions: Vec<(Scope, &'a ast::FnDecl, FunctionId)>,
    /// Tests.
    pub tests: Vec<(Scope, &'a ast::TestDecl)>,
    /// `check` lines of records, declared and inline.
    pub checks: Vec<(Scope, RecordId, &'a ast::CheckDecl)>,
}

/// Declares everything in the files.
pub(crate) fn declare<'a>(context: &mut Context<'a>, files: &[(FileId, &'a ast::File)]) -> Declared<'a> {
    let mut declared = Declared::default();
    for (_, file) in files {
        for item in &file.items {
            declare_item(context, &mut declared, &Scope::default(), item);
        }
    }
    declared
}

fn declare_item<'a>(context: &mut Context<'a>, declared: &mut Declared<'a>, scope: &Scope, item: &'a ast::Item) {
    attributes::check(context, &item.attributes);
    match &item.decl {
        ast::Decl::Entity(decl) => {
            if let Some(system) = &scope.system {
                context.report(errors::entity_in_system(&decl.name, system));
            }
            declare_record(context, declared, scope, item, decl, Owner::Entity);
        }
        ast::Decl::Record(decl) => {
            let owner = scope.system.clone().map_or(Owner::Package, Owner::System);
            declare_record(context, declared, scope, item, decl, owner);
        }
        ast::Decl::System(decl) => declare_system(context, declared, decl),
        ast::Decl::Enum(decl) => declare_enum(context, declared, scope, item, decl),
        ast::Decl::Type(decl) => declare_alias(context, scope, decl),
        ast::Decl::Table(decl) => declare_table(context, declared, scope, decl),
        ast::Decl::Fn(decl) => declare_function(context, declared, scope, decl),
        ast::Decl::Map(decl) => declared.maps.push((scope.clone(), decl)),
        ast::Decl::Test(decl) => declared.tests.push((scope.clone(), decl)),
        ast::Decl::NotYet(_) | ast::Decl::Error => {}
    }
}

fn declare_record<'a>(
    context: &mut Context<'a>,
    declared: &mut Declared<'a>,
    scope: &Scope,
    item: &ast::Item,
    decl: &'a ast::RecordDecl,
    owner: Owner,
) {
    let id = RecordId(index(context.model.records.len()));
    context.declare().model.records.push(Record {
        name: full_name(scope, &decl.name.text),
        owner,
        inline: false,
        fields: Vec::new(),
        options: Options::default(),
        checks: Vec::new(),
        docs: item.docs.clone(),
        span: decl.name.span,
    });
    declare_name(context, scope, &decl.name, Symbol::Record(id));
    declared.records.push(DeclaredRecord { scope: scope.clone(), id, decl });
}

fn declare_system<'a>(context: &mut Context<'a>, declared: &mut Declared<'a>, decl: &'a ast::SystemDecl) {
    let name = &decl.name.text;
    declare_name(context, &Scope::default(), &decl.name, Symbol::System(name.clone()));
    context.declare().names.open_system(name);
    declared.systems.push(decl);
    let scope = Scope::inside(name);
    for item in &decl.items {
        declare_item(context, declared, &scope, item);
    }
}

fn declare_enum<'a>(
    context: &mut Context<'a>,
    declared: &mut Declared<'a>,
    scope: &Scope,
    item: &ast::Item,
    decl: &'a ast::EnumDecl,
) {
    let id = EnumId(index(context.model.enums.len()));
    context.declare().model.enums.push(Enum {
        name: full_name(scope, &decl.name.text),
        literal: false,
        members: Vec::new(),
        docs: item.docs.clone(),
        span: decl.name.span,
    });
    declare_name(context, scope, &decl.name, Symbol::Enum(id));
    declared.enums.push((id, decl));
}

fn declare_alias<'a>(context: &mut Context<'a>, scope: &Scope, decl: &'a ast::TypeDecl) {
    let id = AliasId(index(context.names.aliases.len()));
    let name = full_name(scope, &decl.name.text);
    context.declare().names.aliases.push(Alias { name, scope: scope.clone(), decl });
    declare_name(context, scope, &decl.name, Symbol::Alias(id));
}

fn declare_table<'a>(context: &mut Context<'a>, declared: &mut Declared<'a>, scope: &Scope, decl: &'a ast::TableDecl) {
    let rows = decl.rows.iter().filter(|row| !row.left.is_empty());
    let leads = |arrows: [ast::Arrow; 2]| rows.clone().any(|row| arrows.contains(&row.arrow));
    let backward = leads([ast::Arrow::Both, ast::Arrow::Left]);
    let forward = leads([ast::Arrow::Both, ast::Arrow::Right]) || !backward;
    let symbol = TableSymbol {
        forward: forward.then(|| empty_table(context, scope, decl)),
        backward: backward.then(|| empty_table(context, scope, decl)),
    };
    declare_name(context, scope, &decl.name, Symbol::Table(symbol));
    declared.tables.push((scope.clone(), symbol, decl));
}

fn empty_table(context: &mut Context<'_>, scope: &Scope, decl: &ast::TableDecl) -> TableId {
    let id = TableId(index(context.model.tables.len()));
    context.declare().model.tables.push(Table {
        name: full_name(scope, &decl.name.text),
        from: Ty::Error,
        to: Ty::Error,
        rows: Vec::new(),
        otherwise: Otherwise::Reject,
        span: decl.name.span,
    });
    id
}

fn declare_function<'a>(context: &mut Context<'a>, declared: &mut Declared<'a>, scope: &Scope, decl: &'a ast::FnDecl) {
    let id = FunctionId(index(context.model.functions.len()));
    let site = Site::without_target(decl.name.span);
    context.declare().model.functions.push(Function {
        name: full_name(scope, &decl.name.text),
        params: Vec::new(),
        locals: Vec::new(),
        names: Vec::new(),
        heads: Vec::new(),
        lets: Vec::new(),
        body: Expr { kind: ExprKind::Error, ty: Ty::Error, site },
        target: None,
    });
    declare_name(context, scope, &decl.name, Symbol::Function(id));
    declared.functions.push((scope.clone(), decl, id));
}

fn declare_name(context: &mut Context<'_>, scope: &Scope, name: &ast::Name, symbol: Symbol) {
    let is_type = matches!(symbol, Symbol::Record(_) | Symbol::Enum(_) | Symbol::Alias(_));
    if is_type && is_language_type(&name.text) {
        context.report(errors::builtin_name(name));
    }
    let declaration = Declaration { symbol, span: name.span };
    if let Some(earlier) = context.declare().names.declare(scope, &name.text, declaration) {
        context.report(errors::declared_twice(name, earlier));
    }
}

fn full_name(scope: &Scope, name: &str) -> String {
    match &scope.system {
        Some(system) => format!("{system}.{name}"),
        None => name.to_owned(),
    }
}
