//! Forms that have other forms in them.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_core::ser::{Error as _, SerializeMap as _, SerializeSeq as _};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::coded::{Coded, Declared, OwnedBase, Part};
use crate::codec::{Codec, Stands};
use crate::write::Blanks;

/// How a value stands on the wire.
pub trait SerdeForm<T> {
    /// Writes it.
    ///
    /// # Errors
    /// As the serializer.
    fn serialize<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads it.
    ///
    /// # Errors
    /// As the deserializer, and if the value is not of this form.
    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// The functions that `#[serde(with = "…")]` looks for, of a form.
#[derive(Debug)]
pub struct As<F>(PhantomData<F>);

impl<F> As<F> {
    /// Writes a field.
    ///
    /// # Errors
    /// As the serializer.
    pub fn serialize<T, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
    where
        F: SerdeForm<T>,
    {
        F::serialize(value, serializer)
    }

    /// Reads a field.
    ///
    /// # Errors
    /// As the deserializer, and if the value is not of the form.
    pub fn deserialize<'de, T, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>
    where
        F: SerdeForm<T>,
    {
        F::deserialize(deserializer)
    }
}

/// What separates the parts of a text.
pub trait Separator {
    /// The text between two parts.
    const SEPARATOR: &'static str;
}

/// A codec's text stands in quotes, or as the bare JSON that it is.
impl<D: Declared> SerdeForm<<<D::Codec as Codec>::Base as OwnedBase>::Owned> for Coded<D> {
    fn serialize<S: Serializer>(
        value: &<<D::Codec as Codec>::Base as OwnedBase>::Owned,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut text = Vec::new();
        Self::push(&mut text, value).map_err(S::Error::custom)?;
        let text = String::from_utf8(text).map_err(S::Error::custom)?;
        if D::Codec::STANDS == Stands::Quoted {
            return serializer.serialize_str(&text);
        }
        RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
    }

    fn deserialize<'de, De: Deserializer<'de>>(
        deserializer: De,
    ) -> Result<<<D::Codec as Codec>::Base as OwnedBase>::Owned, De::Error> {
        if D::Codec::STANDS == Stands::Quoted {
            return Self::parse(&String::deserialize(deserializer)?).map_err(De::Error::custom);
        }
        Self::parse(Box::<RawValue>::deserialize(deserializer)?.get()).map_err(De::Error::custom)
    }
}

/// A value and its form, for serde.
struct Formed<'v, T, F>(&'v T, PhantomData<F>);

impl<T, F: SerdeForm<T>> Serialize for Formed<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        F::serialize(self.0, serializer)
    }
}

/// A value to be read in a form.
struct Wanted<T, F>(PhantomData<(T, F)>);

impl<'de, T, F: SerdeForm<T>> DeserializeSeed<'de> for Wanted<T, F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        F::deserialize(deserializer)
    }
}

/// A value that may be absent.
#[derive(Debug)]
pub struct Maybe<F>(PhantomData<F>);

impl<T, F: SerdeForm<T>> SerdeForm<Option<T>> for Maybe<F> {
    fn serialize<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.serialize_some(&Formed::<T, F>(value, PhantomData)),
            None => serializer.serialize_none(),
        }
    }

    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        struct Present<T, F>(PhantomData<(T, F)>);
        impl<'de, T, F: SerdeForm<T>> Visitor<'de> for Present<T, F> {
            type Value = Option<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or null")
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
                F::deserialize(deserializer).map(Some)
            }
        }
        deserializer.deserialize_option(Present::<T, F>(PhantomData))
    }
}

/// The elements of a list.
#[derive(Debug)]
pub struct Each<F>(PhantomData<F>);

impl<T, F: SerdeForm<T>> SerdeForm<Vec<T>> for Each<F> {
    fn serialize<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(value.len()))?;
        for element in value {
            list.serialize_element(&Formed::<T, F>(element, PhantomData))?;
        }
        list.end()
    }

    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        struct Elements<T, F>(PhantomData<(T, F)>);
        impl<'de, T, F: SerdeForm<T>> Visitor<'de> for Elements<T, F> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut elements = Vec::new();
                while let Some(element) = list.next_element_seed(Wanted::<T, F>(PhantomData))? {
                    elements.push(element);
                }
                Ok(elements)
            }
        }
        deserializer.deserialize_seq(Elements::<T, F>(PhantomData))
    }
}

