//! `mapc.toml`.

use std::path::Path;

use mapc_codegen::refusal;
use mapc_diagnostics::{Diagnostic, FileId, SourceMap, Span};
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use crate::errors::manifest as errors;
use crate::pattern::{FurtherRoutes, RoutePattern};

/// The name of the file that makes a folder a package.
pub const MANIFEST: &str = "mapc.toml";

/// What `mapc.toml` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// `name`: also that of the crate that `mapc build` writes.
    pub name: String,
    /// `version`, three numbers.
    pub version: String,
    /// `description`.
    pub description: Option<String>,
    /// The table `[build]`.
    pub build: BuildTable,
}

/// What `[build]` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BuildTable {
    /// `routes`: what is built beside the declared maps and the routes that tests are about.
    pub routes: FurtherRoutes,
}

impl Manifest {
    /// A manifest that says no more than it has to.
    pub fn new(name: impl Into<String>, version: impl Into<String>) -> Manifest {
        Manifest { name: name.into(), version: version.into(), description: None, build: BuildTable::default() }
    }
}

/// Reads a manifest that stands in `sources` as `file`; reports all that is wrong with it.
pub(crate) fn parse(sources: &SourceMap, file: FileId, folder: &Path) -> Result<Manifest, Vec<Diagnostic>> {
    let text = &sources.file(file).text;
    let table = DeTable::parse(text).map_err(|error| vec![not_toml(&error, file)])?;
    let mut reader = Reader { file, text, diagnostics: Vec::new() };
    let manifest = reader.document(table.get_ref(), folder);
    match manifest {
        Some(manifest) if reader.diagnostics.is_empty() => Ok(manifest),
        _ => Err(reader.diagnostics),
    }
}

fn not_toml(error: &toml::de::Error, file: FileId) -> Diagnostic {
    let range = error.span().unwrap_or(0..0);
    let reason = error.message().trim().replace('\n', ", ");
    errors::not_toml(Span::new(file, range.start, range.end), reason)
}

