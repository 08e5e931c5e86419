//! The derive's code compiles, and means the same, wherever an enum stands and however it is written.

mod macros;
mod names;
mod payloads;
mod places;
