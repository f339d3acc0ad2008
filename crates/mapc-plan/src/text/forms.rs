//! The text of a plan's own parts. The parts of each stand once, in the order in which they are written and read.

use mapc_runtime::Constant;

use super::{Form, Misread, Names, Node};
use crate::ids::{EnumId, FunctionId, LocalId, ReadId, RecordId, SiteId, TableId, WriteId};
use crate::ops::{Argument, Arm, Expr, For, Op, Read};
use crate::plan::{
    Check, Decode, DecodeKind, Element, Encode, EncodeElement, Enum, Function, Head, Layout, Local, Otherwise,
    Pipeline, ReadField, ReadShape, Site, Stage, Step, Table, WriteField, WriteShape,
};
use crate::ty::Ty;

/// Structs: a head word and their fields.
macro_rules! structs {
    ($($ty:ident $head:literal ($($field:ident),*);)*) => { $(
        impl Form for $ty {
            fn node(&self, names: &Names<'_>) -> Node {
                Node::headed($head, [$(self.$field.node(names)),*])
            }

            fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
                match node.behind($head)? {
                    [$($field),*] => Ok($ty { $($field: Form::of($field, names)?),* }),
                    other => Err(Misread::new(concat!("parts of `", $head, "`"), other)),
                }
            }
        }
    )* };
}

structs! {
    Layout "layout" (record, name, fields);
    Local "local" (name, ty);
    Check "check" (condition, reason);
    Pipeline "pipeline" (write, stages);
    Stage "stage" (heads, lets, outputs, checks);
    ReadShape "shape" (record, unknown, duplicates, site, fields);
    ReadField "field" (names, optional, default, tolerant, slot, site, decode);
    Decode "value" (blank, constraints, kind);
    Element "element" (optional, decode);
    WriteShape "shape" (record, absent, fields);
    WriteField "field" (name, slot, optional, blanks, encode);
    EncodeElement "element" (optional, encode);
    Table "table" (name, from, to, otherwise, rows);
    Enum "enum" (name, wire);
    Site "site" (place, target, pointer, operands);
    For "each" (item, index, number, list, filter, body);
    Arm "arm" (values, body);
}

/// Positions: a sign and a number.
macro_rules! positions {
    ($($ty:ident $sign:literal;)*) => { $(
        impl Form for $ty {
            fn node(&self, _: &Names<'_>) -> Node {
                Node::word(format!(concat!($sign, "{}"), self.0))
            }

            fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
                let word = node.as_word()?;
                let number = word.strip_prefix($sign).and_then(|number| number.parse().ok());
                number.map($ty).ok_or_else(|| Misread(format!(concat!("`{}` is no position `", $sign, "…`"), word)))
            }
        }
    )* };
}

positions! {
    RecordId "r";
    EnumId "e";
    TableId "t";
    FunctionId "f";
    SiteId "@";
    ReadId "in";
    WriteId "out";
}

impl Form for LocalId {
    fn node(&self, names: &Names<'_>) -> Node {
        Node::Word(names.of(*self))
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        names.find(node.as_word()?)
    }
}

impl Form for Read {
    fn node(&self, names: &Names<'_>) -> Node {
        self.0.node(names)
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        LocalId::of(node, names).map(Read)
    }
}

impl Form for Ty {
    fn node(&self, names: &Names<'_>) -> Node {
        Node::word(match self {
            Ty::Never => "never",
            Ty::Bool => "bool",
            Ty::Int => "int",
            Ty::Decimal => "decimal",
            Ty::Float => "float",
            Ty::Str => "string",
            Ty::Scalar => "scalar",
            Ty::Date => "date",
            Ty::DateTime => "local_datetime",
            Ty::Timestamp => "timestamp",
            Ty::Enum(id) => return id.node(names),
            Ty::Record(id) => return id.node(names),
            Ty::List(inner) => return Node::headed("list", [inner.node(names)]),
            Ty::Map(inner) => return Node::headed("map", [inner.node(names)]),
            Ty::Tuple(parts) => return Node::headed("tuple", parts.iter().map(|part| part.node(names))),
            Ty::Optional(inner) => return Node::headed("optional", [inner.node(names)]),
        })
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        if let Node::List(_) = node {
            return match node.as_list()? {
                [Node::Word(head), inner] if head == "list" => Ok(Ty::List(Form::of(inner, names)?)),
                [Node::Word(head), inner] if head == "map" => Ok(Ty::Map(Form::of(inner, names)?)),
                [Node::Word(head), inner] if head == "optional" => Ok(Ty::Optional(Form::of(inner, names)?)),
                [Node::Word(head), parts @ ..] if head == "tuple" => {
                    parts.iter().map(|part| Ty::of(part, names)).collect::<Result<_, _>>().map(Ty::Tuple)
                }
                other => Err(Misread::new("types", other)),
            };
        }
        Ok(match node.as_word()? {
            "never" => Ty::Never,
            "bool" => Ty::Bool,
            "int" => Ty::Int,
            "decimal" => Ty::Decimal,
            "float" => Ty::Float,
            "string" => Ty::Str,
            "scalar" => Ty::Scalar,
            "date" => Ty::Date,
            "local_datetime" => Ty::DateTime,
            "timestamp" => Ty::Timestamp,
            word if word.starts_with('e') => Ty::Enum(EnumId::of(node, names)?),
            _ => Ty::Record(RecordId::of(node, names)?),
        })
    }
}

