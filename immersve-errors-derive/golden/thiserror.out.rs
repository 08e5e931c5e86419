const _: () = {
    use ::immersve_errors::__private as __immersve;
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 1] = __immersve::table(
        &[("CARD_NOT_FROZEN", "")],
        &[],
        &[],
    );
    static __IMMERSVE_INDEX: __immersve::Index<10> = __immersve::Index::new(
        b"\x01\0\0\0\0\0\0\0\0\0",
        FINGERPRINT,
    );
    fn __immersve_place(
        __immersve_code: &UnfreezeCardErrorCode,
    ) -> ::core::primitive::usize {
        match __immersve_code {
            UnfreezeCardErrorCode::CardNotFrozen => 0,
        }
    }
    #[cfg_attr(
        doc,
        doc = __immersve::table_of_codes!(
            enum
            UnfreezeCardErrorCode{#[error("the card is not frozen")]CardNotFrozen,
            }
        )
    )]
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for UnfreezeCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_CODES;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::None;
        const OPEN: ::core::primitive::bool = false;
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
                    0 => Self::CardNotFrozen,
                    _ => return ::core::option::Option::None,
                },
            )
        }
        fn as_str(&self) -> &::core::primitive::str {
            __immersve::CodeInfo::code(&__IMMERSVE_CODES[__immersve_place(self)])
        }
        fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
            ::core::option::Option::Some(&__IMMERSVE_CODES[__immersve_place(self)])
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for UnfreezeCardErrorCode {
        type Err = __immersve::ParseCodeError;
        #[inline]
        fn from_str(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, __immersve::ParseCodeError> {
            __immersve::from_str(__immersve_code)
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str> for UnfreezeCardErrorCode {
        fn as_ref(&self) -> &::core::primitive::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for UnfreezeCardErrorCode {
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
    for UnfreezeCardErrorCode {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> ::core::result::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::deserialize(__immersve_deserializer)
        }
    }
};
