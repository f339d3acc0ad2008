//! What the checker of bodies says, one function a finding.

pub(crate) mod bodies;
pub(crate) mod calls;
pub(crate) mod names;
pub(crate) mod presence;
pub(crate) mod two_way;
pub(crate) mod types;

/// `a`, `a` and `b`, `a`, `b` and `c`: names in backticks.
fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