struct Reader<'t> {
    file: FileId,
    text: &'t str,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn document(&mut self, document: &DeTable<'_>, folder: &Path) -> Option<Manifest> {
        const TABLES: [&str; 2] = ["package", "build"];
        for (key, _) in document.iter().filter(|(key, _)| !TABLES.contains(&key.get_ref().as_ref())) {
            if key.get_ref() == "dependencies" {
                self.diagnostics.push(errors::dependencies_not_built(self.span(key)));
            } else {
                self.unknown_key(key, &TABLES);
            }
        }
        let manifest = self.package_of(document, folder);
        let build = document.get("build").map(|build| self.build(build)).unwrap_or_default();
        manifest.map(|manifest| Manifest { build, ..manifest })
    }

    fn package_of(&mut self, document: &DeTable<'_>, folder: &Path) -> Option<Manifest> {
        let Some(package) = document.get("package") else {
            let first_line = Span::new(self.file, 0, self.text.find('\n').unwrap_or(self.text.len()));
            self.diagnostics.push(errors::no_package(first_line, &name_of(folder)));
            return None;
        };
        let span = self.span(package);
        let Some(package) = package.get_ref().as_table() else {
            self.diagnostics.push(errors::not_a_table("package", span));
            return None;
        };
        self.package(package, span, folder)
    }

    fn build(&mut self, build: &Spanned<DeValue<'_>>) -> BuildTable {
        const KEYS: [&str; 1] = ["routes"];
        let span = self.span(build);
        let Some(build) = build.get_ref().as_table() else {
            self.diagnostics.push(errors::not_a_table("build", span));
            return BuildTable::default();
        };
        for (key, _) in build.iter().filter(|(key, _)| !KEYS.contains(&key.get_ref().as_ref())) {
            self.unknown_key(key, &KEYS);
        }
        BuildTable { routes: build.get("routes").map(|routes| self.routes(routes)).unwrap_or_default() }
    }

    fn routes(&mut self, routes: &Spanned<DeValue<'_>>) -> FurtherRoutes {
        let span = self.span(routes);
        match routes.get_ref() {
            DeValue::String(text) if text == "all" => return FurtherRoutes::All,
            DeValue::Array(patterns) => return FurtherRoutes::Named(self.patterns(patterns)),
            DeValue::String(text) if text.contains("->") => {
                let written = self.text.get(routes.span()).unwrap_or_default();
                self.diagnostics.push(errors::routes_without_brackets(span, written));
            }
            _ => self.diagnostics.push(errors::routes_not_a_list(span)),
        }
        FurtherRoutes::default()
    }

    fn patterns(&mut self, patterns: &DeArray<'_>) -> Vec<RoutePattern> {
        let mut read = Vec::new();
        for pattern in patterns {
            let DeValue::String(text) = pattern.get_ref() else {
                let span = self.span(pattern);
                self.diagnostics.push(errors::not_a_text("a pattern in `routes`", span));
                continue;
            };
            match RoutePattern::parse(text, self.text, pattern.span(), self.file) {
                Ok(pattern) => read.push(pattern),
                Err(wrong) => {
                    self.diagnostics.push(errors::invalid_route_pattern(text, wrong.span, &wrong.label));
                }
            }
        }
        read
    }

    fn package(&mut self, package: &DeTable<'_>, span: Span, folder: &Path) -> Option<Manifest> {
        const KEYS: [&str; 3] = ["name", "version", "description"];
        for (key, _) in package.iter().filter(|(key, _)| !KEYS.contains(&key.get_ref().as_ref())) {
            self.unknown_key(key, &KEYS);
        }
        let name = self.text(package, "name");
        let version = self.text(package, "version");
        let description = self.text(package, "description").map(|(text, _)| text);
        if name.is_none() && !package.contains_key("name") {
            self.missing("name", &name_of(folder), span);
        }
        if version.is_none() && !package.contains_key("version") {
            self.missing("version", "0.1.0", span);
        }
        let (name, name_span) = name?;
        let (version, version_span) = version?;
        if !is_name(&name) {
            self.diagnostics.push(errors::not_a_name(name_span));
        } else if let Some(reason) = refusal(&name) {
            self.diagnostics.push(errors::invalid_package_name(&name, name_span, reason, &beside(&name)));
        }
        if !is_version(&version) {
            self.diagnostics.push(errors::not_a_version(version_span));
        }
        Some(Manifest { description, ..Manifest::new(name, version) })
    }

    fn text(&mut self, table: &DeTable<'_>, key: &str) -> Option<(String, Span)> {
        let value = table.get(key)?;
        let span = self.span(value);
        match value.get_ref() {
            DeValue::String(text) => Some((text.to_string(), span)),
            _ => {
                self.diagnostics.push(errors::not_a_text(&format!("`{key}`"), span));
                None
            }
        }
    }

    fn missing(&mut self, key: &str, example: &str, span: Span) {
        self.diagnostics.push(errors::missing_key(key, example, span));
    }

    fn unknown_key(&mut self, key: &Spanned<DeString<'_>>, known: &[&str]) {
        let diagnostic = errors::unknown_key(key.get_ref(), known, self.span(key));
        self.diagnostics.push(diagnostic);
    }

    fn span<T>(&self, value: &Spanned<T>) -> Span {
        Span::new(self.file, value.span().start, value.span().end)
    }
}

/// A package name made of a folder's name.
pub fn name_of(folder: &Path) -> String {
    let full = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let name = full.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let fitting = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let name: String = name.chars().map(fitting).collect();
    let name = name.trim_matches('-').to_owned();
    if !is_name(&name) {
        return "mappings".to_owned();
    }
    if refusal(&name).is_some() { beside(&name) } else { name }
}

/// A name beside one that cannot be.
fn beside(name: &str) -> String {
    format!("{name}-mappings")
}

fn is_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    name.len() <= 64 && name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(fits)
}

fn is_version(version: &str) -> bool {
    let number = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_digit())
            && (part == "0" || !part.starts_with('0'))
            && part.parse::<u64>().is_ok()
    };
    version.split('.').count() == 3 && version.split('.').all(number)
}
