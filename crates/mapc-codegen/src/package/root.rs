//! `src/lib.rs`.

use super::Package;
use super::routes::Named;
use crate::docs::{code, prose};

/// Text of the crate's root.
pub(super) fn text(package: &Package<'_>, routes: &[Named<'_>]) -> String {
    let mut text = format!("//! {}\n//!\n", first_line(package));
    text.push_str("//! Written by mapc from `.map` files, which are the place to change anything.\n//!\n");
    text.push_str("//! | route | from | to |\n//! | --- | --- | --- |\n");
    for route in routes {
        let through: String = route.plan.through.iter().map(|name| format!(" through {}", cell(name))).collect();
        text.push_str(&format!(
            // With `()`, for a route's module has the same name.
            "//! | [`routes::{}()`] | {} | {}{through} |\n",
            route.name,
            cell(&route.plan.from),
            cell(&route.plan.to)
        ));
    }
    text.push_str(
        "//!\n//! [`routes`] work on bytes, [`maps`] on the structs in [`types`]. Each route is also a value, `ROUTE` in its module, and\n\
         //! [`routes::ALL`] has them all: whoever runs records takes a `&dyn` [`Route`](runtime::Route).\n\n\
         #![forbid(unsafe_code)]\n\npub mod maps;\nmod plans;\npub mod routes;\npub mod types;\n\n\
         pub use mapc_runtime as runtime;\n",
    );
    text
}

fn first_line(package: &Package<'_>) -> String {
    let text = package.description.unwrap_or("Mappings between the records of several systems.");
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    prose(&if text.ends_with('.') { text } else { format!("{text}.") })
}

/// A name in a table.
fn cell(name: &str) -> String {
    code(name).replace('|', "\\|")
}
