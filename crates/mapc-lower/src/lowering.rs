//! What all steps of lowering one route share: the model, the sites and functions of the plan so far, and the first error.

use std::collections::{BTreeMap, HashMap};

use mapc_diagnostics::{SourceMap, Span};
use mapc_model::core as hir;
use mapc_model::model::{Field, Model, Wire};
use mapc_model::ty;
use mapc_plan::{Expr, Form, Function, FunctionId, Local, LocalId, Site, SiteId, Step, Ty};

use crate::error::LowerError;
use crate::lineage::Lineage;

/// Which variant of a function: pointers inside it follow the lineage of the argument that calls hand over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Variant {
    /// The function in the model.
    pub function: hir::FunctionId,
    /// The parameter that its pointers are relative to.
    pub base: usize,
    /// Where that parameter's value comes from, relative to the call's pointer.
    pub lineage: Lineage,
}

/// The plan being made.
pub(crate) struct Lowering<'m> {
    pub model: &'m Model,
    sources: &'m SourceMap,
    /// The plan's sites.
    pub sites: Vec<Site>,
    known_sites: HashMap<Site, SiteId>,
    /// The plan's functions; `None` while one is being lowered.
    pub functions: Vec<Option<Function>>,
    /// Which function of the plan a variant is, and where its value comes from, relative to the call's pointer.
    pub variants: BTreeMap<Variant, (FunctionId, Lineage)>,
    error: Option<LowerError>,
}

impl<'m> Lowering<'m> {
    pub fn new(model: &'m Model, sources: &'m SourceMap) -> Self {
        Lowering {
            model,
            sources,
            sites: Vec::new(),
            known_sites: HashMap::new(),
            functions: Vec::new(),
            variants: BTreeMap::new(),
            error: None,
        }
    }

    /// Notes why there is no plan; the first reason counts.
    pub fn refuse(&mut self, message: impl Into<String>, span: Option<Span>) {
        self.error.get_or_insert(LowerError { message: message.into(), span });
    }

    /// The form of a field's value, or of what is in it, without parts.
    pub fn leaf(&mut self, field: &Field, base: &ty::Ty, wire: &Wire) -> Form {
        let form = match wire {
            Wire::Form(form) => Some(form.clone()),
            Wire::Plain => base.simple_name().and_then(Form::own),
            Wire::Split(..) | Wire::Elements(_) => None,
        };
        form.unwrap_or_else(|| {
            self.refuse(format!("no wire form is known for `{}`", field.name), Some(field.span));
            Form::text()
        })
    }

    /// Itself, if nothing was refused.
    pub fn unless_refused(self) -> Result<Self, LowerError> {
        match self.error {
            None => Ok(self),
            Some(error) => Err(error),
        }
    }

    /// The plan's site for one of the model, with its pointer.
    pub fn site(&mut self, site: &hir::Site, pointer: Vec<Step>) -> SiteId {
        self.operation(site, pointer, Vec::new())
    }

    /// The plan's site for an operation of the model, with the pointers of its operands after the first.
    pub fn operation(&mut self, site: &hir::Site, pointer: Vec<Step>, operands: Vec<Vec<Step>>) -> SiteId {
        let place = self.sources.place(site.span);
        self.known(Site { place, target: site.target.to_string(), pointer, operands })
    }

    /// The plan's site for a place.
    pub fn place(&mut self, span: Span, target: String, pointer: Vec<Step>) -> SiteId {
        let site = Site { place: self.sources.place(span), target, pointer, operands: Vec::new() };
        self.known(site)
    }

    fn known(&mut self, site: Site) -> SiteId {
        if let Some(id) = self.known_sites.get(&site) {
            return *id;
        }
        let id = SiteId(number(self.sites.len()));
        self.sites.push(site.clone());
        self.known_sites.insert(site, id);
        id
    }
}

/// The variables of a route or function.
#[derive(Default)]
pub(crate) struct Frame {
    /// Their names and types.
    pub locals: Vec<Local>,
    /// Where their values come from.
    lineages: Vec<Lineage>,
    /// How often a name was wished for.
    wishes: HashMap<String, u32>,
}

impl Frame {
    /// A new variable, called `name` or like it.
    pub fn add(&mut self, name: &str, ty: Ty, lineage: Lineage) -> LocalId {
        let name = self.name(name);
        self.locals.push(Local { name, ty });
        self.lineages.push(lineage);
        LocalId(number(self.locals.len() - 1))
    }

    /// A name that no variable has yet.
    fn name(&mut self, wish: &str) -> String {
        let mut plain: String = wish.chars().map(|it| if it.is_alphanumeric() { it } else { '_' }).collect();
        if plain.is_empty() {
            plain.push('_');
        }
        loop {
            let count = self.wishes.entry(plain.clone()).or_default();
            *count += 1;
            let name = if *count == 1 { plain.clone() } else { format!("{plain}_{count}") };
            // Someone may have wished for `name_2` itself.
            if *count == 1 || !self.wishes.contains_key(&name) {
                self.wishes.entry(name.clone()).or_insert(1);
                return name;
            }
        }
    }

    /// The type of a variable.
    pub fn ty(&self, local: LocalId) -> Ty {
        self.locals.get(local.0 as usize).map_or(Ty::Never, |local| local.ty.clone())
    }

    /// Where the value of a variable comes from.
    pub fn lineage(&self, local: LocalId) -> Lineage {
        self.lineages.get(local.0 as usize).cloned().unwrap_or(Lineage::Unknown)
    }
}

/// What a variable of the model stands for in a frame.
#[derive(Clone, Debug)]
pub(crate) enum Binding {
    /// A variable.
    Local(LocalId),
    /// A field of the record in a variable.
    Field(LocalId, u32),
    /// The record that an earlier stage built, whose fields are variables; `None` where a field is not known.
    Outputs(Vec<Option<LocalId>>),
    /// Something that is not known: made from a field that is not.
    Missing,
}

/// A lowered expression and where its value comes from.
pub(crate) struct Lowered {
    pub expr: Expr,
    pub lineage: Lineage,
}

/// A position as ids have it. Models with more than four thousand million of anything do not fit into memory.
pub(crate) fn number(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
