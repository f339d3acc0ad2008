//! Near misses: an accepted record in which one token is another. Many are accepted again, as they must be; the others are wrong in one
//! thing only, which is what reaches the checks behind the first.

use fastrand::Rng;

use super::document::{Node, Path, plain, quoted};
use super::records::Records;

/// What stands where a key or value was not expected.
const HOSTILE: &[&[u8]] = &[
    b"{\"a\":[1,{\"b\":[[[[[]]]]]}]}",
    b"{\"a\":1,\"a\":2}",
    b"\"\\ud83d\\ude00\\u0000\\/\"",
    b"\"\\ud800\"",
    b"\"\\udc00\\ud800\"",
    b"-0.0e-999999999999",
    b"123456789012345678901234567890.123456789012345678901234567890",
    b"[,]",
    b"[1,]",
    b"{\"a\":}",
    b"{\"a\" 1}",
    b"\"\xff\"",
    b"\"\xed\xa0\x80\"",
    b"\"\x01\"",
    b"\"\\x41\"",
    b"\"\\u12\"",
    b"tru",
    b"NaN",
    b"+1",
    b"1.",
    b".5",
    b"1e",
    b"--1",
    b"0x10",
    b"",
];
/// What stands beside tokens. The first four are white space of JSON.
const BESIDE: &[&[u8]] = &[
    b" ",
    b"\n",
    b"\t",
    b"\r\n",
    b"\x0b",
    b"\xc2\xa0",
    b"\xef\xbb\xbf",
    b"/**/",
    b",",
    b"]",
    b"}",
    b":",
    b"\"",
    b"\x00",
    b"\xff",
];

/// Changes one token of an accepted record. What was done, in a word, and the bytes.
pub fn near_miss(record: &Node, records: &Records<'_>, rng: &mut Rng) -> (&'static str, Vec<u8>) {
    if rng.u8(..5) == 0 {
        return beside_tokens(record, rng);
    }
    let mut near = record.clone();
    let paths = record.paths();
    let path = rng.choice(&paths).cloned().unwrap_or_default();
    let what = match near.at_mut(&path) {
        Some(Node::Object(members)) if rng.u8(..8) > 0 => of_members(members, rng),
        Some(Node::List(items)) if rng.u8(..8) > 0 => of_elements(items, rng),
        Some(leaf @ Node::Leaf(_)) if rng.u8(..8) > 0 => of_leaf(leaf, record, &path, records, rng),
        Some(other) => of_kind(other, rng),
        None => "nothing",
    };
    (what, near.render())
}

/// One token lost, doubled or with something beside it, or the record ends behind it.
fn beside_tokens(record: &Node, rng: &mut Rng) -> (&'static str, Vec<u8>) {
    let mut tokens: Vec<Vec<u8>> = Vec::new();
    record.tokens(&mut |token| tokens.push(token.to_vec()));
    let at = rng.usize(..tokens.len());
    let what = match rng.u8(..5) {
        0 => {
            tokens.remove(at);
            "token lost"
        }
        1 => {
            tokens.insert(at, tokens[at].clone());
            "token twice"
        }
        2 => {
            tokens.truncate(at);
            "ends early"
        }
        3 => {
            tokens.insert(at + rng.usize(..2), rng.choice(BESIDE).map_or(Vec::new(), |it| it.to_vec()));
            "beside a token"
        }
        _ => {
            tokens.insert(at + rng.usize(..2), rng.choice(&BESIDE[..4]).map_or(Vec::new(), |it| it.to_vec()));
            "white space"
        }
    };
    (what, tokens.concat())
}

fn of_members(members: &mut Vec<(Vec<u8>, Node)>, rng: &mut Rng) -> &'static str {
    if members.is_empty() || rng.u8(..6) == 0 {
        let value = hostile(rng);
        members.insert(rng.usize(..=members.len()), (quoted("not declared"), value));
        return "key nobody declared";
    }
    let at = rng.usize(..members.len());
    match rng.u8(..9) {
        0 | 1 => {
            members.remove(at);
            "key lost"
        }
        2 => {
            let again = members[at].clone();
            members.insert(rng.usize(..=members.len()), again);
            "key twice"
        }
        3 => {
            let (key, _) = members[at].clone();
            let value = hostile(rng);
            members.insert(rng.usize(..=members.len()), (key, value));
            "key twice with another value"
        }
        4 => {
            let key = escaped(&plain(&members[at].0), rng);
            members[at].0 = key;
            "key with an escape"
        }
        5 => {
            let other = renamed(&plain(&members[at].0), rng);
            members[at].0 = quoted(&other);
            "key of another name"
        }
        6 => {
            let key = members[rng.usize(..members.len())].0.clone();
            members[at].0 = key;
            "key of its neighbour"
        }
        7 => {
            members[at].1 = Node::leaf("null");
            "null"
        }
        _ => {
            rng.shuffle(members);
            "keys in another order"
        }
    }
}

