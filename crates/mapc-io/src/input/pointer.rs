//! JSON pointers (RFC 6901) into input documents.

use std::fmt;
use std::str::FromStr;

/// A JSON pointer: the keys and positions that lead to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointer {
    tokens: Vec<String>,
    text: String,
}

impl Pointer {
    /// The keys and positions.
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Why a text is no JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointerError(String);

impl fmt::Display for PointerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PointerError {}

impl FromStr for Pointer {
    type Err = PointerError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.is_empty() {
            return Ok(Pointer::default());
        }
        let Some(path) = text.strip_prefix('/') else {
            return Err(PointerError(format!("a JSON pointer begins with `/`: `/{text}`")));
        };
        let tokens = path.split('/').map(unescape).collect::<Result<_, _>>()?;
        Ok(Pointer { tokens, text: text.to_owned() })
    }
}

fn unescape(token: &str) -> Result<String, PointerError> {
    let mut parts = token.split('~');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (character, rest) = match part.as_bytes().first() {
            Some(b'0') => ('~', part.get(1..)),
            Some(b'1') => ('/', part.get(1..)),
            _ => return Err(PointerError("in a JSON pointer `~0` stands for `~` and `~1` for `/`".to_owned())),
        };
        plain.push(character);
        plain.push_str(rest.unwrap_or_default());
    }
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn pointers_are_taken_apart() {
        let tokens = |text: &str| text.parse::<Pointer>().map(|pointer| pointer.tokens().to_vec());
        assert_eq!(tokens("").unwrap(), Vec::<String>::new());
        assert_eq!(tokens("/a~1b/0/~0~01/").unwrap(), ["a/b", "0", "~~1", ""]);
        assert!(tokens("orders").unwrap_err().to_string().contains("`/orders`"));
        assert!(tokens("/~2").is_err() && tokens("/~").is_err());
    }
}
