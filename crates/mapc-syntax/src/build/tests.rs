//! Test blocks.

use super::Builder;
use crate::ast::{Decl, Json, Path, TestDecl, TestStep, TestStepKind};
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// `test "…" { … }`.
    pub fn test_decl(&mut self, mut nodes: Nodes<'t>) -> Decl {
        let name = self.some_text(&mut nodes);
        let steps = nodes.map(|step| self.step(step)).collect();
        Decl::Test(TestDecl { name, steps })
    }

    fn step(&mut self, node: Node<'t>) -> TestStep {
        let span = self.span(&node);
        let rule = node.as_rule();
        if rule == Rule::bad_step {
            self.mistake(&node);
            return TestStep { kind: TestStepKind::Error, span };
        }
        let mut nodes = Nodes::of(node);
        let kind = match rule {
            Rule::given => TestStepKind::Given(self.path(&mut nodes), self.json(&mut nodes)),
            Rule::given_context => TestStepKind::GivenContext(self.path(&mut nodes), self.json(&mut nodes)),
            Rule::expect_reject => self.expect_reject(nodes),
            Rule::expect_skip => TestStepKind::ExpectSkip(self.optional_path(&mut nodes)),
            Rule::expect_delete => TestStepKind::ExpectDelete(self.path(&mut nodes), self.json(&mut nodes)),
            _ => {
                let target = self.path(&mut nodes);
                let has = nodes.eat(Rule::has_mark);
                TestStepKind::Expect { target, has, json: self.json(&mut nodes) }
            }
        };
        TestStep { kind, span }
    }

    fn expect_reject(&mut self, mut nodes: Nodes<'t>) -> TestStepKind {
        let target = self.optional_path(&mut nodes);
        let code = nodes.accept(Rule::name).map(|code| self.name_of(&code));
        TestStepKind::ExpectReject { target, code, at: self.text(&mut nodes) }
    }

    fn optional_path(&mut self, nodes: &mut Nodes<'t>) -> Option<Path> {
        nodes.accept(Rule::path).map(|path| self.path_of(&path))
    }

    fn json(&mut self, nodes: &mut Nodes<'t>) -> Json {
        match nodes.accept(Rule::json) {
            Some(node) => Json { text: node.as_str().to_owned(), span: self.span(&node) },
            None => Json { text: "null".to_owned(), span: self.span_between(0, 0) },
        }
    }
}
