//! One route as a plan: the steps in their order.

use std::sync::Arc;

use mapc_diagnostics::SourceMap;
use mapc_model::model::Model;
use mapc_plan::{Enum, Pipeline, Plan, ReadId, Table, Ty, WriteId, verify};
use mapc_runtime::stack;

use crate::error::LowerError;
use crate::guard::source_stage;
use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowering};
use crate::project::Projection;
use crate::prune::prune;
use crate::read::ReadShapes;
use crate::route::Route;
use crate::stage::Stages;
use crate::translate;
use crate::write::WriteShapes;

/// Makes the plan of a route.
///
/// # Errors
/// Where the model is in error, or the route as a whole cannot be: see [`LowerError`].
pub fn lower(model: &Model, sources: &SourceMap, route: &Route) -> Result<Plan, LowerError> {
    stack::walk(|| plan(model, sources, route))
}

fn plan(model: &Model, sources: &SourceMap, route: &Route) -> Result<Plan, LowerError> {
    let mut lowering = Lowering::new(model, sources);
    let tables: Arc<[Table]> = translate::tables(model).collect();
    let enums: Arc<[Enum]> = translate::enums(model).collect();
    let mut frame = Frame::default();
    let input = frame.add("record", Ty::Record(translate::record(route.from.record)), Lineage::root());
    let mut stages = Stages { lowering: &mut lowering, frame: &mut frame, tombstones: Vec::new() };
    let mut pipeline = Pipeline { stages: stages.chain(&route.maps, Binding::Local(input)), write: WriteId(0) };
    let tombstones = stages.tombstones;
    let functions = prune(&tables, std::mem::take(&mut lowering.functions), &mut pipeline);
    lowering.functions = functions.into_iter().map(Some).collect();
    let guard = source_stage(&mut lowering, &mut frame, input, route.from.record);
    pipeline.stages.splice(0..0, guard);
    let mut functions: Vec<_> = std::mem::take(&mut lowering.functions).into_iter().flatten().collect();
    let mut projection = Projection::new(model, &pipeline, &functions);
    for field in &model.record(route.to.record).fields {
        projection.whole(&translate::ty(&field.ty));
    }
    let inside = functions.iter().flat_map(|function| &function.locals);
    frame.locals.iter().chain(inside).for_each(|local| projection.occurs(&local.ty));
    projection.rewrite(&mut pipeline, &mut functions);
    let read_shapes = ReadShapes::of(&mut lowering, &projection, route.from.record);
    let write_shapes = WriteShapes::of(&mut lowering, route.to.record, tombstones);
    let plan = Plan {
        from: route.from.name.clone(),
        to: route.to.name.clone(),
        through: route.through.iter().map(|stop| stop.name.clone()).collect(),
        read_shapes,
        source: ReadId(0),
        source_csv: model.record(route.from.record).options.csv,
        target_csv: model.record(route.to.record).options.csv,
        write_shapes,
        locals: frame.locals,
        input,
        pipeline,
        functions,
        layouts: projection.layouts(),
        tables,
        enums,
        sites: std::mem::take(&mut lowering.sites),
    };
    let plan = lowering.unless_refused(plan)?;
    match verify(&plan) {
        Ok(()) => Ok(plan),
        Err(wrong) => Err(LowerError { message: format!("{wrong}, which is a defect of mapc"), span: None }),
    }
}
