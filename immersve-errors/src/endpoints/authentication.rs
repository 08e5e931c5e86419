//! Codes of signing up, logging in and exchanging tokens.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `sign-up`: `POST /auth/signup`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "sign-up")]
#[immersve(crate = crate, operation = "sign-up")]
#[non_exhaustive]
pub enum SignUpErrorCode {
    /// The client application in `clientApplicationId` does not accept this domain. With
    /// `loginMethod` `siwe`, the domain is the host of `url` in the request.
    ///
    /// `get-client-application` shows the accepted origins, as `allowedOrigins`. To add one, call
    /// `update-allowed-origins` with the old entries and the new one: it overwrites the whole list,
    /// which needs at least one entry. The API does not document what it checks for `algorand` and
    /// `xrpl`, nor whether port, scheme and subdomain have to match.
    ClientApplicationDomainNotAllowed,
    /// The user has an account already. A user is recognised by the web3 address: `address`, or
    /// `publicKey` with `loginMethod` `xrpl`.
    ///
    /// Log the user in with `initiate-login`. With `autoSignup` set to `true`, that one call also
    /// signs up users who have no account. The API does not document whether an account exists
    /// before `complete-login` has ended the first login, nor whether a user has one for each
    /// partner.
    AccountExists,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `initiate-login`: `POST /auth/login-init`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "initiate-login")]
#[immersve(crate = crate, operation = "initiate-login")]
#[non_exhaustive]
pub enum InitiateLoginErrorCode {
    /// The client application in `clientApplicationId` does not accept this domain. With
    /// `loginMethod` `siwe`, the domain is the host of `url` in the request.
    ///
    /// `get-client-application` shows the accepted origins, as `allowedOrigins`. To add one, call
    /// `update-allowed-origins` with the old entries and the new one: it overwrites the whole list,
    /// which needs at least one entry. The API does not document what it checks for `algorand` and
    /// `xrpl`.
    ClientApplicationDomainNotAllowed,
    /// No account belongs to this web3 address, so nobody can log in with it.
    ///
    /// Create the account with `sign-up`, or send this request again with `autoSignup` set to
    /// `true`, which creates it in the same step.
    AccountDoesNotExist,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `complete-login`: `POST /auth/login-complete`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "complete-login")]
#[immersve(crate = crate, operation = "complete-login")]
#[non_exhaustive]
pub enum CompleteLoginErrorCode {
    /// The request's `signature` is not valid. The API documents nothing more about the cause.
    ///
    /// It has to sign `signingChallenge.message` as `initiate-login` or `sign-up` returned it, and
    /// `loginRequestId` has to be the `id` of that same answer. What to sign depends on the login
    /// method: an EIP-4361 message for `siwe`; the bytes of the message for `algorand`, with the
    /// signature in base64, as in a script of the guide; a transaction in hexadecimal for `xrpl`.
    /// The API does not document whether a second try may use the same challenge.
    InvalidSignature,
    /// The login challenge has expired. It was valid until `signingChallenge.expiresAt`, a field of
    /// the answer that contained the challenge.
    ///
    /// Get a new challenge from `initiate-login` or `sign-up`, and sign that one. The API does not
    /// document how long a challenge lives, nor whether the same address can sign up again after
    /// its first challenge has expired.
    ChallengeExpired,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `exchange-auth-token`: `POST /auth/token`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "exchange-auth-token")]
#[immersve(crate = crate, operation = "exchange-auth-token")]
#[non_exhaustive]
pub enum ExchangeAuthTokenErrorCode {
    /// The request's `refreshToken` has expired. It lives for about 30 days, until the time in its
    /// JWT claim `exp`.
    ///
    /// Let the user log in again, with `initiate-login` and then `complete-login`. The API does not
    /// document the code for a token that is refused for another reason: it was used before (a
    /// token can be used once), or `logout` ended its session.
    RefreshTokenExpired,
    /// The `refreshToken` and the `clientApplicationId` of the request do not match.
    ///
    /// Send the `clientApplicationId` that the user's login began with.
    ClientApplicationMismatch,
    /// The origin in the `origin` header may not use this operation. The header is required here.
    ///
    /// Compare the header with the list `allowedOrigins`, which `get-client-application` shows and
    /// `update-allowed-origins` overwrites. It is probably the list that decides, but the API does
    /// not document this: `update-allowed-origins` mentions `initiate-login` only. The answer to a
    /// request without the header is not documented either.
    OriginNotAllowed,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `create-challenge`: `POST /api/challenges`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-challenge")]
#[immersve(crate = crate, operation = "create-challenge")]
#[non_exhaustive]
pub enum CreateChallengeErrorCode {
    /// The API does not support the chain in `network`.
    ///
    /// Send one of `algorand-mainnet`, `algorand-testnet`, `arbitrum-mainnet`, `arbitrum-sepolia`,
    /// `base-mainnet`, `base-sepolia`, `ethereum-sepolia`, `polygon-amoy`, `polygon-mainnet`,
    /// `sei-mainnet`, `sei-testnet`, `xahau-mainnet` and `xahau-testnet`. Ethereum's mainnet is not
    /// in the list, and neither is BSC. The schema of the answer lists fewer: only the networks of
    /// Polygon, Arbitrum, Base and Sei. The API does not document whether a network of the list can
    /// be refused, nor what any other value gets: this code or a 400.
    InvalidChain,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
