//! Readers: for each shape of a plan a struct whose slots are filled while the input is walked.

use mapc_plan::points::Asked;
use mapc_plan::{Constant, Decode, DecodeKind, Duplicates, Element, ReadField, ReadShape, Ty, Unknown};

use crate::docs::{code, visible};
use crate::module::Module;
use crate::names::Namer;
use crate::rust::{block, call, documented, enclosed, structure};
use crate::write::blank;

/// The items of all readers.
pub(crate) fn items(module: &mut Module<'_>) -> Vec<String> {
    let plan = module.plan;
    let numbered = (0..).zip(&plan.read_shapes);
    numbered.flat_map(|(position, shape)| Reader::new(module, position, shape).items()).collect()
}

/// The struct in which the slots of a shape are filled.
pub(crate) fn name(position: usize) -> String {
    format!("Read{position}")
}

/// A reader being written.
struct Reader<'m, 'p> {
    module: &'m mut Module<'p>,
    position: u32,
    shape: &'p ReadShape,
    /// The names of the record's fields, and their types.
    fields: Vec<(String, Ty)>,
    slots: Namer,
    /// The declarations of the slots.
    members: Vec<String>,
    /// The arms of the `match` over keys.
    arms: Vec<String>,
    /// How many keys are declared so far.
    keys: Vec<String>,
    /// The tests of what has to be there and is not kept.
    tests: Vec<String>,
}

impl<'m, 'p> Reader<'m, 'p> {
    fn new(module: &'m mut Module<'p>, position: u32, shape: &'p ReadShape) -> Self {
        let types = module.plan.layout(shape.record).map(|layout| layout.fields.as_slice()).unwrap_or_default();
        let names = module.types.shape(shape.record).map(|shape| shape.fields.clone()).unwrap_or_default();
        let fields = names.into_iter().zip(types.iter().map(|(_, ty)| ty.clone())).collect();
        Reader {
            module,
            position,
            shape,
            fields,
            slots: Namer::with(&["seen"]),
            members: Vec::new(),
            arms: Vec::new(),
            keys: Vec::new(),
            tests: Vec::new(),
        }
    }

    fn items(mut self) -> Vec<String> {
        let mut values = vec![None; self.fields.len()];
        for (at, field) in (0..).zip(&self.shape.fields) {
            let value = self.field(at, field);
            if let Some(slot) = field.slot.and_then(|slot| values.get_mut(slot as usize)) {
                *slot = Some(value);
            }
        }
        // The lowering gives every field of a layout that is read its slot.
        let values: Vec<String> = values.into_iter().map(Option::unwrap_or_default).collect();
        let reader = name(self.position as usize);
        let borrows = self.members.iter().any(|member| member.contains("'a"));
        let life = if borrows { "<'a>" } else { "" };
        let words = self.keys.len().div_ceil(64);
        let members = self.members.join("\n");
        let seen = if self.keys.is_empty() { String::new() } else { format!("seen: fast::Seen<{words}>,\n") };
        let record = code(self.module.plan.layout(self.shape.record).map_or("", |layout| &layout.name));
        vec![
            format!(
                "// The keys that a {record} had lately.\n\
                 std::thread_local!(static {}: fast::Keys = const {{ fast::Keys::new() }});",
                self.memory()
            ),
            documented(&format!("What was read of {record}."))
                + "#[derive(Default)]\n"
                + &block(&format!("struct {reader}{life}"), format!("{seen}{members}").trim_end()),
            block(&format!("impl<'a> fast::Slots<'a> for {reader}{life}"), &self.slots_of()),
            self.finish(&format!("{reader}{life}"), borrows, &values),
        ]
    }

