//! Maps `t.In` to `E`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `t.In` to a `E`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn t_in_to_e(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    t_in_to_e_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`t_in_to_e`], within a context that afterwards holds the notices of the record.
pub fn t_in_to_e_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`t_in_to_e`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn t_in_to_e_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, t_in_to_e_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[1], &[], fields.finish())?;
    let l1 = rt::flow::Let::new(|| -> rt::Result<i64> {
        rt::flow::at(cx, &SITES[0], &[], rt::library::conversion::text_to_int(cx, l0.x))
    });
    let l2: &'a str = l0.id;
    let l3: rt::Result<Option<i64>> = rt::flow::part(
        cx,
        || rt::flow::catch(cx, || Ok(Some(l1.read(cx)?))),
    );
    let l5: rt::Result<i64> = rt::flow::part(
        cx,
        || Ok(rt::flow::catch(cx, || Ok(Some(l1.read(cx)?)))?.unwrap_or(3_i64)),
    );
    let l6: rt::Result<i64> = rt::flow::part(cx, || l1.read(cx));
    let l7: Option<&'a str> = None;
    rt::flow::clean(cx)?;
    let l3 = l3?;
    let l5 = l5?;
    let l6 = l6?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l2);
    if let Some(value) = l3 {
        out.extend_from_slice(b",\"a\":");
        write::text::int(out, value);
    }
    out.extend_from_slice(b",\"b\":");
    write::text::int(out, l5);
    out.extend_from_slice(b",\"c\":");
    write::text::int(out, l6);
    if let Some(value) = l7 {
        out.extend_from_slice(b",\"d\":");
        write::string(out, value);
    }
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `t.In`.
#[derive(Clone, Copy, PartialEq)]
struct TIn<'a> {
    id: &'a str,
    x: &'a str,
}

/// How `t.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("lets_and_try.map:22:24"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("x")]),
                Cow::Borrowed("lets_and_try.map:22:36"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("lets_and_try.map:22:19"),
};

/// What was read of `t.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
    x: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            1 => self.x = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<TIn<'a>> {
        Ok(TIn {
            id: decode::filled(self.id)?,
            x: decode::filled(self.x)?,
        })
    }
}

/// Places in the mapping that problems name.
static SITES: [rt::Site; 2] = [
    rt::Site {
        place: Cow::Borrowed("lets_and_try.map:25:11"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[rt::Segment::Key(Cow::Borrowed("x"))]),
    },
    rt::Site {
        place: Cow::Borrowed("lets_and_try.map:22:19"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
