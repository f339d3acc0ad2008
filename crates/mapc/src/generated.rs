//! The Rust crate of a package.

use mapc_codegen::Package;
use mapc_plan::Plan;

pub use mapc_codegen::Runtime;

use crate::checked::Checked;
use crate::route::RouteError;

impl Checked {
    /// The plans of the routes that are built.
    ///
    /// # Errors
    /// All of them that cannot be run.
    pub fn plans(&self) -> Result<Vec<Plan>, Vec<RouteError>> {
        let (mut plans, mut errors) = (Vec::new(), Vec::new());
        for route in self.built_routes() {
            match self.plan(&route) {
                Ok(plan) => plans.push(plan),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(plans) } else { Err(errors) }
    }

    /// The files of the package's crate: paths below its folder, with `/`, and their texts.
    ///
    /// # Errors
    /// All routes to be built that cannot be run.
    pub fn generate(&self, runtime: Runtime<'_>) -> Result<Vec<(String, String)>, Vec<RouteError>> {
        self.generate_in("crate", runtime)
    }

    /// As [`Checked::generate`], where the crate's modules do not stand at its root but in the module of this path.
    ///
    /// # Errors
    /// All routes to be built that cannot be run.
    pub fn generate_in(&self, root: &str, runtime: Runtime<'_>) -> Result<Vec<(String, String)>, Vec<RouteError>> {
        let plans = self.plans()?;
        Ok(mapc_codegen::generate(&Package {
            name: &self.manifest.name,
            version: &self.manifest.version,
            description: self.manifest.description.as_deref(),
            interface: &mapc_lower::interface(&self.model),
            plans: &plans,
            root,
            runtime,
        }))
    }
}
