//! The forms of texts that have types of their own.

use email_address::EmailAddress;
use iso_country::Country;
use iso_currency::Currency;

use crate::Bump;

/// An addr-spec of RFC 5321.
pub(super) fn is_email(text: &str) -> bool {
    match text.rsplit_once('@') {
        Some((local, domain)) => EmailAddress::is_valid_local_part(local) && EmailAddress::is_valid_domain(domain),
        None => false,
    }
}

/// An absolute URI of RFC 3986: with a scheme.
pub(super) fn is_url(text: &str) -> bool {
    fluent_uri::Uri::parse(text).is_ok()
}

/// An assigned code of ISO 3166-1 alpha-2.
pub(super) fn is_country(text: &str) -> bool {
    is_upper(text) && text.parse::<Country>().is_ok_and(|country| country != Country::Unspecified)
}

/// An active code of ISO 4217.
pub(super) fn is_currency(text: &str) -> bool {
    is_upper(text) && Currency::from_code(text).is_some_and(|currency| currency.is_superseded().is_none())
}

fn is_upper(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase())
}

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
