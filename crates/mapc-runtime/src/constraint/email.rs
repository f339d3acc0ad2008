//! E-mail addresses.

use std::sync::LazyLock;

use regex::Regex;

/// Most octets of the part before the `@`, RFC 5321, 4.5.3.1.1.
const LOCAL_OCTETS: usize = 64;
/// Most octets of the whole: a path of RFC 5321, 4.5.3.1.3, without its angle brackets.
const OCTETS: usize = 254;
/// Most octets of one label of a domain, RFC 1035, 2.3.4.
const LABEL_OCTETS: usize = 63;

/// A mailbox of RFC 5321 without quoted local parts and address literals, with characters beyond ASCII as in RFC 6531.
///
/// Its domain has at least two labels, the last of which is no number. Beyond ASCII a domain has letters, marks and digits;
/// a local part has any character that is seen: no blank, control or format character, none that is unassigned or ignored
/// in display.
pub(super) fn is_email(text: &str) -> bool {
    text.len() <= OCTETS && is_ascii_mailbox(text.as_bytes()).unwrap_or_else(|| is_mailbox(text))
}

/// Whether a text is a mailbox, told in one pass; `None` where it is not all of ASCII.
fn is_ascii_mailbox(text: &[u8]) -> Option<bool> {
    if !text.is_ascii() {
        return None;
    }
    let class = |at: usize| text.get(at).map_or(0, |byte| CLASSES[usize::from(*byte)]);
    // A dot is between two others.
    let (mut at, mut before) = (0, DOT);
    loop {
        match class(at) {
            0 => break,
            DOT if before == DOT => return Some(false),
            class => before = class,
        }
        at += 1;
    }
    if text.get(at) != Some(&b'@') || before == DOT || at > LOCAL_OCTETS {
        return Some(false);
    }
    let domain = text.get(at + 1..).unwrap_or_default();
    let (mut labels, mut start) = (0, 0);
    before = DOT;
    for (at, byte) in domain.iter().enumerate() {
        let class = CLASSES[usize::from(*byte)];
        match class {
            LABEL => {}
            HYPHEN if before != DOT => {}
            DOT if before == LABEL && at - start <= LABEL_OCTETS => (labels, start) = (labels + 1, at + 1),
            _ => return Some(false),
        }
        before = class;
    }
    let last = domain.get(start..).unwrap_or_default();
    Some(labels > 0 && before == LABEL && last.len() <= LABEL_OCTETS && !last.iter().all(u8::is_ascii_digit))
}

/// A byte of an atom of the local part alone.
const ATOM: u8 = 1;
/// One of a label of the domain as well, wherever in it.
const LABEL: u8 = 2;
/// One that neither begins nor ends a label.
const HYPHEN: u8 = 3;
/// What stands between atoms and between labels.
const DOT: u8 = 4;

/// The class of each byte; 0 is none of them.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0u8;
    while byte < 0x80 {
        classes[byte as usize] = match byte {
            b'-' => HYPHEN,
            b'.' => DOT,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => LABEL,
            b'!' | b'#'..=b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~' => ATOM,
            _ => 0,
        };
        byte += 1;
    }
    classes
};

/// Whether a text is a mailbox, told rule by rule.
fn is_mailbox(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| is_local(local) && is_domain(domain))
}

fn is_local(local: &str) -> bool {
    local.len() <= LOCAL_OCTETS && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_local_char))
}

/// `atext` of RFC 5322, or a visible character beyond ASCII.
fn is_local_char(c: char) -> bool {
    static VISIBLE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[^\p{C}\p{Z}\p{DI}]$").ok());
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    }
    is_of(&VISIBLE, c)
}

fn is_domain(domain: &str) -> bool {
    let labels = || domain.split('.');
    let numeric = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
    labels().count() >= 2 && labels().all(is_label) && !labels().next_back().is_some_and(numeric)
}

fn is_label(label: &str) -> bool {
    (1..=LABEL_OCTETS).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(is_label_char)
}

