//! Leaves out of the values of each record type the fields that nothing reads. All fields stay where a value is built, compared or written.

use std::collections::{BTreeMap, BTreeSet};

use mapc_plan::{Expr, Head, Layout, LocalId, Op, Pipeline, Plan, RecordId, Ty};

use crate::lowering::number;

/// The pass.
pub(super) fn projection(mut plan: Plan) -> Plan {
    let used = Used::of(&plan).fields;
    let slot = |record: RecordId, position: u32| {
        let used = used.get(&record)?;
        used.contains(&position).then(|| number(used.range(..position).count()))
    };
    let mut rewrite = |expr: &mut Expr| {
        expr.all_mut(&mut |part| {
            if let Op::Field(inner, position) = &mut part.op
                && let Ty::Record(record) = inner.ty.required()
                && let Some(slot) = slot(*record, *position)
            {
                *position = slot;
            }
        });
    };
    plan.pipeline.expressions_mut(&mut rewrite);
    plan.functions.iter_mut().for_each(|function| rewrite(&mut function.body));
    for shape in &mut plan.read_shapes {
        for field in &mut shape.fields {
            field.slot = field.slot.and_then(|position| slot(shape.record, position));
        }
    }
    // Written records are whole, so slots of write shapes are what they were.
    plan.layouts.retain(|layout| used.contains_key(&layout.record));
    for layout in &mut plan.layouts {
        let of_record = used.get(&layout.record);
        let mut position = 0..;
        layout.fields.retain(|_| position.next().is_some_and(|at| of_record.is_some_and(|used| used.contains(&at))));
    }
    plan
}

/// The records of which values occur, and which of their fields are read, by position.
struct Used<'p> {
    layouts: BTreeMap<RecordId, &'p Layout>,
    fields: BTreeMap<RecordId, BTreeSet<u32>>,
}

impl<'p> Used<'p> {
    fn of(plan: &'p Plan) -> Self {
        let layouts = plan.layouts.iter().map(|layout| (layout.record, layout)).collect();
        let mut used = Used { layouts, fields: BTreeMap::new() };
        plan.expressions(&mut |expr| expr.all(&mut |part| used.part(part)));
        used.written(plan, &plan.pipeline);
        let inside = plan.functions.iter().flat_map(|function| &function.locals);
        plan.locals.iter().chain(inside).for_each(|local| used.occurs(&local.ty));
        used.nested();
        used
    }

    fn part(&mut self, expr: &Expr) {
        self.occurs(&expr.ty);
        match (&expr.op, &expr.ty) {
            (Op::Field(inner, position), _) => {
                if let Ty::Record(record) = inner.ty.required() {
                    self.fields.entry(*record).or_default().insert(*position);
                }
            }
            (Op::Record(_), Ty::Record(record)) => self.all_fields(*record),
            (Op::Compare(_, left, right), _) => {
                self.whole(&left.ty);
                self.whole(&right.ty);
            }
            _ => {}
        }
    }

    /// What a pipeline writes, and the tombstones in it.
    fn written(&mut self, plan: &Plan, pipeline: &Pipeline) {
        let last = pipeline.stages.last().map(|stage| stage.outputs.as_slice()).unwrap_or_default();
        for (LocalId(local), _) in last {
            if let Some(local) = plan.locals.get(*local as usize) {
                self.whole(&local.ty);
            }
        }
        for head in pipeline.stages.iter().flat_map(|stage| &stage.heads) {
            if let Head::Delete { pipeline, .. } = head {
                self.written(plan, pipeline);
            }
        }
    }

    /// Notes that values of a type occur.
    fn occurs(&mut self, ty: &Ty) {
        ty.records(&mut |record| {
            self.fields.entry(record).or_default();
        });
    }

    fn all_fields(&mut self, record: RecordId) {
        let count = self.layouts.get(&record).map_or(0, |layout| layout.fields.len());
        self.fields.insert(record, (0..number(count)).collect());
    }

