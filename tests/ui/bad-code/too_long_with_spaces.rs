//! For a code with spaces that is too long, the limit is named. A shorter one would need it next.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(
        code =
"A card that was reported as lost by its holder, who lives at an address that nobody knows, and that was then found again by somebody who wanted to use it, and could"
    )]
    CardLost,
}

fn main() {}
