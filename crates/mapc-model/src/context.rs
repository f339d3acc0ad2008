//! What all passes of the checker share.

use std::cell::Cell;
use std::collections::BTreeSet;

use mapc_diagnostics::{Diagnostic, SourceMap, Span, nearest};
use mapc_syntax::ast;

use crate::core::{Const, FunctionId};
use crate::errors::declarations as errors;
use crate::model::{Field, Model};
use crate::names::{FunctionSignature, Names, Scope, Symbol, written};
use crate::patterns::Patterns;
use crate::ty::{RecordId, Ty};
use crate::types;

/// Everything the passes share.
pub(crate) struct Context<'a> {
    /// The texts.
    pub sources: &'a SourceMap,
    /// What is known so far.
    pub model: Model,
    /// What names stand for.
    pub names: Names<'a>,
    /// What was found so far.
    pub diagnostics: Vec<Diagnostic>,
    /// Which fields the bodies read.
    pub reads: Reads,
    /// The regular expressions so far.
    pub patterns: Patterns,
    /// `check` lines of the records that are done.
    pub checks: Vec<(Scope, RecordId, &'a ast::CheckDecl)>,
    /// Whether a map was dropped for a side that is not known: what it leads to cannot be told then.
    pub lost_maps: bool,
    /// How many names were compared for suggestions.
    compared: Cell<usize>,
    /// What `type` declarations stand for, as far as they are resolved.
    pub aliases: types::Aliases,
}

/// Which fields of which records some map, function or check reads. Bodies write it, source completeness reads it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reads {
    fields: BTreeSet<(RecordId, u32)>,
    whole: BTreeSet<RecordId>,
}

impl Reads {
    /// Notes that a field, by position, is read.
    pub fn field(&mut self, record: RecordId, field: u32) {
        self.fields.insert((record, field));
    }

    /// Notes that a value of this record is used as a whole (passed on, compared, handed to a function): all its fields
    /// count as read, at every depth.
    pub fn whole(&mut self, record: RecordId) {
        self.whole.insert(record);
    }

    /// Whether the field is read.
    pub fn has(&self, record: RecordId, field: u32) -> bool {
        self.has_whole(record) || self.fields.contains(&(record, field))
    }

    /// Whether values of the record are used as a whole.
    pub fn has_whole(&self, record: RecordId) -> bool {
        self.whole.contains(&record)
    }
}

impl<'a> Context<'a> {
    /// A context that knows nothing yet.
    pub fn new(sources: &'a SourceMap) -> Self {
        Context {
            sources,
            model: Model::default(),
            names: Names::default(),
            diagnostics: Vec::new(),
            reads: Reads::default(),
            patterns: Patterns::default(),
            checks: Vec::new(),
            lost_maps: false,
            compared: Cell::new(0),
            aliases: types::Aliases::default(),
        }
    }

