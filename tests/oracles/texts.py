"""Ten thousand e-mail addresses, URLs, instants and amounts of money with the verdicts that the reference demands.

Written from RFC 5321, 5322 and 6531, RFC 3986, RFC 3339 and docs/src/language.md; it knows nothing of the code that it judges.
Each line is a kind, a text as JSON, and `-` where the text is refused, else `+` or the value that it has, with tabs between.

Where the reference departs from the standards, on purpose:
- e-mail: no quoted local parts, address literals, comments; two labels at least, the last not all digits; nothing invisible.
- URL: `http` and `https` need a host; a port is at most 65535.
- instants: no leap seconds; nine places of the second at most, but for zeros; the years 0000 to 9999 after the offset is applied.
Characters beyond ASCII are a few that Unicode has had for long, since its versions differ in newer ones.
"""

import datetime
import ipaddress
import json
import random
import re

COUNT = 2500
rng = random.Random(20260101)
pick = rng.choice

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
ATEXT = LETTERS + DIGITS + "!#$%&'*+-/=?^_`{|}~"
WORDS = "äöüßéñçøåžłđαβγжщאبกकด中文日本語한국ﾃ\u0301\u094d٣"
SYMBOLS = "€☃😀→©"
HIDDEN = "\u00a0\u00ad\u0085\u200b\u200c\u200d\u200e\u202e\u2028\u2066\u3000\u3164\ufeff\ue000\ufe0f"
OTHERS = " \t\n\0\x7f\"(),:;<>@[\\]"


def mutated(text):
    """The text, or one with a character put in, left out or changed."""
    if not text or rng.random() < 0.4:
        return text
    at = rng.randrange(len(text))
    other = pick([pick(ATEXT), pick(OTHERS), pick(HIDDEN), pick(".-@:/?#[]%"), pick(WORDS), pick(SYMBOLS)])
    return pick([text[:at] + other + text[at:], text[:at] + text[at + 1 :], text[:at] + other + text[at + 1 :]])


def mostly(good, bad):
    return pick(good) if rng.random() < 0.92 else pick(bad)


def some(characters, least, most):
    return "".join(pick(characters) for _ in range(rng.randint(least, most)))


# E-mail: RFC 5321, 4.1.2, with 4.5.3.1 for lengths.


def is_email(text):
    local, at, domain = text.partition("@")
    if not at or len(text.encode()) > 254 or len(local.encode()) > 64:
        return False
    atext = lambda c: c in ATEXT or c in WORDS or c in SYMBOLS
    if any(not atom or not all(map(atext, atom)) for atom in local.split(".")):
        return False
    labels = domain.split(".")
    for label in labels:
        inside = all(c in LETTERS + DIGITS + "-" + WORDS for c in label)
        if not 1 <= len(label.encode()) <= 63 or not inside or label[0] == "-" or label[-1] == "-":
            return False
    return len(labels) > 1 and not re.fullmatch("[0-9]+", labels[-1])


def email():
    long = rng.random() < 0.1
    atom = lambda: some(ATEXT if rng.random() < 0.8 else ATEXT + WORDS + SYMBOLS, 1, 34 if long else 8)
    label = lambda: some(LETTERS + DIGITS + "-" * 4 if rng.random() < 0.8 else LETTERS + WORDS, 1, 66 if long else 10)
    local = ".".join(atom() for _ in range(rng.randint(1, 3)))
    domain = ".".join(label() for _ in range(rng.randint(1, 5 if long else 3)))
    return pick([mutated(f"{local}@{domain}")] * 20 + [f'"{local}"@{domain}', f"{local}@[192.0.2.1]", f"{local}@1.2.3.4"])


# URLs: the ABNF of RFC 3986, appendix A.

PCHAR = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})"
REG_NAME = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*"
USERINFO = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*"
AUTHORITY = rf"(?:{USERINFO}@)?(?P<host>\[[^\]]*\]|{REG_NAME})(?::(?P<port>[0-9]*))?"
ABEMPTY = f"(?:/{PCHAR}*)*"
REST = rf"(?:\?(?:{PCHAR}|[/?])*)?(?:#(?:{PCHAR}|[/?])*)?"
WITH_AUTHORITY = re.compile(rf"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*)://{AUTHORITY}{ABEMPTY}{REST}")
WITHOUT = re.compile(rf"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):(?:/(?:{PCHAR}+{ABEMPTY})?|{PCHAR}+{ABEMPTY})?{REST}")


