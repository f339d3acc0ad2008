//! The points of a plan at which a record can be turned away or noticed: a code and the place that it is given at. A run of records tells
//! which of them it met.

use std::collections::{BTreeMap, BTreeSet};

use mapc::testing::Ran;
use mapc_plan::{
    Argument, ArithOp, Blank, Constant, Decode, DecodeKind, Duplicates, Encode, Expr, Head, Op, Otherwise, Pipeline,
    Plan, ReadField, SiteId, Table, Ty, Unknown,
};
use mapc_runtime::codec::Stands;
use mapc_runtime::library::Function;
use mapc_runtime::{Decimal, Notice, Outcome, Problem};

use crate::walk;

/// Codes that belong to no place of a plan: bytes that are no record, and bounds on the work for one.
const OF_THE_WHOLE_RECORD: &[&str] = &["R01", "R06"];

/// What functions reject with beside what their examples show: a name, a part of the signature, codes.
const FURTHER_CODES: &[(&str, &str, &[&str])] = &[
    ("abs", "int", &["R0304"]),
    ("add_days", "", &["R0304"]),
    ("add_months", "", &["R0304"]),
    ("add_seconds", "", &["R0304"]),
    ("from_epoch_ms", "", &["R0304"]),
    ("from_epoch_s", "", &["R0304"]),
    ("ceil", "", &["R0304"]),
    ("div", "int", &["R0304"]),
    ("div", "decimal", &["R0304", "R0305"]),
    ("floor", "", &["R0304"]),
    ("format", "zone: string", &["R0304"]),
    ("in_zone", "", &["R0304"]),
    ("replace", "what: regex", &["R0315"]),
    ("sum", "decimal", &["R0304"]),
    ("to_date", "zone: string", &["R0304"]),
    ("to_int", "scalar: scalar", &["R0304", "R0310"]),
    ("to_decimal", "scalar: scalar", &["R0304", "R0310"]),
];

/// Which parameters of a function some of its codes come from alone: where all of those are constants, the compiler has tried them.
const FROM_PARAMETERS: &[(&str, &str, &[&str])] = &[
    ("div", "R0305", &["by"]),
    ("div", "R0315", &["places"]),
    ("extract", "R0315", &["group"]),
    ("format", "R0313", &["zone"]),
    ("from_minor", "R0316", &["currency"]),
    ("in_zone", "R0313", &["zone"]),
    ("pad_end", "R0315", &["length", "with"]),
    ("pad_start", "R0315", &["length", "with"]),
    ("replace", "R0315", &["by"]),
    ("round", "R0315", &["places"]),
    ("substring", "R0315", &["start", "length"]),
    ("to_date", "R0313", &["zone"]),
    ("to_minor", "R0316", &["currency"]),
    ("to_string", "R0315", &["places"]),
    ("uuid_v5", "R0319", &["namespace"]),
];

/// A code and a `file:line:column`.
pub type Point = (String, String);

/// The points of one plan, and those that were met.
#[derive(Debug, Default)]
pub struct Points {
    /// What each point belongs to, in words that do not change when lines move.
    known: BTreeMap<Point, String>,
    met: BTreeSet<Point>,
}

impl Points {
    /// All points of a plan.
    pub fn of(plan: &Plan) -> Self {
        let mut listing = Listing { plan, points: Points::default() };
        listing.shapes();
        listing.heads();
        listing.writing(&plan.pipeline);
        walk::expressions(plan, &mut |expr| listing.expression(expr));
        listing.points
    }

    /// Notes the points that a record met.
    pub fn meet(&mut self, ran: &Ran) {
        let problems: &[Problem] = if let Outcome::Rejected(problems) = &ran.outcome { problems } else { &[] };
        let problems = problems.iter().map(|problem| (problem.code.to_string(), problem.place.to_string()));
        let notices = ran.notices.iter().map(|Notice { code, place, .. }| (code.to_string(), place.to_string()));
        let of_a_place = |(code, _): &Point| !OF_THE_WHOLE_RECORD.iter().any(|group| code.starts_with(group));
        self.met.extend(problems.chain(notices).filter(of_a_place));
    }

    /// How many points there are.
    pub fn count(&self) -> usize {
        self.known.len()
    }

    /// What the points belong to that no record met.
    pub fn never_met(&self) -> BTreeSet<String> {
        self.known.iter().filter(|(point, _)| !self.met.contains(point)).map(|(_, name)| name.clone()).collect()
    }

