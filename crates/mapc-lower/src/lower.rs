//! One route as a plan: the steps in their order.

use mapc_diagnostics::SourceMap;
use mapc_model::model::Model;
use mapc_plan::{Pipeline, Plan, ReadId, Ty, WriteId};
use mapc_runtime::stack;

use crate::error::LowerError;
use crate::guard::source_stage;
use crate::layouts::layouts;
use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowering};
use crate::read::ReadShapes;
use crate::route::Route;
use crate::stage::Stages;
use crate::write::WriteShapes;
use crate::{passes, translate};

/// Makes the plan of a route.
///
/// # Errors
/// Where the model is in error, or the route as a whole cannot be: see [`LowerError`].
pub fn lower(model: &Model, sources: &SourceMap, route: &Route) -> Result<Plan, LowerError> {
    stack::walk(|| passes::run(lowered(model, sources, route)?))
}

/// The plan before any pass: with all that the maps say, needed or not.
pub(crate) fn lowered(model: &Model, sources: &SourceMap, route: &Route) -> Result<Plan, LowerError> {
    let mut lowering = Lowering::new(model, sources);
    let mut frame = Frame::default();
    let input = frame.add("record", Ty::Record(translate::record(route.from.record)), Lineage::root());
    let mut stages = Stages { lowering: &mut lowering, frame: &mut frame, tombstones: Vec::new() };
    let mut pipeline = Pipeline { stages: stages.chain(&route.maps, Binding::Local(input)), write: WriteId(0) };
    let tombstones = stages.tombstones;
    pipeline.stages.splice(0..0, source_stage(&mut lowering, &mut frame, input, route.from.record));
    let read_shapes = ReadShapes::of(&mut lowering, route.from.record);
    let write_shapes = WriteShapes::of(&mut lowering, route.to.record, tombstones);
    let Lowering { functions, sites, .. } = lowering.unless_refused()?;
    let mut plan = Plan {
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
        // One that is missing was refused.
        functions: functions.into_iter().flatten().collect(),
        layouts: Vec::new(),
        tables: translate::tables(model).collect(),
        enums: translate::enums(model).collect(),
        sites,
    };
    plan.layouts = layouts(model, &plan);
    Ok(plan)
}