fn is_label_char(c: char) -> bool {
    static WORDS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[[\p{L}\p{M}\p{Nd}]--\p{DI}]$").ok());
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '-' } else { is_of(&WORDS, c) }
}

/// Whether a character is of a class, by the pinned tables of `regex` rather than by those of the compiler.
fn is_of(class: &LazyLock<Option<Regex>>, c: char) -> bool {
    class.as_ref().is_some_and(|class| class.is_match(c.encode_utf8(&mut [0; 4])))
}

#[cfg(test)]
mod tests {
    use super::{is_ascii_mailbox, is_email, is_mailbox};

    #[test]
    fn mailboxes() {
        for good in [
            "a@b.example",
            "a.b+c@example.com",
            "!#$%&'*+-/=?^_`{|}~@example.com",
            "ü@example.com",
            "用户@例子.公司",
            "संपर्क@डाटामेल.भारत",
            "😀@example.com",
            "a@xn--bcher-kva.example",
            "a@1.2.3.com",
            "a@a-b.c3",
        ] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@",
            "a@",
            "@b.example",
            "a@b@c.example",
            "a@b",
            ".a@b.example",
            "a.@b.example",
            "a..b@c.example",
            "a@.b.example",
            "a@b.example.",
            "a@b..example",
            "a@-b.example",
            "a@b-.example",
            "a@1.2.3.4",
            "a@[127.0.0.1]",
            "\"a b\"@example.com",
            "a b@example.com",
            " a@b.example",
            "a@b.example ",
            "a@b.example\n",
            "A <a@b.example>",
            "a@b.com?subject=x",
            "ada@ex#ample.com",
            "a@b_c.example",
            "a(b)@c.example",
            "a,b@c.example",
            "a@b。example.com",
            "a@b😀.example",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn nothing_invisible() {
        for hidden in [
            '\0',
            '\t',
            '\u{7f}',
            '\u{85}',
            '\u{a0}',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{180e}',
            '\u{2003}',
            '\u{200b}',
            '\u{200d}',
            '\u{200e}',
            '\u{2028}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{3000}',
            '\u{3164}',
            '\u{e000}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{fffe}',
            '\u{378}',
            '\u{e0041}',
            '\u{10ffff}',
        ] {
            assert!(!is_email(&format!("ad{hidden}a@example.com")), "{hidden:?}");
            assert!(!is_email(&format!("ada@ex{hidden}ample.com")), "{hidden:?}");
        }
    }

    /// The one pass says what the rules say one by one.
    #[test]
    fn mailboxes_in_ascii_are_told_in_one_pass() {
        let label = "l".repeat(63);
        let parts =
            ["", "a", "Z9", "-", ".", "@", "+", "_", "`", "{", "(", " ", "1", "a-b", "x.y", "com", "\0", &label];
        let all = || parts.iter().copied();
        for text in all().flat_map(|a| all().flat_map(move |b| all().map(move |c| [a, b, c]))) {
            let [a, b, c] = text;
            for text in
                [format!("{a}{b}@{c}.com"), format!("{a}@{b}{c}"), format!("a@{a}{b}.{c}"), format!("{a}{b}{c}")]
            {
                assert_eq!(is_ascii_mailbox(text.as_bytes()), Some(is_mailbox(&text)), "{text:?}");
            }
        }
        assert_eq!(is_ascii_mailbox("ü@b.example".as_bytes()), None);
    }

    #[test]
    fn lengths_count_octets() {
        let local = |count: usize| format!("{}@example.com", "a".repeat(count));
        assert!(is_email(&local(64)) && !is_email(&local(65)));
        let label = |count: usize| format!("a@{}.com", "b".repeat(count));
        assert!(is_email(&label(63)) && !is_email(&label(64)));
        assert!(!is_email(&format!("{}@example.com", "ü".repeat(33))));
        // 2 + 4 × 63 is 254 octets.
        let whole = format!("a@{0}.{0}.{0}.{1}", "b".repeat(62), "c".repeat(63));
        assert_eq!(whole.len(), 254);
        assert!(is_email(&whole) && !is_email(&format!("a{whole}")));
    }
}
