//! Compiles `.map` packages from a `build.rs`.