    /// The keys, and the function that reads the value of one.
    fn slots_of(&self) -> String {
        let keys: Vec<String> = self.keys.iter().map(|key| format!("{key:?}")).collect();
        let otherwise = match self.shape.unknown {
            Unknown::Ignore => "_ => fast::skip(source)?,".to_owned(),
            Unknown::Reject => {
                format!("_ => return Err(fast::bail({})),", self.module.point(Asked::Unknown(self.position)))
            }
        };
        let arms = format!("{}{otherwise}", self.arms.iter().map(|arm| format!("{arm}\n")).collect::<String>());
        let body = format!("{}\nOk(())", block("match key", &arms));
        let head = "fn field<S: Source<'a>>(&mut self, key: usize, source: &mut S) -> fast::Result<()>";
        let last = if self.shape.duplicates == Duplicates::Last { "\n\nconst LAST: bool = true;" } else { "" };
        let is_source = self.module.plan.source.0 == self.position;
        let rows = if is_source && self.module.plan.source_csv.is_some() { "\n\nconst ROWS: bool = true;" } else { "" };
        format!(
            "const KEYS: &'static [&'static str] = {};{last}{rows}\n\n{}\n\n#[inline]\n{}",
            enclosed("&[", &keys, "]"),
            block("fn memory() -> &'static fast::Memory", &format!("&{}", self.memory())),
            block(head, &body)
        )
    }

    /// The name of the static with the keys that were met.
    fn memory(&self) -> String {
        format!("KEYS_{}", self.position)
    }

    /// The function that makes the record of its slots.
    fn finish(&self, reader: &str, borrows: bool, values: &[String]) -> String {
        let ty = self.module.types.record_struct(self.shape.record, "'a");
        let made = match self.module.types.shape(self.shape.record) {
            Some(shape) => {
                let fields: Vec<String> = self.fields.iter().map(|(name, _)| name.clone()).collect();
                structure(&shape.name, &fields, values)
            }
            None => "()".to_owned(),
        };
        let tests: String = self.tests.iter().map(|test| format!("{test}\n")).collect();
        let body = format!("{tests}Ok({made})");
        let function = block(&format!("fn finish(self) -> fast::Result<{ty}>"), &body);
        let owner = if borrows { "impl<'a>" } else { "impl" };
        block(&format!("{owner} {reader}"), &format!("/// The record, once all of it was read.\n#[inline]\n{function}"))
    }

    /// Declares what reads a field; gives the expression of its value at the end.
    fn field(&mut self, at: u32, field: &'p ReadField) -> String {
        let kept = field.slot.and_then(|slot| self.fields.get(slot as usize)).cloned();
        let is_alias = field.names.len() > 1;
        let may_lack = field.optional || field.tolerant || field.default.is_some();
        let point = self.module.point(Asked::Form(self.position, at));
        let value_of = Forms { module: self.module, point }.field(&field.decode, may_lack || is_alias);
        let (mut read, mut again) = (Vec::new(), Vec::new());
        for name in &field.names {
            let bit = self.keys.len();
            let mut arm = self.once(at, bit);
            match &kept {
                _ if is_alias && !may_lack => {
                    let (slot, further) = (self.slots.claim("found"), self.slots.claim("again"));
                    let (ty, map) = match &kept {
                        Some((_, ty)) => (self.module.types.rust(ty.required()), ""),
                        None => ("()".to_owned(), ".map(drop)"),
                    };
                    let more = if map.is_empty() { "" } else { ".map(|again| again.map(drop))" };
                    self.members.push(format!("{slot}: Option<{ty}>,"));
                    self.members.push(format!("{further}: Option<Option<{ty}>>,"));
                    let form = Forms { module: self.module, point }.form(&field.decode);
                    let value = call("fast::alias", &["source".into(), closure(&form)]);
                    arm.push_str(&format!(
                        "let (found, again) = {value}?;\nself.{slot} = found{map};\nself.{further} = again{more};"
                    ));
                    read.push(format!("self.{slot}"));
                    again.push(format!("self.{further}"));
                }
                Some((field, ty)) => {
                    let slot = self.slots.claim(field);
                    self.members.push(format!("{slot}: Option<{}>,", self.module.types.rust(ty.required())));
                    arm.push_str(&format!("self.{slot} = {value_of};"));
                    read.push(format!("self.{slot}"));
                }
                None => {
                    arm.push_str(&format!("{value_of};"));
                    read.push(format!("self.seen.holds({bit})"));
                }
            }
            self.arms.push(visible(&format!("// {name:?}")) + "\n" + &block(&format!("{bit} =>"), &arm));
            self.keys.push(name.clone());
        }
        if !again.is_empty() {
            read.push(format!("{}.flatten()", first_of(&again)));
        }
        let missing = (!may_lack).then(|| self.module.point(Asked::Missing(self.position, at)));
        match kept {
            Some((_, ty)) => settled(self.module, &read, &ty, field.default.as_ref(), missing),
            None => {
                if let Some(point) = missing {
                    let holds = if is_alias { format!("{}.is_some()", first_of(&read)) } else { read.concat() };
                    self.tests.push(format!("fast::holds({point}, {holds})?;"));
                }
                String::new()
            }
        }
    }

