//! The files of a generated crate as one module.

/// The modules of a generated crate.
const MODULES: [&str; 4] = ["types", "maps", "plans", "routes"];

/// Text of one module `name` that holds all modules of a crate, given as paths and texts.
pub(crate) fn text(name: &str, files: &[(String, String)]) -> String {
    let body: String = MODULES.iter().map(|module| inline("pub mod", module, "src", files)).collect();
    format!(
        "/// Mappings, written by mapc from `.map` files, which are the place to change anything.\n\
         pub mod {name} {{\n{body}\npub use ::mapc_runtime as runtime;\n}}\n"
    )
}

/// How modules are declared.
const DECLARED: [&str; 2] = ["pub mod", "pub(crate) mod"];

/// `pub mod module { … }` with the text of its file, and its own modules in it likewise.
fn inline(declared: &str, module: &str, folder: &str, files: &[(String, String)]) -> String {
    let path = format!("{folder}/{module}.rs");
    let Some((_, text)) = files.iter().find(|(name, _)| *name == path) else { return String::new() };
    let below = format!("{folder}/{module}");
    let inner = |line: &str| {
        let declared = DECLARED.iter().find(|declared| line.starts_with(**declared))?;
        let name = line.strip_prefix(declared)?.strip_suffix(';')?.trim();
        Some(inline(declared, name, &below, files))
    };
    let lines: String = text.lines().map(|line| inner(line).unwrap_or_else(|| format!("{line}\n"))).collect();
    format!("{declared} {module} {{\n{lines}}}\n")
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn modules_stand_inside_each_other() {
        let files = [
            ("src/types.rs", "//! Types.\npub struct A;\n"),
            ("src/maps.rs", "pub fn f(a: crate::lead_to_contact::types::A) -> &str { \"crate::types::\" }\n"),
            ("src/routes.rs", "pub mod one;\npub use one::one;\n"),
            ("src/routes/one.rs", "pub(crate) mod typed;\npub fn one() {}\n"),
            ("src/routes/one/typed.rs", "use super::*;\n"),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()));
        let whole = text("lead_to_contact", &files);
        assert!(whole.contains("pub mod types {\n//! Types.\npub struct A;\n}\n"), "{whole}");
        assert!(whole.contains("-> &str { \"crate::types::\" }\n"), "{whole}");
        assert!(
            whole.contains("pub mod routes {\npub mod one {\npub(crate) mod typed {\nuse super::*;\n}\npub fn one() {}\n}\npub use one::one;\n}\n"),
            "{whole}"
        );
        assert_eq!(whole.matches('{').count(), whole.matches('}').count());
    }
}
