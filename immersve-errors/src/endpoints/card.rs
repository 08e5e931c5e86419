//! Codes of the operations on cards.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-card`: `POST /api/cards`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-card")]
#[non_exhaustive]
pub enum CreateCardErrorCode {
    /// Live and test were mixed: a live resource in a test request, or a test resource in a live
    /// one. Keep everything that a request refers to on the same side.
    LivenessMismatch,
    /// No partner of this cardholder owns the card program. Use a program of a partner that the
    /// cardholder belongs to.
    CardProgramInvalid,
    /// The card program cannot be funded through this funding channel. Choose a channel that suits
    /// the program.
    FundingChannelInvalid,
    /// The card program is not open to everyone yet, and this cardholder has not been let in. Ask
    /// Immersve for access, or use another program.
    BetaAccessDenied,
    /// The cardholder's KYC has not passed, was never begun, or was done for a region other than
    /// the card program's. Complete it for the program's region first.
    KycRequired,
    /// The API knows no email address of the cardholder. Add one with `update-contact-details`,
    /// then create the card again.
    ContactEmailRequired,
    /// The API knows no phone number of the cardholder. Add one with `update-contact-details`, then
    /// create the card again.
    ContactPhoneRequired,
    /// The cardholder has yet to say how much they expect to spend. Submit that with
    /// `update-expected-spend-amount`, then create the card again.
    ExpectedSpendPrereqRequired,
    /// The card program issues no cards in the cardholder's card region. Use a program that serves
    /// the region.
    CardRegionNotSupported,
    /// The cardholder has as many cards as one cardholder may have. No further card can be created.
    MaxCardsExceeded,
    /// The cardholder has as many active cards as one may have at a time. Another can be created
    /// once fewer are active.
    MaxActiveCardsExceeded,
    /// Something about the shipping of a physical card.
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `set-card-pin`: `POST /api/cards/{cardId}/set-pin`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "set-card-pin")]
#[non_exhaustive]
pub enum SetCardPinErrorCode {
    /// Live and test were mixed: a live resource in a test request, or a test resource in a live
    /// one. Keep everything that a request refers to on the same side.
    LivenessMismatch,
    /// The new PIN does not follow the rules for PINs. Let the cardholder choose another.
    InvalidPinFormat,
    /// The card cannot be given a PIN as it stands: it is not active, has expired or has been
    /// blocked. Try again when the card can be used, or with another card.
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
    /// The card is in no state to be activated. It has to be a physical card that has been
    /// provisioned and shipped, and that is neither blocked nor expired.
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
    /// There is no card with this id. Check the id.
    CardNotFound,
    /// The card may not be replaced now. It is not active, it or its cardholder is blocked, a
    /// replacement exists or is in the making, or it has been reissued as often as allowed.
    CardReissueNotAllowed,
    /// The cardholder's KYC has not passed, or was never begun. Complete it, then reissue the card.
    KycRequired,
    /// The API knows no email address of the cardholder. Add one with `update-contact-details`,
    /// then reissue the card.
    ContactEmailRequired,
    /// The API knows no phone number of the cardholder. Add one with `update-contact-details`, then
    /// reissue the card.
    ContactPhoneRequired,
    /// Something about the shipping of a physical card.
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `freeze-card`: `POST /api/cards/{cardId}/freeze`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "freeze-card")]
#[non_exhaustive]
pub enum FreezeCardErrorCode {
    /// The card was frozen before, so there is nothing left to do.
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
    /// There is no freeze on the card, so there is nothing left to do.
    CardNotFrozen,
    /// Whoever sent the request has no right to lift this freeze. Someone who has it must.
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
    /// The provisioning service did not accept the certificate chain, the nonce or the signature of
    /// the nonce. Pass on unchanged what the device supplied for this attempt.
    #[immersve(status = 400)]
    ApplePayPayloadInvalid,
    /// The provisioning service behind the API is not available, or failed for no known reason. The
    /// request is safe to send again, after a pause.
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
    /// The shipping address is in a country that physical cards cannot be sent to. Give an address
    /// in another country.
    ShippingCountryUnsupported,
    /// The card program makes physical cards, and the request does not say where to send this one.
    /// Add the shipping address.
    #[immersve(status = 400)]
    ShippingAddressRequired,
    /// The card program makes physical cards, and the request does not say how to send this one.
    /// Add the shipping method.
    #[immersve(status = 400)]
    ShippingMethodRequired,
    /// The card program makes physical cards, and the request does not say in which language the
    /// carrier of this one is printed. Add the language.
    #[immersve(status = 400)]
    LanguageRequired,
    /// There is no such combination of card program, region, shipping method and carrier language.
    /// Change one of them for another that goes with the rest.
    #[immersve(status = 400)]
    PhysicalCardConfigurationInvalid,
    /// A line of the shipping address, as formatted for print, does not fit on the card's carrier.
    /// Shorten the address.
    #[immersve(status = 400)]
    ShippingAddressLineTooLong,
}
