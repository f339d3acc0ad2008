//! `match`: patterns, the values they stand for, and the operations that choose.

use mapc_diagnostics::Span;
use mapc_syntax::ast::{self, PatternKind};

use super::{Bound, Checker};
use crate::core::{Const, Expr, ExprKind, LocalId, SwitchArm};
use crate::coverage::{Case, Coverage};
use crate::errors;
use crate::ty::Ty;

/// An arm whose patterns are understood.
struct MatchBranch {
    cases: Vec<Case>,
    body: Expr,
}

impl Checker<'_, '_> {
    /// `match e { … }`.
    pub(super) fn match_(&mut self, subject: &ast::Expr, arms: &[ast::Arm], span: Span, hint: Option<&Ty>) -> Expr {
        if let ast::ExprKind::Tuple(_) = subject.kind {
            return self.fail(errors::bodies::match_of_tuple(subject.span));
        }
        let value = self.infer(subject, None);
        let base = value.ty.required().base().clone();
        if !matches!(base, Ty::Error | Ty::Bool | Ty::Int | Ty::Decimal | Ty::Str | Ty::Enum(_))
            && !value.ty.is_optional()
        {
            let ty = self.cx.type_name(&base);
            return self.fail(errors::bodies::match_of(subject.span, &ty));
        }
        let inner = self.local(value.ty.required().clone(), self.provenance_of(&value));
        let mut coverage = Coverage::new(value.ty.is_optional(), self.values_of(&base));
        let mut branches: Vec<MatchBranch> = Vec::new();
        let mut own: Option<Ty> = None;
        for arm in arms {
            let cases = self.cases(arm, &value.ty, &mut coverage);
            let expected = hint.or(own.as_ref()).cloned();
            let body = self.arm_body(subject, arm, &cases, inner, expected.as_ref());
            if own.is_none() && body.ty != Ty::Never {
                own = Some(body.ty.clone());
            }
            branches.push(MatchBranch { cases, body });
        }
        self.refuse_shared(arms);
        if base != Ty::Error {
            self.report_open_cases(&coverage, &base, span, arms);
        }
        if base == Ty::Error || branches.is_empty() || !coverage.is_complete() {
            return self.error(span);
        }
        self.choose(value, inner, branches, span)
    }

    fn values_of(&self, base: &Ty) -> Option<Vec<Const>> {
        match base {
            Ty::Bool => Some(vec![Const::Bool(true), Const::Bool(false)]),
            Ty::Enum(id) => {
                let members = self.cx.model.enumeration(*id).members.len();
                Some((0..members).map(|position| Const::Enum(*id, crate::context::index(position))).collect())
            }
            _ => None,
        }
    }

    fn cases(&mut self, arm: &ast::Arm, subject: &Ty, coverage: &mut Coverage) -> Vec<Case> {
        let mut cases = Vec::new();
        for pattern in &arm.patterns {
            let Some(case) = self.case(pattern, subject) else {
                coverage.give_up();
                continue;
            };
            if coverage.add(&case) {
                cases.push(case);
            } else {
                self.cx.report(errors::bodies::unreachable_pattern(pattern.span));
            }
        }
        cases
    }