    /// What is done where a key stands a second time.
    fn once(&self, at: u32, bit: usize) -> String {
        let again = match self.shape.duplicates {
            Duplicates::Reject => {
                format!("return Err(fast::bail({}));", self.module.point(Asked::Twice(self.position, at)))
            }
            Duplicates::First => "return fast::skip(source);".to_owned(),
            // Each key is handed over once.
            Duplicates::Last => return format!("self.seen.insert({bit});\n"),
        };
        block(&format!("if !self.seen.insert({bit})"), &again) + "\n"
    }
}

/// The value of a field, of what was read under its names.
pub(crate) fn settled(
    module: &Module<'_>,
    read: &[String],
    ty: &Ty,
    default: Option<&Constant>,
    missing: Option<u32>,
) -> String {
    let value = first_of(read);
    match (default, ty.is_optional(), missing) {
        (Some(default), false, _) => format!("{value}.unwrap_or({})", module.constant(default, ty)),
        (Some(default), true, _) => format!("{value}.or({})", module.constant(default, ty)),
        (None, true, _) => value,
        (None, false, point) => format!("fast::filled({}, {value})?", point.unwrap_or(u32::MAX)),
    }
}

/// The first of some options that has a value.
fn first_of(options: &[String]) -> String {
    let mut options = options.iter();
    let first = options.next().cloned().unwrap_or_default();
    options.fold(first, |value, further| format!("{value}.or({further})"))
}

/// An expression over `source` that reads a value and gives `fast::Result<Option<T>>`.
pub(crate) fn form(module: &mut Module<'_>, decode: &Decode, point: u32) -> String {
    Forms { module, point }.form(decode)
}

fn closure(form: &str) -> String {
    if form.contains('\n') { format!("|source| {}", block("", form)) } else { format!("|source| {form}") }
}

/// Forms of one field: expressions over `source` that read a value and give `fast::Result<Option<T>>`.
struct Forms<'m, 'p> {
    module: &'m mut Module<'p>,
    point: u32,
}

impl Forms<'_, '_> {
    /// The value of a field, `Option<T>`.
    fn field(&mut self, decode: &Decode, optional: bool) -> String {
        let point = self.point.to_string();
        let start = ["source".to_owned(), optional.to_string(), point];
        let Some(codec) = self.codec(&decode.kind) else {
            let form = closure(&self.form(decode));
            return call("fast::field", &[&start[..], &[form]].concat()) + "?";
        };
        let plain = call("fast::plain", &[&start[..], &[codec, blank(decode.blank).to_owned()]].concat());
        checked(self.module, self.point, decode, plain, "source.bump()") + "?"
    }

