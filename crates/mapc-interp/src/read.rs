//! Reads source records: the shapes of the plan put together from the runtime's parts.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use mapc_plan::{self as ir, Constant, DecodeKind, Plan};
use mapc_runtime::codec::{AnyCodec, Codec as _, MemberText};
use mapc_runtime::decode::{self, Blank, Field, FieldValue, Fields, Object, Read, Source, Unread};
use mapc_runtime::json::Keys;
use mapc_runtime::{At, Constraint, Cx, Input, Map, Result, Value};

use crate::node::Library;

/// How values are read.
#[derive(Debug)]
enum ReadForm {
    Leaf(Box<dyn AnyCodec>),
    Enum(u32),
    Record(u32),
    List(Box<Element>),
    Split(Box<str>, Box<Element>),
    Map(Box<Element>),
    /// What the checker lets no plan have: a pattern or zone that is none.
    Defect,
}

#[derive(Debug)]
struct Decoder {
    form: ReadForm,
    constraints: Box<[Constraint]>,
    blank: Blank,
}

#[derive(Debug)]
struct Element {
    decoder: Decoder,
    optional: bool,
}

#[derive(Debug)]
struct FieldDecoder {
    decoder: Decoder,
    position: Option<u32>,
}

#[derive(Debug)]
struct ReadRecord {
    object: Object,
    fields: Vec<FieldDecoder>,
    /// How many values a record of this shape has.
    size: usize,
    /// What stands in for absent values, by position in the record.
    defaults: Vec<(u32, Constant)>,
}

/// The read shapes of a plan, ready.
#[derive(Debug)]
pub(crate) struct Reading {
    shapes: Vec<ReadRecord>,
    source: u32,
    /// The keys that records had lately, by shape: one such list for each record that is being read at the same time.
    memories: Mutex<Vec<Box<[Keys]>>>,
}

impl Reading {
    pub fn new(plan: &Plan) -> Self {
        let shapes = plan.read_shapes.iter().map(|read| shape(plan, read)).collect();
        Reading { shapes, source: plan.source.0, memories: Mutex::default() }
    }

    fn take_memory(&self) -> Box<[Keys]> {
        let kept = self.memories.lock().unwrap_or_else(PoisonError::into_inner).pop();
        kept.unwrap_or_else(|| self.shapes.iter().map(|_| Keys::new()).collect())
    }

    fn keep_memory(&self, memory: Box<[Keys]>) {
        self.memories.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
    }

    /// Reads a whole source record. All problems are in the context if it fails.
    pub fn record<'a>(&'a self, input: Input<'a>, library: &'a Library, cx: &Cx<'a>) -> Result<Value<'a>> {
        let Some(shape) = self.shapes.get(self.source as usize) else {
            return Err(crate::frame::defect("the source has no shape"));
        };
        let memory = self.take_memory();
        let walk = Walk { reading: self, library, keep: true, memory: &memory };
        let mut slots = Slots::new(walk, self.source, shape, cx);
        let read = decode::record(input, &shape.object, cx, &mut slots).map(|()| slots.finish(cx));
        self.keep_memory(memory);
        read
    }
}

fn shape(plan: &Plan, read: &ir::ReadShape) -> ReadRecord {
    let place =
        |site: ir::SiteId| Cow::Owned(plan.sites.get(site.0 as usize).map_or(String::new(), |site| site.place.clone()));
    let size = plan.layouts.iter().find(|layout| layout.record == read.record).map_or(0, |layout| layout.fields.len());
    let object = Object {
        fields: read.fields.iter().map(|field| declared(field, place(field.site))).collect(),
        unknown: read.unknown,
        duplicates: read.duplicates,
        place: place(read.site),
    };
    let fields = read.fields.iter().map(|field| FieldDecoder { decoder: decoder(&field.decode), position: field.slot });
    let defaults = read.fields.iter().filter_map(|field| Some((field.slot?, field.default.clone()?)));
    ReadRecord { object, fields: fields.collect(), size, defaults: defaults.collect() }
}

fn declared(field: &ir::ReadField, place: Cow<'static, str>) -> Field {
    let names = field.names.iter().cloned().map(Cow::Owned).collect();
    let declared = Field::new(names, place);
    if field.tolerant {
        declared.tolerant()
    } else if field.optional || field.default.is_some() {
        declared.optional()
    } else {
        declared
    }
}

fn decoder(decode: &ir::Decode) -> Decoder {
    Decoder { form: form(&decode.kind), constraints: decode.constraints.iter().cloned().collect(), blank: decode.blank }
}

fn element(element: &ir::Element) -> Box<Element> {
    Box::new(Element { decoder: decoder(&element.decode), optional: element.optional })
}