fn of_elements(items: &mut Vec<Node>, rng: &mut Rng) -> &'static str {
    if items.is_empty() {
        items.push(hostile(rng));
        return "element more";
    }
    let at = rng.usize(..items.len());
    match rng.u8(..7) {
        0 => {
            items.remove(at);
            "element lost"
        }
        1 => {
            let again = items[at].clone();
            items.insert(at, again);
            "element twice"
        }
        2 => {
            items[at] = Node::leaf("null");
            "null"
        }
        3 => {
            items.clear();
            "no elements"
        }
        4 => {
            let many = rng.usize(2..40);
            let again = items[at].clone();
            items.extend(std::iter::repeat_n(again, many));
            "many elements"
        }
        5 => {
            items[at] = hostile(rng);
            "another kind"
        }
        _ => {
            rng.shuffle(items);
            "elements in another order"
        }
    }
}

fn of_leaf(leaf: &mut Node, record: &Node, path: &Path, records: &Records<'_>, rng: &mut Rng) -> &'static str {
    let decode = records.decode_at(record, path);
    if let Some((decode, hint)) = decode {
        let edges = records.scalars().edges(decode, hint);
        match (rng.u8(..4), rng.choice(&edges)) {
            (0 | 1, Some(edge)) => {
                *leaf = Node::leaf(edge);
                return "at the edge of its type";
            }
            (2, _) => {
                *leaf = Node::Leaf(records.scalars().value(decode, hint, rng));
                return "another value";
            }
            _ => {}
        }
    }
    let Node::Leaf(bytes) = leaf else { return "nothing" };
    match bytes.first() {
        Some(b'"') => {
            let (what, text) = of_text(&plain(bytes), records, rng);
            *bytes = text;
            what
        }
        Some(b'-' | b'0'..=b'9') => {
            let (what, number) = of_number(&String::from_utf8_lossy(bytes), rng);
            *bytes = number.into_bytes();
            what
        }
        _ => {
            let words = ["true", "false", "null", "True", "\"true\"", "1", "0", "nul", "truefalse"];
            *bytes = rng.choice(words).unwrap_or_default().as_bytes().to_vec();
            "another word"
        }
    }
}

/// Another text, as JSON; some are none.
pub fn of_text(text: &str, records: &Records<'_>, rng: &mut Rng) -> (&'static str, Vec<u8>) {
    let place = boundary(text, rng);
    let (before, behind) = text.split_at(place);
    let with = |middle: &str| quoted(&format!("{before}{middle}{behind}"));
    match rng.u8(..16) {
        0 => ("text with an escape", escaped(text, rng)),
        1 => ("half a pair", raw_inside(before, b"\\ud83d", behind)),
        2 => ("a pair", raw_inside(before, b"\\ud83d\\ude00", behind)),
        3 => (
            "bytes that are no UTF-8",
            raw_inside(before, rng.choice([&b"\xff"[..], b"\xc0\xaf", b"\xe2\x82"]).unwrap_or(b"\xff"), behind),
        ),
        4 => (
            "a bare control character",
            raw_inside(before, rng.choice([&b"\x00"[..], b"\n", b"\x1f"]).unwrap_or(b"\n"), behind),
        ),
        5 => (
            "a character more",
            with(rng.choice(["x", "0", "-", "é", "😀", "\u{200b}", "\u{202e}", "\u{0}"]).unwrap_or("x")),
        ),
        6 => ("a character less", quoted(&format!("{before}{}", behind.chars().skip(1).collect::<String>()))),
        7 => ("white space around", quoted(&format!("{}{text}{}", blank(rng), blank(rng)))),
        8 => ("blank", quoted(blank(rng))),
        9 => ("of another case", quoted(&if rng.bool() { text.to_uppercase() } else { text.to_lowercase() })),
        10 => ("a day that is none", quoted(&no_day(text, rng))),
        11 => ("without its quotes", text.as_bytes().to_vec()),
        12 => ("very long", quoted(&format!("{before}{}{behind}", "long ".repeat(rng.usize(1..400))))),
        13 => {
            let digits = |character: char| if character.is_ascii_digit() { rng.digit(10) } else { character };
            ("other digits", quoted(&text.chars().map(digits).collect::<String>()))
        }
        14 => ("not closed", {
            let mut bytes = quoted(text);
            bytes.pop();
            bytes
        }),
        _ => ("a word of the plan", quoted(records.scalars().word(rng).unwrap_or("other"))),
    }
}

/// Another number, or the same in another form; some are no JSON.
fn of_number(number: &str, rng: &mut Rng) -> (&'static str, String) {
    let negated = number.strip_prefix('-').map_or_else(|| format!("-{number}"), str::to_owned);
    let digits = number.trim_start_matches('-');
    let whole = !number.contains(['.', 'e', 'E']);
    match rng.u8(..12) {
        0 if whole => ("the number in another form", format!("{number}.0")),
        1 => ("the number in another form", format!("{number}e0")),
        2 if whole => ("the number in another form", format!("{number}0E-1")),
        3 if whole => ("the number in another form", format!("{number}.{}", "0".repeat(rng.usize(1..60)))),
        4 => ("minus nothing", rng.choice(["-0", "-0.0", "0", "0e5", "-0E-3"]).unwrap_or("0").to_owned()),
        5 => (
            "a number beyond 64 bits",
            rng.choice([
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "-9223372036854775809",
                "9223372036854775807.5",
                "1e19",
                "1e400",
                "79228162514264337593543950336",
                "1e-30",
                "922337203685477580700e-2",
            ])
            .unwrap_or("0")
            .to_owned(),
        ),
        6 => ("of another sign", negated),
        7 => (
            "a number that is none",
            rng.choice([
                format!("0{digits}"),
                format!("+{digits}"),
                format!("{number}."),
                format!(".{digits}"),
                format!("{number}e"),
                format!("{number}e+"),
                format!("{number}x"),
                format!("{number},0"),
            ])
            .unwrap_or_default(),
        ),
        8 => ("a number in a text", format!("\"{number}\"")),
        9 => ("a digit more", format!("{number}{}", rng.digit(10))),
        10 => ("a fraction more", if number.contains('.') { format!("{number}1") } else { format!("{number}.5") }),
        _ => ("other digits", number.chars().map(|c| if c.is_ascii_digit() { rng.digit(10) } else { c }).collect()),
    }
}

/// A value of another kind.
fn of_kind(node: &mut Node, rng: &mut Rng) -> &'static str {
    let inside = node.clone();
    match rng.u8(..6) {
        0 => {
            *node = Node::List(vec![inside]);
            "in a list"
        }
        1 => {
            *node = Node::Object(vec![(quoted("a"), inside)]);
            "in an object"
        }
        2 => {
            *node = Node::leaf(quoted(&String::from_utf8_lossy(&inside.render())));
            "in a text"
        }
        3 => {
            *node = Node::leaf("null");
            "null"
        }
        _ => {
            *node = hostile(rng);
            "another kind"
        }
    }
}

