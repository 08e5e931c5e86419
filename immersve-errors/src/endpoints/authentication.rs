//! Codes of signing up, logging in and exchanging tokens.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `sign-up`: `POST /auth/signup`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "sign-up")]
#[non_exhaustive]
pub enum SignUpErrorCode {
    /// The request comes from a domain that the client application does not allow. Add the domain
    /// to the application's list, or send the request from one that is on it.
    ClientApplicationDomainNotAllowed,
    /// An account exists, so there is nothing to sign up for. Log in instead, starting with
    /// `initiate-login`.
    AccountExists,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `initiate-login`: `POST /auth/login-init`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "initiate-login")]
#[non_exhaustive]
pub enum InitiateLoginErrorCode {
    /// The request comes from a domain that the client application does not allow. Add the domain
    /// to the application's list, or send the request from one that is on it.
    ClientApplicationDomainNotAllowed,
    /// There is no account to log in to. Create one with `sign-up` first.
    AccountDoesNotExist,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `complete-login`: `POST /auth/login-complete`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "complete-login")]
#[non_exhaustive]
pub enum CompleteLoginErrorCode {
    /// The signature does not belong to the login challenge and to whoever logs in. Sign the
    /// challenge exactly as it was received.
    InvalidSignature,
    /// The login took too long, and its challenge is no longer accepted. Start over with
    /// `initiate-login` and sign the new challenge.
    ChallengeExpired,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `exchange-auth-token`: `POST /auth/token`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "exchange-auth-token")]
#[non_exhaustive]
pub enum ExchangeAuthTokenErrorCode {
    /// The refresh token has outlived its time and can no longer be exchanged. Let the user log in
    /// again.
    RefreshTokenExpired,
    /// The refresh token belongs to a client application other than the one that presents it.
    /// Present it from the application that received it, or log in with this one.
    ClientApplicationMismatch,
    /// The request's `Origin` header names a place that may not exchange tokens. Send the request
    /// from an origin that may.
    OriginNotAllowed,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `create-challenge`: `POST /api/challenges`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-challenge")]
#[non_exhaustive]
pub enum CreateChallengeErrorCode {
    /// The API does not work with the blockchain that the request names. Choose one that it
    /// supports.
    InvalidChain,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
