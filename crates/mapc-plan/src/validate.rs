//! Tests a plan for being whole: whatever it names exists.

use std::collections::BTreeSet;

use crate::ir::{
    Arg, Decode, DecodeKind, Encode, EnumId, Expr, ExprKind, Function, LocalId, Pipeline, Plan, RecordId, SiteId, Ty,
};
use crate::visit;

/// Whether every local, function, table, enum, site, shape and layout position that a plan names exists.
///
/// # Errors
/// What does not.
pub fn validate(plan: &Plan) -> Result<(), String> {
    let check = Validator { plan, layouts: plan.layouts.iter().map(|layout| layout.record).collect() };
    check.reading()?;
    check.writing()?;
    check.local(plan.locals.len(), plan.input)?;
    check.pipeline(&plan.pipeline)?;
    plan.functions.iter().try_for_each(|function| check.function(function))
}

type Checked = Result<(), String>;

struct Validator<'p> {
    plan: &'p Plan,
    layouts: BTreeSet<RecordId>,
}

fn exists<T>(what: &str, all: &[T], index: u32) -> Checked {
    if (index as usize) < all.len() { Ok(()) } else { Err(format!("there is no {what} {index}")) }
}

impl Validator<'_> {
    fn local(&self, locals: usize, local: LocalId) -> Checked {
        if (local.0 as usize) < locals { Ok(()) } else { Err(format!("there is no local {}", local.0)) }
    }

    fn fields(&self, record: RecordId) -> Result<usize, String> {
        let layout = self.plan.layouts.iter().find(|layout| layout.record == record);
        layout.map(|layout| layout.fields.len()).ok_or_else(|| format!("record {} has no layout", record.0))
    }

    fn ty(&self, ty: &Ty) -> Checked {
        let mut missing = None;
        crate::project::records(ty, &mut |record| {
            if !self.layouts.contains(&record) {
                missing = Some(format!("record {} has no layout", record.0));
            }
        });
        missing.map_or(Ok(()), Err)
    }

    fn reading(&self) -> Checked {
        exists("read shape", &self.plan.read_shapes, self.plan.source.0)?;
        for shape in &self.plan.read_shapes {
            self.site(0, shape.site)?;
            for field in &shape.fields {
                self.site(0, field.site)?;
                self.decode(&field.decode)?;
                match field.slot {
                    Some(slot) if slot as usize >= self.fields(shape.record)? => {
                        return Err(format!("record {} has no slot {slot}", shape.record.0));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn decode(&self, decode: &Decode) -> Checked {
        match &decode.kind {
            DecodeKind::Record(shape) => exists("read shape", &self.plan.read_shapes, shape.0),
            DecodeKind::Enum(EnumId(id)) => exists("enum", &self.plan.enums, *id),
            DecodeKind::List(element) | DecodeKind::Split(_, element) | DecodeKind::Map(element) => {
                self.decode(&element.decode)
            }
            _ => Ok(()),
        }
    }

    fn writing(&self) -> Checked {
        for shape in &self.plan.write_shapes {
            shape.fields.iter().try_for_each(|field| self.encode(&field.encode))?;
        }
        Ok(())
    }

    fn encode(&self, encode: &Encode) -> Checked {
        match encode {
            Encode::Record(shape) => {
                exists("write shape", &self.plan.write_shapes, shape.0)?;
                let shape = &self.plan.write_shapes[shape.0 as usize];
                let slots = self.fields(shape.record)?;
                match shape.fields.iter().find(|field| field.slot as usize >= slots) {
                    None => Ok(()),
                    Some(field) => Err(format!("record {} has no slot {}", shape.record.0, field.slot)),
                }
            }
            Encode::Enum(EnumId(id)) => exists("enum", &self.plan.enums, *id),
            Encode::List(element) | Encode::Split(_, element) | Encode::Map(element) => self.encode(&element.encode),
            _ => Ok(()),
        }
    }

    fn pipeline(&self, pipeline: &Pipeline) -> Checked {
        exists("write shape", &self.plan.write_shapes, pipeline.write.0)?;
        let written = &self.plan.write_shapes[pipeline.write.0 as usize];
        let outputs = pipeline.stages.last().map_or(0, |stage| stage.outputs.len());
        if let Some(field) = written.fields.iter().find(|field| field.slot as usize >= outputs) {
            return Err(format!("there is no output {}", field.slot));
        }
        let mut checked = Ok(());
        visit::pipeline(pipeline, &mut |expr| {
            if checked.is_ok() {
                checked = self.expr(self.plan.locals.len(), expr);
            }
        });
        for stage in &pipeline.stages {
            stage
                .lets
                .iter()
                .chain(&stage.outputs)
                .try_for_each(|(local, _)| self.local(self.plan.locals.len(), *local))?;
        }
        checked
    }

    fn function(&self, function: &Function) -> Checked {
        let mut checked = Ok(());
        visit::function(function, &mut |expr| {
            if checked.is_ok() {
                checked = self.expr(function.locals.len(), expr);
            }
        });
        let lets = function.lets.iter().map(|(local, _)| local);
        lets.chain(&function.params).try_for_each(|local| self.local(function.locals.len(), *local))?;
        checked
    }

    fn site(&self, locals: usize, SiteId(site): SiteId) -> Checked {
        exists("site", &self.plan.sites, site)?;
        self.plan.sites[site as usize].indices().into_iter().try_for_each(|local| self.local(locals, local))
    }

    fn expr(&self, locals: usize, expr: &Expr) -> Checked {
        self.site(locals, expr.site)?;
        self.ty(&expr.ty)?;
        match &expr.kind {
            ExprKind::Error => return Err("an expression is in error".to_owned()),
            ExprKind::Local(local) => self.local(locals, *local)?,
            ExprKind::IfPresent { bind, .. } => self.local(locals, *bind)?,
            ExprKind::Scope(lets, _) => lets.iter().try_for_each(|(local, _)| self.local(locals, *local))?,
            ExprKind::For(each) => {
                let all = [each.item, each.index].into_iter().chain(each.number);
                all.into_iter().try_for_each(|local| self.local(locals, local))?;
            }
            ExprKind::Call(_, arguments) => {
                let params = arguments.iter().filter_map(|argument| match argument {
                    Arg::Lambda { params, .. } => Some(params),
                    _ => None,
                });
                params.flatten().try_for_each(|local| self.local(locals, *local))?;
            }
            ExprKind::CallUser(function, _) => exists("function", &self.plan.functions, function.0)?,
            ExprKind::Lookup(table, _) => exists("table", &self.plan.tables, table.0)?,
            ExprKind::Field(inner, position) => {
                let parts = match inner.ty.required() {
                    Ty::Record(record) => self.fields(*record)?,
                    Ty::Tuple(parts) => parts.len(),
                    _ => 0,
                };
                if *position as usize >= parts {
                    return Err(format!("there is no part {position} of a {:?}", inner.ty));
                }
            }
            ExprKind::Record(fields) => {
                let parts = match &expr.ty {
                    Ty::Record(record) => self.fields(*record)?,
                    _ => fields.len(),
                };
                if parts != fields.len() {
                    return Err(format!("a record of {} fields has a layout of {parts}", fields.len()));
                }
            }
            _ => {}
        }
        let mut checked = Ok(());
        expr.parts(|part| {
            if checked.is_ok() {
                checked = self.expr(locals, part);
            }
        });
        checked
    }
}
