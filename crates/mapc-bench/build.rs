//! Compiles the packages whose generated Rust is measured.

fn main() -> Result<(), mapc_build::Error> {
    for package in ["lead-to-contact", "shop-orders", "webhooks"] {
        mapc_build::compile(format!("../../examples/{package}"))?;
    }
    mapc_build::compile("wide")
}
