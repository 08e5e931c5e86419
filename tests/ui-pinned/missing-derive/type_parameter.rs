//! Where a code enum is required, its absence is named.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug)]
enum CardErrorCode {
    CardLost,
}

fn print<C: ImmersveErrorCode>(code: &C) {
    println!("{}", code.as_str());
}

fn main() {
    print(&CardErrorCode::CardLost);
}
