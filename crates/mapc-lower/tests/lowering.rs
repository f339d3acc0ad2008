//! Plans of `.map` text: routes, projection, variants of functions, tombstones.

use mapc_diagnostics::{Severity, SourceMap};
use mapc_lower::{LowerError, lower, routes};
use mapc_model::model::Model;
use mapc_plan::{Head, Op, Plan, Step};

struct Package {
    sources: SourceMap,
    model: Model,
}

impl Package {
    fn new(text: &str) -> Self {
        let mut sources = SourceMap::default();
        let file = sources.add("test.map", text);
        let parsed = mapc_syntax::parse(file, text);
        let (model, found) = mapc_model::check(&sources, &[(file, &parsed.file)]);
        let errors: Vec<_> =
            parsed.diagnostics.iter().chain(&found).filter(|it| it.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        Package { sources, model }
    }

    fn routes(&self) -> Vec<String> {
        routes(&self.model).iter().map(ToString::to_string).collect()
    }

    fn lower(&self, route: &str) -> Result<Plan, LowerError> {
        let all = routes(&self.model);
        let route = all.iter().find(|it| it.to_string() == route).unwrap_or_else(|| panic!("{:?}", self.routes()));
        lower(&self.model, &self.sources, route)
    }
}

fn layout<'p>(plan: &'p Plan, name: &str) -> Vec<&'p str> {
    let layout = plan.layouts.iter().find(|layout| layout.name == name).unwrap();
    layout.fields.iter().map(|(name, _)| name.as_str()).collect()
}

const SHAPES: &str = r#"
entity E { key id: string, name: string, parts: [Part] }
record Part { no: string, size: int }
system a { record In { id: string, name: string, other: int?, parts: [{ no: string, size: int, unused: string }] } }
system b { record Out { id: string, first: string? } }
map a.In -> E {
  id = id.upper()
  name = name
  parts = for part in parts { no = part.no, size = part.size }
  ignore other, parts.unused because "of no interest"
}
map E -> b.Out {
  id = id
  first = parts.first().no
  ignore name, parts.size because "of no interest"
}
"#;

#[test]
fn routes_are_maps_and_pairs_that_meet_in_an_entity() {
    let package = Package::new(
        r#"
        entity E { key id: string }
        entity F { key id: string }
        system a { record R { id: string } }
        system b { record R { id: string } }
        map a.R <-> E { id <-> id }
        map a.R -> F { id = id }
        map E -> F { id = id }
        map F -> b.R { id = id }
        map E -> b.R { id = id }
        "#,
    );
    // No record is led back to itself, and no route is longer than two maps.
    let direct = ["a.R -> E", "E -> a.R", "a.R -> F", "E -> F", "F -> b.R", "E -> b.R"];
    let composed = ["a.R -> E -> F", "a.R -> E -> b.R", "a.R -> F -> b.R", "E -> F -> b.R"];
    assert_eq!(package.routes(), [&direct[..], &composed].concat());
}

#[test]
fn values_have_the_fields_that_are_read() {
    let plan = Package::new(SHAPES).lower("a.In -> E -> b.Out").unwrap();
    assert_eq!(layout(&plan, "a.In"), ["id", "parts"]);
    // Parts are built, so they are whole, though only one field is read.
    assert_eq!(layout(&plan, "Part"), ["no", "size"]);
    assert_eq!(layout(&plan, "a.In.parts"), ["no", "size"]);
    let slots: Vec<Option<u32>> = plan.read_shapes[0].fields.iter().map(|field| field.slot).collect();
    assert_eq!(slots, [Some(0), None, None, Some(1)]);
    assert_eq!(plan.pipeline.stages[0].outputs.len(), 2);
    assert_eq!(plan.through, ["E"]);
}

#[test]
fn a_function_is_lowered_once_for_each_way_that_pointers_go() {
    let package = Package::new(
        r#"
        record Amount { value: string, currency: string }
        entity Money { value: int, currency: string }
        map Amount -> Money { value = value.to_int(), currency = currency }
        system a { record In { one: Amount, two: Amount } }
        entity E { two: Amount, sum: Money }
        system b { record Out { one: Money, two: Money, sum: int } }
        map a.In -> E {
          two = { value = two.currency, currency = two.value }
          sum = one via Money
        }
        map E -> b.Out {
          one = two via Money
          two = two via Money
          sum = sum.value
          ignore sum.currency because "of no interest"
        }
        "#,
    );
    let plan = package.lower("a.In -> E -> b.Out").unwrap();
    // The second map's two calls share a variant: there, the field `value` comes from the key `currency`.
    let pointers = plan.functions.iter().map(|function| {
        let Op::Record(fields) = &function.body.op else { panic!("no record") };
        &*plan.sites[fields[0].site.0 as usize].pointer
    });
    let expected = ["value", "currency"].map(|key| vec![Step::Key(key.to_owned())]);
    assert_eq!(pointers.collect::<Vec<_>>(), expected);
}

const DELETES: &str = r#"
entity E { key id: string, name: string }
system a { record In { id: string, name: string, gone: bool } }
system b {
  record ByName { key name: string, id: string }
  record ById { id: string, name: string, kind: string }
}
map a.In -> E {
  delete when gone { id = id }
  id = id
  name = name
}
map E -> b.ByName { name = name, id = id }
map E -> b.ById { id = "e-{id}", name = name, kind = "E" }
"#;

#[test]
fn a_tombstone_is_what_the_key_gives() {
    let plan = Package::new(DELETES).lower("a.In -> E -> b.ById").unwrap();
    let Head::Delete { pipeline, .. } = &plan.pipeline.stages[0].heads[0] else { panic!("no delete") };
    let shape = &plan.write_shapes[pipeline.write.0 as usize];
    assert_eq!(shape.fields.iter().map(|field| (field.name.as_str(), field.slot)).collect::<Vec<_>>(), [("id", 0)]);
    let error = Package::new(DELETES).lower("a.In -> E -> b.ByName").unwrap_err();
    assert_eq!(
        error.to_string(),
        "a deleted E is known by its key only, and the key `name` of b.ByName is not made from that key alone"
    );
}