    fn case(&mut self, pattern: &ast::Pattern, subject: &Ty) -> Option<Case> {
        let base = subject.required().base().clone();
        let constant = match &pattern.kind {
            PatternKind::Else => return Some(Case::Else),
            PatternKind::Absent | PatternKind::Some(_) if !subject.is_optional() => {
                if base != Ty::Error {
                    let ty = self.cx.type_name(subject);
                    self.cx.report(errors::bodies::pattern_of_presence(pattern.span, &ty));
                }
                return None;
            }
            PatternKind::Absent => return Some(Case::Absent),
            PatternKind::Some(_) => return Some(Case::Some),
            PatternKind::Regex(_) => return None,
            PatternKind::Tuple(_) => None,
            PatternKind::Text(text) => match base {
                Ty::Str => Some(Const::Str(text.clone())),
                Ty::Enum(_) => {
                    let part = vec![ast::TextPart::Plain(text.clone())];
                    return self.constant_pattern(ast::ExprKind::Text(part), pattern.span, &base);
                }
                _ => None,
            },
            PatternKind::Number(number) => match base {
                Ty::Int => number.parse().ok().map(Const::Int),
                Ty::Decimal => mapc_runtime::Decimal::from_str_exact(number).ok().map(Const::Decimal),
                _ => None,
            },
            PatternKind::Bool(value) => (base == Ty::Bool).then_some(Const::Bool(*value)),
            PatternKind::Member(name) => match base {
                Ty::Enum(_) => {
                    let name = ast::Name { text: name.clone(), span: pattern.span };
                    return self.constant_pattern(ast::ExprKind::Member(name), pattern.span, &base);
                }
                _ => None,
            },
        };
        if constant.is_none() && base != Ty::Error {
            let ty = self.cx.type_name(&base);
            self.cx.report(errors::bodies::pattern_of_other_type(pattern.span, &ty));
        }
        constant.map(Case::Value)
    }

    fn constant_pattern(&mut self, kind: ast::ExprKind, span: Span, base: &Ty) -> Option<Case> {
        let expr = self.infer(&ast::Expr { kind, span }, Some(base));
        match expr.kind {
            ExprKind::Const(constant) => Some(Case::Value(constant)),
            _ => None,
        }
    }

    fn arm_body(
        &mut self,
        subject: &ast::Expr,
        arm: &ast::Arm,
        cases: &[Case],
        inner: LocalId,
        hint: Option<&Ty>,
    ) -> Expr {
        self.scoped(|c| {
            let named = arm.patterns.iter().find_map(|pattern| match &pattern.kind {
                PatternKind::Some(name) => Some((name, pattern)),
                _ => None,
            });
            if let Some((name, pattern)) = named {
                if arm.patterns.len() > 1 {
                    c.cx.report(errors::bodies::some_among_others(pattern.span));
                }
                c.bind(name, Bound::Local(inner));
            }
            let present = !cases.is_empty() && cases.iter().all(|case| matches!(case, Case::Value(_) | Case::Some));
            if present && let Some(place) = c.place(subject) {
                c.facts.add(&place);
            }
            c.infer(&arm.value, hint)
        })
    }

    fn report_open_cases(&mut self, coverage: &Coverage, base: &Ty, span: Span, arms: &[ast::Arm]) {
        let Some(open) = coverage.open() else { return };
        let mut missing: Vec<String> = open.values.iter().map(|value| self.pattern_text(value)).collect();
        if open.absent {
            missing.push("absent".to_owned());
        }
        let endless = open.endless.then(|| self.cx.type_name(base));
        let last = arms.last().map(|arm| arm.span);
        self.cx.report(errors::bodies::not_covered(span, &missing, endless.as_deref(), last));
    }

    fn pattern_text(&self, value: &Const) -> String {
        match value {
            Const::Enum(id, position) => {
                let declared = self.cx.model.enumeration(*id);
                let member = declared.members.get(*position as usize);
                let name = member.map_or("", |member| member.name.as_str());
                if declared.literal { format!("{name:?}") } else { format!(".{name}") }
            }
            Const::Bool(value) => value.to_string(),
            _ => String::new(),
        }
    }

