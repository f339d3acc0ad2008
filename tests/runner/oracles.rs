//! The runtime against `tests/oracles/texts.py`, which judges texts by the standards and the reference, and shares nothing with it.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use mapc_runtime::{Bump, Constraint, Cx, Message, Timestamp, constraint, datetime, library};

/// How many texts the script makes.
const COUNT: usize = 10_000;

/// What the runtime says: `-` where it refuses the text, else `+` or the value.
fn said(cx: &Cx<'_>, kind: &str, text: &str) -> String {
    let checked = |rule| constraint::text(&[rule], cx.bump, cx.text(text)).ok().map(|_| "+".to_owned());
    let said = match kind {
        "email" => checked(Constraint::Email),
        "url" => checked(Constraint::Url),
        "instant" => datetime::parse_timestamp(text).ok().map(|instant| instant.to_string()),
        "amount" => {
            let (mark, amount) = text.split_at(1);
            let amount = library::money::parse_money(cx, cx.text(amount), cx.text(mark));
            amount.ok().map(|amount| amount.normalize().to_string())
        }
        _ => panic!("no such kind: {kind}"),
    };
    said.unwrap_or_else(|| "-".to_owned())
}

/// The value in its shortest spelling.
fn wanted(kind: &str, value: &str) -> String {
    match value.parse::<mapc_runtime::Decimal>() {
        Ok(amount) if kind == "amount" => amount.normalize().to_string(),
        _ => value.to_owned(),
    }
}

#[test]
fn ten_thousand_texts_are_judged_as_the_standards_and_the_reference_say() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracles/texts.py");
    let Ok(output) = Command::new("python3").arg(&script).output() else {
        // Past the capture of the harness, so that it is seen.
        let _ = writeln!(std::io::stderr(), "SKIPPED: there is no python3 to run {}", script.display());
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (bump, mut count, mut differing) = (Bump::new(), 0, Vec::new());
    let cx = Cx::new(&bump, Message { id: "", received_at: Timestamp::UNIX_EPOCH });
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let [kind, text, value] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("no judgement: {line}") };
        let text: String = serde_json::from_str(text).expect("a text of JSON");
        let (said, wanted) = (said(&cx, kind, &text), wanted(kind, value));
        if said != wanted {
            differing.push(format!("{kind} {text:?}: {said}, and {wanted} is right"));
        }
        count += 1;
    }
    assert_eq!(count, COUNT);
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}