fn form(kind: &DecodeKind) -> ReadForm {
    match kind {
        DecodeKind::Leaf(form) => form.codec().map_or(ReadForm::Defect, ReadForm::Leaf),
        DecodeKind::Enum(id) => ReadForm::Enum(id.0),
        DecodeKind::Record(id) => ReadForm::Record(id.0),
        DecodeKind::List(inner) => ReadForm::List(element(inner)),
        DecodeKind::Split(by, inner) => ReadForm::Split(by.as_str().into(), element(inner)),
        DecodeKind::Map(inner) => ReadForm::Map(element(inner)),
    }
}

/// A way through a record's values.
#[derive(Clone, Copy)]
struct Walk<'m, 'a> {
    reading: &'a Reading,
    library: &'a Library,
    memory: &'m [Keys],
    /// Whether the values are wanted, or only checked.
    keep: bool,
}

/// The values of one object, about to be read.
struct Slots<'m, 'a> {
    walk: Walk<'m, 'a>,
    id: u32,
    shape: &'a ReadRecord,
    values: &'a mut [Value<'a>],
}

impl<'m, 'a> Slots<'m, 'a> {
    fn new(walk: Walk<'m, 'a>, id: u32, shape: &'a ReadRecord, cx: &Cx<'a>) -> Self {
        let size = if walk.keep { shape.size } else { 0 };
        Slots { walk, id, shape, values: cx.bump.alloc_slice_fill_copy(size, Value::Absent) }
    }

    /// The record, with defaults where values are absent.
    fn finish(self, cx: &Cx<'a>) -> Value<'a> {
        for (position, default) in &self.shape.defaults {
            if let Some(value @ Value::Absent) = self.values.get_mut(*position as usize) {
                *value = default.value(cx.bump);
            }
        }
        Value::Record(self.values)
    }
}

impl<'a> Fields<'a> for Slots<'_, 'a> {
    fn keys(&self) -> Option<&Keys> {
        self.walk.memory.get(self.id as usize)
    }

    fn field<S: Source<'a>>(&mut self, index: usize, value: FieldValue<'_, '_, 'a, S>) -> Read<()> {
        let Some(field) = self.shape.fields.get(index) else { return Ok(()) };
        let walk = Walk { keep: self.walk.keep && field.position.is_some(), ..self.walk };
        let read = value.read(|source, at| walk.value(&field.decoder, source, at))?;
        if let Some(slot) = field.position.and_then(|position| self.values.get_mut(position as usize)) {
            *slot = read.unwrap_or(Value::Absent);
        }
        Ok(())
    }
}

impl<'a> Walk<'_, 'a> {
    fn value<S: Source<'a>>(self, decoder: &'a Decoder, source: &mut S, at: At<'_, 'a>) -> Read<Value<'a>> {
        let value = self.form(decoder, source, at)?;
        if decoder.constraints.is_empty() {
            return Ok(value);
        }
        Ok(mapc_runtime::constraint::value(&decoder.constraints, at.cx.bump, value)?)
    }

    fn form<S: Source<'a>>(self, decoder: &'a Decoder, source: &mut S, at: At<'_, 'a>) -> Read<Value<'a>> {
        let blank = decoder.blank;
        Ok(match &decoder.form {
            ReadForm::Leaf(codec) => codec.read_value(source, blank)?,
            ReadForm::Enum(id) => {
                let wire = self.library.enums.get(*id as usize).map_or(&[][..], |wire| wire);
                Value::Enum(MemberText(wire).read(source, blank)?)
            }
            ReadForm::Record(id) => self.record(*id, source, at)?,
            ReadForm::List(element) => {
                Value::List(decode::list(source, at, |source, at| self.element(element, source, at))?)
            }
            ReadForm::Split(by, element) => {
                Value::List(decode::split(source, at, blank, by, |source, at| self.element(element, source, at))?)
            }
            ReadForm::Map(element) => {
                let Map(entries) = decode::map(source, at, |source, at| self.element(element, source, at))?;
                Value::Map(entries)
            }
            ReadForm::Defect => return Err(defect()),
        })
    }

    fn record<S: Source<'a>>(self, id: u32, source: &mut S, at: At<'_, 'a>) -> Read<Value<'a>> {
        let Some(shape) = self.reading.shapes.get(id as usize) else { return Err(defect()) };
        let mut slots = Slots::new(self, id, shape, at.cx);
        decode::object(source, at, &shape.object, &mut slots)?;
        Ok(slots.finish(at.cx))
    }

    fn element<S: Source<'a>>(self, element: &'a Element, source: &mut S, at: At<'_, 'a>) -> Read<Value<'a>> {
        if element.optional {
            let read = decode::optional(source, at, |source, at| self.value(&element.decoder, source, at))?;
            return Ok(read.unwrap_or(Value::Absent));
        }
        decode::required(source, at, |source, at| self.value(&element.decoder, source, at))
    }
}

#[cold]
fn defect() -> Unread {
    Unread::from(crate::frame::defect("a value cannot be read by its form"))
}
