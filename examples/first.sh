#!/bin/sh
# Builds mapc, then checks, tests and runs the smallest package: leads come in, contacts go out, bad leads are turned away.
set -eu
cd "$(dirname "$0")/.."
cargo build --quiet --release --package mapc
mapc=${CARGO_TARGET_DIR:-target}/release/mapc
package=examples/lead-to-contact

"$mapc" check "$package"
"$mapc" test "$package"
"$mapc" run "$package" --from marketing.Lead --to crm.Contact "$package/leads.ndjson" || [ $? -eq 3 ]
