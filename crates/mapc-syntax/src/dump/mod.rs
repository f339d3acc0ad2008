//! What the scanner and the parser made of a file, as text that people read.
//!
//! A line is a token or a node of the tree: its place, then what it is, then what it says. The parts of a node stand below it, further
//! in; where their order alone does not tell what they are, a word and a colon in front do.

mod bodies;
mod decls;
mod exprs;
mod types;

use mapc_diagnostics::{FileId, Outline, SourceFile, Span};

use crate::ast;
use crate::tokens::{self, TokenKind};

/// The tokens of a file.
pub fn tokens(file: &SourceFile) -> String {
    let mut outline = Outline::new(file);
    for token in tokens::tokens(&file.text) {
        let kind = match token.kind {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Text => "text",
            TokenKind::Comment => "comment",
            TokenKind::Newline => "newline",
            TokenKind::Sign => "sign",
        };
        let text = file.text.get(token.range.clone()).unwrap_or_default();
        let says = if token.kind == TokenKind::Newline { kind.to_owned() } else { format!("{kind:7} {text}") };
        outline.leaf(Some(Span::new(FileId::default(), token.range.start, token.range.end)), &says);
    }
    outline.finish()
}

/// The tree of a file.
pub fn ast(file: &SourceFile, tree: &ast::File) -> String {
    let mut dump = Dump(Outline::new(file));
    tree.items.iter().for_each(|item| dump.item(item));
    dump.0.finish()
}

/// What writes a tree.
struct Dump<'f>(Outline<'f>);

impl Dump<'_> {
    fn leaf(&mut self, at: Span, says: &str) {
        self.0.leaf(Some(at), says);
    }

    fn node(&mut self, at: Span, says: &str, parts: impl FnOnce(&mut Self)) {
        self.0.open(Some(at), says);
        parts(self);
        self.0.close();
    }
}

/// Texts as they stand between bars, `"a" | "b"`.
fn texts(texts: &[ast::Text], between: &str) -> String {
    texts.iter().map(|text| format!("{:?}", text.value)).collect::<Vec<_>>().join(between)
}
