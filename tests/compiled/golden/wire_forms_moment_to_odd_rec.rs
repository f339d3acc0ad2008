//! Maps `Moment` to `odd.Rec`.

#![allow(clippy::style, clippy::complexity)]
#![allow(clippy::eq_op, clippy::overly_complex_bool_expr, clippy::ifs_same_cond, clippy::approx_constant)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::codec;
use rt::codec::Codec;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `Moment` to a `odd.Rec`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn moment_to_odd_rec(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    moment_to_odd_rec_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`moment_to_odd_rec`], within a context that afterwards holds the notices of the record.
pub fn moment_to_odd_rec_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`moment_to_odd_rec`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn moment_to_odd_rec_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, moment_to_odd_rec_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[9], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: rt::Timestamp = l0.at;
    let l3: rt::Date = l0.day;
    let l4: rt::DateTime = l0.local;
    let l5: rt::Decimal = l0.price;
    let l6: i64 = l0.count;
    let l7: bool = l0.on;
    let l8: &'a [i64] = l0.marks;
    let l9: Option<&'a str> = l0.first;
    rt::flow::clean(cx)?;
    let begun = out.len();
    out.extend_from_slice(b"{\"id\":");
    write::To::output(cx, &SITES[0], "id").put(codec::Texts.json(out, l1));
    out.extend_from_slice(b",\"at\":");
    write::To::output(cx, &SITES[1], "at").put(CODEC_0.json(out, l2));
    out.extend_from_slice(b",\"day\":");
    write::To::output(cx, &SITES[2], "day").put(CODEC_1.json(out, l3));
    out.extend_from_slice(b",\"local\":");
    write::To::output(cx, &SITES[3], "local").put(CODEC_2.json(out, l4));
    out.extend_from_slice(b",\"price\":");
    write::To::output(cx, &SITES[4], "price")
        .put(codec::DecimalText(None).json(out, l5));
    out.extend_from_slice(b",\"count\":");
    write::To::output(cx, &SITES[5], "count").put(codec::IntText.json(out, l6));
    out.extend_from_slice(b",\"on\":");
    write::To::output(cx, &SITES[6], "on").put(codec::Words::of("Y", "N").json(out, l7));
    out.extend_from_slice(b",\"marks\":");
    write::To::output(cx, &SITES[7], "marks")
        .put(
            write::quoted(
                out,
                |out| write::split(
                    out,
                    l8,
                    ";",
                    write::Blanks::ANY,
                    |out, item| codec::Ints.write(out, item, write::POINT),
                ),
            ),
        );
    if let Some(value) = l9 {
        out.extend_from_slice(b",\"firstName\":");
        write::To::output(cx, &SITES[8], "firstName").put(codec::Texts.json(out, value));
    }
    out.push(b'}');
    write::end(cx, out, begun)?;
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `Moment`.
#[derive(Clone, Copy, PartialEq)]
struct Moment<'a> {
    id: &'a str,
    at: rt::Timestamp,
    day: rt::Date,
    local: rt::DateTime,
    price: rt::Decimal,
    count: i64,
    on: bool,
    marks: &'a [i64],
    first: Option<&'a str>,
}

/// How `Moment` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("wire_forms.map:4:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("at")]),
                Cow::Borrowed("wire_forms.map:5:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("day")]),
                Cow::Borrowed("wire_forms.map:6:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("local")]),
                Cow::Borrowed("wire_forms.map:7:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("price")]),
                Cow::Borrowed("wire_forms.map:8:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("count")]),
                Cow::Borrowed("wire_forms.map:9:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("on")]),
                Cow::Borrowed("wire_forms.map:10:3"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("marks")]),
                Cow::Borrowed("wire_forms.map:11:3"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("first")]),
                    Cow::Borrowed("wire_forms.map:12:3"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("wire_forms.map:3:8"),
};

/// What was read of `Moment`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    at: Option<rt::Timestamp>,
    day: Option<rt::Date>,
    local: Option<rt::DateTime>,
    price: Option<rt::Decimal>,
    count: Option<i64>,
    on: Option<bool>,
    marks: Option<&'a [i64]>,
    first: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.id = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            1 => {
                self.at = value
                    .read(|source, _| codec::IsoTimestamp.read(source, Blank::Value))?;
            }
            2 => {
                self.day = value
                    .read(|source, _| codec::IsoDate.read(source, Blank::Value))?;
            }
            3 => {
                self.local = value
                    .read(|source, _| codec::IsoDateTime.read(source, Blank::Value))?;
            }
            4 => {
                self.price = value
                    .read(|source, _| {
                        let value = codec::Decimals(None).read(source, Blank::Value)?;
                        Ok(rt::constraint::decimal(&RULES_0, value)?)
                    })?;
            }
            5 => {
                self.count = value
                    .read(|source, _| codec::Ints.read(source, Blank::Value))?;
            }
            6 => {
                self.on = value
                    .read(|source, _| codec::TrueFalse.read(source, Blank::Value))?;
            }
            7 => {
                self.marks = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, _| codec::Ints.read(source, Blank::Value),
                        ),
                    ))?;
            }
            8 => {
                self.first = value
                    .read(|source, _| codec::Texts.read(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<Moment<'a>> {
        Ok(Moment {
            id: decode::filled(self.id)?,
            at: decode::filled(self.at)?,
            day: decode::filled(self.day)?,
            local: decode::filled(self.local)?,
            price: decode::filled(self.price)?,
            count: decode::filled(self.count)?,
            on: decode::filled(self.on)?,
            marks: decode::filled(self.marks)?,
            first: self.first,
        })
    }
}

/// A wire form of the mapping.
static CODEC_0: LazyLock<codec::TimestampBy> = LazyLock::new(|| {
    codec::TimestampBy::new("yyyy-MM-dd HH:mm:ss", Some("America/New_York"))
        .expect("checked when the mapping was compiled")
});

/// A wire form of the mapping.
static CODEC_1: LazyLock<codec::DateBy> = LazyLock::new(|| {
    codec::DateBy::new("dd.MM.yyyy").expect("checked when the mapping was compiled")
});

/// A wire form of the mapping.
static CODEC_2: LazyLock<codec::DateTimeBy> = LazyLock::new(|| {
    codec::DateTimeBy::new("yyyy/MM/dd HH:mm")
        .expect("checked when the mapping was compiled")
});

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Digits {
        precision: 12,
        scale: 2,
    },
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 10] = [
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:39:3"),
        target: Cow::Borrowed("id"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("id"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:40:3"),
        target: Cow::Borrowed("at"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("at"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:41:3"),
        target: Cow::Borrowed("day"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("day"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:42:3"),
        target: Cow::Borrowed("local"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("local"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:43:3"),
        target: Cow::Borrowed("price"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("price"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:44:3"),
        target: Cow::Borrowed("count"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("count"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:45:3"),
        target: Cow::Borrowed("on"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("on"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:46:3"),
        target: Cow::Borrowed("marks"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("marks"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:47:3"),
        target: Cow::Borrowed("first"),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("first"))]),
        operands: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("wire_forms.map:3:8"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
        operands: Cow::Borrowed(&[]),
    },
];
