//! What the fuzz targets do with their bytes, and what they start from.

pub mod compiler;
pub mod engines;
pub mod reader;
pub mod seeds;
pub mod words;
