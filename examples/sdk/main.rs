//! A small SDK with one error type for all operations: `?` converts into it, and `code_as` recovers the typed code.
//!
//! `sdk.rs` is the SDK, this file an application, and `mock.rs` a mock server. `tests.rs` tests the SDK, and shows how
//! to downcast an error from `anyhow` and `eyre`. To run it and its tests:
//!
//! ```text
//! cargo run -p examples --example sdk
//! cargo test -p examples --example sdk
//! ```

mod mock;
pub mod sdk;
#[cfg(test)]
mod tests;

use std::error::Error;

use sdk::{
    CreateCardErrorCode, ReissueCardErrorCode, SdkError, ShippingErrorCode, WithdrawalErrorCode,
};

/// The codes this application handles, from any call. They are derived through the SDK, without a dependency on
/// `immersve-errors`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sdk::immersve_errors::ImmersveErrorCode)]
#[immersve(crate = crate::sdk::immersve_errors)]
enum HelpfulCode {
    /// Opens the identity check.
    KycRequired,
    /// Opens the form for the address.
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = sdk::Client::new(mock::serve().await?)?;

    println!(
        "create a card           {:?}",
        client.create_card("full").await?
    );

    let error = client.create_card("abroad").await.unwrap_err();
    println!("to another country      {}", chain(&error));
    // Match the codes of the operation, and the shared codes it embeds.
    match error.code_as() {
        Some(CreateCardErrorCode::Shipping(problem)) => {
            println!("  the address is wrong: {problem:?}");
        }
        Some(code) => println!("  {code:?}"),
        None => println!("  no code"),
    }

    let error = client.reissue_card("unverified").await.unwrap_err();
    println!("without a KYC profile   {}", chain(&error));
    // The enum of another operation works too: both have a variant for the code.
    println!(
        "  same as in create-card? {}",
        error.has_code(&CreateCardErrorCode::KycRequired)
    );
    // One enum for the errors of all operations.
    println!("  what helps: {:?}", error.code_as::<HelpfulCode>());

    let error = client.withdraw("poor", "100").await.unwrap_err();
    println!("beyond the balance      {}", chain(&error));
    // The error still has the operation's documentation of the code.
    println!(
        "  label: {}",
        error.api().map_or("", |api| api.code_label())
    );
    println!(
        "  is it INSUFFICIENT_BALANCE? {}",
        error.has_code(&WithdrawalErrorCode::InsufficientBalance)
    );

    let error = client.reissue_card("tomorrow").await.unwrap_err();
    println!("with a code of tomorrow {}", chain(&error));
    match error.code_as() {
        Some(ReissueCardErrorCode::Unknown(code)) => println!("  kept as {code}"),
        code => println!("  {code:?}"),
    }

    let error = client.withdraw("busy", "100").await.unwrap_err();
    println!("too often               {}", chain(&error));
    println!(
        "  again? {}, after {:?}",
        error.retry(),
        error.retry_after()
    );

    let nobody = sdk::Client::new(mock::nobody().await?)?;
    let error = nobody.withdraw("any", "100").await.unwrap_err();
    println!("with no API there       {error}");
    println!("  again? {}", error.retry());
    Ok(())
}

/// An error and its sources on one line, as `anyhow` shows them with `{:#}`.
fn chain(error: &SdkError) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        line = format!("{line}: {error}");
        source = error.source();
    }
    line
}
