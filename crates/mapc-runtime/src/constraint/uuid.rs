//! UUIDs.

use crate::Bump;

/// A UUID in its written form: lower case.
pub(super) fn uuid<'a>(bump: &'a Bump, text: &'a str) -> Option<&'a str> {
    let fits = text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if !fits {
        return None;
    }
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        let lower = bump.alloc_str(text);
        lower.make_ascii_lowercase();
        return Some(lower);
    }
    Some(text)
}
