//! Finding the route that a user asks for.

use std::fmt;

use mapc_diagnostics::nearest;
use mapc_interp::Program;
use mapc_lower::Route;
use mapc_model::model::Model;
use mapc_plan::Plan;

use crate::checked::Checked;

/// What names the route without an entity in between.
pub const DIRECT: &str = "direct";

/// Why there is no route, or not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteError {
    /// No record bears the name.
    UnknownRecord {
        /// The name.
        name: String,
        /// The record most likely meant.
        nearest: Option<String>,
        /// All that could be named instead.
        known: Vec<String>,
    },
    /// No map, and no two maps that meet in an entity, lead from one to the other.
    NoRoute {
        /// The start.
        from: String,
        /// The end.
        to: String,
        /// What can be reached from the start.
        reached: Vec<String>,
        /// What the end can be reached from.
        reaching: Vec<String>,
    },
    /// Several do, and none was asked for.
    SeveralRoutes {
        /// They.
        routes: Vec<String>,
        /// How each is asked for.
        choices: Vec<String>,
    },
    /// None of those that do is the one asked for.
    NoSuchRoute {
        /// What was asked for.
        via: String,
        /// They.
        routes: Vec<String>,
        /// How each is asked for.
        choices: Vec<String>,
    },
    /// The route as a whole cannot be run.
    NoPlan {
        /// The route.
        route: String,
        /// Why, with its place where there is one.
        reason: String,
    },
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RouteError::UnknownRecord { name, nearest: Some(nearest), .. } => {
                write!(f, "there is no record `{name}`; `{nearest}` is the nearest")
            }
            RouteError::UnknownRecord { name, nearest: None, known } => {
                write!(f, "there is no record `{name}`; there are {}", list(known))
            }
            RouteError::NoRoute { from, to, reached, reaching } => {
                write!(f, "nothing leads from `{from}` to `{to}`; ")?;
                write!(f, "from `{from}` one gets to {}, ", list(reached))?;
                write!(f, "and to `{to}` from {}", list(reaching))
            }
            RouteError::SeveralRoutes { routes, choices } => {
                write!(f, "there are several routes: {}; choose one with `--route`: {}", list(routes), list(choices))
            }
            RouteError::NoSuchRoute { via, routes, choices } => {
                write!(f, "`--route {via}` names none of the routes {}; it can be {}", list(routes), list(choices))
            }
            RouteError::NoPlan { route, reason } => write!(f, "the route {route} cannot be run: {reason}"),
        }
    }
}

impl std::error::Error for RouteError {}

/// Ends of those routes that a function picks, sorted, each once.
pub(crate) fn ends(routes: &[Route], pick: impl Fn(&Route) -> Option<String>) -> Vec<String> {
    let mut names: Vec<String> = routes.iter().filter_map(pick).collect();
    names.sort();
    names.dedup();
    names
}

/// Names as they stand in a sentence.
pub(crate) fn list(names: &[String]) -> String {
    if names.is_empty() {
        return "nothing".to_owned();
    }
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl Checked {
    /// The route from one record to another; through the entity `via`, or without one where `via` is [`DIRECT`].
    ///
    /// # Errors
    /// Where there is no such record, no route, or more than one.
    pub fn route(&self, from: &str, to: &str, via: Option<&str>) -> Result<Route, RouteError> {
        self.known(from)?;
        self.known(to)?;
        let all = mapc_lower::routes(&self.model);
        let fitting: Vec<&Route> = all.iter().filter(|route| route.from.name == from && route.to.name == to).collect();
        if fitting.is_empty() {
            return Err(RouteError::NoRoute {
                from: from.to_owned(),
                to: to.to_owned(),
                reached: ends(&all, |route| (route.from.name == from).then(|| route.to.name.clone())),
                reaching: ends(&all, |route| (route.to.name == to).then(|| route.from.name.clone())),
            });
        }
        let chosen: Vec<&Route> =
            fitting.iter().copied().filter(|route| via.is_none_or(|via| choice(route) == via)).collect();
        match (chosen.as_slice(), via) {
            ([route], _) => Ok((*route).clone()),
            ([], Some(via)) => {
                let (routes, choices) = named(&fitting);
                Err(RouteError::NoSuchRoute { via: via.to_owned(), routes, choices })
            }
            _ => {
                let (routes, choices) = named(&fitting);
                Err(RouteError::SeveralRoutes { routes, choices })
            }
        }
    }

    /// A route of this package, ready to run.
    ///
    /// # Errors
    /// [`RouteError::NoPlan`].
    pub fn compile(&self, route: &Route) -> Result<Program, RouteError> {
        self.plan(route).map(Program::new)
    }

    /// The plan of a route of this package.
    ///
    /// # Errors
    /// [`RouteError::NoPlan`].
    pub fn plan(&self, route: &Route) -> Result<Plan, RouteError> {
        mapc_lower::lower(&self.model, &self.sources, route).map_err(|error| RouteError::NoPlan {
            route: route.to_string(),
            reason: match error.span {
                Some(span) => format!("{} ({})", error.message, self.sources.place(span)),
                None => error.message,
            },
        })
    }

    fn known(&self, name: &str) -> Result<(), RouteError> {
        if self.model.record_named(name).is_some() {
            return Ok(());
        }
        let known = record_names(&self.model);
        let nearest = nearest_record(name, &known).map(str::to_owned);
        Err(RouteError::UnknownRecord { name: name.to_owned(), nearest, known })
    }
}

/// The names of all declared records, sorted.
pub(crate) fn record_names(model: &Model) -> Vec<String> {
    let mut names: Vec<String> =
        model.records.iter().filter(|record| !record.inline).map(|record| record.name.clone()).collect();
    names.sort();
    names
}

/// The record most likely meant by a name that none of them bears.
pub(crate) fn nearest_record<'k>(name: &str, known: &'k [String]) -> Option<&'k str> {
    // Most often the system is left out.
    let behind_dot = |record: &&String| record.rsplit_once('.').is_some_and(|(_, last)| last == name);
    let found = known.iter().find(behind_dot).map(String::as_str);
    found.or_else(|| nearest(name, known.iter().map(String::as_str)))
}

/// How a route is asked for among those with the same ends.
fn choice(route: &Route) -> &str {
    route.through.as_ref().map_or(DIRECT, |stop| stop.name.as_str())
}

fn named(routes: &[&Route]) -> (Vec<String>, Vec<String>) {
    let names = routes.iter().map(|route| route.to_string()).collect();
    (names, routes.iter().map(|route| choice(route).to_owned()).collect())
}
