//! The [wire forms](crate::codec) of fields of structs.

use std::marker::PhantomData;

use crate::codec::{self, Base, Codec};
use crate::decode::{Blank, Cell, Unread};
use crate::write::POINT;
use crate::{Bump, Date, DateTime, Decimal, Timestamp};

/// A codec that a field's form names by a type.
pub trait Declared {
    /// The codec's type.
    type Codec: Codec<Base: OwnedBase> + 'static;

    /// The codec.
    fn codec() -> &'static Self::Codec;
}

/// The owned values of a type of the language.
pub trait OwnedBase: Base {
    /// What stands in structs.
    type Owned;

    /// Makes a value one of its own.
    fn own(value: Self::Value<'_>) -> Self::Owned;

    /// The value as codecs take it.
    fn lend(owned: &Self::Owned) -> Self::Value<'_>;
}

macro_rules! owned {
    ($($base:ident: $owned:ty, $own:expr, $lend:expr;)*) => { $(
        impl OwnedBase for codec::$base {
            type Owned = $owned;

            fn own(value: Self::Value<'_>) -> $owned {
                $own(value)
            }

            fn lend(owned: &$owned) -> Self::Value<'_> {
                $lend(owned)
            }
        }
    )* };
}

owned! {
    Text: String, str::to_owned, String::as_str;
    Bool: bool, core::convert::identity, |value: &bool| *value;
    Int: i64, core::convert::identity, |value: &i64| *value;
    Decimal: Decimal, core::convert::identity, |value: &Decimal| *value;
    Float: f64, core::convert::identity, |value: &f64| *value;
    Date: Date, core::convert::identity, |value: &Date| *value;
    DateTime: DateTime, core::convert::identity, |value: &DateTime| *value;
    Timestamp: Timestamp, core::convert::identity, |value: &Timestamp| *value;
}

/// An enum of a generated crate: its members' texts on the wire.
pub trait Member: Copy + 'static {
    /// All of them, by position.
    const MEMBERS: &'static [Self];

    /// The text.
    fn as_str(&self) -> &'static str;

    /// The member of a text.
    fn of(text: &str) -> Option<Self>;
}

/// A value as the text of a codec.
#[derive(Debug)]
pub struct Coded<D>(PhantomData<D>);

/// A member of an enum, where it is a part of a text.
#[derive(Debug)]
pub struct Plain;

/// A form that can be a part of a text.
pub trait Part<T> {
    /// Appends the text.
    ///
    /// # Errors
    /// Why the value has none.
    fn push(out: &mut Vec<u8>, value: &T) -> Result<(), String>;

    /// Reads the text.
    ///
    /// # Errors
    /// Why the text is not of this form.
    fn parse(text: &str) -> Result<T, String>;
}

type OwnedOf<D> = <<<D as Declared>::Codec as Codec>::Base as OwnedBase>::Owned;

impl<D: Declared> Part<OwnedOf<D>> for Coded<D> {
    fn push(out: &mut Vec<u8>, value: &OwnedOf<D>) -> Result<(), String> {
        let value = <D::Codec as Codec>::Base::lend(value);
        D::codec().write(out, value, POINT).map_err(|refusal| refusal.reason)
    }

    fn parse(text: &str) -> Result<OwnedOf<D>, String> {
        let bump = Bump::new();
        let mut cell = Cell { text, quoted: true, decimal_mark: POINT, bump: &bump };
        match D::codec().read(&mut cell, Blank::Value) {
            Ok(value) => Ok(<D::Codec as Codec>::Base::own(value)),
            Err(Unread::Misfit(fault)) => Err(fault.reason),
            Err(_) => Err("the text cannot be read".to_owned()),
        }
    }
}

impl<M: Member> Part<M> for Plain {
    fn push(out: &mut Vec<u8>, value: &M) -> Result<(), String> {
        out.extend_from_slice(value.as_str().as_bytes());
        Ok(())
    }

    fn parse(text: &str) -> Result<M, String> {
        M::of(text).ok_or_else(|| "this text is no member".to_owned())
    }
}