/// `(name @site type operand…)`; what reads a local is `%name@site`, for the local has the type.
impl Form for Expr {
    fn node(&self, names: &Names<'_>) -> Node {
        if let Some(local) = self.as_local() {
            return Node::word(format!("{}@{}", names.of(local), self.site.0));
        }
        let operands = self.op.operands(names);
        Node::headed(self.op.name(), [self.site.node(names), self.ty.node(names)].into_iter().chain(operands))
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        mapc_runtime::stack::deeper(|| match node {
            Node::Word(word) => {
                let (local, site) = word.split_once('@').unwrap_or((word, ""));
                let local = names.find(local)?;
                let site = site.parse().map(SiteId).map_err(|_| Misread(format!("`{word}` names no site")))?;
                let ty = names.locals.get(local.0 as usize).map_or(Ty::Never, |local| local.ty.clone());
                Ok(Expr { op: Op::Local(Read(local)), ty, site })
            }
            node => match node.as_list()? {
                [Node::Word(name), site, ty, operands @ ..] => Ok(Expr {
                    op: Op::of(name, operands, names)?,
                    ty: Ty::of(ty, names)?,
                    site: SiteId::of(site, names)?,
                }),
                other => Err(Misread::new("expressions", other)),
            },
        })
    }
}

impl Form for Argument {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            Argument::Value(value) => value.node(names),
            Argument::Lambda { params, body } => Node::headed("lambda", [params.node(names), body.node(names)]),
            Argument::Regex(pattern) => Node::headed("regex", [pattern.node(names)]),
            Argument::Pattern(pattern, purpose) => Node::headed("pattern", [pattern.node(names), purpose.node(names)]),
        }
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        match node {
            Node::List(parts) => match parts.as_slice() {
                [Node::Word(head), params, body] if head == "lambda" => {
                    Ok(Argument::Lambda { params: Form::of(params, names)?, body: Form::of(body, names)? })
                }
                [Node::Word(head), pattern] if head == "regex" => Ok(Argument::Regex(Form::of(pattern, names)?)),
                [Node::Word(head), pattern, purpose] if head == "pattern" => {
                    Ok(Argument::Pattern(Form::of(pattern, names)?, Form::of(purpose, names)?))
                }
                _ => Expr::of(node, names).map(Argument::Value),
            },
            node => Expr::of(node, names).map(Argument::Value),
        }
    }
}

impl Form for Head {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            Head::Skip { condition, reason } => Node::headed("skip_when", [condition.node(names), reason.node(names)]),
            Head::Delete { condition, pipeline } => {
                Node::headed("delete_when", [condition.node(names), pipeline.node(names)])
            }
            Head::Reject { condition, rejection } => {
                Node::headed("reject_when", [condition.node(names), rejection.node(names)])
            }
        }
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        let [Node::Word(head), condition, then] = node.as_list()? else {
            return Err(Misread::new("heads", std::slice::from_ref(node)));
        };
        let condition = Form::of(condition, names)?;
        match head.as_str() {
            "skip_when" => Ok(Head::Skip { condition, reason: Form::of(then, names)? }),
            "delete_when" => Ok(Head::Delete { condition, pipeline: Form::of(then, names)? }),
            "reject_when" => Ok(Head::Reject { condition, rejection: Form::of(then, names)? }),
            other => Err(Misread(format!("there is no head `{other}`"))),
        }
    }
}

