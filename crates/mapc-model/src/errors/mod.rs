//! What the checker says, one function a finding.

pub(crate) mod bodies;
pub(crate) mod calls;
pub(crate) mod declarations;
pub(crate) mod fields;
pub(crate) mod names;
pub(crate) mod presence;
pub(crate) mod tables;
pub(crate) mod tests;
pub(crate) mod two_way;
pub(crate) mod types;
pub(crate) mod wire;

/// How many names a message lists.
const MOST_NAMES: usize = 8;

/// `a`, `a` and `b`, `a`, `b` and `c`: names in backticks.
pub(crate) fn listed(names: &[String]) -> String {
    let mut quoted: Vec<String> = names.iter().take(MOST_NAMES).map(|name| format!("`{name}`")).collect();
    if names.len() > MOST_NAMES {
        quoted.push(format!("{} more", names.len() - MOST_NAMES));
    }
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
