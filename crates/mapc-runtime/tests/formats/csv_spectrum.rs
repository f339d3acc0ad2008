//! csv-spectrum: each file gives the JSON that stands beside it.

use std::fs;

use mapc_runtime::csv::{Dialect, Next, Records, Row};
use serde_json::{Map, Value};

use crate::support::real;

/// Rows as objects, and the codes of what is no row.
fn rows(bytes: &[u8]) -> (Vec<Value>, Vec<String>) {
    let mut records = Records::new(bytes, Dialect::default());
    let mut row = Row::new();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    loop {
        match records.read(&mut row).unwrap() {
            Next::End => return (rows, faults),
            Next::Fault(problem) => faults.push(problem.code.into_owned()),
            Next::Row => {
                let cells = row.cells().map(|(name, text, _)| (name.to_owned(), Value::from(text)));
                rows.push(Value::Object(cells.collect::<Map<_, _>>()));
            }
        }
    }
}

#[test]
fn each_file_means_its_json() {
    let Some(folder) = real("csv-spectrum") else { return };
    let mut count = 0;
    for entry in fs::read_dir(folder.join("csvs")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let json = fs::read(folder.join("json").join(format!("{name}.json"))).unwrap();
        let (rows, faults) = rows(&fs::read(&path).unwrap());
        count += 1;
        assert_eq!(faults, [""; 0], "{name}");
        let mut means: Value = serde_json::from_slice(&json).unwrap();
        if name == "location_coordinates" {
            // The JSON beside it is one object, and has another telephone number than the CSV.
            means["Contact Phone Number"] = "2095257564".into();
            means = Value::from(vec![means]);
        }
        assert_eq!(Value::from(rows), means, "{name}");
    }
    assert_eq!(count, 12);
}
