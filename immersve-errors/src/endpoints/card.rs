//! Codes of the operations on cards.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-card`: `POST /api/cards`.
///
/// A new cardholder is blocked until activation. Until then this operation answers 403, with the
/// code of the prerequisite that is missing. In the answer of `get-cardholder-blocks`, the `reason`
/// of that block is `activation`. A notification of the webhook topic `cardholder-block-released`
/// tells when it is lifted. After the last prerequisite, further checks can delay that; the API does
/// not document the code for that time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-card")]
#[immersve(crate = crate, operation = "create-card")]
#[non_exhaustive]
pub enum CreateCardErrorCode {
    /// Live and test are mixed: the card program or the cardholder belongs to one environment, and
    /// the request to the other.
    ///
    /// `get-account` shows the `liveness` of the cardholder: `live` or `test`. No operation shows
    /// it for the card program in `cardProgramId`. Live and test have no ids in common, so take all
    /// ids and credentials from the same environment. The API does not document what gives a
    /// request its liveness.
    LivenessMismatch,
    /// The card program in `cardProgramId` does not belong to a partner of this cardholder.
    ///
    /// `get-account` shows the cardholder's `partnerAccountId`. No operation lists card programs:
    /// Immersve support gives out their ids, and live and test have different ones. If another card
    /// uses the right program, `get-card` shows its `cardProgramId`.
    CardProgramInvalid,
    /// The funding channel cannot be used with the card program in `cardProgramId`. The request has
    /// no field for a channel: the one that counts is the channel of the funding source in
    /// `fundingSourceId`.
    ///
    /// `get-funding-source` shows the `fundingChannelId` and `purpose` of the source;
    /// `get-funding-channel` shows the `fundingTypeName`, `purpose` and `mode` of the channel. Send
    /// a funding source of another channel, or another `cardProgramId`. A source whose `purpose` is
    /// `billing` cannot fund a card directly; the API does not document whether it gets this code.
    /// Nor does it document which channels a program accepts.
    // Its name at this operation until 2026-06-18. `get-spending-prerequisites` still has the code.
    #[doc(alias = "FUNDING_SOURCE_INVALID")]
    #[immersve(alias = "FUNDING_SOURCE_INVALID")]
    FundingChannelInvalid,
    /// The card program is only for cardholders who were given access, and this cardholder was not.
    ///
    /// Send the `cardProgramId` of another program, or get access for the cardholder. No operation
    /// shows the restriction or gives access, and the API does not document who gives it, or how.
    /// The guide to custodial integration has one hint: the `externalId` of a funding source is
    /// also used to recognise cardholders with access to a live card beta.
    BetaAccessDenied,
    /// The cardholder needs a KYC profile for this card. Either there is no profile, or its
    /// `status` is not `passed`, or its `region` differs from the region of the card program.
    ///
    /// `get-kyc-profile` shows `status` and `region`. If KYC has not passed,
    /// `get-spending-prerequisites` lists what is left to do. Look at the entries with `stage`
    /// `kyc`: their `actionType`, `params.kycUrl` and `params.reasons[].code` say what. If the
    /// `status` of an entry is `pending`, wait. If it is `blocked`, no further try is allowed. If
    /// the region differs, another KYC does not help. Once the identity is confirmed, the region of
    /// the wallet is final; for another region the user needs another wallet. The API does not
    /// document where to see a card program's region.
    KycRequired,
    /// The cardholder's contact details have no email address.
    ///
    /// Set `email.emailAddress` with `update-contact-details`, then send this request again.
    /// Immersve does not validate the address. Sharing it needs the cardholder's consent.
    /// `get-contact-details` shows it as `email`; `get-spending-prerequisites` can ask for it with
    /// `actionType` `submit_contact_email`.
    ContactEmailRequired,
    /// The cardholder's contact details have no phone number.
    ///
    /// Set `phone.phoneNumber` with `update-contact-details`, then send this request again. A guide
    /// asks for the E.164 form, such as `+1234567890`. Immersve does not validate it. Sharing it
    /// needs the cardholder's consent. `get-contact-details` shows it as `phone`;
    /// `get-spending-prerequisites` can ask for it with `actionType` `submit_contact_phone`.
    ContactPhoneRequired,
    /// The expected spend of the cardholder is not set yet. It is a prerequisite for a card.
    ///
    /// Set `expectedSpendAmount` with `update-expected-spend-amount`, then send this request again.
    /// It is a string, in USD cents. According to the guides, it is the spend of one month.
    /// `get-expected-spend-amount` shows it; `get-spending-prerequisites` can ask for it with
    /// `actionType` `set_expected_spend_amount`. The API does not document a minimum or a maximum.
    ExpectedSpendPrereqRequired,
    /// The card program does not support the cardholder's card region.
    ///
    /// Send the `cardProgramId` of a program that supports it. Immersve support gives out the ids
    /// of card programs; the API does not document which regions a program supports. If the
    /// cardholder already has a card, `get-card` shows its country of issue as `regionCode`. For a
    /// cardholder without a card, the API does not document where the card region comes from,
    /// whether it is the region of the KYC, or how to change it.
    CardRegionNotSupported,
    /// The cardholder already has the greatest number of cards that one cardholder may have.
    ///
    /// `list-cards` shows them. The API does not document the limit, whether it can be raised, or
    /// whether cancelled and expired cards count.
    MaxCardsExceeded,
    /// The cardholder already has the greatest number of active cards that one cardholder may have.
    ///
    /// `list-cards` with the query parameter `status` set to `active` shows them. Cancel one with
    /// `cancel-card`. That operation answers 202 before the card is cancelled, so wait until
    /// `get-card` shows `status` `cancelled`. The API does not document the limit, whether frozen
    /// cards and cards with `status` `created` or `shipped` count, or when a cancelled card stops
    /// counting.
    MaxActiveCardsExceeded,
    /// A code about the shipping of a physical card.
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
    /// Live and test are mixed: something that the request uses belongs to one environment, and the
    /// request to the other.
    ///
    /// `get-card` shows the card's `accountId`, and `get-account` the account's `liveness`: `live`
    /// or `test`. For a test card, `get-card` shows `network` `simulator`. Take all ids and
    /// credentials from the same environment, and send the request to its host. The hosts differ
    /// from those of the other operations: `https://api-sec.immersve.com` for live,
    /// `https://test-sec.immersve.com` for test. The API does not document whether it checks the
    /// card or the cardholder, nor what gives a request its liveness.
    LivenessMismatch,
    /// The `newPin` breaks a rule for PINs. The API does not document how to see which one.
    ///
    /// Let the cardholder choose another PIN. It must have exactly four digits, not four times the
    /// same digit. It must not be the last four digits of the card number, which `get-card` shows
    /// as `panLast4`. It must not occur in a phone number or a reference number of the customer;
    /// the API does not document which reference numbers count. It must not come from the date of
    /// birth. For someone born on 1963-04-01, four PINs are excluded: 1963 (the year), 0401 (month
    /// and day), 6304 (the last two digits of the year, then the month) and 6341 (the same two
    /// digits, then the second digit of the month and of the day). The API does not mention runs
    /// such as 1234.
    InvalidPinFormat,
    /// The card cannot get a new PIN in its present state: it is not active, it has expired, or it
    /// is blocked.
    ///
    /// `get-card` shows `status`, `expiresAt` and `isBlocked`. If the card is frozen and its
    /// `unfreezeAllowed` is `true`, unfreeze it with `unfreeze-card`. If it is a physical card with
    /// `status` `shipped`, activate it with `activate-card`. The API does not document whether a
    /// virtual card can get a new PIN.
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
    /// The card cannot be activated. It has to be a physical card that is provisioned and shipped,
    /// has no block, and has not expired.
    ///
    /// `get-card` shows `type`, `status`, `isBlocked` and `expiresAt`. If `status` is `created`,
    /// wait until it is `shipped`: subscribe to the webhook topic `card-shipped`, or poll
    /// `get-card`. A virtual card needs no activation. The API documents no field that says whether
    /// a card is provisioned, nor the answer for a card that is already active.
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
    /// No card has the `cardId` of the path.
    ///
    /// Look for the right id in the answer of `list-cards`. Other operations answer `FORBIDDEN` for
    /// a card that does not exist. The API does not document which of the two codes is the answer
    /// here for a card of somebody else.
    CardNotFound,
    /// The card cannot be reissued, for one of five reasons: it is not active; it or its cardholder
    /// is blocked from card creation; it already has a replacement; a reissue of it is in progress;
    /// it has no reissues left.
    ///
    /// `get-card` shows `status`, `isBlocked` and `successorCardId`; `get-cardholder-blocks` shows
    /// the blocks. If there is a `successorCardId`, reissue that card instead: each card is
    /// replaced once only. If a reissue is in progress, it ends with a notification of the webhook
    /// topic `card-reissue-succeeded` or `card-reissue-failed`; after a failure, try again. The API
    /// does not document how to see which reason it was, nor how many reissues are allowed.
    CardReissueNotAllowed,
    /// The cardholder has no KYC profile, or KYC has not passed.
    ///
    /// `get-kyc-profile` shows its `status`. `get-spending-prerequisites` lists what is left to do,
    /// in the entries with `stage` `kyc`. Send this request again when the profile has `status`
    /// `passed`. Unlike at `create-card`, the API documents nothing about the region here.
    KycRequired,
    /// The cardholder's contact details have no email address.
    ///
    /// Set `email.emailAddress` with `update-contact-details`, then send this request again.
    /// Immersve does not validate the address. Sharing it needs the cardholder's consent.
    /// `get-contact-details` shows it as `email`.
    ContactEmailRequired,
    /// The cardholder's contact details have no phone number.
    ///
    /// Set `phone.phoneNumber` with `update-contact-details`, then send this request again. A guide
    /// asks for the E.164 form, such as `+1234567890`. Immersve does not validate it. Sharing it
    /// needs the cardholder's consent. `get-contact-details` shows it as `phone`.
    ContactPhoneRequired,
    /// A code about the shipping of a physical card.
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
    /// Nothing is left to do. `get-card` shows `isBlocked`, and the block itself is in the answer
    /// of `get-cardholder-blocks`. To end the freeze, call `unfreeze-card`. The API does not
    /// document whether a block of another kind sets `isBlocked` or leads to this code.
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
    /// Nothing is left to do. `get-card` shows `isBlocked`.
    CardNotFrozen,
    /// Unfreezing this card is not allowed. The API documents nothing more about the cause.
    ///
    /// Before a call, check `unfreezeAllowed` of `get-card`. Notifications of the webhook topic
    /// `card-block-created` contain it as well. `get-cardholder-blocks` shows the `type`, `reason`
    /// and `initiator` of the block. Only some of the blocks on a card can be lifted with this
    /// operation. The API does not document which ones, who can lift them, or what to do about the
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
    /// The provisioning service behind the API did not accept `certChain`, `nonce` or
    /// `nonceSignature`.
    ///
    /// Send the values that the app's `PKAddPaymentPassViewController` delegate received. All three
    /// fields are required. `nonce` and `nonceSignature` are base64. `certChain` is an array, the
    /// leaf certificate first; each entry is the base64 of a certificate's raw bytes. The API does
    /// not document how to see which field was refused, nor whether a second request may repeat the
    /// same values.
    #[immersve(status = 400)]
    ApplePayPayloadInvalid,
    /// The provisioning service behind the API is down, or it failed unexpectedly.
    ///
    /// The request is safe to send again. Wait before each try, longer each time, and give up after
    /// a number of tries. The API documents neither a body nor `Retry-After` for this answer.
    #[immersve(status = 503, retry = "always")]
    PaymentBridgeError,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes about the shipping of a physical card, which `create-card` and `reissue-card` share.
///
/// Both embed it, so one function can handle these for either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate)]
#[non_exhaustive]
pub enum ShippingErrorCode {
    /// Physical cards cannot be created or reissued for the country in `shippingAddress.country`.
    ///
    /// Send an address in another country. The field is a code of two letters, such as `NZ`.
    /// `reissue-card` does not reuse the address of the old card. The API does not document to
    /// which countries cards can be shipped. `get-supported-regions` does not answer that: it is
    /// about where cards are issued.
    ShippingCountryUnsupported,
    /// The card program makes physical cards, and the request has no `shippingAddress`.
    ///
    /// Send one with the fields `addressLine1`, `town`, `postalCode` and `country`. The fields
    /// `state`, `companyName` and `addressLine2` are marked as optional; send `companyName` or
    /// `addressLine2`, not both. `reissue-card` does not reuse the address of the old card. The API
    /// does not document which fields are required, nor how to see that a card program makes
    /// physical cards.
    #[immersve(status = 400)]
    ShippingAddressRequired,
    /// The card program makes physical cards, and the request has no `shippingMethod`.
    ///
    /// Send `standard-courier` or `premium-courier`.
    #[immersve(status = 400)]
    ShippingMethodRequired,
    /// The card program makes physical cards, and the request has no `language`. The carrier (the
    /// packaging that the card comes in) is in that language.
    ///
    /// Send a code of two letters from ISO 639-1, such as `en`. The API does not document which
    /// languages are accepted.
    #[immersve(status = 400)]
    LanguageRequired,
    /// Card program, region, shipping method and carrier language do not make a valid combination.
    ///
    /// Change a field of the request. `create-card` has `cardProgramId`, `shippingMethod` and
    /// `language`. `reissue-card` has `shippingMethod` and `language` only; its program is the
    /// card's, which `get-card` shows as `cardProgramId`. Neither request has a field for the
    /// region. The API does not document whether it is the card region (when reissuing,
    /// `regionCode` in `get-card`) or the country in `shippingAddress.country`, nor which
    /// combinations are valid.
    #[immersve(status = 400)]
    PhysicalCardConfigurationInvalid,
    /// The shipping address, formatted for the card's carrier, has a line that is too long.
    ///
    /// Shorten the fields of `shippingAddress`. `addressLine1` and `addressLine2` may have 35
    /// characters at most; a note about all fields says fewer than 35. Fields within these limits
    /// may still make a line that is too long: the API does not document how it joins fields into
    /// lines, nor the limit of a line.
    #[immersve(status = 400)]
    ShippingAddressLineTooLong,
}
