//! Tests of the command `immersve-openapi`, which is run as users and scripts run it.

mod arguments;
#[cfg(unix)]
mod files;
#[cfg(unix)]
mod keep_up;
mod output;
mod project;
mod renames;
#[path = "../../src/tests/rows.rs"]
mod rows;
mod sources;
mod unchecked;
