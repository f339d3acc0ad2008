//! Routes over structs, held against the way through JSON.

use std::fmt::Debug;

use mapc_runtime::{Bump, Cx, Input, Message, NoOutput, Outcome, fast, once};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A generated function that maps one record.
pub type Run = for<'a> fn(&Cx<'a>, Input<'a>, &mut Vec<u8>) -> Outcome;

/// A route of a package.
pub struct TypedRoute {
    /// Its program.
    pub program: &'static str,
    /// What it is called, `s.In -> Thing -> s.Out`.
    pub route: &'static str,
    /// Maps a record, given as JSON, as a struct and through JSON; `None` where it is none of the struct.
    pub judge: fn(&[u8], Message<'_>) -> Option<Judged>,
}

/// What came of a record in both ways.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What the function over structs gives.
    pub typed: String,
    /// What comes of the struct as JSON, through the route over bytes, read as a struct again.
    pub through: String,
    /// Whether the good path over structs took the record, and whether that over bytes did.
    pub direct: [bool; 2],
}

/// A function of a package's `maps`.
pub type Map<A, B, E> = fn(&A, Message<'_>) -> Result<B, E>;

/// The good path of a route over structs.
pub type Good<A, B> = for<'a> fn(&Cx<'a>, &'a A) -> fast::Result<Result<B, NoOutput>>;

pub(crate) fn judge<A, B, E>(
    json: &[u8],
    message: Message<'_>,
    map: Map<A, B, E>,
    good: Good<A, B>,
    route: Run,
) -> Option<Judged>
where
    A: Serialize + DeserializeOwned,
    B: DeserializeOwned + Debug,
    E: Debug,
{
    let record: A = serde_json::from_slice(json).ok()?;
    let bump = Bump::new();
    let direct = good(&Cx::new(&bump, message), &record).is_ok();
    let (through, bytes) = through::<A, B>(&record, message, route);
    Some(Judged { typed: format!("{:?}", map(&record, message)), through, direct: [direct, bytes] })
}

/// What comes of a record through JSON, as `MapError` shows it, and whether the good path took its bytes.
pub fn through<A: Serialize, B: DeserializeOwned + Debug>(
    record: &A,
    message: Message<'_>,
    route: Run,
) -> (String, bool) {
    let json = match serde_json::to_vec(record) {
        Ok(json) => json,
        Err(error) => return (format!("Err(Json({error:?}))"), false),
    };
    let mut bailed = None;
    let written = once(message, &json, |cx, input, out| {
        let outcome = route(cx, input, out);
        bailed = cx.bailed();
        outcome
    });
    let told = match written.map(|written| serde_json::from_slice::<B>(&written)) {
        Ok(Ok(value)) => format!("Ok({value:?})"),
        Ok(Err(error)) => format!("Err(Json({error:?}))"),
        Err(reason) => format!("Err(NoOutput({reason:?}))"),
    };
    (told, bailed.is_none())
}
