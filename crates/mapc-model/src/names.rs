//! Which names a package declares, and where each may be used.

use std::collections::BTreeMap;

use mapc_diagnostics::Span;
use mapc_syntax::ast;

use crate::core::{FunctionId, TableId};
use crate::ty::{EnumId, RecordId, Ty};

/// Where a name is looked up: inside which system, if any. Inner names come first, then the package's, then
/// `system.Name` paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scope {
    /// The system around it.
    pub system: Option<String>,
}

impl Scope {
    /// The scope inside a system.
    pub fn inside(system: &str) -> Self {
        Scope { system: Some(system.to_owned()) }
    }
}

/// Position in [`Names::aliases`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AliasId(pub u32);

/// The directions in which a table can be looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TableSymbol {
    /// From the left column to the right.
    pub forward: Option<TableId>,
    /// From the right column to the left.
    pub backward: Option<TableId>,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Symbol {
    /// An entity or record.
    Record(RecordId),
    /// An enum.
    Enum(EnumId),
    /// `type Name = …`.
    Alias(AliasId),
    /// A table.
    Table(TableSymbol),
    /// A user function.
    Function(FunctionId),
    /// A system.
    System(String),
}

impl Symbol {
    /// Whether it can be what is looked for, as the messages name that: `record`, `table or record`.
    pub fn may_be(&self, what: &str) -> bool {
        match self {
            Symbol::Record(_) => what.contains("record") || what.contains("type"),
            Symbol::Enum(_) | Symbol::Alias(_) => what.contains("type"),
            Symbol::Table(_) => what.contains("table"),
            Symbol::Function(_) => what.contains("function"),
            Symbol::System(_) => what.contains("system"),
        }
    }

    /// What it is, with its article, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Symbol::Record(_) => "a record",
            Symbol::Enum(_) => "an enum",
            Symbol::Alias(_) => "a type",
            Symbol::Table(_) => "a table",
            Symbol::Function(_) => "a function",
            Symbol::System(_) => "a system",
        }
    }
}

/// A symbol and the name that declares it.
#[derive(Clone, Debug)]
pub(crate) struct Declaration {
    /// What is declared.
    pub symbol: Symbol,
    /// The name in its declaration.
    pub span: Span,
}

/// Parameters and result of a user function.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FunctionSignature {
    /// Names and types of the parameters.
    pub params: Vec<(String, Ty)>,
    /// What it gives.
    pub result: Ty,
}

/// `type Name = …` before it is resolved.
#[derive(Clone, Debug)]
pub(crate) struct Alias<'a> {
    /// Its full name, `crm.Sku`.
    pub name: String,
    /// Where its right side is looked up.
    pub scope: Scope,
    /// The declaration.
    pub decl: &'a ast::TypeDecl,
}

/// All names of a package.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names<'a> {
    /// Outside of systems.
    package: BTreeMap<String, Declaration>,
    /// Inside each system.
    systems: BTreeMap<String, BTreeMap<String, Declaration>>,
    /// `type` declarations, by [`AliasId`].
    pub aliases: Vec<Alias<'a>>,
    /// Signatures of user functions; complete before bodies are checked.
    pub signatures: BTreeMap<FunctionId, FunctionSignature>,
}

impl<'a> Names<'a> {
    /// Adds a name; gives the earlier declaration where there is one, which stays.
    pub fn declare(&mut self, scope: &Scope, name: &str, declaration: Declaration) -> Option<Span> {
        let names = match &scope.system {
            Some(system) => self.systems.entry(system.clone()).or_default(),
            None => &mut self.package,
        };
        if let Some(earlier) = names.get(name) {
            return Some(earlier.span);
        }
        names.insert(name.to_owned(), declaration);
        None
    }

    /// Notes that a system of this name exists, also where nothing is declared inside it.
    pub fn open_system(&mut self, name: &str) {
        self.systems.entry(name.to_owned()).or_default();
    }

    /// What a path stands for, with the name that declares it.
    pub fn lookup(&self, path: &ast::Path, scope: &Scope) -> Option<&Declaration> {
        match path.segments.as_slice() {
            [name] => {
                let inner = scope.system.as_ref().and_then(|system| self.systems.get(system)?.get(&name.text));
                inner.or_else(|| self.package.get(&name.text))
            }
            [system, name] => self.systems.get(&system.text)?.get(&name.text),
            _ => None,
        }
    }

    /// The names inside a system, if there is such a system.
    pub fn system(&self, name: &str) -> Option<&BTreeMap<String, Declaration>> {
        self.systems.get(name)
    }

    /// The alias of an id.
    pub fn alias(&self, id: AliasId) -> &Alias<'a> {
        &self.aliases[id.0 as usize]
    }

    /// The first system that declares a name inside it.
    pub fn holder(&self, name: &str) -> Option<&str> {
        self.systems.iter().find(|(_, names)| names.contains_key(name)).map(|(system, _)| system.as_str())
    }

    /// Every name that can be written in a scope, with what it stands for: inner names, the package's, `system.Name` paths.
    pub fn visible<'n>(&'n self, scope: &Scope) -> Vec<(String, &'n Symbol)> {
        let inner = scope.system.as_ref().and_then(|system| self.systems.get(system));
        let near = inner.into_iter().chain([&self.package]).flatten();
        let near = near.map(|(name, declaration)| (name.clone(), &declaration.symbol));
        let far = self.systems.iter().flat_map(|(system, names)| {
            names.iter().map(move |(name, declaration)| (format!("{system}.{name}"), &declaration.symbol))
        });
        near.chain(far).collect()
    }
}

/// A name as it is written in `.map` text: in backticks where it is not a plain word.
pub(crate) fn written(name: &str) -> String {
    let mut characters = name.chars();
    let starts = characters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_');
    if starts && characters.all(|character| character.is_ascii_alphanumeric() || character == '_') {
        name.to_owned()
    } else {
        format!("`{name}`")
    }
}