def is_ip_literal(host):
    inside = host[1:-1]
    if re.fullmatch(r"[vV][0-9A-Fa-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+", inside):
        return True
    try:
        return "%" not in inside and bool(ipaddress.IPv6Address(inside)) | True
    except ValueError:
        return False


def is_url(text):
    web = lambda match: match["scheme"].lower() in ("http", "https")
    match = WITH_AUTHORITY.fullmatch(text)
    if match:
        host, port = match["host"], match["port"] or "0"
        if host.startswith("[") and not is_ip_literal(host):
            return False
        return int(port) <= 65535 and not (web(match) and not host)
    match = WITHOUT.fullmatch(text)
    return bool(match) and not web(match)


def url():
    scheme = mostly(["http", "https", "HTTPS", "ftp", "mailto", "urn", "a+b.c-1"], ["1a", "", "a_b"])
    names = ["example.com", "EXAMPLE.com", "192.0.2.1", "b%C3%BCcher.example", "a_b"]
    literals = ["[::1]", "[2001:db8::8:800:200c:417a]", "[::ffff:192.0.2.1]", "[v7.a:b]"]
    host = mostly(names + literals, ["[1::2::3]", "[12345::]", "[::1", "", "bücher.example", "%4"])
    port = mostly(["", "", ":", ":80", ":0", ":65535", ":00443"], [":65536", ":99999", ":8a", ":-1"])
    user = mostly(["", "", "", "ada@", "ada:secret@", "@"], ["a@b@"])
    path = mostly(["", "/", "/a/b", "//a", "/a%20b", "/a:b@c;d=e,f"], ["/ä", "/a b", "/a|b", "/{id}", "/%zz", "a/b"])
    query = mostly(["", "", "?", "?a=b&c=/?d", "?q=%C3%A4"], ["?a[]=b", "?\""])
    fragment = mostly(["", "", "#", "#a/b?c"], ["#a#b"])
    whole = f"{scheme}://{user}{host}{port}{path}{query}{fragment}"
    other = f"{scheme}:{pick(['ada@example.com', 'isbn:0451450523', '', 'a/b', '/a', '//'])}{query}{fragment}"
    text = pick([whole, whole, whole, other])
    return mutated(text) if rng.random() < 0.3 else text


# Instants: RFC 3339, 5.6, by Gregory's calendar, which repeats after 400 years of 146,097 days.

RFC3339 = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))", re.ASCII)
YEAR_0 = datetime.date(400, 1, 1).toordinal() - 146097


def instant_of(text):
    """The instant as it is written in UTC; nothing where there is none."""
    match = RFC3339.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second = map(int, match.group(1, 2, 3, 4, 5, 6))
    fraction = (match[7] or "").rstrip("0")
    cycle = year < 400
    try:
        days = datetime.date(year + 400 * cycle, month, day).toordinal() - 146097 * cycle - YEAR_0
    except ValueError:
        return None
    if hour > 23 or minute > 59 or second > 59 or len(fraction) > 9:
        return None
    offset = 0
    if match[8]:
        hours, minutes = int(match[9]), int(match[10])
        if hours > 23 or minutes > 59:
            return None
        offset = (hours * 60 + minutes) * (1 if match[8] == "+" else -1)
    total = days * 86400 + hour * 3600 + minute * 60 + second - offset * 60
    days, rest = divmod(total, 86400)
    if not 0 <= days < 10000 * 146097 // 400:
        return None
    cycle = days < 146097
    date = datetime.date.fromordinal(days + 146097 * cycle + YEAR_0)
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    dot = "." if fraction else ""
    return f"{date.year - 400 * cycle:04}-{date.month:02}-{date.day:02}T{clock}{dot}{fraction}Z"


