//! A type that is not a code enum, where one is required.

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