    /// Points that were met though the plan does not list them.
    pub fn unlisted(&self) -> Vec<&Point> {
        self.met.iter().filter(|point| !self.known.contains_key(point)).collect()
    }
}

struct Listing<'p> {
    plan: &'p Plan,
    points: Points,
}

impl Listing<'_> {
    fn add(&mut self, code: &str, site: SiteId, what: &str) {
        let place = self.plan.sites.get(site.0 as usize).map(|site| site.place.clone()).unwrap_or_default();
        self.points.known.entry((code.to_owned(), place)).or_insert_with(|| format!("{code} {what}"));
    }

    fn shapes(&mut self) {
        for shape in &self.plan.read_shapes {
            let layout = self.plan.layouts.iter().find(|layout| layout.record == shape.record);
            let name = layout.map_or("a record", |layout| &layout.name);
            let source = self.plan.read_shapes.get(self.plan.source.0 as usize);
            let is_source = source.is_some_and(|source| source.site == shape.site);
            if is_source {
                self.add("R0201", shape.site, name);
            }
            if shape.unknown == Unknown::Reject {
                self.add("R0204", shape.site, name);
            }
            for field in &shape.fields {
                let what = format!("{name}.{}", field.names.first().map_or("", |name| name));
                for code in codes_of(field, shape.duplicates, is_source) {
                    self.add(code, field.site, &what);
                }
            }
        }
    }

    fn heads(&mut self) {
        let plan = self.plan;
        for check in plan.pipeline.stages.iter().flat_map(|stage| &stage.checks) {
            self.add("R0302", check.condition.site, "invariant");
        }
    }

    /// What cannot be written belongs to the line that fills the field of the target.
    fn writing(&mut self, pipeline: &Pipeline) {
        let plan = self.plan;
        let Some(stage) = pipeline.stages.last() else { return };
        let Some(shape) = plan.write_shapes.get(pipeline.write.0 as usize) else { return };
        for field in &shape.fields {
            let Some((_, value)) = stage.outputs.get(field.slot as usize) else { continue };
            let mut codes = BTreeSet::new();
            refusals(plan, &field.encode, field.blanks.read, &mut BTreeSet::new(), &mut codes);
            for code in codes {
                self.add(code, value.site, &format!("writing `{}`", field.name));
            }
        }
        for head in stage.heads.iter() {
            if let Head::Delete { pipeline, .. } = head {
                self.writing(pipeline);
            }
        }
    }

    fn expression(&mut self, expr: &Expr) {
        let plan = self.plan;
        let target = plan.sites.get(expr.site.0 as usize).map(|site| site.target.clone()).unwrap_or_default();
        let mut add = |code: &str, what: &str| self.add(code, expr.site, &format!("{what} for `{target}`"));
        match &expr.op {
            Op::Check(..) => add("R0301", "check"),
            Op::Lookup(table, _) => {
                let table = plan.tables.get(table.0 as usize);
                if let Some(table) =
                    table.filter(|table| matches!(table.otherwise, Otherwise::Reject) && !is_whole(plan, table))
                {
                    add("R0303", &format!("table {}", table.name));
                }
            }
            Op::Arith(op, left, right) => {
                for code in codes_of_arithmetic(*op, &left.ty, &right.op) {
                    add(code, &format!("{op:?}"));
                }
            }
            Op::Negate(value) if value.ty == Ty::Int => add("R0304", "Negate"),
            Op::Reject(code, _) => add(code, "reject"),
            Op::Skip(_) => add("R0402", "skip"),
            Op::Call(function, args) => {
                let codes = function.examples.iter().filter_map(|example| example.gives.strip_prefix("reject "));
                let further = FURTHER_CODES
                    .iter()
                    .filter(|(name, part, _)| *name == function.name && function.signature.contains(part))
                    .flat_map(|(.., codes)| codes.iter().copied());
                for code in codes.chain(further).filter(|code| !is_ruled_out(code, function, args)) {
                    add(code, function.name);
                }
            }
            _ => {}
        }
    }
}

/// Whether a code comes from constant operands alone.
fn is_ruled_out(code: &str, function: &Function, args: &[Argument]) -> bool {
    let Some((.., from)) = FROM_PARAMETERS.iter().find(|(name, of, _)| *name == function.name && *of == code) else {
        return false;
    };
    let params = function.parsed().params.iter().zip(args).filter(|(param, _)| from.contains(&param.name.as_str()));
    params.clone().count() > 0
        && params.into_iter().all(|(_, arg)| matches!(arg, Argument::Value(value) if value.is_constant()))
}

