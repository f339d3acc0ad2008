//! The examples, as a reader of their READMEs meets them: the built `mapc` over their own inputs gives what was worked out by hand.

mod support;

use std::fs;

use serde_json::Value;
use support::examples::{examples, packages};
use support::{Folder, Ran};

/// A run over an example's input; all names are below `examples`.
struct Example {
    package: &'static str,
    from: &'static str,
    to: &'static str,
    at: Option<&'static str>,
    input: &'static str,
    written: &'static str,
    deleted: Option<&'static str>,
    rejected: usize,
    skipped: usize,
}

const PLAIN: Example =
    Example { package: "", from: "", to: "", at: None, input: "", written: "", deleted: None, rejected: 0, skipped: 0 };

const EXAMPLES: [Example; 8] = [
    Example {
        package: "lead-to-contact",
        from: "marketing.Lead",
        to: "crm.Contact",
        input: "lead-to-contact/leads.ndjson",
        written: "lead-to-contact/contacts.expected.ndjson",
        rejected: 3,
        ..PLAIN
    },
    Example {
        package: "shop-orders",
        from: "shop.Order",
        to: "accounting.Invoice",
        at: Some("/orders"),
        input: "shop-orders/orders.json",
        written: "shop-orders/invoices.expected.ndjson",
        rejected: 1,
        skipped: 1,
        ..PLAIN
    },
    Example {
        package: "shop-orders",
        from: "shop.Order",
        to: "warehouse.PickList",
        at: Some("/orders"),
        input: "shop-orders/orders.json",
        written: "shop-orders/picks.expected.ndjson",
        rejected: 1,
        skipped: 2,
        ..PLAIN
    },
    Example {
        package: "crm-export",
        from: "crm.ContactRow",
        to: "billing.Recipient",
        input: "crm-export/contacts.csv",
        written: "crm-export/recipients.expected.ndjson",
        deleted: Some("crm-export/deletes.expected.ndjson"),
        rejected: 3,
        ..PLAIN
    },
    Example {
        package: "crm-export",
        from: "crm.CompanyRow",
        to: "billing.Payer",
        input: "crm-export/companies.csv",
        written: "crm-export/payers.expected.ndjson",
        rejected: 1,
        ..PLAIN
    },
    Example {
        package: "webhooks",
        from: "github.IssueEvent",
        to: "WorkItem",
        input: "webhooks/issues.ndjson",
        written: "webhooks/issue-items.expected.ndjson",
        rejected: 1,
        skipped: 1,
        ..PLAIN
    },
    Example {
        package: "webhooks",
        from: "github.PullRequestEvent",
        to: "WorkItem",
        input: "webhooks/pulls.ndjson",
        written: "webhooks/pull-items.expected.ndjson",
        ..PLAIN
    },
    Example {
        package: "embed/sensors",
        from: "gateway.Reading",
        to: "monitoring.Point",
        input: "embed/readings.ndjson",
        written: "embed/points.expected.ndjson",
        rejected: 2,
        skipped: 1,
        ..PLAIN
    },
];

impl Example {
    fn code(&self) -> i32 {
        if self.rejected > 0 { 3 } else { 0 }
    }

    /// Runs it in `folder`, which then holds `out.ndjson`, `rejects.ndjson` and `gone.ndjson`.
    fn run(&self, folder: &Folder) -> Ran {
        let (package, input) = (format!("examples/{}", self.package), format!("examples/{}", self.input));
        let mut arguments = vec!["run", &package, "--from", self.from, "--to", self.to, &input];
        arguments.extend(["--out", "out.ndjson", "--rejects", "rejects.ndjson", "--deletes", "gone.ndjson"]);
        arguments.extend(self.at.into_iter().flat_map(|at| ["--at", at]));
        folder.mapc(&arguments)
    }
}

/// A folder to run in, where `examples` is what it is at the top of the workspace.
fn folder() -> Folder {
    let folder = Folder::new();
    std::os::unix::fs::symlink(examples(), folder.path().join("examples")).unwrap();
    folder
}

fn example(name: &str) -> String {
    fs::read_to_string(examples().join(name)).unwrap_or_else(|error| panic!("examples/{name}: {error}"))
}

/// The JSON values of a text's lines.
fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))).collect()
}