/// Its own locals are written before what reads them.
impl Form for Function {
    fn node(&self, names: &Names<'_>) -> Node {
        let inside = Names { locals: &self.locals };
        Node::headed(
            "function",
            [self.name.node(names), self.locals.node(names), self.params.node(&inside), self.body.node(&inside)],
        )
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        let [name, locals, params, body] = node.behind("function")? else {
            return Err(Misread::new("parts of a function", std::slice::from_ref(node)));
        };
        let locals: Vec<Local> = Form::of(locals, names)?;
        let inside = Names { locals: &locals };
        let (params, body) = (Form::of(params, &inside)?, Form::of(body, &inside)?);
        Ok(Function { name: Form::of(name, names)?, params, locals, body })
    }
}

impl Form for DecodeKind {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            DecodeKind::Leaf(form) => Node::headed("leaf", [form.node(names)]),
            DecodeKind::Enum(id) => Node::headed("member", [id.node(names)]),
            DecodeKind::Record(id) => Node::headed("record", [id.node(names)]),
            DecodeKind::List(element) => Node::headed("list", [element.node(names)]),
            DecodeKind::Split(by, element) => Node::headed("split", [by.node(names), element.node(names)]),
            DecodeKind::Map(element) => Node::headed("map", [element.node(names)]),
        }
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        match node.as_list()? {
            [Node::Word(head), by, element] if head == "split" => {
                Ok(DecodeKind::Split(Form::of(by, names)?, Form::of(element, names)?))
            }
            [Node::Word(head), inner] => match head.as_str() {
                "leaf" => Form::of(inner, names).map(DecodeKind::Leaf),
                "member" => Form::of(inner, names).map(DecodeKind::Enum),
                "record" => Form::of(inner, names).map(DecodeKind::Record),
                "list" => Form::of(inner, names).map(DecodeKind::List),
                "map" => Form::of(inner, names).map(DecodeKind::Map),
                other => Err(Misread(format!("values are not read as `{other}`"))),
            },
            other => Err(Misread::new("forms", other)),
        }
    }
}

impl Form for Encode {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            Encode::Leaf(form) => Node::headed("leaf", [form.node(names)]),
            Encode::Enum(id) => Node::headed("member", [id.node(names)]),
            Encode::Record(id) => Node::headed("record", [id.node(names)]),
            Encode::List(element) => Node::headed("list", [element.node(names)]),
            Encode::Split(by, element) => Node::headed("split", [by.node(names), element.node(names)]),
            Encode::Map(element) => Node::headed("map", [element.node(names)]),
        }
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        match node.as_list()? {
            [Node::Word(head), by, element] if head == "split" => {
                Ok(Encode::Split(Form::of(by, names)?, Form::of(element, names)?))
            }
            [Node::Word(head), inner] => match head.as_str() {
                "leaf" => Form::of(inner, names).map(Encode::Leaf),
                "member" => Form::of(inner, names).map(Encode::Enum),
                "record" => Form::of(inner, names).map(Encode::Record),
                "list" => Form::of(inner, names).map(Encode::List),
                "map" => Form::of(inner, names).map(Encode::Map),
                other => Err(Misread(format!("values are not written as `{other}`"))),
            },
            other => Err(Misread::new("forms", other)),
        }
    }
}

impl Form for Otherwise {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            Otherwise::Reject => Node::word("else_reject"),
            Otherwise::Same => Node::word("else_same"),
            Otherwise::Value(value) => Node::headed("else", [value.node(names)]),
        }
    }

    fn of(node: &Node, names: &Names<'_>) -> Result<Self, Misread> {
        match node {
            Node::Word(word) if word == "else_reject" => Ok(Otherwise::Reject),
            Node::Word(word) if word == "else_same" => Ok(Otherwise::Same),
            node => match node.behind("else")? {
                [value] => Constant::of(value, names).map(Otherwise::Value),
                other => Err(Misread::new("constants", other)),
            },
        }
    }
}

impl Form for Step {
    fn node(&self, names: &Names<'_>) -> Node {
        match self {
            Step::Key(key) => key.node(names),
            // A site belongs to the route or to one of its functions, so that here no local has a name.
            Step::Index(local) => Node::word(format!("%{}", local.0)),
        }
    }

    fn of(node: &Node, _: &Names<'_>) -> Result<Self, Misread> {
        match node {
            Node::Text(key) => Ok(Step::Key(key.clone())),
            node => {
                let word = node.as_word()?;
                let number = word.strip_prefix('%').and_then(|number| number.parse().ok());
                number.map(|local| Step::Index(LocalId(local))).ok_or_else(|| Misread(format!("`{word}` is no step")))
            }
        }
    }
}
