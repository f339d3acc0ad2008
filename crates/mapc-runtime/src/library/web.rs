//! URLs, e-mail addresses and UUIDs.

use fluent_uri::Uri;
use fluent_uri::pct_enc::{EStr, encoder};
use uuid::Uuid;

use super::define::functions;
use crate::codes;
use crate::constraint;
use crate::{Constraint, Cx, Fail, Result};

functions! { topic web;

/// The host of an absolute URL, in lower case; absent if it has none.
#[function("url_host", "(url: string) -> string?")]
#[example(r#""https://Example.com:8080/a?b=c".url_host()"#, r#""example.com""#)]
#[example(r#""mailto:ada@example.com".url_host()"#, "absent")]
#[example(r#""example.com".url_host()"#, "reject R0318")]
#[example(r#""http://example.com:99999/".url_host()"#, "reject R0318")]
pub fn url_host<'a>(cx: &Cx<'a>, url: &'a str) -> Result<Option<&'a str>> {
    let host = parsed(url)?.authority().map(|authority| authority.host()).filter(|host| !host.is_empty());
    Ok(host.map(|host| super::text::lower(cx, host)))
}

/// The path of an absolute URL, as it is encoded there.
#[function("url_path", "(url: string) -> string")]
#[example(r#""https://example.com/orders/17?full=1".url_path()"#, r#""/orders/17""#)]
pub fn url_path<'a>(_cx: &Cx<'a>, url: &'a str) -> Result<&'a str> {
    parsed(url).map(|url| url.path().as_str())
}

/// The first parameter of that name in the query of an absolute URL, decoded; absent if there is none.
#[function("url_query", "(url: string, name: string) -> string?")]
#[example(r#""https://example.com/?utm_source=spring+mail%21&b=".url_query("utm_source")"#, r#""spring mail!""#)]
#[example(r#""https://example.com/".url_query("utm_source")"#, "absent")]
pub fn url_query<'a>(cx: &Cx<'a>, url: &'a str, name: &'a str) -> Result<Option<&'a str>> {
    let Some(query) = parsed(url)?.query() else { return Ok(None) };
    let pairs = query.as_str().split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    for (key, value) in pairs {
        if percent_decoded(cx, key)? == name {
            return percent_decoded(cx, value).map(Some);
        }
    }
    Ok(None)
}

/// The text as it stands in a part of a URL: all but letters, digits and `-._~` percent-encoded.
#[function("url_encode", "(text: string) -> string")]
#[example(r#""a b/ü".url_encode()"#, r#""a%20b%2F%C3%BC""#)]
pub fn url_encode<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    let mut encoded = fluent_uri::pct_enc::EString::<encoder::Data>::new();
    encoded.encode_str::<encoder::Data>(text);
    cx.text(encoded.as_str())
}

/// The e-mail address in its usual spelling: without white space around it, without `mailto:`, in lower case.
#[function("normalize_email", "(text: string) -> string")]
#[example(r#"" Ada@Example.COM ".normalize_email()"#, r#""ada@example.com""#)]
#[example(r#""mailto:ada@example.com".normalize_email()"#, r#""ada@example.com""#)]
#[example(r#""ada at example.com".normalize_email()"#, "reject R0320")]
pub fn normalize_email<'a>(cx: &Cx<'a>, text: &'a str) -> Result<&'a str> {
    let email = super::text::lower(cx, text.trim());
    let email = email.strip_prefix("mailto:").unwrap_or(email);
    constraint::text(&[Constraint::Email], cx.bump, email)
        .map_err(|_| Fail::fault(codes::NOT_AN_EMAIL, "the text is not an e-mail address"))
}

/// The UUID of version 5 that a name has in a namespace, which is a UUID itself; the same each time.
#[function("uuid_v5", "(name: string, namespace: string) -> string")]
#[example(
    r#""www.example.com".uuid_v5("6ba7b810-9dad-11d1-80b4-00c04fd430c8")"#,
    r#""2ed6657d-e927-568b-95e1-2665a8aea6a2""#
)]
#[example(r#""www.example.com".uuid_v5("dns")"#, "reject R0319")]
pub fn uuid_v5<'a>(cx: &Cx<'a>, name: &'a str, namespace: &'a str) -> Result<&'a str> {
    let namespace = Uuid::try_parse(namespace).map_err(|_| Fail::fault(codes::NOT_A_UUID, "the namespace is not a UUID").of(1))?;
    let uuid = Uuid::new_v5(&namespace, name.as_bytes());
    Ok(cx.text(uuid.hyphenated().encode_lower(&mut Uuid::encode_buffer())))
}
}

fn parsed(url: &str) -> Result<Uri<&str>> {
    let parsed = constraint::url::parsed(url);
    parsed.ok_or_else(|| Fail::fault(codes::NOT_A_URL, "the text is not an absolute URL such as https://example.com"))
}

/// A part of a query without its encoding, in which `+` is a blank.
fn percent_decoded<'a>(cx: &Cx<'a>, text: &'a str) -> Result<&'a str> {
    if !text.contains(['+', '%']) {
        return Ok(text);
    }
    let blanks = text.replace('+', "%20");
    let Some(encoded) = EStr::<encoder::Query>::new(&blanks) else {
        return Err(Fail::fault(codes::NOT_A_URL, "the query of the URL is not percent-encoded as it should be"));
    };
    let decoded = encoded.decode().to_string();
    decoded
        .map(|text| cx.text(&text))
        .map_err(|_| Fail::fault(codes::NOT_A_URL, "the query of the URL encodes bytes that are not a text in UTF-8"))
}
