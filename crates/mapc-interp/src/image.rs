//! What a generated route falls back on: the plans that its crate carries as text, run by the interpreter.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use mapc_plan::points::Points;
use mapc_plan::{Plan, image};
use mapc_runtime::csv::Dialect;
use mapc_runtime::{Cx, Format, Input, Outcome, Route as _, fast};

use crate::run::Program;

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

/// What maps one record where all is well, and else bails.
pub type Good = for<'a> fn(&Cx<'a>, Input<'a>, &mut Vec<u8>) -> fast::Result<Outcome>;

/// A generated route.
#[derive(Debug)]
pub struct Route {
    image: &'static Image,
    position: usize,
    /// Its names are here as well as in its plan, for asking them is no reason to read the image.
    stops: &'static [&'static str],
    json: Good,
    rows: Option<Rows>,
}

/// How a generated route writes rows.
#[derive(Clone, Copy, Debug)]
struct Rows {
    good: Good,
    header: fn(&mut Vec<u8>),
}

impl Route {
    /// The route of the plan at `position`, by the names of the records on the way, and its good path to JSON.
    pub const fn new(image: &'static Image, position: usize, stops: &'static [&'static str], json: Good) -> Self {
        Route { image, position, stops, json, rows: None }
    }

    /// With a good path to CSV rows, and what appends their header. Without them, rows are left to the careful engine.
    #[must_use]
    pub const fn with_rows(mut self, good: Good, header: fn(&mut Vec<u8>)) -> Self {
        self.rows = Some(Rows { good, header });
        self
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
        &'a self,
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
        &'a self,
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

impl mapc_runtime::Route for Route {
    fn stops(&self) -> Vec<&str> {
        self.stops.to_vec()
    }

    fn source_csv(&self) -> Option<Dialect> {
        self.program().source_csv()
    }

    fn target_csv(&self) -> Option<Dialect> {
        self.program().target_csv()
    }

    fn check_header(&self, header: &[String]) -> Result<(), Vec<String>> {
        self.program().check_header(header)
    }

    fn check_rows(&self) -> Result<(), Vec<String>> {
        self.program().check_rows()
    }

    fn can_delete(&self) -> bool {
        self.program().can_delete()
    }

    fn run_in<'a>(&'a self, cx: &Cx<'a>, input: Input<'a>, format: Format, out: &mut Vec<u8>) -> Outcome {
        match (format, self.rows) {
            (Format::Json, _) => self.run(cx, input, format, out, self.json),
            (Format::Csv, Some(rows)) => self.run(cx, input, format, out, rows.good),
            (Format::Csv, None) => self.program().run_in(cx, input, format, out),
        }
    }

    fn csv_header(&self, out: &mut Vec<u8>) {
        match self.rows {
            Some(rows) => (rows.header)(out),
            None => self.program().csv_header(out),
        }
    }
}
