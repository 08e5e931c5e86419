//! All codes and aliases that an embedded enum repeats are listed.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum OrderCardErrorCode {
    #[immersve(alias = "NO_STREET")]
    AddressRequired,
    CardLost,
    #[immersve(embed)]
    Shipping(Shipping),
}

#[derive(Debug, ImmersveErrorCode)]
enum Shipping {
    AddressRequired,
    #[immersve(alias = "NO_STREET")]
    StreetRequired,
    CardLost,
    CountryRequired,
}

fn main() {}
