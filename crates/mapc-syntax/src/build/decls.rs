//! Declarations.

use mapc_diagnostics::Span;

use super::Builder;
use crate::ast::{
    Arrow, Decl, EnumDecl, EnumMember, FnDecl, Item, MapDecl, OptionDecl, OptionValue, Path, RecordDecl, SystemDecl,
    TypeDecl,
};
use crate::errors;
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// One declaration with its documentation and attributes.
    pub fn item(&mut self, node: Node<'t>) -> Item {
        let span = self.span(&node);
        let docs = self.docs(node.as_span().start());
        let mut nodes = Nodes::of(node);
        let attributes = self.attributes(&mut nodes);
        let decl = match nodes.next() {
            Some(decl) => self.nested(span, |builder| builder.decl(decl)).unwrap_or(Decl::Error),
            None => Decl::Error,
        };
        if let Some(junk) = nodes.accept(Rule::junk) {
            let span = self.span(&junk);
            self.report(errors::items::trailing_input(span));
        }
        Item { docs, attributes, decl, span }
    }

    fn decl(&mut self, node: Node<'t>) -> Decl {
        let span = self.span(&node);
        let rule = node.as_rule();
        if rule == Rule::bad_item {
            self.mistake(&node);
            return Decl::Error;
        }
        let mut nodes = Nodes::of(node);
        match rule {
            Rule::entity_decl => Decl::Entity(self.record_decl(nodes)),
            Rule::record_decl => Decl::Record(self.record_decl(nodes)),
            Rule::system_decl => self.system_decl(nodes),
            Rule::enum_decl => self.enum_decl(nodes),
            Rule::type_decl => Decl::Type(TypeDecl { name: self.name(&mut nodes), ty: self.ty(&mut nodes) }),
            Rule::table_decl => self.table_decl(nodes),
            Rule::fn_decl => self.fn_decl(nodes),
            Rule::map_decl => self.map_decl(nodes),
            Rule::test_decl => self.test_decl(nodes),
            other => self.decl_not_yet(other, span, nodes),
        }
    }

    /// Declarations that the language has and mapc does not build yet.
    fn decl_not_yet(&mut self, rule: Rule, span: Span, nodes: Nodes<'t>) -> Decl {
        let what = match rule {
            Rule::event_decl => "event",
            Rule::union_decl => "union",
            Rule::use_decl => "use",
            Rule::feed_decl => "feed",
            _ => "settings",
        };
        // The mistakes inside are worth telling all the same.
        for node in nodes {
            match node.as_rule() {
                Rule::fields => drop(self.fields(node)),
                Rule::rows => drop(self.rows(node)),
                _ => {}
            }
        }
        let head = Span { end: span.start + u32::try_from(what.len()).unwrap_or(0), ..span };
        self.not_yet(what, head);
        Decl::NotYet(what)
    }

    fn record_decl(&mut self, mut nodes: Nodes<'t>) -> RecordDecl {
        let name = self.name(&mut nodes);
        if let Some(params) = nodes.accept(Rule::type_params) {
            let span = self.span(&params);
            self.report(errors::items::form_not_built("a record with type parameters", span));
        }
        let options = self.options(&mut nodes);
        let members = nodes.accept(Rule::fields).map(|fields| self.fields(fields)).unwrap_or_default();
        RecordDecl { name, options, members }
    }

    fn system_decl(&mut self, mut nodes: Nodes<'t>) -> Decl {
        let name = self.name(&mut nodes);
        let options = self.options(&mut nodes);
        let items = nodes.map(|item| self.item(item)).collect();
        Decl::System(SystemDecl { name, options, items })
    }

    fn options(&mut self, nodes: &mut Nodes<'t>) -> Vec<OptionDecl> {
        let Some(node) = nodes.accept(Rule::options) else { return Vec::new() };
        let span = self.span(&node);
        let read = |builder: &mut Self| node.into_inner().map(|option| builder.option(option)).collect();
        self.nested(span, read).unwrap_or_default()
    }

    fn option(&mut self, node: Node<'t>) -> OptionDecl {
        let span = self.span(&node);
        let mut nodes = Nodes::of(node);
        let name = self.name(&mut nodes);
        let value = match nodes.peek() {
            Some(Rule::text) => OptionValue::Text(self.some_text(&mut nodes)),
            Some(Rule::signed) => match nodes.next() {
                Some(number) => OptionValue::Number(self.number_of(&number)),
                None => OptionValue::Word(self.name(&mut nodes), Vec::new()),
            },
            _ => OptionValue::Word(self.name(&mut nodes), self.options(&mut nodes)),
        };
        OptionDecl { name, value, span }
    }

    fn enum_decl(&mut self, mut nodes: Nodes<'t>) -> Decl {
        let open = nodes.eat(Rule::open_mark);
        let name = self.name(&mut nodes);
        let members = nodes.filter_map(|member| self.enum_member(member)).collect();
        Decl::Enum(EnumDecl { open, name, members })
    }

    fn enum_member(&mut self, node: Node<'t>) -> Option<EnumMember> {
        if node.as_rule() == Rule::bad_member {
            self.mistake(&node);
            return None;
        }
        let docs = self.docs(node.as_span().start());
        let mut nodes = Nodes::of(node);
        Some(EnumMember { docs, name: self.name(&mut nodes), wire: self.text(&mut nodes) })
    }

    fn fn_decl(&mut self, mut nodes: Nodes<'t>) -> Decl {
        let name = self.binding(&mut nodes);
        let params = nodes.accept_all(Rule::param).into_iter().map(|param| {
            let mut nodes = Nodes::of(param);
            (self.binding(&mut nodes), self.ty(&mut nodes))
        });
        let params = params.collect();
        let result = self.ty(&mut nodes);
        let (lets, body) = match nodes.accept(Rule::fn_block) {
            Some(block) => self.fn_block(block),
            None => (Vec::new(), self.next_expr(&mut nodes)),
        };
        Decl::Fn(FnDecl { name, params, result, lets, body })
    }

    fn map_decl(&mut self, mut nodes: Nodes<'t>) -> Decl {
        let Some(head) = nodes.next() else { return Decl::Error };
        let broken = head.as_rule() == Rule::bad_head;
        let head_span = self.span(&head);
        if broken {
            self.mistake(&head);
        }
        let (left, arrow, right) = if broken { self.no_head() } else { self.map_head(head) };
        let body = self.next_body(&mut nodes);
        if broken { Decl::Error } else { Decl::Map(MapDecl { left, arrow, right, head_span, body }) }
    }

    fn no_head(&self) -> (Path, Arrow, Path) {
        let path = Path { segments: Vec::new(), span: self.span_between(0, 0) };
        (path.clone(), Arrow::Right, path)
    }

    fn map_head(&mut self, head: Node<'t>) -> (Path, Arrow, Path) {
        let mut nodes = Nodes::of(head);
        let left = self.path(&mut nodes);
        let arrow = match nodes.accept(Rule::arrow) {
            Some(node) => self.head_arrow(&node),
            None => Arrow::Right,
        };
        if let Some(patch) = nodes.accept(Rule::patch_mark) {
            let span = self.span(&patch);
            self.report(errors::items::form_not_built("a map to `patch`", span));
        }
        let right = self.path(&mut nodes);
        if let Some(each) = nodes.accept(Rule::map_for) {
            let span = self.span(&each);
            self.report(errors::items::form_not_built("a map with `for`", span));
        }
        (left, arrow, right)
    }

    /// The arrow of a head: it never points to the left.
    pub fn head_arrow(&mut self, node: &Node<'t>) -> Arrow {
        let arrow = super::tables::read_arrow(node.as_str());
        if arrow == Arrow::Left {
            let span = self.span(node);
            self.report(errors::items::left_arrow(span));
            return Arrow::Right;
        }
        arrow
    }
}
