//! `src/routes/ROUTE/typed.rs`: a route over structs. The slots are filled from one, the maps are those of the route over bytes, and a struct is
//! made of what comes of them.

mod lend;
mod own;

use mapc_plan::RecordId;
use mapc_plan::interface::Interface;
use mapc_runtime::codec::Form;

use super::declared::Declared;
use crate::docs::code;
use crate::made::Kind;
use crate::module::{Module, uses};
use crate::rust::{block, documented};

/// The structs of a crate.
#[derive(Clone, Copy)]
pub(crate) struct Structs<'m> {
    pub(super) interface: &'m Interface,
    pub(super) declared: &'m Declared,
}

impl Structs<'_> {
    /// The path of a record's struct.
    fn path(&self, record: RecordId) -> String {
        self.declared.record(record).map(|place| place.path.clone()).unwrap_or_default()
    }

    /// Text of the module, which stands inside that of the route.
    pub(crate) fn text(&self, module: &mut Module<'_>) -> String {
        let good = self.good(module);
        let items: Vec<String> =
            [good].into_iter().chain(lend::items(*self, module)).chain(own::items(*self, module)).collect();
        let items = items.join("\n\n");
        let (from, to) = (code(&module.plan.from), code(&module.plan.to));
        format!("//! Maps {from} to {to} as structs.\n\n{}\nuse super::*;\n\n{items}\n", uses(&items))
    }

    fn good(&self, module: &Module<'_>) -> String {
        let plan = module.plan;
        let record = |record: Option<RecordId>| record.map(|record| self.path(record)).unwrap_or_default();
        let from = record(plan.read_shapes.get(plan.source.0 as usize).map(|shape| shape.record));
        let to = record(plan.write_shapes.get(plan.pipeline.write.0 as usize).map(|shape| shape.record));
        let made = &module.made;
        let own = format!("own_{}(at, &{})?", plan.pipeline.write.0, made.local(Kind::Record));
        let mapped = format!("map(cx, lend_{}(at, record)?)?", plan.source.0);
        let body = if made.decides() {
            let mut arms: Vec<String> = made
                .list()
                .iter()
                .map(|product| match product.kind {
                    Kind::Record => made.arm(product, &format!("Ok({own})")),
                    Kind::Key => {
                        let write = format!("{}(cx, out, &{})", product.writer(), made.local(Kind::Key));
                        made.arm(product, &format!("Err(typed::deleted(cx, |out| {write})?)"))
                    }
                })
                .collect();
            if made.skips() {
                arms.push("Made::Skipped(reason) => Err(typed::skipped(reason)),".to_owned());
            }
            format!("let ended = {};\ntyped::end(cx, ended)", block(&format!("match {mapped}"), &arms.join("\n")))
        } else {
            format!("let {} = {mapped};\ntyped::end(cx, Ok({own}))", made.local(Kind::Record))
        };
        documented(
            "The good path: fills the slots from a struct, does what the maps say, and makes a struct of what comes of it. Whatever would have to \
             be explained bails, and so does what JSON would not hold.",
        ) + &block(
            &format!(
                "pub(crate) fn good<'a>(\n    cx: &rt::Cx<'a>,\n    record: &'a {from},\n) -> fast::Result<Result<{to}, rt::NoOutput>>"
            ),
            &format!("let at = typed::Nesting::new(cx);\n{body}"),
        )
    }
}

/// How the values of a form without parts pass between structs and slots.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Passes {
    /// As texts.
    Text,
    /// As scalars.
    Scalar,
    /// As they are, for each form of the type holds all of them.
    AsIs,
    /// As the form gives them back: it does not hold all, or changes how they are held.
    Through,
}

impl Passes {
    fn of(form: &Form) -> Self {
        match form.definition.base {
            "string" => Passes::Text,
            "scalar" => Passes::Scalar,
            // `1.50` is written as `1.5`.
            "decimal" => Passes::Through,
            _ if form.definition.loses.is_empty() => Passes::AsIs,
            _ => Passes::Through,
        }
    }
}
