//! Rows of a CRM export: 120 columns, of which 80 are used.

use std::fmt::Write as _;

use super::rng;

/// So many rows with their header. Columns come in groups of six: a text, a number, an amount, a date, and two that nobody reads.
pub(crate) fn rows(records: usize) -> Vec<u8> {
    const GROUPS: usize = 20;
    let mut rng = rng();
    let names = ["text", "count", "amount", "day", "spare", "other"];
    let header = (0..GROUPS).flat_map(|group| names.map(|name| format!("{name}{group}")));
    let mut out = header.collect::<Vec<_>>().join(",");
    out.push('\n');
    for row in 0..records {
        for group in 0..GROUPS {
            let comma = if group == 0 { "" } else { "," };
            let text = if rng.u32(..20) == 0 { "\"Smith, \"\"J\"\"\"" } else { "Kraków" };
            let _ = write!(
                out,
                "{comma}{text},{},{}.{:02},2026-{:02}-{:02},not of interest,{row}",
                rng.i32(-500..5_000),
                rng.u32(..9_999),
                rng.u32(..100),
                rng.u32(1..13),
                rng.u32(1..29)
            );
        }
        out.push('\n');
    }
    out.into_bytes()
}
