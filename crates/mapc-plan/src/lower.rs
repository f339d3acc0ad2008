//! One route as a plan: the steps in their order.

use mapc_diagnostics::SourceMap;
use mapc_model::model::{self, Model};
use mapc_runtime::stack;

use crate::error::LowerError;
use crate::guard::source_stage;
use crate::ir::{Enum, Function, Pipeline, Plan, ReadId, Table, Ty, WriteId};
use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowering};
use crate::project::Projection;
use crate::prune::prune;
use crate::read::ReadShapes;
use crate::route::Route;
use crate::stage::Stages;
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
    let mut frame = Frame::default();
    let input = frame.add(Ty::Record(route.from.record), Lineage::root());
    let mut stages = Stages { lowering: &mut lowering, frame: &mut frame, tombstones: Vec::new() };
    let mut pipeline = Pipeline { stages: stages.chain(&route.maps, Binding::Local(input)), write: WriteId(0) };
    let tombstones = stages.tombstones;
    lowering.functions = prune(&mut lowering, &mut pipeline).into_iter().map(Some).collect();
    let guard = source_stage(&mut lowering, &mut frame, input, route.from.record);
    pipeline.stages.splice(0..0, guard);
    let mut functions: Vec<Function> = std::mem::take(&mut lowering.functions).into_iter().flatten().collect();
    let projection = projection(model, route, &frame, &pipeline, &functions);
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
        tables: model.tables.iter().map(table).collect(),
        enums: model.enums.iter().map(enumeration).collect(),
        sites: std::mem::take(&mut lowering.sites),
    };
    let plan = lowering.unless_refused(plan)?;
    debug_assert_eq!(crate::ir::validate(&plan), Ok(()));
    Ok(plan)
}

fn projection<'m>(
    model: &'m Model,
    route: &Route,
    frame: &Frame,
    pipeline: &Pipeline,
    functions: &[Function],
) -> Projection<'m> {
    let mut projection = Projection::new(model, pipeline, functions);
    for field in &model.record(route.to.record).fields {
        projection.whole(&field.ty);
    }
    frame.locals.iter().for_each(|ty| projection.occurs(ty));
    functions.iter().flat_map(|function| &function.locals).for_each(|ty| projection.occurs(ty));
    projection
}

fn table(table: &model::Table) -> Table {
    Table {
        name: table.name.clone(),
        rows: table.rows.clone(),
        otherwise: table.otherwise.clone(),
        from: table.from.clone(),
        to: table.to.clone(),
    }
}

fn enumeration(declared: &model::Enum) -> Enum {
    Enum { name: declared.name.clone(), wire: declared.members.iter().map(|member| member.wire.clone()).collect() }
}