    /// A reference to the codec of what has no parts.
    fn codec(&mut self, kind: &DecodeKind) -> Option<String> {
        match kind {
            DecodeKind::Leaf(form) => Some(self.module.statics.codec_reference(form)),
            DecodeKind::Enum(id) => Some(format!("&codec::MemberText(&{})", self.module.enums.wire(*id))),
            _ => None,
        }
    }

    fn form(&mut self, decode: &Decode) -> String {
        let plain = self.kind(decode);
        checked(self.module, self.point, decode, plain, "source.bump()")
    }

    fn kind(&mut self, decode: &Decode) -> String {
        let blank = blank(decode.blank);
        let point = self.point.to_string();
        match &decode.kind {
            DecodeKind::Leaf(form) => {
                let codec = self.module.statics.codec(form);
                call("fast::leaf", &[point, format!("{codec}.read(source, {blank})")])
            }
            DecodeKind::Enum(id) => {
                let wire = self.module.enums.wire(*id);
                call("fast::leaf", &[point, format!("codec::MemberText(&{wire}).read(source, {blank})")])
            }
            DecodeKind::Record(read) => self.record(read.0),
            DecodeKind::List(element) => {
                let element = closure(&self.element(element));
                call("fast::list", &["source".into(), point, element])
            }
            DecodeKind::Map(element) => {
                let element = closure(&self.element(element));
                call("fast::map", &["source".into(), point, element])
            }
            DecodeKind::Split(separator, element) => {
                let element = closure(&self.element(element));
                call("fast::split", &["source".into(), point, blank.into(), format!("{separator:?}"), element])
            }
        }
    }

    fn element(&mut self, element: &Element) -> String {
        let form = closure(&self.form(&element.decode));
        if element.optional {
            call("fast::optional", &["source".into(), form])
        } else {
            call("fast::required", &["source".into(), self.point.to_string(), form])
        }
    }

    fn record(&mut self, read: u32) -> String {
        let shape = self.module.plan.read_shapes.get(read as usize);
        let recursive =
            shape.and_then(|shape| self.module.types.shape(shape.record)).is_some_and(|shape| shape.recursive);
        let made =
            if recursive { "Ok(Some(&*source.bump().alloc(slots.finish()?)))" } else { "slots.finish().map(Some)" };
        format!("let mut slots = Read{read}::default();\nfast::nested(source, {}, &mut slots)?;\n{made}", self.point)
    }
}

/// What was read, with what its type demands beside its form; both `fast::Result<Option<T>>`.
pub(crate) fn checked(module: &mut Module<'_>, point: u32, decode: &Decode, read: String, bump: &str) -> String {
    if decode.constraints.is_empty() {
        return read;
    }
    let (ty, point) = (checked_type(&decode.kind), point.to_string());
    // What stands over several lines reads better with a name.
    let (named, value) = match read.contains('\n') {
        true => (format!("let value = {read}?;\n"), "value".to_owned()),
        false => (String::new(), format!("{read}?")),
    };
    let checked = if ty == Ty::Str {
        let rules = module.statics.constraints(&decode.constraints);
        call("fast::text", &[point, value, format!("&{rules}"), bump.to_owned()])
    } else {
        let check = module.checked(&ty, &decode.constraints, bump, "value");
        call("fast::checked", &[point, value, format!("|value| {check}")])
    };
    if named.is_empty() { checked } else { block("", &format!("{named}{checked}")) }
}

/// The base type that a form gives, as far as checks tell types apart.
fn checked_type(kind: &DecodeKind) -> Ty {
    match kind {
        DecodeKind::Leaf(form) => match form.definition.base {
            "int" => Ty::Int,
            "decimal" => Ty::Decimal,
            "float" => Ty::Float,
            _ => Ty::Str,
        },
        DecodeKind::List(_) | DecodeKind::Split(..) => Ty::List(Box::new(Ty::Never)),
        DecodeKind::Map(_) => Ty::Map(Box::new(Ty::Never)),
        _ => Ty::Str,
    }
}
