//! The tables of formats: what names and endings lead to.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use mapc_io::{InputFormat, OutputFormat};
use support::Echo;

#[test]
fn names_and_endings_lead_to_one_format_each() {
    let inputs =
        InputFormat::ALL.iter().map(|it| (it.name(), it.endings(), InputFormat::named(it.name()) == Some(*it)));
    let outputs =
        OutputFormat::ALL.iter().map(|it| (it.name(), it.endings(), OutputFormat::named(it.name()) == Some(*it)));
    for table in [inputs.collect::<Vec<_>>(), outputs.collect()] {
        let names: BTreeSet<&str> = table.iter().map(|(name, ..)| *name).collect();
        let endings: Vec<&str> = table.iter().flat_map(|(_, endings, _)| endings.iter().copied()).collect();
        assert_eq!((names.len(), table.len()), (table.len(), table.iter().filter(|(.., found)| *found).count()));
        assert_eq!(
            endings.iter().collect::<BTreeSet<_>>().len(),
            endings.len(),
            "an ending of two formats: {endings:?}"
        );
    }
}

#[test]
fn a_format_is_as_asked_or_as_the_name_tells() {
    let choose = |asked, path: Option<&str>| OutputFormat::choose(asked, path.map(Path::new), &Echo);
    assert_eq!(choose(Some(OutputFormat::Csv), Some("a.json")), Some(OutputFormat::Csv));
    assert_eq!(choose(None, Some("a.b.JSONL")), Some(OutputFormat::Ndjson));
    assert_eq!(choose(None, Some("a.txt")), None);
    assert_eq!(choose(None, None), Some(OutputFormat::Ndjson));
    assert_eq!(InputFormat::choose(None, Some(Path::new("json")), &Echo), None, "a name without an ending");
    assert_eq!(InputFormat::choose(None, None, &Echo), Some(InputFormat::Ndjson));
}
