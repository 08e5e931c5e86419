const _: () = {
    use ::immersve_errors::__private as __immersve;
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 1] = __immersve::table(
        &[("CARD_ALREADY_FROZEN", "")],
        &[],
        &[],
    );
    static __IMMERSVE_INDEX: __immersve::Index<10> = __immersve::Index::new(
        b"\x01\0\0\0\0\0\0\0\0\0",
        FINGERPRINT,
    );
    fn __immersve_place(
        __immersve_code: &FreezeCardErrorCode,
    ) -> ::core::primitive::usize {
        match __immersve_code {
            FreezeCardErrorCode::CardAlreadyFrozen => 0,
            _ => 1,
        }
    }
    #[cfg_attr(
        doc,
        doc = __immersve::table_of_codes!(
            enum
            FreezeCardErrorCode{CardAlreadyFrozen,
            #[immersve(unknown)]Unknown(UnknownCode),
            }
        )
    )]
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for FreezeCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_CODES;
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
                    0 => Self::CardAlreadyFrozen,
                    _ => __immersve::Make::new(Self::Unknown).keep(__immersve_code),
                },
            )
        }
        fn as_str(&self) -> &::core::primitive::str {
            match self {
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
                Self::Unknown(__immersve_held) => {
                    __immersve::Index::info(
                        &__IMMERSVE_INDEX,
                        &__IMMERSVE_CODES,
                        &[],
                        __immersve::as_str(self),
                    )
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
    impl ::core::str::FromStr for FreezeCardErrorCode {
        type Err = ::core::convert::Infallible;
        #[inline]
        fn from_str(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
            ::core::result::Result::Ok(__immersve::from_str_of_open(__immersve_code))
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str> for FreezeCardErrorCode {
        fn as_ref(&self) -> &::core::primitive::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for FreezeCardErrorCode {
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
    for FreezeCardErrorCode {
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
    impl ::core::fmt::Display for FreezeCardErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __immersve::display(self, __immersve_formatter)
        }
    }
    #[cfg(not(doc))]
    #[automatically_derived]
    impl ::core::error::Error for FreezeCardErrorCode
    where
        for<'__immersve_any> Self: ::core::fmt::Debug,
    {}
    #[cfg(doc)]
    #[automatically_derived]
    impl ::core::error::Error for FreezeCardErrorCode {}
};
