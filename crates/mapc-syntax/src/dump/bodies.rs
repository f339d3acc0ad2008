//! The lines of maps and of records that are built.

use super::Dump;
use crate::ast::{Body, Entry, EntryKind, ListedPath, Side, Text};

impl Dump<'_> {
    pub(super) fn entries(&mut self, body: &Body) {
        body.entries.iter().for_each(|entry| self.entry(entry));
    }

    fn entry(&mut self, entry: &Entry) {
        let says = said(&entry.kind);
        self.node(entry.span, &says, |dump| dump.parts_of_entry(&entry.kind));
    }

    fn parts_of_entry(&mut self, kind: &EntryKind) {
        match kind {
            EntryKind::Assign { value, .. }
            | EntryKind::ToLeft { value, .. }
            | EntryKind::ToRight { value, .. }
            | EntryKind::Let { value, .. }
            | EntryKind::SkipWhen { condition: value, .. } => self.expr("", value),
            EntryKind::Both { right, nested, .. } => {
                self.expr("right: ", right);
                nested.iter().for_each(|nested| self.node(nested.span, "body", |dump| dump.entries(nested)));
            }
            EntryKind::DeleteWhen { condition, body } => {
                self.expr("", condition);
                self.node(body.span, "key", |dump| dump.entries(body));
            }
            EntryKind::RejectWhen { condition, reason, .. } => {
                self.expr("", condition);
                self.expr("reason: ", reason);
            }
            EntryKind::When { condition, then, otherwise } => {
                self.expr("", condition);
                self.node(then.span, "then", |dump| dump.entries(then));
                otherwise.iter().for_each(|body| self.node(body.span, "else", |dump| dump.entries(body)));
            }
            EntryKind::Ignore { .. }
            | EntryKind::Unset { .. }
            | EntryKind::Only { .. }
            | EntryKind::Auto
            | EntryKind::Spread(_)
            | EntryKind::Error => {}
        }
    }
}

/// What a line says beside its expressions.
fn said(kind: &EntryKind) -> String {
    match kind {
        EntryKind::Assign { target, .. } => format!("assign {}", target.text()),
        EntryKind::Both { left, .. } => format!("both {}", left.text()),
        EntryKind::ToLeft { left, .. } => format!("to left {}", left.text()),
        EntryKind::ToRight { right, .. } => format!("to right {}", right.text()),
        EntryKind::Let { name, .. } => format!("let {}", name.text),
        EntryKind::Ignore { paths, because } => format!("ignore {}{}", listed(paths), reason(because.as_ref())),
        EntryKind::Unset { paths, because } => format!("unset {}{}", listed(paths), reason(because.as_ref())),
        EntryKind::Only { side, paths, because } => {
            let side = if *side == Side::Left { "left" } else { "right" };
            format!("{side} only {}{}", listed(paths), reason(because.as_ref()))
        }
        EntryKind::Auto => "auto, not yet built".to_owned(),
        EntryKind::Spread(path) => format!("spread {}, not yet built", path.text()),
        EntryKind::SkipWhen { because, .. } => format!("skip when{}", reason(because.as_ref())),
        EntryKind::DeleteWhen { .. } => "delete when".to_owned(),
        EntryKind::RejectWhen { code, .. } => format!("reject {} when", code.text),
        EntryKind::When { .. } => "when".to_owned(),
        EntryKind::Error => "error".to_owned(),
    }
}

fn listed(paths: &[ListedPath]) -> String {
    let path = |path: &ListedPath| format!("{}{}", if path.star { "*." } else { "" }, path.path.text());
    paths.iter().map(path).collect::<Vec<_>>().join(", ")
}

fn reason(because: Option<&Text>) -> String {
    because.map(|text| format!(" because {:?}", text.value)).unwrap_or_default()
}
