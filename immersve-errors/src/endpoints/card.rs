//! Codes of the operations on cards.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `create-card`: `POST /api/cards`.
///
/// A new cardholder has an activation block. Until it is lifted, this operation answers 403 with the
/// code of the missing prerequisite. `get-cardholder-blocks` shows the block with the `reason`
/// `activation`; the webhook topic `cardholder-block-released` announces its end.
///
/// The API does not document the code after the last prerequisite, while further checks may keep the
/// block in place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-card")]
#[immersve(crate = crate, operation = "create-card")]
#[non_exhaustive]
pub enum CreateCardErrorCode {
    /// The card program or the cardholder belongs to the live environment and the request to test,
    /// or the other way round.
    ///
    /// Use ids and credentials of the same environment; live and test share no ids. `get-account`
    /// shows the `liveness` of the cardholder: `live` or `test`. No operation shows that of a card
    /// program.
    ///
    /// The API does not document whether host, API key or token decides the liveness of the
    /// request.
    LivenessMismatch,
    /// The card program in `cardProgramId` does not belong to a partner of this cardholder.
    ///
    /// Send the id of a program of the cardholder's partner, which `get-account` shows as
    /// `partnerAccountId`. Get the id from Immersve support, or from `cardProgramId` of an existing
    /// card in `get-card`: no operation lists card programs. Live and test ids differ.
    CardProgramInvalid,
    /// The channel of the funding source in `fundingSourceId` does not fit the card program in
    /// `cardProgramId`.
    ///
    /// Send a funding source on another channel as `fundingSourceId`, or send another
    /// `cardProgramId`. `get-funding-source` shows the `fundingChannelId` and `purpose` of a
    /// source; `get-funding-channel` shows the `fundingTypeName`, `purpose` and `mode` of a
    /// channel. A source with `purpose` `billing` cannot fund a card directly.
    ///
    /// The API does not document which channels fit which card program, or whether a `billing`
    /// source gets this code.
    // Its name at this operation until 2026-06-18. `get-spending-prerequisites` still has the code.
    #[doc(alias = "FUNDING_SOURCE_INVALID")]
    #[immersve(alias = "FUNDING_SOURCE_INVALID")]
    FundingChannelInvalid,
    /// The card program is restricted to selected cardholders, and this cardholder is not one of
    /// them.
    ///
    /// Send the `cardProgramId` of another program, or get access for the cardholder. No operation
    /// shows the restriction or grants access.
    ///
    /// The API does not document who grants access, or how. The guide to custodial integration has
    /// one hint: the `externalId` of a funding source also identifies cardholders with access to a
    /// live card beta.
    BetaAccessDenied,
    /// The cardholder has no KYC profile, its `status` is not `passed`, or its `region` differs
    /// from that of the card program.
    ///
    /// Check `status` and `region` in `get-kyc-profile`. If KYC has not passed, complete the
    /// entries with `stage` `kyc` in `get-spending-prerequisites`; `actionType`, `params.kycUrl`
    /// and `params.reasons[].code` say how. Wait while the `status` of an entry is `pending`; if it
    /// is `blocked`, no retry is allowed. If the region differs, another KYC does not help: a
    /// confirmed identity makes the region of the wallet final, so the user needs another wallet.
    ///
    /// The API does not document where to see the region of a card program.
    KycRequired,
    /// The cardholder has no contact email address.
    ///
    /// Set `email.emailAddress` with `update-contact-details`, then send this request again. Get
    /// the cardholder's consent first; Immersve does not validate the address.
    /// `get-contact-details` shows it as `email`. In `get-spending-prerequisites`, this step has
    /// the `actionType` `submit_contact_email`.
    ContactEmailRequired,
    /// The cardholder has no contact phone number.
    ///
    /// Set `phone.phoneNumber` with `update-contact-details`, then send this request again. A guide
    /// asks for the E.164 format, such as `+1234567890`. Get the cardholder's consent first;
    /// Immersve does not validate the number. `get-contact-details` shows it as `phone`. In
    /// `get-spending-prerequisites`, this step has the `actionType` `submit_contact_phone`.
    ContactPhoneRequired,
    /// The expected spend of the cardholder is not set.
    ///
    /// Set `expectedSpendAmount` with `update-expected-spend-amount`, then send this request again.
    /// The amount is a string in USD cents; the guides describe it as the spend of a month.
    /// `get-expected-spend-amount` shows it. In `get-spending-prerequisites`, this step has the
    /// `actionType` `set_expected_spend_amount`.
    ///
    /// The API does not document a minimum or maximum.
    ExpectedSpendPrereqRequired,
    /// The card program is not available in the cardholder's card region.
    ///
    /// Send the `cardProgramId` of a program for that region; Immersve support provides the ids. If
    /// the cardholder already has a card, `get-card` shows its country of issue as `regionCode`.
    ///
    /// The API does not document which regions a program supports, where the card region of a
    /// cardholder without a card comes from, whether it is the KYC region, or how to change it.
    CardRegionNotSupported,
    /// The cardholder already has the maximum number of cards.
    ///
    /// Use one of the existing cards, which `list-cards` shows.
    ///
    /// The API does not document the maximum, whether it can be raised, or whether cancelled and
    /// expired cards count.
    MaxCardsExceeded,
    /// The cardholder already has the maximum number of active cards.
    ///
    /// Cancel a card that is no longer needed with `cancel-card`, wait until `get-card` shows
    /// `status` `cancelled`, then send this request again. `list-cards` with the query parameter
    /// `status` set to `active` shows the active cards.
    ///
    /// The API does not document the maximum, whether frozen cards and cards with `status`
    /// `created` or `shipped` count, or how soon a cancelled card stops counting.
    MaxActiveCardsExceeded,
    /// A shipping code of a physical card.
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
    // No variant for AML_CHECK_FAILED: dropped on 2026-04-22, before the first release.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `set-card-pin`: `POST /api/cards/{cardId}/set-pin`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "set-card-pin")]
#[immersve(crate = crate, operation = "set-card-pin")]
#[non_exhaustive]
pub enum SetCardPinErrorCode {
    /// A resource of the request belongs to the live environment and the request to test, or the
    /// other way round.
    ///
    /// Use ids, credentials and the host of the same environment: `https://api-sec.immersve.com` is
    /// live, `https://test-sec.immersve.com` is test. `get-card` shows the card's `accountId`, and
    /// the `network` `simulator` for a test card. `get-account` shows the account's `liveness`:
    /// `live` or `test`.
    ///
    /// The API does not document whether the card or the cardholder is checked, or whether host,
    /// API key or token decides the liveness of the request.
    LivenessMismatch,
    /// The `newPin` breaks one of the rules for PINs.
    ///
    /// Let the cardholder choose another PIN. It must have exactly four digits, not all the same.
    /// It must not be the last four digits of the card number (`panLast4` in `get-card`), or occur
    /// in a phone number or a reference number of the customer. It must not come from the date of
    /// birth: for 1963-04-01, the PINs 1963 (year), 0401 (month and day), 6304 (short year, month)
    /// and 6341 (short year, then the second digits of month and day) are excluded.
    ///
    /// The API does not document which rule was broken, or which reference numbers count. It does
    /// not mention runs such as 1234.
    InvalidPinFormat,
    /// The PIN cannot be set: the card is not active, has expired or is blocked.
    ///
    /// Check `status`, `expiresAt` and `isBlocked` in `get-card`. If the card is frozen and its
    /// `unfreezeAllowed` is `true`, call `unfreeze-card`. If it is a physical card with `status`
    /// `shipped`, call `activate-card`.
    ///
    /// The API does not document whether the PIN of a virtual card can be set.
    CardSetPinForbidden,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `activate-card`: `POST /api/cards/{cardId}/activate`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "activate-card")]