    /// Adds a finding.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The candidate that was most likely meant; none once [`MAX_COMPARISONS`] names were compared.
    pub fn nearest<'c>(&self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        let left = if word.len() > MAX_NAME { 0 } else { MAX_COMPARISONS.saturating_sub(self.compared.get()) };
        let candidates = candidates.into_iter().filter(|candidate| candidate.len() <= MAX_NAME).take(left);
        nearest(word, candidates.inspect(|_| self.compared.set(self.compared.get() + 1)))
    }

    /// What a path stands for; says nothing where it stands for nothing.
    pub fn resolve(&self, path: &ast::Path, scope: &Scope) -> Option<Symbol> {
        self.names.lookup(path, scope).map(|declaration| declaration.symbol.clone())
    }

    /// What a path stands for; reports `M0201` where it stands for nothing. `what` is what was looked for, without an
    /// article: `record`, `table`.
    pub fn resolve_or_report(&mut self, path: &ast::Path, scope: &Scope, what: &str) -> Option<Symbol> {
        let found = self.resolve(path, scope);
        if found.is_none() {
            let diagnostic = self.unknown(path, scope, what);
            self.report(diagnostic);
        }
        found
    }

    /// The record of a path; reports `M0201` where there is none and `M0204` where the name is of another kind.
    pub fn record_or_report(&mut self, path: &ast::Path, scope: &Scope, what: &str) -> Option<RecordId> {
        match self.resolve_or_report(path, scope, what)? {
            Symbol::Record(record) => Some(record),
            other => {
                self.wrong_kind(path, scope, &other, what);
                None
            }
        }
    }

    /// Reports `M0204`: a name that stands for something of another kind than what is needed.
    pub fn wrong_kind(&mut self, path: &ast::Path, scope: &Scope, found: &Symbol, what: &str) {
        let declared = self.names.lookup(path, scope).map(|declaration| declaration.span);
        self.report(errors::wrong_kind(path, found, declared, what));
    }

    /// The type of a type expression outside of record fields (parameters, results, columns). Wire forms, `try` and options
    /// of reading are refused there.
    pub fn type_of(&mut self, ty: &'a ast::TypeExpr, scope: &Scope) -> Ty {
        types::plain_type(self, ty, scope)
    }

    /// The fields of a record.
    pub fn fields(&self, record: RecordId) -> &[Field] {
        &self.model.record(record).fields
    }

    /// Parameters and result of a user function.
    pub fn signature(&self, function: FunctionId) -> Option<&FunctionSignature> {
        self.names.signatures.get(&function)
    }

    /// A type as it is written, for messages: `string?`, `[Line]`, `decimal(12,2)`.
    pub fn type_name(&self, ty: &Ty) -> String {
        types::type_name(&self.model, ty)
    }

    /// The constant of an expression that has to be one, as a default or table cell: reports `M0310` where it is none or of
    /// another type, `M0311` where it breaks a refinement.
    pub fn literal(&mut self, expr: &ast::Expr, expected: &Ty) -> Option<Const> {
        types::literal(self, expr, expected)
    }

    fn unknown(&self, path: &ast::Path, scope: &Scope, what: &str) -> Diagnostic {
        let text = path.text();
        if let [system, _] = path.segments.as_slice()
            && self.names.system(&system.text).is_none()
        {
            return self.unknown_system(system, scope);
        }
        let last = path.segments.last().map_or("", |name| name.text.as_str());
        if let Some(system) = self.names.holder(last).filter(|_| path.segments.len() == 1) {
            return errors::undeclared(path, what, Some(&format!("{system}.{last}")));
        }
        let best = (self.compared.get() < MAX_COMPARISONS).then(|| {
            let visible = self.names.visible(scope);
            let fitting = visible.iter().filter(|(_, symbol)| symbol.may_be(what));
            self.nearest(&text, fitting.map(|(name, _)| name.as_str())).map(str::to_owned)
        });
        errors::undeclared(path, what, best.flatten().as_deref())
    }

    fn unknown_system(&self, system: &ast::Name, scope: &Scope) -> Diagnostic {
        let visible = self.names.visible(scope);
        let systems = visible.iter().filter(|(_, symbol)| matches!(symbol, Symbol::System(_)));
        errors::undeclared_system(system, self.nearest(&system.text, systems.map(|(name, _)| name.as_str())))
    }
}

/// How many names are compared in one run. More would take quadratic time where nearly all names are unknown.
const MAX_COMPARISONS: usize = 1_000_000;

/// Names longer than this are not compared.
const MAX_NAME: usize = 100;

/// Adds the nearest name as help and as a fix.
pub(crate) fn suggest(diagnostic: Diagnostic, span: Span, best: &str) -> Diagnostic {
    let text = best.split('.').map(written).collect::<Vec<_>>().join(".");
    diagnostic.help(format!("did you mean `{best}`?")).fix(format!("write `{best}`"), span, text)
}

/// A position as the ids hold it.
pub(crate) fn index(position: usize) -> u32 {
    // Ids count things that stand in a text of less than 4 GiB.
    u32::try_from(position).unwrap_or(u32::MAX)
}
