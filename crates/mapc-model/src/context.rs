//! What all passes of the checker share.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

use mapc_diagnostics::{Diagnostic, SourceMap, Span, nearest};
use mapc_syntax::ast;

use crate::bodies::{Call, Index};
use crate::core::{Const, FunctionId};
use crate::errors::declarations as errors;
use crate::model::{Field, Model};
use crate::names::{FunctionSignature, Names, Scope, Symbol, written};
use crate::patterns::Patterns;
use crate::ty::{RecordId, Ty};
use crate::types;

/// What a package declares. While its bodies are checked nothing changes it, so that each of them reads the same.
#[derive(Clone)]
pub(crate) struct Declarations<'a> {
    /// The texts.
    pub sources: &'a SourceMap,
    /// What is known so far.
    pub model: Model,
    /// What names stand for.
    pub names: Names<'a>,
    /// Whether a map was dropped for a side that is not known: what it leads to cannot be told then.
    pub lost_maps: bool,
    /// What `type` declarations stand for, as far as they are resolved.
    pub aliases: types::Aliases,
    /// What bodies look up that follows from the model.
    pub index: Index,
}

/// What is at hand while something is checked: what is declared, which reads as if it stood here, and what was found so far.
pub(crate) struct Context<'a> {
    declarations: Arc<Declarations<'a>>,
    /// What was found so far.
    pub found: Found,
    /// `check` lines of the records that are done.
    pub checks: Vec<(Scope, RecordId, &'a ast::CheckDecl)>,
    /// How many names were compared for suggestions.
    compared: Cell<usize>,
    /// How many may be.
    most_compared: usize,
}

/// What checking something found, beside what it makes of it: a value, whatever else was checked before.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// What there is to say.
    pub diagnostics: Vec<Diagnostic>,
    /// Which fields are read.
    pub reads: Reads,
    /// Calls among functions and maps.
    pub calls: Vec<Call>,
    /// The regular expressions.
    pub patterns: Patterns,
}

impl Found {
    /// Adds what was found after this.
    pub fn add(&mut self, later: Found) {
        let Found { diagnostics, reads, calls, patterns } = later;
        self.diagnostics.extend(diagnostics);
        self.reads.add(reads);
        self.calls.extend(calls);
        self.patterns.add(patterns);
    }
}

impl<'a> Deref for Context<'a> {
    type Target = Declarations<'a>;

    fn deref(&self) -> &Declarations<'a> {
        &self.declarations
    }
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

    /// Adds others.
    fn add(&mut self, other: Reads) {
        self.fields.extend(other.fields);
        self.whole.extend(other.whole);
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
        let declarations = Declarations {
            sources,
            model: Model::default(),
            names: Names::default(),
            lost_maps: false,
            aliases: types::Aliases::default(),
            index: Index::default(),
        };
        let mut context = Context::over(Arc::new(declarations), MAX_COMPARISONS);
        context.found.patterns.at_once = true;
        context
    }

    fn over(declarations: Arc<Declarations<'a>>, most_compared: usize) -> Self {
        let (found, checks, compared) = (Found::default(), Vec::new(), Cell::new(0));
        Context { declarations, found, checks, compared, most_compared }
    }

    /// A context for one of so many bodies, in which nothing was found yet. Each has an equal share of the comparisons of names, so that none
    /// depends on what another needed.
    pub fn of_body(&self, bodies: usize) -> Self {
        let share = (MAX_COMPARISONS / bodies.max(1)).max(LEAST_COMPARISONS);
        Context::over(Arc::clone(&self.declarations), share)
    }

    /// What is declared, to be added to: not in the context of a body, where what is added would be lost.
    pub fn declare(&mut self) -> &mut Declarations<'a> {
        debug_assert!(Arc::strong_count(&self.declarations) == 1, "a body adds to what is declared");
        Arc::make_mut(&mut self.declarations)
    }

    /// What is declared, once nothing reads it any more.
    pub fn into_parts(self) -> (Model, Vec<Diagnostic>) {
        let model = match Arc::try_unwrap(self.declarations) {
            Ok(declarations) => declarations.model,
            Err(shared) => shared.model.clone(),
        };
        (model, self.found.diagnostics)
    }

    /// Adds a finding.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.found.diagnostics.push(diagnostic);
    }

    /// The candidate that was most likely meant; none once too many names were compared.
    pub fn nearest<'c>(&self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        let left = if word.len() > MAX_NAME { 0 } else { self.most_compared.saturating_sub(self.compared.get()) };
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
        let best = (self.compared.get() < self.most_compared).then(|| {
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

/// How many names each body may compare, however many bodies there are.
const LEAST_COMPARISONS: usize = 1_000;

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