#[immersve(crate = crate, operation = "activate-card")]
#[non_exhaustive]
pub enum ActivateCardErrorCode {
    /// The card cannot be activated. It must be a physical card that is provisioned and shipped,
    /// without blocks and not expired.
    ///
    /// Check `type`, `status`, `isBlocked` and `expiresAt` in `get-card`. If `status` is `created`,
    /// wait for a notification of the webhook topic `card-shipped`, or poll `get-card` until
    /// `status` is `shipped`. Virtual cards need no activation.
    ///
    /// The API does not document how to see whether a card is provisioned, or the response for a
    /// card that is already active.
    // Its name until 2026-04-06, when the rule was only that the card is shipped.
    #[doc(alias = "CARD_STATE_INVALID")]
    #[immersve(alias = "CARD_STATE_INVALID")]
    CardActivationForbidden,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `reissue-card`: `POST /api/cards/{cardId}/reissue`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "reissue-card")]
#[immersve(crate = crate, operation = "reissue-card")]
#[non_exhaustive]
pub enum ReissueCardErrorCode {
    /// No card has the `cardId` of the path. Other operations answer `FORBIDDEN` for a missing
    /// card.
    ///
    /// Correct the `cardId`; `list-cards` shows the cards of an account.
    ///
    /// The API does not document whether the card of another user gets this code or `FORBIDDEN`.
    CardNotFound,
    /// The card cannot be reissued: it is not active, has a replacement, is already being reissued
    /// or has no reissues left, or it or its cardholder is blocked from card creation.
    ///
    /// Check `status`, `isBlocked` and `successorCardId` in `get-card`, and the blocks in
    /// `get-cardholder-blocks`. If there is a `successorCardId`, reissue that card: each card is
    /// replaced only once. If a reissue is in progress, wait for a notification of the webhook
    /// topic `card-reissue-succeeded` or `card-reissue-failed`; after a failure, send this request
    /// again.
    ///
    /// The API does not document which of the causes applied, or the maximum number of reissues.
    CardReissueNotAllowed,
    /// The cardholder has no KYC profile, or KYC has not passed.
    ///
    /// Complete the entries with `stage` `kyc` in `get-spending-prerequisites`, then send this
    /// request again once `get-kyc-profile` shows `status` `passed`.
    ///
    /// The API does not document a rule about the region here, unlike for `create-card`.
    KycRequired,
    /// The cardholder has no contact email address.
    ///
    /// Set `email.emailAddress` with `update-contact-details`, then send this request again. Get
    /// the cardholder's consent first; Immersve does not validate the address.
    /// `get-contact-details` shows it as `email`.
    ContactEmailRequired,
    /// The cardholder has no contact phone number.
    ///
    /// Set `phone.phoneNumber` with `update-contact-details`, then send this request again. A guide
    /// asks for the E.164 format, such as `+1234567890`. Get the cardholder's consent first;
    /// Immersve does not validate the number. `get-contact-details` shows it as `phone`.
    ContactPhoneRequired,
    /// A shipping code of a physical card.
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
    // No variant for SHIPPING_ADDRESS_INVALID: dropped on 2026-06-18 after two days, before the first
    // release. SHIPPING_COUNTRY_UNSUPPORTED is narrower, so it is no alias either.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `freeze-card`: `POST /api/cards/{cardId}/freeze`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "freeze-card")]
#[immersve(crate = crate, operation = "freeze-card")]
#[non_exhaustive]
pub enum FreezeCardErrorCode {
    /// The card is already frozen.
    ///
    /// Treat the freeze as done. `get-card` shows `isBlocked`, and `get-cardholder-blocks` shows
    /// the block. To lift it, call `unfreeze-card`.
    ///
    /// The API does not document whether a block of another kind sets `isBlocked` or leads to this
    /// code.
    CardAlreadyFrozen,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `unfreeze-card`: `POST /api/cards/{cardId}/unfreeze`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "unfreeze-card")]
