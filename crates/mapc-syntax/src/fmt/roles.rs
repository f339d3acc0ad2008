//! What the signs of a chunk stand for, and which words begin an item, as the parser has read them.

use std::collections::HashSet;
use std::ops::Range;

use pest::iterators::Pairs;

use crate::grammar::Rule;
use crate::nodes::Node;

/// A line of a body, row or arm that may share a column with its neighbours.
#[derive(Clone, Debug)]
pub struct Marked {
    /// Its first byte.
    pub start: usize,
    /// Its `=`, `=>` or arrow; none in a line that has no such thing.
    pub mark: Option<usize>,
}

/// What the parser knows of a chunk, by offsets.
#[derive(Debug, Default)]
pub struct Roles {
    /// Two-sided operators.
    pub operators: HashSet<usize>,
    /// Signs that belong to what follows: minus signs of values, the star of `*.name`, dots of `..record`.
    pub prefixes: HashSet<usize>,
    /// Parentheses with a blank before them: the options of a system or record.
    pub options: HashSet<usize>,
    /// Commas without a blank behind them, as in `decimal(12,2)`.
    pub tight: HashSet<usize>,
    /// Words and signs that begin an item of a block or list.
    pub items: HashSet<usize>,
    /// `else` of `when`, which stands under its `when`.
    pub when_else: HashSet<usize>,
    /// `given`, which is as wide as `expect`.
    pub given: HashSet<usize>,
    /// JSON.
    pub json: Vec<Range<usize>>,
    /// The lines of each block, in order.
    pub blocks: Vec<Vec<Marked>>,
}

impl Roles {
    /// The roles of everything in a chunk.
    pub fn of(nodes: Pairs<'_, Rule>, text: &str) -> Self {
        let mut roles = Roles::default();
        // A list of what is left to do, because a tree may be as deep as its text.
        let mut left: Vec<Node<'_>> = nodes.collect();
        while let Some(node) = left.pop() {
            roles.node(&node, text);
            let parent = node.as_rule();
            for child in node.into_inner() {
                if begins_item(parent, child.as_rule()) {
                    roles.items.insert(child.as_span().start());
                }
                left.push(child);
            }
        }
        roles.json.sort_by_key(|range| range.start);
        roles
    }

    fn node(&mut self, node: &Node<'_>, text: &str) {
        let span = node.as_span();
        match node.as_rule() {
            Rule::compare | Rule::add | Rule::multiply | Rule::coalesce => drop(self.operators.insert(span.start())),
            Rule::negate | Rule::star_path | Rule::spread => drop(self.prefixes.insert(span.start())),
            Rule::signed if node.as_str().starts_with('-') => drop(self.prefixes.insert(span.start())),
            Rule::record_decl | Rule::system_decl => {
                let options = node.clone().into_inner().find(|child| child.as_rule() == Rule::options);
                self.options.extend(options.map(|options| options.as_span().start()));
            }
            Rule::ty_args => self.numbers(node, text),
            Rule::when => self.when(node, text),
            Rule::given | Rule::given_context => drop(self.given.insert(span.start())),
            Rule::json => self.json.push(span.start()..span.end()),
            Rule::body | Rule::rows | Rule::match_ => self.blocks.push(block(node)),
            _ => {}
        }
    }

    fn numbers(&mut self, node: &Node<'_>, text: &str) {
        for argument in node.clone().into_inner().filter(|argument| argument.as_rule() == Rule::signed) {
            let behind = argument.as_span().end();
            let rest = text.get(behind..).unwrap_or("");
            let comma = behind + rest.len() - rest.trim_start().len();
            self.tight.extend(rest.trim_start().starts_with(',').then_some(comma));
        }
    }

    fn when(&mut self, node: &Node<'_>, text: &str) {
        let mut bodies = node.clone().into_inner().filter(|child| child.as_rule() == Rule::body);
        let (Some(then), Some(otherwise)) = (bodies.next(), bodies.next()) else { return };
        // The last `else` before the second body: one in a comment stands before it.
        let between = then.as_span().end()..otherwise.as_span().start();
        let found = text.get(between.clone()).and_then(|between| between.rfind("else"));
        self.when_else.extend(found.map(|at| between.start + at));
    }

    /// Whether `offset` lies inside of JSON, behind its first byte.
    pub fn in_json(&self, offset: usize) -> bool {
        let index = self.json.partition_point(|range| range.end <= offset);
        self.json.get(index).is_some_and(|range| range.start < offset)
    }
}

/// The lines of a body, table or match.
fn block(node: &Node<'_>) -> Vec<Marked> {
    let lines = node.clone().into_inner().filter(|child| !matches!(child.as_rule(), Rule::expr));
    lines.map(|line| marked(&line)).collect()
}

fn marked(node: &Node<'_>) -> Marked {
    let is_mark = |child: &Node<'_>| {
        use Rule::{arrow, assign_mark, both_mark, left_mark, right_mark};
        matches!(child.as_rule(), assign_mark | both_mark | left_mark | right_mark | arrow)
    };
    let mark = match node.as_rule() {
        Rule::line | Rule::right_line | Rule::row => {
            node.clone().into_inner().find(is_mark).map(|mark| mark.as_span().start())
        }
        Rule::arm => arm_mark(node),
        _ => None,
    };
    Marked { start: node.as_span().start(), mark }
}

/// The `=>` of an arm stands between its last pattern and its value, before any comment.
fn arm_mark(node: &Node<'_>) -> Option<usize> {
    let pattern = node.clone().into_inner().filter(|child| child.as_rule() == Rule::pattern).last()?;
    let behind = pattern.as_span().end();
    let text = node.as_str().get(behind - node.as_span().start()..)?;
    text.find("=>").map(|at| behind + at)
}

/// Whether a child stands on a line of its own where its parent is broken over several lines.
fn begins_item(parent: Rule, child: Rule) -> bool {
    match parent {
        Rule::chunk | Rule::item | Rule::system_decl | Rule::fields | Rule::body | Rule::rows | Rule::enum_decl => true,
        Rule::test_decl | Rule::fn_block | Rule::args | Rule::list | Rule::paren | Rule::options => true,
        Rule::match_ => child == Rule::arm,
        Rule::fn_decl => child == Rule::param,
        Rule::field => matches!(child, Rule::attribute | Rule::field_kw | Rule::name),
        _ => false,
    }
}
