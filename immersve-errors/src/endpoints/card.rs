//! Codes of the operations on cards.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-card`: `POST /api/cards`.
///
/// A new cardholder is blocked until activation. Until then this operation answers 403, with the
/// code of the prerequisite that is missing. `get-cardholder-blocks` shows that block with `reason`
/// `activation`, and the webhook topic `cardholder-block-released` says when it is gone. Further
/// checks may keep the block for a while after the last prerequisite; the API does not document the
/// code for that time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-card")]
#[non_exhaustive]
pub enum CreateCardErrorCode {
    /// Live and test are mixed: the card program or the cardholder belongs to one, and the request
    /// to the other.
    ///
    /// `get-account` shows which one the cardholder belongs to, as `liveness`: `live` or `test`. No
    /// operation shows it for the card program in `cardProgramId`. Live and test have no ids in
    /// common, so take all ids and credentials from one of them. The API does not document what
    /// gives a request its liveness.
    LivenessMismatch,
    /// The card program in `cardProgramId` does not belong to a partner of this cardholder.
    ///
    /// `get-account` shows the cardholder's `partnerAccountId`. No operation lists card programs:
    /// Immersve support gives out their ids, which are not the same in live and test. If another
    /// card uses the right program, `get-card` shows its `cardProgramId`.
    CardProgramInvalid,
    /// The card program cannot be funded through this funding channel, which is the channel of the
    /// funding source in `fundingSourceId`.
    ///
    /// `get-funding-source` shows the `fundingChannelId` and `purpose` of the source;
    /// `get-funding-channel` shows the `fundingTypeName`, `purpose` and `mode` of the channel. Send
    /// a funding source of another channel, or another `cardProgramId`. The API does not document
    /// which channels suit a program, nor whether a source whose `purpose` is `billing`, which
    /// cannot fund a card directly, gets this code.
    // Called so at this operation until 2026-06-18. `get-spending-prerequisites` still has the code.
    #[immersve(alias = "FUNDING_SOURCE_INVALID")]
    FundingChannelInvalid,
    /// The card program is restricted, and this cardholder has no access to it.
    ///
    /// Send the `cardProgramId` of another program, or get access for the cardholder. No operation
    /// grants it or shows the restriction, and the API does not document who grants it. One guide
    /// says only that the `externalId` of a funding source helps to recognise cardholders who have
    /// access to a live beta.
    BetaAccessDenied,
    /// The cardholder has no KYC profile, or its `status` is not `passed`, or its `region` is not
    /// that of the card program.
    ///
    /// `get-kyc-profile` shows `status` and `region`. If KYC has not passed,
    /// `get-spending-prerequisites` lists what is left to do, in the entries with `stage` `kyc`:
    /// look at `actionType`, `params.kycUrl` and `params.reasons[].code`. If an entry's `status` is
    /// `pending`, wait; if it is `blocked`, no further try is allowed. If the region differs,
    /// another KYC does not help: once the identity is confirmed, the wallet keeps its region, and
    /// another region takes another wallet. The API does not document where to see a card program's
    /// region.
    KycRequired,
    /// The cardholder's contact details have no email address.
    ///
    /// Set `email.emailAddress` with `update-contact-details`, then send this request again.
    /// Immersve does not validate the address, and the cardholder has to agree that it is shared.
    /// `get-contact-details` shows it as `email`; `get-spending-prerequisites` can ask for it with
    /// `actionType` `submit_contact_email`.
    ContactEmailRequired,
    /// The cardholder's contact details have no phone number.
    ///
    /// Set `phone.phoneNumber` with `update-contact-details`, then send this request again. A guide
    /// writes the number as `+1234567890` (E.164). Immersve does not validate it, and the
    /// cardholder has to agree that it is shared. `get-contact-details` shows it as `phone`;
    /// `get-spending-prerequisites` can ask for it with `actionType` `submit_contact_phone`.
    ContactPhoneRequired,
    /// No expected spend is set for the cardholder, and the card requires one.
    ///
    /// Set `expectedSpendAmount` with `update-expected-spend-amount`, then send this request again.
    /// It is a string in cents of USD; the guides mean the spend of a month.
    /// `get-expected-spend-amount` shows it; `get-spending-prerequisites` can ask for it with
    /// `actionType` `set_expected_spend_amount`. The API does not document the least and the
    /// greatest amount.
    ExpectedSpendPrereqRequired,
    /// The card program does not issue cards for the cardholder's card region.
    ///
    /// Send the `cardProgramId` of a program that does. If the cardholder has a card, `get-card`
    /// shows its country of issue, as `regionCode`. The API does not document how the card region
    /// of a new cardholder is chosen, how to change it, whether it is the region of the KYC, or
    /// which regions a program serves.
    CardRegionNotSupported,
    /// The cardholder already has the greatest number of cards that one cardholder may have.
    ///
    /// `list-cards` shows them. The API does not document the number, whether cards that are
    /// cancelled or expired count, or how to have it raised.
    MaxCardsExceeded,
    /// The cardholder already has the greatest number of active cards that one cardholder may have.
    ///
    /// `list-cards` with `status` `active` shows them. End one with `cancel-card`; it answers
    /// before it is done, so wait until the card's `status` is `cancelled`. The API does not
    /// document the number, whether cards that are frozen, `created` or `shipped` count, or how
    /// soon a cancelled card no longer counts.
    MaxActiveCardsExceeded,
    /// Something about the shipping of a physical card.
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
    // No variant for AML_CHECK_FAILED: dropped on 2026-04-22, before the first release.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `set-card-pin`: `POST /api/cards/{cardId}/set-pin`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "set-card-pin")]
#[non_exhaustive]
pub enum SetCardPinErrorCode {
    /// Live and test are mixed: something that the request uses belongs to one, and the request to
    /// the other.
    ///
    /// `get-card` shows the card's `accountId`, and `get-account` the account's `liveness`: `live`
    /// or `test`. A card of the test environment has `network` `simulator`. Take all ids and
    /// credentials from one of them, and use its host: this operation has its own,
    /// `https://api-sec.immersve.com` for live and `https://test-sec.immersve.com` for test. The
    /// API does not document whether it checks the card or the cardholder, nor what gives a request
    /// its liveness.
    LivenessMismatch,
    /// The `newPin` breaks a rule for PINs. The API does not document how to see which one.
    ///
    /// Let the cardholder choose another PIN. It has exactly four digits, and they are not all the
    /// same. It does not occur in a phone number or a reference number of the customer, and it is
    /// not `panLast4` of `get-card`. It is not made from the date of birth: for 1963-04-01 that
    /// excludes the year 1963, month and day 0401, year and month 6304, and 6341, where 41 are the
    /// last digits of month and day. The API does not document which reference numbers count; it
    /// does not mention rising digits such as 1234.
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
#[immersve(crate = crate, operation = "activate-card")]
#[non_exhaustive]
pub enum ActivateCardErrorCode {
    /// The card cannot be activated. It has to be a physical card that is provisioned and shipped,
    /// has no block, and has not expired.
    ///
    /// `get-card` shows `type`, `status`, `isBlocked` and `expiresAt`. If `status` is `created`,
    /// wait for the webhook topic `card-shipped`, or ask `get-card` again until it is `shipped`. A
    /// virtual card needs no activation. The API documents no field that says whether a card is
    /// provisioned, nor the answer for a card that is active already.
    // Called so until 2026-04-06, when the rule was only that the card is shipped.
    #[immersve(alias = "CARD_STATE_INVALID")]
    CardActivationForbidden,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `reissue-card`: `POST /api/cards/{cardId}/reissue`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "reissue-card")]
#[non_exhaustive]
pub enum ReissueCardErrorCode {
    /// No card has the `cardId` of the path.
    ///
    /// Look for the right id in the answer of `list-cards`. The API does not document whether a
    /// card of another account gets this code or `FORBIDDEN`, which is what the other operations
    /// answer for a missing card.
    CardNotFound,
    /// The card cannot be reissued, for one of five reasons: it is not active; it or its cardholder
    /// is blocked from card creation; it already has a replacement; it is being reissued now; it
    /// was reissued as often as is allowed.
    ///
    /// `get-card` shows `status`, `isBlocked` and `successorCardId`; `get-cardholder-blocks` shows
    /// the blocks. If the card has a successor, reissue the successor. If a reissue is under way,
    /// wait for the webhook topic `card-reissue-succeeded` or `card-reissue-failed`; after a
    /// failure, try again. The API does not document how to see which reason it was, nor how many
    /// reissues are allowed.
    CardReissueNotAllowed,
    /// The cardholder has no KYC profile, or KYC has not passed.
    ///
    /// `get-kyc-profile` shows its `status`. `get-spending-prerequisites` lists what is left to do,
    /// in the entries with `stage` `kyc`. When `status` is `passed`, send this request again.
    KycRequired,
    /// The cardholder's contact details have no email address.
    ///
    /// Set `email.emailAddress` with `update-contact-details`, then send this request again.
    /// Immersve does not validate the address, and the cardholder has to agree that it is shared.
    /// `get-contact-details` shows it as `email`.
    ContactEmailRequired,
    /// The cardholder's contact details have no phone number.
    ///
    /// Set `phone.phoneNumber` with `update-contact-details`, then send this request again. A guide
    /// writes the number as `+1234567890` (E.164). Immersve does not validate it, and the
    /// cardholder has to agree that it is shared. `get-contact-details` shows it as `phone`.
    ContactPhoneRequired,
    /// Something about the shipping of a physical card.
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
#[immersve(crate = crate, operation = "unfreeze-card")]
#[non_exhaustive]
pub enum UnfreezeCardErrorCode {
    /// The card is not frozen.
    ///
    /// Nothing is left to do. `get-card` shows `isBlocked`.
    CardNotFrozen,
    /// This card may not be unfrozen.
    ///
    /// `get-card` shows this beforehand, as `unfreezeAllowed`; the webhook topic
    /// `card-block-created` has the field too. `get-cardholder-blocks` shows the `type`, `reason`
    /// and `initiator` of the block. This operation lifts some blocks on a card, not all. The API
    /// does not document which blocks can be lifted, who can lift them, or what to do about the
    /// others.
    // Called so until 2025-03-05.
    #[immersve(alias = "CARD_UNFREEZE_DISALLOWED")]
    CardUnfreezeNotAllowed,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `provision-card-to-apple-pay`: `POST /api/cards/{cardId}/provision/apple-pay`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "provision-card-to-apple-pay")]
#[non_exhaustive]
pub enum ProvisionCardToApplePayErrorCode {
    /// The provisioning service behind the API did not accept `certChain`, `nonce` or
    /// `nonceSignature`.
    ///
    /// Pass on what the app's `PKAddPaymentPassViewController` delegate received. All three are
    /// required, in base64; `certChain` is an array with the raw bytes of one certificate in each
    /// entry, the leaf first. The API does not document which of the three was refused, nor whether
    /// the same values can be sent again.
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
    /// `reissue-card` does not take over the address of the old card. The API does not document
    /// which countries it ships to: `get-supported-regions` shows where cards are issued, which is
    /// not the same.
    ShippingCountryUnsupported,
    /// The card program makes physical cards, and the request has no `shippingAddress`.
    ///
    /// Send one with the fields `addressLine1`, `town`, `postalCode` and `country`. Marked as
    /// optional are `state` and either `companyName` or `addressLine2`. `reissue-card` does not
    /// take over the address of the old card. The API does not document which fields are required,
    /// nor how to see that a card program makes physical cards.
    #[immersve(status = 400)]
    ShippingAddressRequired,
    /// The card program makes physical cards, and the request has no `shippingMethod`.
    ///
    /// Send `standard-courier` or `premium-courier`.
    #[immersve(status = 400)]
    ShippingMethodRequired,
    /// The card program makes physical cards, and the request has no `language`. It is the language
    /// of the carrier, which is the packaging that the card comes in.
    ///
    /// Send a code of two letters from ISO 639-1, such as `en`. The API does not document which
    /// languages it has.
    #[immersve(status = 400)]
    LanguageRequired,
    /// Card program, region, shipping method and carrier language do not make a valid combination.
    ///
    /// Change one that the request has. `create-card` takes `cardProgramId`, `shippingMethod` and
    /// `language`. `reissue-card` takes the last two; the program is the `cardProgramId` that
    /// `get-card` shows. Neither takes a region, and the API documents neither what it takes for
    /// the region nor which combinations are valid.
    #[immersve(status = 400)]
    PhysicalCardConfigurationInvalid,
    /// The shipping address, formatted for the card's carrier, has a line that is too long.
    ///
    /// Shorten the fields of `shippingAddress`. `addressLine1` and `addressLine2` may have 35
    /// characters at most; a note about all fields says fewer than 35. That may not be enough: the
    /// API does not document how it joins fields into lines, nor how long a line may be.
    #[immersve(status = 400)]
    ShippingAddressLineTooLong,
}
