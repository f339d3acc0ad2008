//! What a generated route falls back on: the plans that its crate carries as text, run by the interpreter.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use mapc_plan::points::Points;
use mapc_plan::{Plan, image};
use mapc_runtime::{Cx, Input, Outcome, fast};

use crate::run::{Format, Program};

/// The plans of a crate. The text is read when the first record has to be explained, and each plan is made ready when it is first run.
#[derive(Debug)]
pub struct Image {
    text: &'static str,
    loaded: OnceLock<Vec<Loaded>>,
}

#[derive(Debug)]
struct Loaded {
    plan: Plan,
    program: OnceLock<Program>,
    /// How often the good path ended at each point, and elsewhere.
    bails: Vec<AtomicU64>,
}

impl Image {
    /// An image, by the text that [`mapc_plan::image::write`] wrote.
    pub const fn new(text: &'static str) -> Self {
        Image { text, loaded: OnceLock::new() }
    }

    fn loaded(&self, position: usize) -> &Loaded {
        let all = self.loaded.get_or_init(|| match image::read(self.text) {
            Ok(plans) => plans.into_iter().map(Loaded::new).collect(),
            // Whoever generated the code wrote this text beside it, for this version of the engine.
            Err(misread) => panic!("the plans of this crate cannot be read: {misread}"),
        });
        match all.get(position) {
            Some(loaded) => loaded,
            None => panic!("this crate carries no plan {position}"),
        }
    }
}

impl Loaded {
    fn new(plan: Plan) -> Self {
        let bails = Points::of(&plan).list().len() + 1;
        Loaded { plan, program: OnceLock::new(), bails: (0..bails).map(|_| AtomicU64::new(0)).collect() }
    }
}

/// A generated route.
#[derive(Debug)]
pub struct Route {
    image: &'static Image,
    position: usize,
}

impl Route {
    /// The route of the plan at `position`.
    pub const fn new(image: &'static Image, position: usize) -> Self {
        Route { image, position }
    }

    /// The route's plan in the careful engine.
    ///
    /// # Panics
    /// The crate's plans were written for another version of this engine.
    pub fn program(&self) -> &Program {
        let loaded = self.image.loaded(self.position);
        loaded.program.get_or_init(|| Program::new(loaded.plan.clone()))
    }

    /// Maps one record by `good`, the good path; where that bails, the record is run again by the careful engine, which explains it.
    ///
    /// # Panics
    /// As [`Route::program`].
    #[inline]
    pub fn run<'a>(
        &'static self,
        cx: &Cx<'a>,
        input: Input<'a>,
        format: Format,
        out: &mut Vec<u8>,
        good: impl FnOnce(&Cx<'a>, Input<'a>, &mut Vec<u8>) -> fast::Result<Outcome>,
    ) -> Outcome {
        let start = out.len();
        match good(cx, input, out) {
            Ok(outcome) => outcome,
            Err(bail) => {
                out.truncate(start);
                self.explain(cx, input, format, out, bail)
            }
        }
    }

    #[cold]
    fn explain<'a>(
        &'static self,
        cx: &Cx<'a>,
        input: Input<'a>,
        format: Format,
        out: &mut Vec<u8>,
        bail: fast::Bail,
    ) -> Outcome {
        cx.restart(bail);
        let counts = &self.image.loaded(self.position).bails;
        if let Some(count) = counts.get(bail.0 as usize).or(counts.last()) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        self.program().run_in(cx, input, format, out)
    }

    /// How often the good path ended, by the numbers of the plan's points; the last is for what belongs to none, such as input that is no
    /// JSON.
    pub fn bails(&self) -> Vec<u64> {
        self.image.loaded(self.position).bails.iter().map(|count| count.load(Ordering::Relaxed)).collect()
    }
}