def instant():
    year = pick([0, 4, 100, 400, 1900, 1969, 1970, 2000, 2023, 2024, 2026, 9999, rng.randint(0, 9999)])
    chance = (rng.randint(1, 12), rng.randint(1, 31))
    day = mostly([(1, 1), (2, 28), (2, 29), (12, 31), chance], [(2, 30), (13, 1), (0, 1), (4, 31)])
    time = f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:07"
    clock = mostly(["00:00:00", "23:59:59", time], ["24:00:00", "23:60:00", "23:59:60"])
    fraction = mostly(["", "", ".5", ".250", ".123456789", ".1234567890"], [".1234567891", "."])
    offset = mostly(["Z", "Z", "z", "+00:00", "-00:00", "+02:00", "-05:30", "+23:59", "-23:59"], ["+24:00", "+0200", "", "+02:60"])
    text = f"{year:04}-{day[0]:02}-{day[1]:02}{mostly('TTTt', ' ')}{clock}{fraction}{offset}"
    return mutated(text) if rng.random() < 0.3 else text


# Amounts: the rule of `parse_money`. What is right is made right, and what is wrong gets one known fault.

SIGNS = ["$", "€", "£", "¥", "₹", "₽", "US$", "R$", "zł", "Kč", "kr", "kr.", "Fr.", "Ft"]
CODES = ["USD", "EUR", "CHF", "JPY", "VES", "XCG", "HRK", "DEM"]


def number(mark):
    digits = some(DIGITS, 1, 9)
    fraction = some(DIGITS, 1, 4) if rng.random() < 0.6 else ""
    written = digits
    if rng.random() < 0.5 and len(digits) > 3:
        separator = pick(["'", "\u2019", " ", "\u00a0", "\u202f", "," if mark == "." else "."])
        first = len(digits) % 3 or 3
        parts = [digits[:first]] + [digits[at : at + 3] for at in range(first, len(digits), 3)]
        written = separator.join(parts)
    return written + (mark + fraction if fraction else ""), digits + ("." + fraction if fraction else "")


def amount():
    mark = pick(".,")
    written, value = number(mark)
    blank = lambda: pick(["", "", " ", "\u00a0"])
    code, sign = pick(CODES), pick(SIGNS)
    minus = pick(["", "", "", "-", "\u2212", "+"])
    names = [
        minus + written,
        f"{minus}{sign}{blank()}{written}",
        f"{sign}{blank()}{minus}{written}",
        f"{minus}{written}{blank()}{sign}",
        f"{code}{blank()}{minus}{written}",
        f"{minus}{written}{blank()}{code}",
        f"{minus}{sign}{written}{blank()}{code}",
        f"{code}{blank()}{sign}{minus}{written}",
    ]
    text = pick(names)
    negative = minus in ("-", "\u2212")
    if not minus and rng.random() < 0.2:
        text, negative = f"({text})", True
    fault = pick([None] * 6 + ["name", "two", "digit", "sign", "mark", "nothing", "behind"])
    if fault == "name":
        text = pick([f"{written}M", f"{written} apples", f"top {written}", f"XXQ {written}", f"{written}%", f"#{written}"])
    elif fault == "two":
        text = pick([f"USD {written} EUR", f"${written}€", f"{written} usd"])
    elif fault == "digit":
        text = text.replace(written, written + mark)
    elif fault == "sign":
        text = pick([f"--{written}", f"(-{written})", f"-${'-'}{written}", f"{written}-"])
    elif fault == "mark":
        text = text.replace(written, f"1{mark}2{mark}{written}")
    elif fault == "nothing":
        text = pick(["", " ", "$", "EUR", "-", "()", "$ EUR"])
    elif fault == "behind":
        text = f"{text} 1"
    if fault is None:
        return mark + text, ("-" if negative else "") + value
    return mark + text, None


for _ in range(COUNT):
    text = email()
    print("email", json.dumps(text), "+" if is_email(text) else "-", sep="\t")
    text = url()
    print("url", json.dumps(text), "+" if is_url(text) else "-", sep="\t")
    text = instant()
    print("instant", json.dumps(text), instant_of(text) or "-", sep="\t")
    text, value = amount()
    print("amount", json.dumps(text), value or "-", sep="\t")