    fn choose(&mut self, value: Expr, inner: LocalId, branches: Vec<MatchBranch>, span: Span) -> Expr {
        let (cases, bodies): (Vec<_>, Vec<_>) = branches.into_iter().map(|branch| (branch.cases, branch.body)).unzip();
        let Some((bodies, ty)) = self.unify(bodies, "the arms of this match") else { return self.error(span) };
        let at = |wanted: &Case| cases.iter().position(|cases| cases.contains(wanted));
        // Where all values are named, the last arm needs no test.
        let rest = at(&Case::Some).or(at(&Case::Else)).or(cases.iter().rposition(|c| c.iter().any(is_value)));
        let Some(rest) = rest else { return self.error(span) };
        if !value.ty.is_optional() {
            return self.switch(value, arms(&cases, bodies, rest), &ty, span);
        }
        let Some(absent) = at(&Case::Absent).or(at(&Case::Else)) else { return self.error(span) };
        let shared = absent == rest || cases.get(absent).is_some_and(|cases| cases.iter().any(is_value));
        if shared {
            return self.choose_by_number(value, inner, (&cases, bodies), (rest, absent), &ty, span);
        }
        let Some(otherwise) = bodies.get(absent).cloned() else { return self.error(span) };
        let held = self.read_local(inner, span);
        let then = self.switch(held, arms(&cases, bodies, rest), &ty, span);
        let kind = ExprKind::IfPresent {
            value: Box::new(value),
            bind: inner,
            then: Box::new(then),
            otherwise: Box::new(otherwise),
        };
        self.make(kind, ty, span)
    }

    /// Where one arm is for absent and for values, the arm is found by its number first, so that no body stands twice.
    fn choose_by_number(
        &mut self,
        value: Expr,
        inner: LocalId,
        (cases, bodies): (&[Vec<Case>], Vec<Expr>),
        (rest, absent): (usize, usize),
        ty: &Ty,
        span: Span,
    ) -> Expr {
        let number = |at: usize| Const::Int(i64::try_from(at).unwrap_or(i64::MAX));
        let numbers = (0..bodies.len()).map(|at| self.make(ExprKind::Const(number(at)), Ty::Int, span)).collect();
        let held = self.read_local(inner, span);
        let then = self.switch(held, arms(cases, numbers, rest), &Ty::Int, span);
        let otherwise = self.make(ExprKind::Const(number(absent)), Ty::Int, span);
        let kind = ExprKind::IfPresent {
            value: Box::new(value),
            bind: inner,
            then: Box::new(then),
            otherwise: Box::new(otherwise),
        };
        let chosen = self.make(kind, Ty::Int, span);
        let numbered: Vec<Vec<Case>> = (0..bodies.len()).map(|at| vec![Case::Value(number(at))]).collect();
        self.switch(chosen, arms(&numbered, bodies, rest), ty, span)
    }

    fn switch(&mut self, value: Expr, (arms, rest): (Vec<SwitchArm>, Option<Expr>), ty: &Ty, span: Span) -> Expr {
        let Some(rest) = rest else { return self.error(span) };
        if arms.is_empty() {
            return rest;
        }
        self.make(ExprKind::Switch(Box::new(value), arms, Box::new(rest)), ty.clone(), span)
    }

    /// Reports values that share an arm with `absent` while `some x` stands for other values.
    fn refuse_shared(&mut self, arms: &[ast::Arm]) {
        let is_some = |arm: &ast::Arm| arm.patterns.iter().any(|p| matches!(p.kind, PatternKind::Some(_)));
        if !arms.iter().any(is_some) {
            return;
        }
        for arm in arms.iter().filter(|arm| arm.patterns.len() > 1 && !is_some(arm)) {
            if let Some(pattern) = arm.patterns.iter().find(|pattern| matches!(pattern.kind, PatternKind::Absent)) {
                self.cx.report(errors::bodies::absent_among_others(pattern.span));
            }
        }
    }
}

fn is_value(case: &Case) -> bool {
    case.value().is_some()
}

/// The arms that name values, and the body of the one that is for the rest.
fn arms(cases: &[Vec<Case>], bodies: Vec<Expr>, rest: usize) -> (Vec<SwitchArm>, Option<Expr>) {
    let (mut arms, mut last) = (Vec::new(), None);
    for (at, (cases, body)) in cases.iter().zip(bodies).enumerate() {
        let values: Vec<Const> = cases.iter().filter_map(Case::value).cloned().collect();
        if at == rest {
            last = Some(body);
        } else if !values.is_empty() {
            arms.push(SwitchArm { values, body });
        }
    }
    (arms, last)
}
