//! Plans put together by hand, for what a whole program would only reach by detours.

use mapc_plan::ir::*;

/// An expression of a type, at the first place.
pub fn expr(kind: ExprKind, ty: Ty) -> Expr {
    Expr { kind, ty, site: SiteId(0) }
}

/// A local of a type.
pub fn local(id: u32, ty: Ty) -> Expr {
    expr(ExprKind::Local(LocalId(id)), ty)
}

/// A field of the source record, which is record 0 in local 0.
pub fn field(position: u32, ty: Ty) -> Expr {
    expr(ExprKind::Field(Box::new(local(0, Ty::Record(RecordId(0)))), position), ty)
}

/// A text.
pub fn text(value: &str) -> Expr {
    expr(ExprKind::Const(Const::Str(value.to_owned())), Ty::Str)
}

/// An int.
pub fn int(value: i64) -> Expr {
    expr(ExprKind::Const(Const::Int(value)), Ty::Int)
}

/// The own form of a type without parts, as it is read.
pub fn read(base: &str) -> DecodeKind {
    DecodeKind::Leaf(Form::own(base).expect("a type without parts"))
}

/// The own form of a type without parts, as it is written.
pub fn write(base: &str) -> Encode {
    Encode::Leaf(Form::own(base).expect("a type without parts"))
}

/// How a type without parts is read.
pub fn decode(kind: DecodeKind) -> Decode {
    Decode { kind, constraints: [].into(), blank: Blank::Value }
}

/// A plan that reads fields and writes the values of expressions over them: one stage, each output in a local from 1 on.
pub struct Sketch {
    plan: Plan,
}

impl Sketch {
    /// A plan from the fields of `shop.Order`: names, how they are read, and their types, which tell whether they are optional.
    pub fn reading(fields: &[(&str, DecodeKind, Ty)]) -> Self {
        let read = fields.iter().zip(0_u32..).map(|((name, kind, ty), slot)| ReadField {
            names: vec![(*name).to_owned()],
            decode: decode(kind.clone()),
            optional: ty.is_optional(),
            default: None,
            tolerant: false,
            slot: Some(slot),
            site: SiteId(0),
        });
        let site = Site {
            place: "order.map:1:1".to_owned(),
            target: "field".to_owned(),
            pointer: Vec::new(),
            operands: Vec::new(),
        };
        let layout = |record, name: &str, fields| Layout { record: RecordId(record), name: name.to_owned(), fields };
        let types = fields.iter().map(|(name, _, ty)| ((*name).to_owned(), ty.clone())).collect();
        Sketch {
            plan: Plan {
                from: "shop.Order".to_owned(),
                to: "Invoice".to_owned(),
                through: Vec::new(),
                read_shapes: vec![ReadShape {
                    record: RecordId(0),
                    fields: read.collect(),
                    unknown: Unknown::Ignore,
                    duplicates: Duplicates::Reject,
                    site: SiteId(0),
                }],
                source: ReadId(0),
                source_csv: None,
                target_csv: None,
                write_shapes: vec![WriteShape { record: RecordId(1), fields: Vec::new(), absent: AbsentAs::Omit }],
                locals: vec![Ty::Record(RecordId(0))],
                input: LocalId(0),
                pipeline: Pipeline {
                    stages: vec![Stage { heads: vec![], lets: vec![], outputs: vec![], checks: vec![] }],
                    write: WriteId(0),
                },
                functions: Vec::new(),
                layouts: vec![layout(0, "shop.Order", types), layout(1, "Invoice", Vec::new())],
                tables: Vec::new(),
                enums: Vec::new(),
                sites: vec![site],
            },
        }
    }

    /// A local of a type.
    pub fn local(&mut self, ty: Ty) -> LocalId {
        self.plan.locals.push(ty);
        LocalId(u32::try_from(self.plan.locals.len() - 1).expect("few locals"))
    }

    /// A `let` of the stage.
    pub fn bind(&mut self, value: Expr) -> Expr {
        let ty = value.ty.clone();
        let local = self.local(ty.clone());
        self.plan.pipeline.stages[0].lets.push((local, value));
        expr(ExprKind::Local(local), ty)
    }

    /// An output under a key.
    pub fn writing(mut self, name: &str, encode: Encode, value: Expr) -> Self {
        let ty = value.ty.clone();
        let local = self.local(ty.clone());
        let outputs = &mut self.plan.pipeline.stages[0].outputs;
        let slot = u32::try_from(outputs.len()).expect("few outputs");
        outputs.push((local, value));
        self.plan.write_shapes[0].fields.push(WriteField {
            name: name.to_owned(),
            slot,
            encode,
            optional: ty.is_optional(),
            blanks: Blanks::ANY,
        });
        self.plan.layouts[1].fields.push((name.to_owned(), ty));
        self
    }

    /// Changes anything else.
    pub fn with(mut self, change: impl FnOnce(&mut Plan)) -> Self {
        change(&mut self.plan);
        self
    }

    /// The module of the plan.
    pub fn module(&self) -> String {
        mapc_codegen::generate_module(&self.plan, "order_to_invoice")
    }
}
