//! What comes of a record: the structs that a route's maps make, the ways in which a record ends, and the functions that write them.

use mapc_plan::{Head, Pipeline, Plan, Ty, WriteId};

use crate::docs::code;
use crate::module::Module;
use crate::names::{Namer, pascal, snake};
use crate::rust::{block, documented, structure};
use crate::write;

/// What a pipeline makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The target record.
    Record,
    /// The key of one that is deleted.
    Key,
}

/// What one pipeline makes, or several that make the same.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    pub kind: Kind,
    /// The shape in which it is written.
    pub shape: WriteId,
    /// The types of its values, by slot.
    types: Vec<Ty>,
    /// Its struct.
    pub name: String,
    /// The struct's fields, by slot.
    pub fields: Vec<String>,
    /// Its variant, where a record can end in several ways.
    variant: Option<String>,
    /// The functions that write it as JSON and as a row.
    writers: [String; 2],
}

impl Product {
    /// The result that holds it, made of its values.
    pub fn made(&self, values: &[String]) -> String {
        let made = structure(&self.name, &self.fields, values);
        match &self.variant {
            Some(variant) => format!("Ok(Made::{variant}({made}))"),
            None => format!("Ok({made})"),
        }
    }

    /// The function that writes it as JSON.
    pub fn writer(&self) -> &str {
        &self.writers[0]
    }
}

/// What stands beside a product where one is at hand: other variables, and functions.
const NAMES: &[&str] = &[
    "at",
    "begun",
    "csv",
    "cx",
    "ended",
    "input",
    "map",
    "out",
    "outcome",
    "reason",
    "record",
    "slots",
    "whole",
    "write",
    "write_row",
    "lend_0",
    "own_0",
];

/// What all pipelines of a route make.
#[derive(Debug)]
pub(crate) struct Products {
    list: Vec<Product>,
    /// Names of types that are given in the module.
    scope: Namer,
    variants: Namer,
    functions: Namer,
    /// Whether a record can be skipped, and whether it can end otherwise than in the target record.
    skips: bool,
    decides: bool,
    /// What a target record is called, and a key.
    locals: [String; 2],
}

impl Products {
    /// None yet, for a module with these names of types.
    pub fn new(plan: &Plan, scope: Namer) -> Self {
        let (skips, deletes) = heads(&plan.pipeline);
        let last = plan.to.rsplit('.').next().unwrap_or(&plan.to);
        let mut names = Namer::with(NAMES);
        Products {
            list: Vec::new(),
            scope,
            variants: Namer::with(&["Written", "Skipped"]),
            functions: Namer::default(),
            skips,
            decides: skips || deletes,
            locals: [names.claim(&snake(last)), names.claim("key")],
        }
    }

    /// What a pipeline makes, of values of these types.
    pub fn record(&mut self, plan: &Plan, shape: WriteId, types: Vec<Ty>, kind: Kind) -> &Product {
        let known = self.list.iter().position(|it| it.kind == kind && it.shape == shape && it.types == types);
        let at = known.unwrap_or_else(|| {
            let end = if kind == Kind::Key { "_key" } else { "" };
            let variant = match kind {
                Kind::Record => "Written".to_owned(),
                Kind::Key => self.variants.claim("Deleted"),
            };
            self.list.push(Product {
                kind,
                shape,
                name: self.scope.claim(&pascal(&format!("{}{end}", plan.to))),
                fields: fields(plan, shape, types.len()),
                types,
                variant: self.decides.then_some(variant),
                writers: ["write", "write_row"].map(|name| self.functions.claim(&format!("{name}{end}"))),
            });
            self.list.len() - 1
        });
        &self.list[at]
    }

    /// All of them.
    pub fn list(&self) -> &[Product] {
        &self.list
    }

    /// Whether a record can end otherwise than in the target record, so that it ends in one of the variants of `Made`.
    pub fn decides(&self) -> bool {
        self.decides
    }

    /// Whether a record can be skipped.
    pub fn skips(&self) -> bool {
        self.skips
    }

    /// What a product is called where one is at hand.
    pub fn local(&self, kind: Kind) -> &str {
        &self.locals[usize::from(kind == Kind::Key)]
    }

    /// The arm of a `match` over what the maps made.
    pub fn arm(&self, product: &Product, then: &str) -> String {
        let variant = product.variant.as_deref().unwrap_or_default();
        block(&format!("Made::{variant}({}) =>", self.local(product.kind)), then)
    }

    /// The statements that end a record once it was read.
    pub fn end(&self, csv: bool) -> String {
        let write = |product: &Product| {
            let made = self.local(product.kind);
            let [json, row] = &product.writers;
            let json = format!("{json}(cx, out, &{made})?;");
            if csv {
                format!("{} else {}", block("if csv", &format!("{row}(out, &{made})?;")), block("", &json))
            } else {
                json
            }
        };
        let (Some(product), false) = (self.list.first(), self.decides) else { return self.decided(&write) };
        format!(
            "let {} = map(cx, slots.finish()?)?;\nlet begun = out.len();\n{}\n\
             fast::end(cx, whole, out, begun, rt::Outcome::Written)",
            self.local(product.kind),
            write(product)
        )
    }

