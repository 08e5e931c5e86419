//! An SDK that passes `immersve-errors` on, under a name of its own.

/// What users of the SDK write code enums with.
pub use immersve_errors as errors;

/// Codes that the SDK knows already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, immersve_errors::ImmersveErrorCode)]
pub enum SdkErrorCode {
    /// The SDK is too old.
    UpgradeRequired,
}

/// Writes a code enum in the user's crate, which need not know where the derive comes from.
#[macro_export]
macro_rules! code_enum {
    ($name:ident { $($variant:ident),* }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, $crate::errors::ImmersveErrorCode)]
        #[immersve(crate = $crate::errors)]
        enum $name {
            $($variant,)*
            #[immersve(embed)]
            Sdk($crate::SdkErrorCode),
        }
    };
}
