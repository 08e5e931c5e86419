//! Codes of signing up, logging in and exchanging tokens.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `sign-up`: `POST /auth/signup`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "sign-up")]
#[immersve(crate = crate, operation = "sign-up")]
#[non_exhaustive]
pub enum SignUpErrorCode {
    /// The client application in `clientApplicationId` does not allow this domain. With
    /// `loginMethod` `siwe`, the domain is the host of `url`.
    ///
    /// Call `get-client-application` to read `allowedOrigins`, then call `update-allowed-origins`
    /// with these entries and the new origin. That call replaces the whole list.
    ///
    /// The API does not document what is checked for `algorand` and `xrpl`, or whether port, scheme
    /// and subdomain must match.
    ClientApplicationDomainNotAllowed,
    /// The user already has an account. Users are identified by their web3 address: `address`, or
    /// `publicKey` with `loginMethod` `xrpl`.
    ///
    /// Log the user in with `initiate-login`. Set `autoSignup` to `true` there, and new users get
    /// their account in the same call.
    ///
    /// The API does not document whether an account exists before the first `complete-login`, or
    /// whether it is separate for each partner.
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
    /// The client application in `clientApplicationId` does not allow this domain. With
    /// `loginMethod` `siwe`, the domain is the host of `url`.
    ///
    /// Call `get-client-application` to read `allowedOrigins`, then call `update-allowed-origins`
    /// with these entries and the new origin. That call replaces the whole list.
    ///
    /// The API does not document what is checked for `algorand` and `xrpl`.
    ClientApplicationDomainNotAllowed,
    /// There is no account for this web3 address.
    ///
    /// Create the account with `sign-up`, or send this request again with `autoSignup` set to
    /// `true` to create it in the same call.
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
    /// The `signature` is invalid.
    ///
    /// Sign the `signingChallenge.message` of `initiate-login` or `sign-up`, and send the `id` of
    /// the same response as `loginRequestId`. With `siwe`, the message has the EIP-4361 format.
    /// With `algorand`, sign the bytes of the message; the guide's script encodes the signature in
    /// base64. With `xrpl`, sign a hex-encoded transaction.
    ///
    /// The API does not document what makes a signature invalid, or whether its challenge can be
    /// signed again.
    InvalidSignature,
    /// The login challenge has expired: its `signingChallenge.expiresAt` has passed.
    ///
    /// Get a new challenge from `initiate-login` or `sign-up`, and sign it before its
    /// `signingChallenge.expiresAt`.
    ///
    /// The API does not document the lifetime of a challenge, or whether the same address can
    /// repeat `sign-up` after its first challenge has expired.
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
    /// The `refreshToken` has expired. It is valid for about 30 days, until its JWT claim `exp`.
    ///
    /// Let the user log in again: call `initiate-login`, then `complete-login`.
    ///
    /// The API does not document the code for a refresh token that was already used (each works
    /// once), or whose session was ended by `logout`.
    RefreshTokenExpired,
    /// The `refreshToken` does not belong to the client application in `clientApplicationId`.
    ///
    /// Send the `clientApplicationId` of the login that issued the token.
    ClientApplicationMismatch,
    /// The origin in the `origin` header may not use this operation, which requires the header.
    ///
    /// Compare the `origin` header with `allowedOrigins` in `get-client-application`, which is
    /// probably the list that applies. To add an origin, call `update-allowed-origins` with the old
    /// entries and the new one: that call replaces the whole list.
    ///
    /// The API does not document which list applies (`update-allowed-origins` mentions only
    /// `initiate-login`), or the response to a request without the header.
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
    /// The chain in `network` is not supported.
    ///
    /// Send one of `algorand-mainnet`, `algorand-testnet`, `arbitrum-mainnet`, `arbitrum-sepolia`,
    /// `base-mainnet`, `base-sepolia`, `ethereum-sepolia`, `polygon-amoy`, `polygon-mainnet`,
    /// `sei-mainnet`, `sei-testnet`, `xahau-mainnet` and `xahau-testnet`. Ethereum mainnet and BSC
    /// are not in the list.
    ///
    /// The API does not document whether a listed network can be refused, or whether other values
    /// get this code or a 400. The schema of the response lists only networks of Polygon, Arbitrum,
    /// Base and Sei.
    InvalidChain,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
