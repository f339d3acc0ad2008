//! Leaves out variables that nobody can tell the absence of: outputs of an earlier stage that nobody reads and that cannot fail, and `let`s
//! that nobody reads.

use std::collections::{BTreeMap, BTreeSet};

use mapc_plan::effects::{Effects, Facts};
use mapc_plan::{Expr, LocalId, Plan, Stage};

use crate::reads::reads;

/// The pass. Stages are taken from the last to the first, for what a later one no longer reads an earlier one need not make.
pub(super) fn unread(mut plan: Plan) -> Plan {
    let facts = Facts::new(&plan.tables, plan.functions.iter().map(Some));
    let stages = &mut plan.pipeline.stages;
    let mut lets: BTreeMap<LocalId, Effects> = BTreeMap::new();
    for (local, value) in stages.iter().flat_map(|stage| &stage.lets) {
        let effects = facts.of(value, &|local| lets.get(&local).copied());
        lets.insert(*local, effects);
    }
    for at in (0..stages.len()).rev() {
        let mut read = BTreeSet::new();
        let (before, after) = stages.split_at_mut(at + 1);
        after.iter().for_each(|stage| stage.expressions(&mut |expr| reads(expr, &mut read)));
        let Some(stage) = before.last_mut() else { continue };
        // What the last one makes is written.
        if !after.is_empty() {
            stage.checks.iter().for_each(|check| reads(&check.condition, &mut read));
            let is_quiet = |value: &Expr| facts.of(value, &|local| lets.get(&local).copied()).is_quiet();
            stage.outputs.retain(|(local, value)| read.contains(local) || !is_quiet(value));
        }
        drop_lets(stage, read);
    }
    plan
}

/// Leaves out the `let`s of a stage that neither it nor what is behind it reads.
fn drop_lets(stage: &mut Stage, mut read: BTreeSet<LocalId>) {
    let lets = std::mem::take(&mut stage.lets);
    stage.expressions(&mut |expr| reads(expr, &mut read));
    let mut kept: Vec<(LocalId, Expr)> = Vec::new();
    for (local, value) in lets.into_iter().rev() {
        if read.contains(&local) {
            reads(&value, &mut read);
            kept.push((local, value));
        }
    }
    kept.reverse();
    stage.lets = kept;
}

#[cfg(test)]
mod tests {
    use super::super::shown::change;

    /// `name` goes, and with it `short`, which only it read; `size` stays, for a text that is no number is a problem whoever reads it.
    #[test]
    fn outputs_and_lets_that_nobody_reads_go() {
        let shown = change(
            "unread",
            r#"
            entity E { key id: string, name: string, size: int }
            system a { record In { id: string, name: string, size: string } }
            system b { record Out { id: string } }
            map a.In -> E {
              let short = name.trim()
              id = id
              name = short
              size = size.to_int()
            }
            map E -> b.Out { id = id, ignore name, size because "of no interest" }
            "#,
            &["pipeline"],
        );
        let expected = r#"
  (pipeline
    (pipeline out0
      ((stage
          ()
-         ((%short (call @1 string text::trim ((field @1 string %record@0 1)))))
+         ()
          ((%id (field @3 string %record@2 0))
-           (%name %short@4)
            (%size (call @6 int conversion::text_to_int ((field @6 string %record@5 2)))))
          ())
        (stage () () ((%id_2 %id@7)) ()))))
"#;
        assert_eq!(shown, expected.trim_start_matches('\n'));
    }
}
