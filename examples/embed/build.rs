//! Compiles the mappings of `sensors`.

fn main() -> Result<(), mapc_build::Error> {
    mapc_build::compile("sensors")
}