#[test]
fn inputs_become_what_was_worked_out_by_hand() {
    for example_run in &EXAMPLES {
        let folder = folder();
        let Example { written, deleted, rejected, skipped, .. } = example_run;
        let ran = example_run.run(&folder).ends(example_run.code());
        assert_eq!(ran.out, "", "{written}: all goes into the file");
        assert_eq!(folder.read("out.ndjson"), example(written), "{written}");
        let gone = deleted.map(example).unwrap_or_default();
        assert_eq!(folder.read("gone.ndjson"), gone, "{written}");
        assert_eq!(folder.read("rejects.ndjson").lines().count(), *rejected, "{written}:\n{}", ran.err);
        let (out, gone) = (example(written).lines().count(), gone.lines().count());
        let read = out + gone + rejected + skipped;
        ran.says(&format!("read {read}, written {out}, skipped {skipped}, deleted {gone}, rejected {rejected}, "));
    }
}

#[test]
fn every_rejected_lead_keeps_its_text() {
    let folder = folder();
    EXAMPLES[0].run(&folder).ends(3);
    let leads = example(EXAMPLES[0].input);
    let leads: Vec<&str> = leads.lines().collect();
    let rejects = lines(&folder.read("rejects.ndjson"));
    let found: Vec<(u64, &str, &str, &str)> = rejects
        .iter()
        .map(|reject| {
            let text = |key: &str| reject[key].as_str().unwrap_or_default();
            (reject["line"].as_u64().unwrap_or_default(), text("code"), text("pointer"), text("original"))
        })
        .collect();
    let expected = [
        (4, "R0202", "/company_name", leads[3]),
        (5, "R0202", "/email_address", leads[4]),
        (6, "R0301", "/email_address", leads[5]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn every_original_stands_in_the_input_where_the_rejection_says() {
    for example_run in &EXAMPLES {
        let folder = folder();
        example_run.run(&folder).ends(example_run.code());
        let input = example(example_run.input);
        for reject in lines(&folder.read("rejects.ndjson")) {
            let first = usize::try_from(reject["line"].as_u64().unwrap()).unwrap() - 1;
            let original = reject["original"].as_str().unwrap();
            let before: usize = input.split_inclusive('\n').take(first).map(str::len).sum();
            assert!(input[before..].trim_start().starts_with(original), "{}: {reject}", example_run.input);
        }
    }
}

#[test]
fn packages_are_clean_formatted_and_pass_their_tests() {
    let folder = folder();
    let packages = packages();
    assert!(EXAMPLES.iter().all(|run| packages.iter().any(|name| name == run.package)), "{packages:?}");
    for package in &packages {
        assert!(EXAMPLES.iter().any(|run| run.package == package), "{package} is not run over an input");
        let package = format!("examples/{package}");
        folder.mapc(&["check", &package]).ends(0).says("no errors, no warnings");
        folder.mapc(&["test", &package]).ends(0);
        folder.mapc(&["fmt", "--check", &package]).ends(0);
    }
}

#[test]
fn commands_of_the_readmes_do_what_the_readmes_say() {
    let mut runs = 0;
    for entry in fs::read_dir(examples()).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_dir() {
            continue;
        }
        let readme =
            fs::read_to_string(path.join("README.md")).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let commands: Vec<&str> = commands(&readme);
        assert!(!commands.is_empty(), "{} shows no command", path.display());
        for command in commands {
            runs += usize::from(obey(command));
        }
    }
    assert_eq!(runs, EXAMPLES.len(), "a README for each example run");
}

/// The lines of the shell blocks.
fn commands(readme: &str) -> Vec<&str> {
    let blocks = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).collect()
}

/// Runs a command; whether it was a `mapc run`.
fn obey(command: &str) -> bool {
    let words: Vec<&str> = command.split(' ').collect();
    // What follows `cargo run` is a test of that example's own.
    if words[..2] == ["cargo", "run"] {
        return false;
    }
    assert_eq!(words[0], "mapc", "{command}");
    let ran = folder().mapc(&words[1..]);
    if words[1] != "run" {
        ran.ends(0);
        return false;
    }
    let package = words[2].trim_start_matches("examples/");
    let after = |option: &str| words.iter().skip_while(|word| **word != option).nth(1).copied();
    let is_it =
        |run: &&Example| run.package == package && after("--from") == Some(run.from) && after("--to") == Some(run.to);
    let known = EXAMPLES.iter().find(is_it).unwrap_or_else(|| panic!("nobody worked out what `{command}` gives"));
    let ran = ran.ends(known.code());
    assert_eq!(ran.out, example(known.written), "{command}");
    true
}
