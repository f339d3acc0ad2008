//! Hashes and encodings of a text's UTF-8 bytes.

use std::fmt::Write;

use ::md5::Md5;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::define::functions;
use crate::codes;
use crate::{Cx, Fail, Result};

functions! { topic encoding;

/// The SHA-256 of the text, as 64 hexadecimal digits in lower case.
#[function("sha256", "(text: string) -> string")]
#[example(
    r#""abc".sha256()"#,
    r#""ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad""#
)]
pub fn sha256<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    hexadecimal(cx, &Sha256::digest(text.as_bytes()))
}

/// The SHA-256 of the text, but the text as it is where it is one already: 64 hexadecimal digits.
#[function("hash_once", "(text: string) -> string")]
#[example(r#""abc".hash_once().hash_once() == "abc".sha256()"#, "true")]
pub fn hash_once<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) { text } else { sha256(cx, text) }
}

/// The HMAC with SHA-256 of the text under a key, as 64 hexadecimal digits in lower case.
#[function("hmac_sha256", "(text: string, key: string) -> string")]
#[example(
    r#""what do ya want for nothing?".hmac_sha256("Jefe")"#,
    r#""5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843""#
)]
pub fn hmac_sha256<'a>(cx: &Cx<'a>, text: &'a str, key: &'a str) -> Result<&'a str> {
    let keyed = Hmac::<Sha256>::new_from_slice(key.as_bytes());
    let mut keyed = keyed.map_err(|_| Fail::fault(codes::ARGUMENT_OUT_OF_RANGE, "`key` is of a length that HMAC does not take").of(1))?;
    keyed.update(text.as_bytes());
    Ok(hexadecimal(cx, &keyed.finalize().into_bytes()))
}

/// The MD5 of the text, as 32 hexadecimal digits in lower case; for systems that ask for it, not for secrets.
#[function("md5", "(text: string) -> string")]
#[example(r#""abc".md5()"#, r#""900150983cd24fb0d6963f7d28e17f72""#)]
pub fn md5<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    hexadecimal(cx, &Md5::digest(text.as_bytes()))
}

/// The text in Base64, with padding.
#[function("base64_encode", "(text: string) -> string")]
#[example(r#""Ada?".base64_encode()"#, r#""QWRhPw==""#)]
pub fn base64_encode<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    cx.text(&STANDARD.encode(text))
}

/// The text that stands in Base64, with padding.
#[function("base64_decode", "(text: string) -> string")]
#[example(r#""QWRhPw==".base64_decode()"#, r#""Ada?""#)]
#[example(r#""QWRhPw".base64_decode()"#, "reject R0317")]
pub fn base64_decode<'a>(cx: &Cx<'a>, text: &'a str) -> Result<&'a str> {
    decoded(cx, STANDARD.decode(text).ok(), "Base64 with padding")
}

/// The bytes of the text in hexadecimal digits, in lower case.
#[function("hex_encode", "(text: string) -> string")]
#[example(r#""Ada".hex_encode()"#, r#""416461""#)]
pub fn hex_encode<'a>(cx: &Cx<'a>, text: &'a str) -> &'a str {
    hexadecimal(cx, text.as_bytes())
}

/// The text whose bytes stand in hexadecimal digits.
#[function("hex_decode", "(text: string) -> string")]
#[example(r#""416461".hex_decode()"#, r#""Ada""#)]
#[example(r#""4164g".hex_decode()"#, "reject R0317")]
pub fn hex_decode<'a>(cx: &Cx<'a>, text: &'a str) -> Result<&'a str> {
    let digit = |c: char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let digits: Option<Vec<u8>> = text.chars().map(digit).collect();
    let bytes = digits.and_then(|digits| digits.len().is_multiple_of(2).then(|| pairs(&digits)));
    decoded(cx, bytes, "pairs of hexadecimal digits")
}
}

fn hexadecimal<'a>(cx: &Cx<'a>, bytes: &[u8]) -> &'a str {
    let mut digits = bumpalo::collections::String::with_capacity_in(bytes.len() * 2, cx.bump);
    for byte in bytes {
        // Writing to a text in memory cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits.into_bump_str()
}

fn pairs(digits: &[u8]) -> Vec<u8> {
    digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()
}

fn decoded<'a>(cx: &Cx<'a>, bytes: Option<Vec<u8>>, form: &str) -> Result<&'a str> {
    let Some(bytes) = bytes else {
        return Err(Fail::fault(codes::INVALID_ENCODING, format!("the text is not {form}")));
    };
    let text = std::str::from_utf8(&bytes);
    text.map(|text| cx.text(text))
        .map_err(|_| Fail::fault(codes::INVALID_ENCODING, "the bytes that were encoded are not a text in UTF-8"))
}