fn hostile(rng: &mut Rng) -> Node {
    if rng.u8(..8) == 0 {
        let depth = rng.usize(100..140);
        let (open, close) = if rng.bool() { ("[", "]") } else { ("{\"d\":", "}") };
        return Node::leaf(format!("{}1{}", open.repeat(depth), close.repeat(depth)));
    }
    Node::leaf(rng.choice(HOSTILE).map_or(&b""[..], |it| it))
}

/// The same text with one character written as `\u….`.
fn escaped(text: &str, rng: &mut Rng) -> Vec<u8> {
    let place = boundary(text, rng);
    let (before, behind) = text.split_at(place);
    let mut characters = behind.chars();
    let Some(first) = characters.next() else { return quoted(text) };
    let mut units = [0; 2];
    let escape: String = first.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect();
    raw_inside(before, escape.as_bytes(), characters.as_str())
}

/// Two texts with raw bytes between them.
fn raw_inside(before: &str, raw: &[u8], behind: &str) -> Vec<u8> {
    let mut out = quoted(before);
    out.pop();
    out.extend_from_slice(raw);
    out.extend_from_slice(&quoted(behind)[1..]);
    out
}

fn renamed(name: &str, rng: &mut Rng) -> String {
    match rng.u8(..5) {
        0 => name.to_uppercase(),
        1 => format!("{name}s"),
        2 => name.chars().skip(1).collect(),
        3 => format!("{name} "),
        _ => String::new(),
    }
}

fn blank(rng: &mut Rng) -> &'static str {
    rng.choice(["", " ", "  ", "\t", "\n", "\u{a0}", "\u{2003}"]).unwrap_or("")
}

/// A date whose month or day is none, where the text looks like one.
fn no_day(text: &str, rng: &mut Rng) -> String {
    let (month, day) =
        *rng.choice(&[("02", "30"), ("13", "01"), ("00", "10"), ("04", "31"), ("02", "29")]).unwrap_or(&("02", "30"));
    match (text.get(..5), text.get(10..)) {
        (Some(year), Some(rest)) if year.ends_with('-') => format!("{year}{month}-{day}{rest}"),
        _ => format!("{day}.{month}.2023"),
    }
}

fn boundary(text: &str, rng: &mut Rng) -> usize {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    *rng.choice(&places).unwrap_or(&0)
}
