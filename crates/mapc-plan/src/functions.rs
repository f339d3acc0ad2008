//! User functions and maps that are called: each in the variants whose pointers its calls need.

use mapc_model::core::{Function, FunctionId, Head};

use crate::body::Body;
use crate::lineage::Lineage;
use crate::lowering::{Binding, Frame, Lowering, Variant, number};

impl Lowering<'_> {
    /// The plan's function for one of the model whose parameter `base` has `lineage`, relative to the call's pointer; and where its
    /// value comes from, relative likewise.
    pub fn variant(&mut self, function: FunctionId, base: usize, lineage: Lineage) -> (FunctionId, Lineage) {
        let variant = Variant { function, base, lineage };
        if let Some(known) = self.variants.get(&variant) {
            return known.clone();
        }
        let id = FunctionId(number(self.functions.len()));
        self.functions.push(None);
        // A call of the function inside itself finds this.
        self.variants.insert(variant.clone(), (id, Lineage::Unknown));
        let Some((lowered, result)) = self.function(&variant) else { return (id, Lineage::Unknown) };
        if let Some(slot) = self.functions.get_mut(id.0 as usize) {
            *slot = Some(lowered);
        }
        self.variants.insert(variant, (id, result.clone()));
        (id, result)
    }

    fn function(&mut self, variant: &Variant) -> Option<(Function, Lineage)> {
        let Some(function) = self.model.functions.get(variant.function.0 as usize) else {
            self.refuse("a function is called that does not exist, which is a defect of mapc", None);
            return None;
        };
        let mut frame = Frame::default();
        let mut params = Vec::new();
        for (position, param) in function.params.iter().enumerate() {
            let ty = function.locals.get(param.0 as usize).cloned()?;
            let lineage = if position == variant.base { variant.lineage.clone() } else { Lineage::Unknown };
            params.push((*param, frame.add(ty, lineage)));
        }
        let bound = params.iter().map(|(old, new)| (*old, Binding::Local(*new)));
        let mut body = Body::new(self, &mut frame, &function.locals, bound);
        let lets = function.lets.iter().filter_map(|(local, value)| body.binding(*local, value)).collect();
        let heads = function.heads.iter().map(|head| called_head(&mut body, head)).collect();
        let value = body.expr(&function.body);
        let lowered = Function {
            name: function.name.clone(),
            params: params.into_iter().map(|(_, new)| new).collect(),
            locals: frame.locals,
            heads,
            lets,
            body: value.expr,
            target: function.target,
        };
        Some((lowered, value.lineage))
    }
}

/// A head of a map that is called. Nothing reads the key of what is deleted there.
fn called_head<'m>(body: &mut Body<'_, 'm>, head: &'m Head) -> Head {
    match head {
        Head::Skip { condition, reason } => Head::Skip { condition: body.expr(condition).expr, reason: reason.clone() },
        Head::Delete { condition, .. } => Head::Delete { condition: body.expr(condition).expr, key: Vec::new() },
        Head::Reject { condition, rejection } => {
            let (condition, rejection) = body.decided(condition, rejection);
            Head::Reject { condition, rejection }
        }
    }
}
