//! Tests of the library.

mod checks;
mod forms;
mod hostile;
mod limits;
mod markdown;
#[path = "../../src/tests/rows.rs"]
mod rows;
mod schema;
mod unreadable;
