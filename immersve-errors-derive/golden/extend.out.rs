const _: () = {
    use ::immersve_errors::__private as __immersve;
    static __IMMERSVE_ALIASES: [__immersve::Alias; 1] = [
        __immersve::Alias::new("CARD_IN_ORBIT", 1),
    ];
    static __IMMERSVE_DETAILS: [__immersve::CodeDetails; 1] = __immersve::details(
        &[
            (
                &["CARD_IN_ORBIT"],
                &[],
                ::core::option::Option::None,
                ::core::option::Option::None,
            ),
        ],
    );
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 2] = __immersve::table(
        &[
            ("CARD_ON_FIRE", "Not documented yet."),
            (
                "CARD_IN_SPACE",
                __immersve::trimmed(::core::concat!(include_str!("space.md"), "\n")),
            ),
        ],
        &[(1, 0)],
        &__IMMERSVE_DETAILS,
    );
    static __IMMERSVE_INDEX: __immersve::Index<10> = __immersve::Index::new(
        b"\xC2\0\0\0\x01\0\0\0\x02\0",
        FINGERPRINT,
    );
    fn __immersve_place(
        __immersve_code: &OrderCardErrorCode,
    ) -> ::core::primitive::usize {
        match __immersve_code {
            OrderCardErrorCode::CardOnFire => 0,
            OrderCardErrorCode::CardInSpace => 1,
            _ => 2,
        }
    }
    const __IMMERSVE_PARTS: [__immersve::Part; 2] = [
        __immersve::Part::own(&__IMMERSVE_CODES),
        __immersve::Part::of(OrderCardErrorCode::Shipping),
    ];
    const __IMMERSVE_TEXTS: __immersve::Texts<
        { __immersve::slots(&__IMMERSVE_PARTS) },
        2,
    > = __immersve::Texts::new(&__IMMERSVE_PARTS);
    const __IMMERSVE_INNER: __immersve::Part = __immersve::Part::of(
        OrderCardErrorCode::Documented,
    );
    static __IMMERSVE_LEFT: [__immersve::CodeInfo; __immersve::count_left(
        &__IMMERSVE_TEXTS,
        __IMMERSVE_INNER,
    )] = __immersve::left(&__IMMERSVE_TEXTS, __IMMERSVE_INNER);
    const __IMMERSVE_RUNS: [__immersve::Part; 3] = [
        __IMMERSVE_PARTS[0],
        __immersve::Part::own(&__IMMERSVE_LEFT),
        __IMMERSVE_PARTS[1],
    ];
    static __IMMERSVE_ALL: [__immersve::CodeInfo; __immersve::total(&__IMMERSVE_RUNS)] = __immersve::flatten(
        &__IMMERSVE_RUNS,
    );
    const __IMMERSVE_REPEATED: [::core::option::Option<&::core::primitive::str>; 2] = __immersve::Texts::repeated(
        &__IMMERSVE_TEXTS,
    );
    const _: () = __immersve::assert_closed(__IMMERSVE_PARTS[1]);
    const _: () = __immersve::assert_unclaimed(__IMMERSVE_REPEATED[1]);
    const _: () = __immersve::assert_open(__IMMERSVE_INNER);
    #[cfg_attr(
        doc,
        doc = __immersve::table_of_codes!(
            #[immersve(operation = "order-card")]pub
            enum
            OrderCardErrorCode{#[doc = " Not documented yet."]CardOnFire,
            #[doc = include_str!(
                "space.md"
            )]#[immersve(alias = "CARD_IN_ORBIT")]CardInSpace,
            #[immersve(embed, unknown)]Documented(catalogue::OrderCardErrorCode),
            #[immersve(embed)]Shipping(ShippingErrorCode),
            }
        )
    )]
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for OrderCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_ALL;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
            "order-card",
        );
        const OPEN: ::core::primitive::bool = true;
        #[inline(never)]
        fn from_code(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __immersve::Index::find(
                    &__IMMERSVE_INDEX,
                    &__IMMERSVE_CODES,
                    &__IMMERSVE_ALIASES,
                    __immersve_code,
                ) {
                    0 => Self::CardOnFire,
                    1 => Self::CardInSpace,
                    _ => {
                        return match __immersve::Make::new(Self::Shipping)
                            .from_code(__immersve_code)
                        {
                            ::core::option::Option::None => {
                                __immersve::Make::new(Self::Documented)
                                    .from_code(__immersve_code)
                            }
                            __immersve_found => __immersve_found,
                        };
                    }
                },
            )
        }
        fn as_str(&self) -> &::core::primitive::str {
            match self {
                Self::Documented(__immersve_held) => {
                    __immersve::Held(__immersve_held).as_str()
                }
                Self::Shipping(__immersve_held) => {
                    __immersve::Held(__immersve_held).as_str()
                }
                _ => {
                    __immersve::CodeInfo::code(&__IMMERSVE_CODES[__immersve_place(self)])
                }
            }
        }
        fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
            match self {
                Self::Documented(__immersve_held) => {
                    __immersve::first([
                        __immersve::Index::info(
                            &__IMMERSVE_INDEX,
                            &__IMMERSVE_CODES,
                            &__IMMERSVE_ALIASES,
                            __immersve::as_str(self),
                        ),
                        __immersve::Make::new(Self::Shipping)
                            .info_of(__immersve::as_str(self)),
                        __immersve::Held(__immersve_held).info(),
                    ])
                }
                Self::Shipping(__immersve_held) => {
                    __immersve::Held(__immersve_held).info()
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