/// Whether a table lists all values of a bool or enum.
fn is_whole(plan: &Plan, table: &Table) -> bool {
    match &table.from {
        Ty::Enum(id) => plan.enums.get(id.0 as usize).is_some_and(|members| members.wire.len() == table.rows.len()),
        Ty::Bool => table.rows.len() == 2,
        _ => false,
    }
}

fn codes_of_arithmetic(op: ArithOp, ty: &Ty, right: &Op) -> Vec<&'static str> {
    let divides = matches!(op, ArithOp::Divide | ArithOp::Remainder);
    // Of divisors only one below one leads out of range, and only zero has no quotient.
    let by_constant = matches!(right, Op::Const(Constant::Int(by)) if *by > 0)
        || matches!(right, Op::Const(Constant::Decimal(by)) if *by > Decimal::ONE);
    let mut codes = Vec::new();
    if !(divides && by_constant) && op != ArithOp::Remainder {
        codes.push("R0304");
    }
    if divides && !by_constant {
        codes.push("R0305");
    }
    if op == ArithOp::Divide && *ty == Ty::Decimal {
        codes.push("R0306");
    }
    codes
}

/// The codes that reading a field can give.
fn codes_of(field: &ReadField, duplicates: Duplicates, in_cell: bool) -> BTreeSet<&'static str> {
    let mut codes = BTreeSet::from(["R0201"]);
    if !field.optional && field.default.is_none() {
        codes.insert("R0202");
    }
    if duplicates == Duplicates::Reject {
        codes.insert("R0205");
    }
    of_value(&field.decode, in_cell, &mut codes);
    codes
}

/// `in_cell` tells whether the value may stand in a cell or a part of a text, where numbers and bools are texts as well.
fn of_value(decode: &Decode, in_cell: bool, codes: &mut BTreeSet<&'static str>) {
    if !decode.constraints.is_empty() {
        codes.insert("R0301");
    }
    match &decode.kind {
        DecodeKind::List(element) | DecodeKind::Map(element) => {
            if !element.optional {
                codes.insert("R0202");
            }
            if matches!(decode.kind, DecodeKind::Map(_)) {
                codes.insert("R0205");
            }
            of_value(&element.decode, false, codes);
            return;
        }
        DecodeKind::Split(_, element) => {
            // A part may be blank.
            if element.decode.blank == Blank::Absent && !element.optional {
                codes.insert("R0202");
            }
            of_value(&element.decode, true, codes);
        }
        DecodeKind::Record(_) => return,
        DecodeKind::Enum(_) => drop(codes.insert("R0206")),
        DecodeKind::Leaf(form) => {
            let is_number = matches!(form.definition.base, "int" | "decimal" | "float");
            if is_number || form.definition.base == "timestamp" && form.stands() == Stands::Bare {
                codes.insert("R0207");
            }
        }
    }
    let is_bare = matches!(&decode.kind, DecodeKind::Leaf(form) if form.stands() == Stands::Bare);
    if decode.blank == Blank::Reject && (in_cell || !is_bare) {
        codes.insert("R0203");
    }
}

/// The codes with which a value may be refused when it is written.
fn refusals(plan: &Plan, encode: &Encode, blank: Blank, seen: &mut BTreeSet<u32>, codes: &mut BTreeSet<&'static str>) {
    match encode {
        Encode::Leaf(form) => {
            if !form.definition.loses.is_empty() {
                codes.insert("R0501");
            }
            if blank != Blank::Value && matches!(form.definition.base, "string" | "scalar") {
                codes.insert("R0502");
            }
        }
        Encode::Enum(_) => {}
        Encode::Split(_, element) => {
            codes.insert("R0501");
            if blank != Blank::Value {
                codes.insert("R0502");
            }
            refusals(plan, &element.encode, blank, seen, codes);
        }
        Encode::List(element) | Encode::Map(element) => refusals(plan, &element.encode, blank, seen, codes),
        Encode::Record(id) if seen.insert(id.0) => {
            let Some(shape) = plan.write_shapes.get(id.0 as usize) else { return };
            shape.fields.iter().for_each(|field| refusals(plan, &field.encode, field.blanks.read, seen, codes));
        }
        Encode::Record(_) => {}
    }
}
