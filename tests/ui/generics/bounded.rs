//! A type parameter with bounds and a default gives one error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode<'a, T: Clone + 'a = u8, const N: usize = 2>
where
    T: Copy,
{
    CardLost,
    #[immersve(unknown)]
    Unknown([&'a T; N]),
}

fn main() {}
