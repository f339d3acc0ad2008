//! Calls of library functions, user functions and maps.

use bumpalo::collections::Vec as BumpVec;
use mapc_plan::LocalId;
use mapc_runtime::library::Argument as Given;
use mapc_runtime::{Result, Value, flow};

use crate::eval::Eval;
use crate::frame::{Frame, defect};
use crate::node::{Argument, Call, CallUser};
use crate::operations::Node;

impl<'r, 'a> Eval<'r, 'a> {
    /// A call of a library function.
    pub fn call(self, call: &'a Call) -> Result<Value<'a>> {
        // Most have few arguments, and no function among them.
        let result = match &*call.arguments {
            [one] if !call.takes_lambdas => (call.function.run)(self.cx, &mut [self.given(one)?]),
            [one, two] if !call.takes_lambdas => {
                (call.function.run)(self.cx, &mut [self.given(one)?, self.given(two)?])
            }
            [one, two, three] if !call.takes_lambdas => {
                (call.function.run)(self.cx, &mut [self.given(one)?, self.given(two)?, self.given(three)?])
            }
            _ => self.call_with_many(call)?,
        };
        self.located(call.place, result)
    }

    #[inline]
    fn given<'f>(self, argument: &'a Argument) -> Result<Given<'f, 'a>>
    where
        'a: 'f,
    {
        match argument {
            Argument::Value(node) => self.eval(node).map(Given::Value),
            Argument::Regex(regex) => Ok(Given::Regex(regex)),
            Argument::Pattern(pattern) => Ok(Given::Pattern(pattern)),
            Argument::Lambda { .. } => Err(defect("a lambda is missing")),
        }
    }

    /// What a function gives of any arguments, for which the outer result is that of evaluating them.
    #[inline(never)]
    fn call_with_many(self, call: &'a Call) -> Result<Result<Value<'a>>> {
        let mut lambdas = BumpVec::new_in(self.cx.bump);
        for argument in &call.arguments {
            if let Argument::Lambda { params, body } = argument {
                lambdas.push(move |values: &[Value<'a>]| self.lambda(params, body, values));
            }
        }
        let mut lambdas = lambdas.iter_mut();
        let mut given = BumpVec::with_capacity_in(call.arguments.len(), self.cx.bump);
        for argument in &call.arguments {
            let lambda = if let Argument::Lambda { .. } = argument { lambdas.next() } else { None };
            given.push(match lambda {
                Some(lambda) => Given::Lambda(lambda),
                None => self.given(argument)?,
            });
        }
        Ok((call.function.run)(self.cx, &mut given))
    }

    fn lambda(self, params: &[LocalId], body: &'a Node, values: &[Value<'a>]) -> Result<Value<'a>> {
        for (param, value) in params.iter().zip(values) {
            self.frame.set(*param, *value);
        }
        self.eval(body)
    }

    /// A call of a user function or map.
    pub fn call_user(self, call: &'a CallUser) -> Result<Value<'a>> {
        let Some(function) = self.library.functions.get(call.function as usize) else {
            return Err(defect("a function is missing"));
        };
        let frame = Frame::new(self.cx.bump, function.code.locals);
        for (param, argument) in function.params.iter().zip(&call.arguments) {
            frame.set(*param, self.eval(argument)?);
        }
        let inside = Eval { code: &function.code, frame, ..self };
        self.at(call.place, |place, indices| flow::call(self.cx, &place.site, indices, || inside.eval(&function.body)))
    }
}