    /// Notes that all of a value is used, down to what is nested in it.
    fn whole(&mut self, ty: &Ty) {
        let mut pending = Vec::new();
        ty.records(&mut |record| pending.push(record));
        let mut done = BTreeSet::new();
        while let Some(record) = pending.pop() {
            if done.insert(record) {
                self.all_fields(record);
                let fields = self.layouts.get(&record).into_iter().flat_map(|layout| &layout.fields);
                fields.for_each(|(_, ty)| ty.records(&mut |inner| pending.push(inner)));
            }
        }
    }

    /// Notes that values of the records occur that are in fields of those that do.
    fn nested(&mut self) {
        let mut pending: Vec<RecordId> = self.fields.keys().copied().collect();
        while let Some(record) = pending.pop() {
            let used = self.fields.get(&record).cloned().unwrap_or_default();
            let Some(layout) = self.layouts.get(&record) else { continue };
            for (_, ty) in used.iter().filter_map(|position| layout.fields.get(*position as usize)) {
                ty.records(&mut |inner| {
                    self.fields.entry(inner).or_insert_with(|| {
                        pending.push(inner);
                        BTreeSet::new()
                    });
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::shown::change;

    /// Of a line only its text is read, and `other` not at all; it keeps its place among what is checked. A part is written, so it is whole.
    #[test]
    fn fields_that_nothing_reads_go() {
        let shown = change(
            "projection",
            r#"
            entity E { line: string?, part: Part }
            record Part { no: string, size: int }
            system a {
              record In { other: string, part: Part, lines: [Line] }
              record Line { no: int, text: string }
            }
            map a.In -> E {
              line = lines.first().text
              part = part
              ignore other, lines.no because "of no interest"
            }
            "#,
            &["layouts", "read_shapes", "pipeline"],
        );
        let expected = r#"
  (layouts
    ((layout r1 "Part" (("no" string) ("size" int)))
-     (layout r2 "a.In" (("other" string) ("part" r1) ("lines" (list r3))))
-     (layout r3 "a.Line" (("no" int) ("text" string)))))
+     (layout r2 "a.In" (("part" r1) ("lines" (list r3))))
+     (layout r3 "a.Line" (("text" string)))))
  (read_shapes
    ((shape r2 unknown_ignored twice_rejects @4
-       ((field ("other") no - no 0 @5 (value blank_is_value () (leaf (string own))))
-         (field ("part") no - no 1 @6 (value blank_is_value () (record in1)))
+       ((field ("other") no - no - @5 (value blank_is_value () (leaf (string own))))
+         (field ("part") no - no 0 @6 (value blank_is_value () (record in1)))
          (field
            ("lines")
            no
            -
            no
-           2
+           1
            @7
            (value blank_is_value () (list (element no (value blank_is_value () (record in2))))))))
      (shape r1 unknown_ignored twice_rejects @8
        ((field ("no") no - no 0 @9 (value blank_is_value () (leaf (string own))))
          (field ("size") no - no 1 @10 (value blank_is_value () (leaf (int own))))))
      (shape r3 unknown_ignored twice_rejects @11
-       ((field ("no") no - no 0 @12 (value blank_is_value () (leaf (int own))))
-         (field ("text") no - no 1 @13 (value blank_is_value () (leaf (string own))))))))
+       ((field ("no") no - no - @12 (value blank_is_value () (leaf (int own))))
+         (field ("text") no - no 0 @13 (value blank_is_value () (leaf (string own))))))))
  (pipeline
    (pipeline out0
      ((stage
          ()
          ()
          ((%line
              (if_present @1
                (optional string)
-               (call @1 (optional r3) list::first ((field @1 (list r3) %record@0 2)))
+               (call @1 (optional r3) list::first ((field @1 (list r3) %record@0 1)))
                %present
-               (some @1 (optional string) (field @1 string %present@1 1))
+               (some @1 (optional string) (field @1 string %present@1 0))
                (const @1 (optional string) absent)))
-           (%part (field @3 r1 %record@2 1)))
+           (%part (field @3 r1 %record@2 0)))
          ()))))
"#;
        assert_eq!(shown, expected.trim_start_matches('\n'));
    }
}
