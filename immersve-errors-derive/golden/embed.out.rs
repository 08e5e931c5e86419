const _: () = {
    use my_sdk::immersve_errors::__private as __immersve;
    static __IMMERSVE_DETAILS: [__immersve::CodeDetails; 1] = __immersve::details(
        &[
            (
                &[],
                &[],
                ::core::option::Option::Some("not sent since 2026"),
                ::core::option::Option::None,
            ),
        ],
    );
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 2] = __immersve::table(
        &[("CARD_LIMIT_REACHED", ""), ("CARD_NOT_ORDERED", "")],
        &[(1, 0)],
        &__IMMERSVE_DETAILS,
    );
    static __IMMERSVE_INDEX: __immersve::Index<10> = __immersve::Index::new(
        b"A\0\0\0\0\0\0\0\x01\0",
        FINGERPRINT,
    );
    fn __immersve_place(
        __immersve_code: &OrderCardErrorCode,
    ) -> ::core::primitive::usize {
        match __immersve_code {
            OrderCardErrorCode::CardLimitReached => 0,
            OrderCardErrorCode::CardNotOrdered => 1,
            _ => 2,
        }
    }
    const __IMMERSVE_PARTS: [__immersve::Part; 3] = [
        __immersve::Part::own(&__IMMERSVE_CODES),
        __immersve::Part::of(OrderCardErrorCode::Shipping),
        __immersve::Part::of(OrderCardErrorCode::Kyc),
    ];
    const __IMMERSVE_TEXTS: __immersve::Texts<
        { __immersve::slots(&__IMMERSVE_PARTS) },
        3,
    > = __immersve::Texts::new(&__IMMERSVE_PARTS);
    const __IMMERSVE_RUNS: [__immersve::Part; 4] = [
        __immersve::Part::run(__IMMERSVE_PARTS[0], 0, 1),
        __IMMERSVE_PARTS[1],
        __immersve::Part::run(__IMMERSVE_PARTS[0], 1, 2),
        __IMMERSVE_PARTS[2],
    ];
    static __IMMERSVE_ALL: [__immersve::CodeInfo; __immersve::total(&__IMMERSVE_RUNS)] = __immersve::flatten(
        &__IMMERSVE_RUNS,
    );
    const __IMMERSVE_REPEATED: [::core::option::Option<&::core::primitive::str>; 3] = __immersve::Texts::repeated(
        &__IMMERSVE_TEXTS,
    );
    const _: () = __immersve::assert_closed(__IMMERSVE_PARTS[1]);
    const _: () = __immersve::assert_unclaimed(__IMMERSVE_REPEATED[1]);
    const _: () = __immersve::assert_closed(__IMMERSVE_PARTS[2]);
    const _: () = __immersve::assert_unclaimed(__IMMERSVE_REPEATED[2]);
    #[cfg_attr(
        doc,
        doc = __immersve::table_of_codes!(
            #[immersve(crate = my_sdk::immersve_errors)]enum
            OrderCardErrorCode{CardLimitReached,
            #[immersve(embed)]Shipping(ShippingErrorCode),
            #[deprecated(note = "not sent since 2026")]CardNotOrdered,
            #[immersve(embed)]Kyc(kyc::ErrorCode),
            #[immersve(unknown)]Unknown(Box<str>),
            }
        )
    )]
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for OrderCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_ALL;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::None;
        const OPEN: ::core::primitive::bool = true;
        #[inline(never)]
        fn from_code(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __immersve::Index::find(
                    &__IMMERSVE_INDEX,
                    &__IMMERSVE_CODES,
                    &[],
                    __immersve_code,
                ) {
                    0 => Self::CardLimitReached,
                    1 => Self::CardNotOrdered,
                    _ => {
                        return match __immersve::Make::new(Self::Shipping)
                            .from_code(__immersve_code)
                        {
                            ::core::option::Option::None => {
                                match __immersve::Make::new(Self::Kyc)
                                    .from_code(__immersve_code)
                                {
                                    ::core::option::Option::None => {
                                        ::core::option::Option::Some(
                                            __immersve::Make::new(Self::Unknown).keep(__immersve_code),
                                        )
                                    }
                                    __immersve_found => __immersve_found,
                                }
                            }
                            __immersve_found => __immersve_found,
                        };
                    }
                },
            )
        }
        fn as_str(&self) -> &::core::primitive::str {
            match self {
                Self::Shipping(__immersve_held) => {
                    __immersve::Held(__immersve_held).as_str()
                }
                Self::Kyc(__immersve_held) => __immersve::Held(__immersve_held).as_str(),
                Self::Unknown(__immersve_held) => {
                    __immersve::Held(__immersve_held).text()
                }
                _ => {
                    __immersve::CodeInfo::code(&__IMMERSVE_CODES[__immersve_place(self)])
                }
            }
        }
        fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
            match self {
                Self::Shipping(__immersve_held) => {
                    __immersve::Held(__immersve_held).info()
                }
                Self::Kyc(__immersve_held) => __immersve::Held(__immersve_held).info(),
                Self::Unknown(__immersve_held) => {
                    __immersve::first([
                        __immersve::Index::info(
                            &__IMMERSVE_INDEX,
                            &__IMMERSVE_CODES,
                            &[],
                            __immersve::as_str(self),
                        ),
                        __immersve::Make::new(Self::Shipping)
                            .info_of(__immersve::as_str(self)),
                        __immersve::Make::new(Self::Kyc)
                            .info_of(__immersve::as_str(self)),
                    ])
                }
                _ => {
                    ::core::option::Option::Some(
                        &__IMMERSVE_CODES[__immersve_place(self)],
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for OrderCardErrorCode {
        type Err = ::core::convert::Infallible;
        #[inline]
        fn from_str(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
            ::core::result::Result::Ok(__immersve::from_str_of_open(__immersve_code))
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str> for OrderCardErrorCode {
        fn as_ref(&self) -> &::core::primitive::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for OrderCardErrorCode {
        #[inline]
        fn serialize<__ImmersveS: __immersve::serde::Serializer>(
            &self,
            __immersve_serializer: __ImmersveS,
        ) -> ::core::result::Result<
            <__ImmersveS as __immersve::serde::Serializer>::Ok,
            <__ImmersveS as __immersve::serde::Serializer>::Error,
        > {
            __immersve::serialize(self, __immersve_serializer)
        }
    }
    #[automatically_derived]
    impl<'__immersve_de> __immersve::serde::Deserialize<'__immersve_de>
    for OrderCardErrorCode {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> ::core::result::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::deserialize(__immersve_deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for OrderCardErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __immersve::display(self, __immersve_formatter)
        }
    }
    #[cfg(not(doc))]
    #[automatically_derived]
    impl ::core::error::Error for OrderCardErrorCode
    where
        for<'__immersve_any> Self: ::core::fmt::Debug,
    {}
    #[cfg(doc)]
    #[automatically_derived]
    impl ::core::error::Error for OrderCardErrorCode {}
};
