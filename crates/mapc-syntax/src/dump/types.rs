//! Types as written.

use super::{Dump, texts};
use crate::ast::{Number, TypeArgument, TypeExpr, TypeHead, TypePrefix, TypeSuffix};

impl Dump<'_> {
    pub(super) fn ty(&mut self, role: &str, ty: &TypeExpr) {
        let prefix = match ty.prefix {
            Some(TypePrefix::Try) => "try ",
            Some(TypePrefix::Patch) => "patch ",
            None => "",
        };
        let head = match &ty.head {
            TypeHead::Named(path, _) => path.text(),
            TypeHead::List(_) => "list".to_owned(),
            TypeHead::Record(_) => "record".to_owned(),
            TypeHead::Tuple(_) => "tuple".to_owned(),
            TypeHead::Literals(members) => texts(members, " | "),
            TypeHead::Error => "error".to_owned(),
        };
        self.node(ty.span, &format!("{role}{prefix}type {head}"), |dump| {
            match &ty.head {
                TypeHead::Named(_, parts) | TypeHead::Tuple(parts) => parts.iter().for_each(|part| dump.ty("", part)),
                TypeHead::List(element) => dump.ty("", element),
                TypeHead::Record(members) => dump.members(members),
                TypeHead::Literals(_) | TypeHead::Error => {}
            }
            ty.suffixes.iter().for_each(|suffix| dump.suffix(suffix));
        });
    }

    fn suffix(&mut self, suffix: &TypeSuffix) {
        match suffix {
            TypeSuffix::Optional(span) => self.leaf(*span, "optional"),
            TypeSuffix::Arguments(arguments, span) => self.node(*span, "arguments", |dump| {
                arguments.iter().for_each(|argument| dump.type_argument(argument));
            }),
            TypeSuffix::Matching(pattern) => self.leaf(pattern.span, &format!("matching {:?}", pattern.value)),
            TypeSuffix::AsText(words, span) => self.leaf(*span, &format!("as {}", texts(words, " / "))),
            TypeSuffix::AsWord(name, arguments, span) => {
                self.node(*span, &format!("as {}", name.text), |dump| {
                    arguments.iter().for_each(|argument| dump.expr("", argument));
                });
            }
            TypeSuffix::In(zone) => self.leaf(zone.span, &format!("in {:?}", zone.value)),
            TypeSuffix::Wire(names, span) => self.leaf(*span, &format!("wire {}", texts(names, " | "))),
            TypeSuffix::OnlyFrom(path) => self.leaf(path.span, &format!("only from {}, not yet built", path.text())),
            TypeSuffix::Codec(span) => self.leaf(*span, "codec, not yet built"),
        }
    }

    fn type_argument(&mut self, argument: &TypeArgument) {
        let end = |number: &Option<Number>| number.as_ref().map(|number| number.text.clone()).unwrap_or_default();
        match argument {
            TypeArgument::Range(least, most, span) => {
                self.leaf(*span, &format!("range {}..{}", end(least), end(most)));
            }
            TypeArgument::Number(number) => self.leaf(number.span, &format!("number {}", number.text)),
            TypeArgument::Type(ty) => self.ty("", ty),
        }
    }
}