#[immersve(crate = crate, operation = "unfreeze-card")]
#[non_exhaustive]
pub enum UnfreezeCardErrorCode {
    /// The card is not frozen.
    ///
    /// Treat the card as unfrozen: there is no freeze to lift. `get-card` shows `isBlocked`.
    CardNotFrozen,
    /// Unfreezing this card is not allowed.
    ///
    /// Look up the block in `get-cardholder-blocks`, with its `type`, `reason` and `initiator`:
    /// only some blocks on a card can be lifted with this operation. Check `unfreezeAllowed` in
    /// `get-card` before you call it; notifications of the webhook topic `card-block-created`
    /// contain that field too.
    ///
    /// The API does not document which blocks those are, who can lift them, or what to do about the
    /// others.
    // Its name until 2025-03-05.
    #[doc(alias = "CARD_UNFREEZE_DISALLOWED")]
    #[immersve(alias = "CARD_UNFREEZE_DISALLOWED")]
    CardUnfreezeNotAllowed,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `provision-card-to-apple-pay`: `POST /api/cards/{cardId}/provision/apple-pay`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "provision-card-to-apple-pay")]
#[immersve(crate = crate, operation = "provision-card-to-apple-pay")]
#[non_exhaustive]
pub enum ProvisionCardToApplePayErrorCode {
    /// The provisioning service rejected `certChain`, `nonce` or `nonceSignature`.
    ///
    /// Send the values that the app's `PKAddPaymentPassViewController` delegate received. All three
    /// fields are required. `nonce` and `nonceSignature` are base64. `certChain` is an array with
    /// the leaf certificate first; each entry is the base64 of a certificate's raw bytes.
    ///
    /// The API does not document which field was rejected, or whether the same values can be sent
    /// again.
    #[immersve(status = 400)]
    ApplePayPayloadInvalid,
    /// The provisioning service is down, or failed unexpectedly.
    ///
    /// Send the request again, which is safe. Wait longer before each attempt, and limit the number
    /// of attempts.
    ///
    /// The API does not document a body or `Retry-After` for this response.
    #[immersve(status = 503, retry = "always")]
    PaymentBridgeError,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Shipping codes of physical cards, shared by `create-card` and `reissue-card`.
///
/// The enums of both operations embed it, so one function can handle these codes for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate)]
#[non_exhaustive]
pub enum ShippingErrorCode {
    /// Physical cards cannot be created or reissued for the country in `shippingAddress.country`.
    ///
    /// Send a `shippingAddress` in another country, with its two-letter code, such as `NZ`.
    /// `reissue-card` does not reuse the address of the old card.
    ///
    /// The API does not document the countries that cards are shipped to. `get-supported-regions`
    /// is not that list: it shows where cards are issued.
    ShippingCountryUnsupported,
    /// The card program makes physical cards, and `shippingAddress` is missing.
    ///
    /// Send `shippingAddress` with `addressLine1`, `town`, `postalCode` and `country`. `state` is
    /// optional, and so are `companyName` and `addressLine2`, of which only one is allowed.
    /// `reissue-card` does not reuse the address of the old card.
    ///
    /// The API does not document which fields are required, or how to see that a card program makes
    /// physical cards.
    #[immersve(status = 400)]
    ShippingAddressRequired,
    /// The card program makes physical cards, and `shippingMethod` is missing.
    ///
    /// Send `shippingMethod` as `standard-courier` or `premium-courier`.
    #[immersve(status = 400)]
    ShippingMethodRequired,
    /// The card program makes physical cards, and `language` is missing. It is the language of the
    /// carrier, the packaging of the card.
    ///
    /// Send `language` as a two-letter ISO 639-1 code, such as `en`.
    ///
    /// The API does not document which languages are available.
    #[immersve(status = 400)]
    LanguageRequired,
    /// The combination of card program, region, shipping method and carrier language is invalid.
    ///
    /// Change `shippingMethod`, `language`, or at `create-card` the `cardProgramId`. `reissue-card`
    /// uses the program of the old card, which `get-card` shows as `cardProgramId`. Neither request
    /// has a field for the region.
    ///
    /// The API does not document which combinations are valid, or whether the region is the card
    /// region (for a reissue, `regionCode` in `get-card`) or the country in
    /// `shippingAddress.country`.
    #[immersve(status = 400)]
    PhysicalCardConfigurationInvalid,
    /// The shipping address, formatted for the carrier of the card, has a line that is too long.
    ///
    /// Shorten the fields of `shippingAddress`. `addressLine1` and `addressLine2` may have 35
    /// characters at most; a note about all fields asks for fewer than 35.
    ///
    /// The API does not document the limit of a formatted line, or how fields are joined into
    /// lines. Fields within their limits may still form a line that is too long.
    #[immersve(status = 400)]
    ShippingAddressLineTooLong,
}
