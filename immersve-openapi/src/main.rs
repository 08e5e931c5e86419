//! The command `immersve-openapi`.

use std::process::ExitCode;

fn main() -> ExitCode {
    immersve_openapi::main()
}
