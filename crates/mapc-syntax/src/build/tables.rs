//! Tables.

use super::Builder;
use crate::ast::{Arrow, Cell, CellKind, Decl, TableDecl, TableRow};
use crate::grammar::Rule;
use crate::nodes::{Node, Nodes};

impl<'t> Builder<'t> {
    /// `table Name: A -> B { … }`.
    pub fn table_decl(&mut self, mut nodes: Nodes<'t>) -> Decl {
        let name = self.name(&mut nodes);
        let from = self.ty(&mut nodes);
        if let Some(node) = nodes.accept(Rule::arrow) {
            self.head_arrow(&node);
        }
        let to = self.ty(&mut nodes);
        let file = self.text(&mut nodes);
        let rows = nodes.accept(Rule::rows).map(|rows| self.rows(rows)).unwrap_or_default();
        Decl::Table(TableDecl { name, from, to, rows, file })
    }

    /// The rows of a table or union.
    pub fn rows(&mut self, node: Node<'t>) -> Vec<TableRow> {
        node.into_inner().filter_map(|row| self.row(row)).collect()
    }

    fn row(&mut self, node: Node<'t>) -> Option<TableRow> {
        let span = self.span(&node);
        if node.as_rule() == Rule::bad_row {
            self.mistake(&node);
            return None;
        }
        let mut nodes = Nodes::of(node);
        let mut left: Vec<Cell> = nodes.accept_all(Rule::cell).into_iter().map(|cell| self.cell(cell)).collect();
        let Some(arrow) = nodes.accept(Rule::arrow) else {
            // `else cell` has no arrow.
            return Some(TableRow { left: Vec::new(), arrow: Arrow::Right, right: left.pop()?, span });
        };
        let right = self.cell(nodes.accept(Rule::cell)?);
        Some(TableRow { left, arrow: read_arrow(arrow.as_str()), right, span })
    }

    fn cell(&mut self, node: Node<'t>) -> Cell {
        let span = self.span(&node);
        let kind = match node.into_inner().next() {
            Some(inner) => match inner.as_rule() {
                Rule::text => CellKind::Text(self.text_of(&inner).value),
                Rule::signed => CellKind::Number(self.number_of(&inner).text),
                Rule::name => CellKind::Member(self.name_of(&inner).text),
                Rule::tuple_cell => CellKind::Tuple(inner.into_inner().map(|cell| self.cell(cell)).collect()),
                _ => CellKind::Word(inner.as_str().to_owned()),
            },
            None => CellKind::Word(String::new()),
        };
        Cell { kind, span }
    }
}

/// Which way an arrow goes.
pub fn read_arrow(written: &str) -> Arrow {
    match written {
        "<->" => Arrow::Both,
        "<-" => Arrow::Left,
        _ => Arrow::Right,
    }
}