    fn decided(&self, write: &dyn Fn(&Product) -> String) -> String {
        let mut arms: Vec<String> = self
            .list
            .iter()
            .map(|product| {
                let outcome = if product.kind == Kind::Key { "Deleted" } else { "Written" };
                self.arm(product, &format!("{}\nrt::Outcome::{outcome}", write(product)))
            })
            .collect();
        if self.skips {
            arms.push("Made::Skipped(reason) => rt::Outcome::Skipped(Cow::Borrowed(reason)),".to_owned());
        }
        format!(
            "let begun = out.len();\nlet outcome = {};\nfast::end(cx, whole, out, begun, outcome)",
            block("match map(cx, slots.finish()?)?", &arms.join("\n"))
        )
    }
}

/// Whether some head skips, and whether one deletes.
fn heads(pipeline: &Pipeline) -> (bool, bool) {
    let (mut skips, mut deletes) = (false, false);
    for head in pipeline.stages.iter().flat_map(|stage| &stage.heads) {
        match head {
            Head::Skip { .. } => skips = true,
            Head::Delete { pipeline, .. } => {
                deletes = true;
                skips |= heads(pipeline).0;
            }
            Head::Reject { .. } => {}
        }
    }
    (skips, deletes)
}

/// The names of a struct's fields: those of the keys under which they are written.
fn fields(plan: &Plan, shape: WriteId, count: usize) -> Vec<String> {
    let written = plan.write_shapes.get(shape.0 as usize).map(|shape| shape.fields.as_slice()).unwrap_or_default();
    let mut names = Namer::default();
    let name = |slot: usize| {
        let field = written.iter().find(|field| field.slot as usize == slot);
        names.claim(&snake(field.map_or("unnamed", |field| &field.name)))
    };
    (0..count).map(name).collect()
}

/// The type of what the maps make.
pub(crate) fn result(module: &Module<'_>) -> String {
    let life = if module.made.list.iter().any(|product| borrows(module, product)) { "<'a>" } else { "" };
    match module.made.list.first() {
        Some(product) if !module.made.decides => format!("{}{life}", product.name),
        _ => format!("Made{life}"),
    }
}

fn borrows(module: &Module<'_>, product: &Product) -> bool {
    product.types.iter().any(|ty| module.types.rust(ty).contains("'a"))
}

/// The struct of a product, with this lifetime.
pub(crate) fn rust(module: &Module<'_>, product: &Product, life: &str) -> String {
    if borrows(module, product) { format!("{}<{life}>", product.name) } else { product.name.clone() }
}

/// The types and functions of what a record ends in.
pub(crate) fn items(module: &mut Module<'_>) -> Vec<String> {
    let products = module.made.list.clone();
    let mut items: Vec<String> = Vec::new();
    if module.made.decides {
        items.push(ways(module));
    }
    items.extend(products.iter().map(|product| declaration(module, product)));
    for product in &products {
        items.extend(writers(module, product));
    }
    items
}

/// The enum of all ways in which a record can end.
fn ways(module: &Module<'_>) -> String {
    let mut variants = String::new();
    for product in &module.made.list {
        let doc = match product.kind {
            Kind::Record => "The target record.",
            Kind::Key => "It is deleted; the key.",
        };
        let variant = product.variant.as_deref().unwrap_or_default();
        variants.push_str(&format!("/// {doc}\n{variant}({}),\n", rust(module, product, "'a")));
    }
    if module.made.skips {
        variants.push_str("/// It is of no interest, for this reason.\nSkipped(&'static str),\n");
    }
    // It is taken apart as soon as it is made.
    documented("What comes of a record.")
        + "#[allow(clippy::large_enum_variant)]\n"
        + &block(&format!("enum {}", result(module)), variants.trim_end())
}

fn declaration(module: &Module<'_>, product: &Product) -> String {
    let fields: String = product
        .fields
        .iter()
        .zip(&product.types)
        .map(|(name, ty)| format!("{name}: {},\n", module.types.rust(ty)))
        .collect();
    let to = code(&module.plan.to);
    let doc = match product.kind {
        Kind::Record => format!("What the maps make: a {to}."),
        Kind::Key => format!("The key of a {to} that is deleted."),
    };
    documented(&doc) + &block(&format!("struct {}", rust(module, product, "'a")), fields.trim_end())
}

fn writers(module: &mut Module<'_>, product: &Product) -> Vec<String> {
    let plan = module.plan;
    let Some(shape) = plan.write_shapes.get(product.shape.0 as usize) else { return Vec::new() };
    let ty = rust(module, product, "'_");
    let held = (product.fields.as_slice(), ty.as_str());
    let [json, row] = &product.writers;
    let what = match product.kind {
        Kind::Record => format!("a {}", code(&plan.to)),
        Kind::Key => format!("the key of a {}", code(&plan.to)),
    };
    let mut items = vec![
        documented(&format!("Writes {what}."))
            + "#[inline]\n"
            + &write::record_writer(module, json, product.shape.0, shape, held),
    ];
    if let Some(csv) = plan.target_csv {
        items.push(
            documented(&format!("Writes {what} as a row, without a line break."))
                + "#[inline]\n"
                + &write::row_writer(module, row, (product.shape.0, shape), held, csv),
        );
    }
    items
}
