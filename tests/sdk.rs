//! An SDK that re-exports `immersve-errors` under another name.

/// The re-export, with which users of the SDK derive code enums.
pub use immersve_errors as errors;

/// The codes that the SDK knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, immersve_errors::ImmersveErrorCode)]
pub enum SdkErrorCode {
    /// The SDK is too old.
    UpgradeRequired,
}

/// Defines a code enum in the user's crate, which does not need to depend on `immersve-errors`.
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
