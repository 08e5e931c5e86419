#[allow(deprecated)]
const _: () = {
    use my_sdk::immersve_errors::__private as __rt;
    static __CODES: [__rt::CodeInfo; 2] = [
        __rt::CodeInfo::new("CARD_LIMIT_REACHED"),
        __rt::CodeInfo::new("CARD_NOT_ORDERED").with_deprecated("not sent since 2026"),
    ];
    static __INDEX: __rt::Index<{ __rt::cells(2) }> = __rt::Index::new(&__CODES);
    fn __index(code: &OrderCardErrorCode) -> ::core::primitive::usize {
        match code {
            OrderCardErrorCode::CardLimitReached => 0,
            OrderCardErrorCode::CardNotOrdered => 1,
            _ => 2,
        }
    }
    static __ALL: [__rt::CodeInfo; 2
        + <ShippingErrorCode as __rt::ImmersveErrorCode>::CODES.len()
        + <kyc::ErrorCode as __rt::ImmersveErrorCode>::CODES.len()] = __rt::flatten(
        &[
            __rt::run(&__CODES, 0, 1),
            <ShippingErrorCode as __rt::ImmersveErrorCode>::CODES,
            __rt::run(&__CODES, 1, 2),
            <kyc::ErrorCode as __rt::ImmersveErrorCode>::CODES,
        ],
    );
    const _: () = __rt::assert_closed(
        <ShippingErrorCode as __rt::ImmersveErrorCode>::OPEN,
    );
    const _: () = __rt::assert_disjoint(
        &__CODES,
        <ShippingErrorCode as __rt::ImmersveErrorCode>::CODES,
    );
    const _: () = __rt::assert_closed(<kyc::ErrorCode as __rt::ImmersveErrorCode>::OPEN);
    const _: () = __rt::assert_disjoint(
        &__CODES,
        <kyc::ErrorCode as __rt::ImmersveErrorCode>::CODES,
    );
    const _: () = __rt::assert_disjoint(
        <ShippingErrorCode as __rt::ImmersveErrorCode>::CODES,
        <kyc::ErrorCode as __rt::ImmersveErrorCode>::CODES,
    );
    #[automatically_derived]
    impl __rt::ImmersveErrorCode for OrderCardErrorCode {
        const CODES: &'static [__rt::CodeInfo] = &__ALL;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::None;
        const OPEN: ::core::primitive::bool = true;
        fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __INDEX.find(&__CODES, code) {
                    0 => Self::CardLimitReached,
                    1 => Self::CardNotOrdered,
                    _ => {
                        if let ::core::option::Option::Some(code) = <ShippingErrorCode as __rt::ImmersveErrorCode>::from_code(
                            code,
                        ) {
                            Self::Shipping(code)
                        } else if let ::core::option::Option::Some(code) = <kyc::ErrorCode as __rt::ImmersveErrorCode>::from_code(
                            code,
                        ) {
                            Self::Kyc(code)
                        } else {
                            Self::Unknown(<Box<str> as __rt::UnknownPayload>::keep(code))
                        }
                    }
                },
            )
        }
        fn as_str(&self) -> &::core::primitive::str {
            match self {
                Self::Shipping(code) => {
                    <ShippingErrorCode as __rt::ImmersveErrorCode>::as_str(code)
                }
                Self::Kyc(code) => {
                    <kyc::ErrorCode as __rt::ImmersveErrorCode>::as_str(code)
                }
                Self::Unknown(code) => <Box<str> as __rt::UnknownPayload>::text(code),
                _ => __CODES[__index(self)].code(),
            }
        }
        fn info(&self) -> ::core::option::Option<&'static __rt::CodeInfo> {
            match self {
                Self::Shipping(code) => {
                    <ShippingErrorCode as __rt::ImmersveErrorCode>::info(code)
                }
                Self::Kyc(code) => {
                    <kyc::ErrorCode as __rt::ImmersveErrorCode>::info(code)
                }
                Self::Unknown(code) => {
                    let code = <Box<str> as __rt::UnknownPayload>::text(code);
                    <[__rt::CodeInfo]>::get(&__CODES, __INDEX.find(&__CODES, code))
                        .or_else(|| {
                            <ShippingErrorCode as __rt::ImmersveErrorCode>::from_code(
                                    code,
                                )
                                .and_then(|code| <ShippingErrorCode as __rt::ImmersveErrorCode>::info(
                                    &code,
                                ))
                        })
                        .or_else(|| {
                            <kyc::ErrorCode as __rt::ImmersveErrorCode>::from_code(code)
                                .and_then(|code| <kyc::ErrorCode as __rt::ImmersveErrorCode>::info(
                                    &code,
                                ))
                        })
                }
                _ => ::core::option::Option::Some(&__CODES[__index(self)]),
            }
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for OrderCardErrorCode {
        type Err = ::core::convert::Infallible;
        fn from_str(
            code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
            ::core::result::Result::Ok(
                <Self as __rt::ImmersveErrorCode>::from_code(code)
                    .unwrap_or_else(|| Self::Unknown(
                        <Box<str> as __rt::UnknownPayload>::keep(code),
                    )),
            )
        }
    }
    __rt::impls!(OrderCardErrorCode : AsRef, Serialize, Deserialize, Display, Error);
};
