//! Arbitrary bytes as a `.map` file through the whole compiler.

use fastrand::Rng;
use libfuzzer_sys::fuzzer_mutate;
use mapc::generated::Runtime;
use mapc::pattern::FurtherRoutes;
use mapc::render::{self, Style};
use mapc::{Checked, Manifest, Project};
use mapc_diagnostics::FileId;
use mapc_plan::image;
use mapc_tests::program::{map_files, texts};
use mapc_tests::root;

use crate::words::changed;

/// Bytes as a package of one file. What is no UTF-8 is mended first, since the compiler turns it away before it reads it.
///
/// # Panics
/// Where the compiler does, where plans are not whole or do not read back, where a well-formed text is formatted once more to another
/// one, or where its formatted text does not mean the same.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let checked = check(&text);
    // Drawn, every label has to lie within the text and between characters.
    let _ = render::human(&checked.diagnostics, &checked.sources, Style::PLAIN);
    let _ = render::json(&checked.diagnostics, &checked.sources);
    if checked.is_usable() {
        plans(&checked);
        let _ = checked.generate(Runtime::Version("0.1"));
        let _ = checked.run_tests("");
    }
    format(&text, &checked);
}

fn check(text: &str) -> Checked {
    let mut manifest = Manifest::new("fuzzed", "0.1.0");
    manifest.build.routes = FurtherRoutes::All;
    Project::in_memory(manifest, [("fuzzed.map", text)]).check()
}

/// Plans are whole, and read back as they are printed.
fn plans(checked: &Checked) {
    match checked.plans() {
        Ok(plans) => {
            let printed = image::write(&plans);
            let read = image::read(&printed).unwrap_or_else(|wrong| panic!("{wrong:?}:\n{printed}"));
            assert_eq!(printed, image::write(&read), "the plans read back as others");
        }
        Err(errors) => {
            let told = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
            assert!(!told.contains("defect of mapc"), "{told}");
        }
    }
}

fn format(text: &str, checked: &Checked) {
    let formatted = mapc_syntax::format(text);
    if !mapc_syntax::parse(FileId::default(), text).diagnostics.is_empty() {
        return;
    }
    let again = mapc_syntax::format(&formatted);
    assert_eq!(formatted, again, "formatted once more, the text is another one");
    assert_eq!(codes(checked), codes(&check(&formatted)), "formatted, the text does not mean the same:\n{formatted}");
}

/// The codes of all findings, sorted: places move where a text is formatted.
fn codes(checked: &Checked) -> Vec<&'static str> {
    let mut codes: Vec<_> = checked.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    codes.sort_unstable();
    codes
}

/// Changes the first `size` bytes in place, to at most `most`: by words, or now and then by bytes as libFuzzer would.
pub fn mutate(bytes: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut rng = Rng::with_seed(seed.into());
    let changed = match std::str::from_utf8(&bytes[..size]) {
        Ok(text) if rng.u8(..5) > 0 => changed(text, &mut rng),
        _ => return fuzzer_mutate(bytes, size, most),
    };
    let length = changed.len().min(most);
    bytes[..length].copy_from_slice(&changed.as_bytes()[..length]);
    length
}

/// The programs of the tests and examples, each as one file, and the examples of all diagnostics.
pub fn seeds() -> Vec<Vec<u8>> {
    let programs = texts().into_iter().map(|(_, files)| files.into_iter().map(|(_, text)| text).collect::<String>());
    let layouts = map_files(&root().join("tests/fmt")).into_iter().map(|(_, text)| text);
    let blocks =
        mapc::codes::all().iter().flat_map(|code| ["Wrong", "Right"].map(|heading| code.block(heading, "map")));
    let blocks = blocks.flatten().map(str::to_owned);
    programs.chain(layouts).chain(blocks).map(String::into_bytes).collect()
}
