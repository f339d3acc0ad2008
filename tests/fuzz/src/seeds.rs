//! What fuzzing starts from: no corpus is kept, since the tests and examples of the day are one.

use std::path::PathBuf;
use std::{env, fs};

/// Writes seeds into the folder that the command line names first, where libFuzzer reads them a moment later.
///
/// # Panics
/// Where the folder cannot be written.
pub fn write(seeds: impl IntoIterator<Item = Vec<u8>>) {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let is_option = |argument: &&std::ffi::OsString| argument.as_encoded_bytes().starts_with(b"-");
    // What is merged comes from folders of its own, and a file is an input to be run alone.
    let merges = arguments.iter().any(|argument| argument == "-merge=1");
    let folder = arguments.iter().find(|argument| !is_option(argument)).map(PathBuf::from);
    let Some(folder) = folder.filter(|folder| !merges && !folder.is_file()) else { return };
    fs::create_dir_all(&folder).expect("the folder of the corpus can be made");
    for (number, seed) in seeds.into_iter().enumerate() {
        fs::write(folder.join(format!("seed-{number:04}")), seed).expect("the folder of the corpus can be written");
    }
}