/// The values of a map.
#[derive(Debug)]
pub struct Entries<F>(PhantomData<F>);

impl<T, F: SerdeForm<T>> SerdeForm<BTreeMap<String, T>> for Entries<F> {
    fn serialize<S: Serializer>(value: &BTreeMap<String, T>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(value.len()))?;
        for (key, value) in value {
            map.serialize_entry(key, &Formed::<T, F>(value, PhantomData))?;
        }
        map.end()
    }

    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error> {
        struct Pairs<T, F>(PhantomData<(T, F)>);
        impl<'de, T, F: SerdeForm<T>> Visitor<'de> for Pairs<T, F> {
            type Value = BTreeMap<String, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = BTreeMap::new();
                while let Some(key) = map.next_key()? {
                    pairs.insert(key, map.next_value_seed(Wanted::<T, F>(PhantomData))?);
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(Pairs::<T, F>(PhantomData))
    }
}

/// A list as the parts of one text. A blank text is the empty list.
#[derive(Debug)]
pub struct Split<P, L>(PhantomData<(P, L)>);

impl<T, P: Separator, L: Part<T>> SerdeForm<Vec<T>> for Split<P, L> {
    fn serialize<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let parts: Vec<&T> = value.iter().collect();
        let mut text = Vec::new();
        let written = crate::write::split(&mut text, &parts, P::SEPARATOR, Blanks::ANY, |out, part| {
            L::push(out, part).map_err(crate::codec::refuse)
        });
        written.map_err(|refusal| S::Error::custom(refusal.reason))?;
        serializer.serialize_str(&String::from_utf8(text).map_err(S::Error::custom)?)
    }

    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.trim().is_empty() {
            return Ok(Vec::new());
        }
        text.split(P::SEPARATOR).map(|part| L::parse(part).map_err(D::Error::custom)).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::Decimal;
    use crate::codec::{DateBy, Decimals, Epoch, IntText, IsoDate};
    use crate::{Date, Timestamp};
    use std::sync::LazyLock;

    struct Semicolon;
    impl Separator for Semicolon {
        const SEPARATOR: &'static str = ";";
    }

    macro_rules! declared {
        ($($name:ident: $codec:ty = $value:expr;)*) => { $(
            struct $name;
            impl Declared for $name {
                type Codec = $codec;
                fn codec() -> &'static $codec {
                    static CODEC: LazyLock<$codec> = LazyLock::new(|| $value);
                    &CODEC
                }
            }
        )* };
    }

    declared! {
        Number: Decimals = Decimals(None);
        InText: IntText = IntText;
        Iso: IsoDate = IsoDate;
        Millis: Epoch<1_000_000> = Epoch;
        German: DateBy = DateBy::new("dd.MM.yyyy").unwrap();
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Record {
        #[serde(with = "As::<Coded<Number>>")]
        price: Decimal,
        #[serde(with = "As::<Maybe<Coded<InText>>>", default, skip_serializing_if = "Option::is_none")]
        count: Option<i64>,
        #[serde(with = "As::<Each<Maybe<Coded<Iso>>>>")]
        days: Vec<Option<Date>>,
        #[serde(with = "As::<Coded<Millis>>")]
        at: Timestamp,
        #[serde(with = "As::<Split<Semicolon, Coded<German>>>")]
        parts: Vec<Date>,
        #[serde(with = "As::<Entries<Coded<Number>>>")]
        rates: BTreeMap<String, Decimal>,
    }

    #[test]
    fn forms_are_those_of_the_wire() {
        let json = concat!(
            r#"{"price":0.10,"count":"7","days":["2025-01-31",null],"at":1735689600123,"#,
            r#""parts":"31.01.2025;01.02.2025","rates":{"a":12345678901234567890.5}}"#
        );
        let record: Record = serde_json::from_str(json).unwrap();
        assert_eq!((record.price, record.count), (Decimal::new(10, 2), Some(7)));
        assert_eq!(record.at.as_nanosecond(), 1_735_689_600_123_000_000);
        assert_eq!(record.parts[1], Date::constant(2025, 2, 1));
        assert_eq!(serde_json::to_string(&record).unwrap(), json.replace("0.10", "0.1"));
    }

    #[test]
    fn what_is_not_of_the_form_is_refused() {
        let error = serde_json::from_str::<Record>(r#"{"price":"1"}"#).unwrap_err();
        assert!(error.to_string().contains("number"), "{error}");
    }
}
