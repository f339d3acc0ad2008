//! Leaves out functions that nobody calls.

use std::collections::BTreeSet;

use mapc_plan::{Expr, Function, FunctionId, Op, Plan};

use crate::lowering::number;

/// The pass. Those that are left keep their order, under new ids.
pub(super) fn uncalled(mut plan: Plan) -> Plan {
    let called = called(&plan);
    let ids: Vec<Option<FunctionId>> = (0..number(plan.functions.len()))
        .map(|id| called.contains(&FunctionId(id)).then(|| FunctionId(number(called.range(..FunctionId(id)).count()))))
        .collect();
    let mut renumber = |expr: &mut Expr| {
        expr.all_mut(&mut |part| {
            if let Op::CallUser(id, _) = &mut part.op
                && let Some(Some(new)) = ids.get(id.0 as usize)
            {
                *id = *new;
            }
        });
    };
    plan.pipeline.expressions_mut(&mut renumber);
    plan.functions.iter_mut().for_each(|function| renumber(&mut function.body));
    let kept = plan.functions.into_iter().zip(&ids).filter(|(_, id)| id.is_some());
    plan.functions = kept.map(|(function, _)| function).collect();
    plan
}

/// The functions that the pipeline calls, and those that they call in turn.
fn called(plan: &Plan) -> BTreeSet<FunctionId> {
    let mut pending = Vec::new();
    plan.pipeline.expressions(&mut |expr| calls(expr, &mut pending));
    let mut called = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if called.insert(id)
            && let Some(Function { body, .. }) = plan.functions.get(id.0 as usize)
        {
            calls(body, &mut pending);
        }
    }
    called
}

fn calls(expr: &Expr, found: &mut Vec<FunctionId>) {
    expr.all(&mut |part| {
        if let Op::CallUser(id, _) = &part.op {
            found.push(*id);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::shown::change;

    /// `short` was called for a field that nobody reads; `loud` is called by a function that is.
    #[test]
    fn functions_that_nobody_calls_go() {
        let shown = change(
            "uncalled",
            r#"
            fn short(text: string) -> string = text.trim()
            fn loud(text: string) -> string = text.upper()
            fn called(text: string) -> string = loud(text)
            entity E { name: string, key id: string }
            system a { record In { id: string, name: string } }
            system b { record Out { id: string } }
            map a.In -> E { name = short(name), id = called(id) }
            map E -> b.Out { id = id, ignore name because "of no interest" }
            "#,
            &["functions", "pipeline"],
        );
        let expected = r#"
  (functions
-   ((function "short" ((local "text" string)) (%text) (call @2 string text::trim (%text@2)))
-     (function "called" ((local "text" string)) (%text) (call_user @8 string f2 (%text@6)))
+   ((function "called" ((local "text" string)) (%text) (call_user @8 string f1 (%text@6)))
      (function "loud" ((local "text" string)) (%text) (call @7 string text::upper (%text@7)))))
  (pipeline
    (pipeline out0
-     ((stage () () ((%id (call_user @9 string f1 ((field @5 string %record@4 0))))) ()) (stage () () ((%id_2 %id@10)) ()))))
+     ((stage () () ((%id (call_user @9 string f0 ((field @5 string %record@4 0))))) ()) (stage () () ((%id_2 %id@10)) ()))))
"#;
        assert_eq!(shown, expected.trim_start_matches('\n'));
    }
}
