//! An owned `scalar`.

use serde_core::de::Error as _;
use serde_core::ser::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A text, number or bool; numbers as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AnyScalar {
    /// A text.
    Text(String),
    /// A number, as JSON writes it.
    Number(String),
    /// A bool.
    Bool(bool),
}

impl Serialize for AnyScalar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            AnyScalar::Text(text) => serializer.serialize_str(text),
            AnyScalar::Bool(value) => serializer.serialize_bool(*value),
            AnyScalar::Number(text) => {
                crate::number::from_text(text).map_err(|_| S::Error::custom("not a number"))?;
                RawValue::from_string(text.clone()).map_err(S::Error::custom)?.serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for AnyScalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        match raw.get().as_bytes().first() {
            Some(b'"') => serde_json::from_str(raw.get()).map(AnyScalar::Text).map_err(D::Error::custom),
            Some(b't') => Ok(AnyScalar::Bool(true)),
            Some(b'f') => Ok(AnyScalar::Bool(false)),
            Some(b'-' | b'0'..=b'9') => Ok(AnyScalar::Number(raw.get().to_owned())),
            _ => Err(D::Error::custom("a text, a number, or true or false is needed here")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AnyScalar;

    #[test]
    fn numbers_stay_as_written() {
        let json = r#"["42",1.50e3,true]"#;
        let scalars: Vec<AnyScalar> = serde_json::from_str(json).unwrap();
        assert_eq!(scalars[1], AnyScalar::Number("1.50e3".to_owned()));
        assert_eq!(serde_json::to_string(&scalars).unwrap(), json);
        assert!(serde_json::from_str::<AnyScalar>("null").is_err());
    }
}
