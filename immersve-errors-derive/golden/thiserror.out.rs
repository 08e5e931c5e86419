const _: () = {
    use ::immersve_errors::__immersve_errors_VERSION as __immersve;
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 1] = __immersve::table(
        &[("CARD_NOT_FROZEN", "")],
        &[],
    );
    static __IMMERSVE_LOOKUP: __immersve::Lookup = __immersve::Lookup::new(
        &__IMMERSVE_CODES,
        &[],
        b"\x01\0\0\0\0\0\0\0\0\0",
    );
    fn __immersve_index(__immersve_code: &UnfreezeCardErrorCode) -> __immersve::usize {
        match __immersve_code {
            UnfreezeCardErrorCode::CardNotFrozen => 0,
        }
    }
    /**| variant | code | aliases | status | retry |
|---|---|---|---|---|
| [`CardNotFrozen`](Self::CardNotFrozen) | `CARD_NOT_FROZEN` |  | 403 |  |
*/
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for UnfreezeCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_CODES;
        const OPERATION: __immersve::Option<&'static __immersve::str> = __immersve::None;
        const OPEN: __immersve::bool = false;
        #[inline(never)]
        fn from_code(__immersve_code: &__immersve::str) -> __immersve::Option<Self> {
            match __immersve::Lookup::find(&__IMMERSVE_LOOKUP, __immersve_code) {
                __immersve::Some(__immersve_index) => {
                    __immersve::Some(
                        match __immersve_index {
                            0 => UnfreezeCardErrorCode::CardNotFrozen,
                            _ => return __immersve::None,
                        },
                    )
                }
                __immersve::None => __immersve::None,
            }
        }
        fn as_str(&self) -> &__immersve::str {
            __immersve::CodeInfo::code(&__IMMERSVE_CODES[__immersve_index(self)])
        }
        fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
            __immersve::Some(&__IMMERSVE_CODES[__immersve_index(self)])
        }
    }
    #[automatically_derived]
    impl __immersve::FromStr for UnfreezeCardErrorCode {
        type Err = __immersve::ParseCodeError;
        #[inline]
        fn from_str(
            __immersve_code: &__immersve::str,
        ) -> __immersve::Result<Self, __immersve::ParseCodeError> {
            __immersve::from_str(__immersve_code)
        }
    }
    #[automatically_derived]
    impl __immersve::AsRef<__immersve::str> for UnfreezeCardErrorCode {
        fn as_ref(&self) -> &__immersve::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for UnfreezeCardErrorCode {
        #[inline]
        fn serialize<__ImmersveS: __immersve::serde::Serializer>(
            &self,
            __immersve_serializer: __ImmersveS,
        ) -> __immersve::Result<
            <__ImmersveS as __immersve::serde::Serializer>::Ok,
            <__ImmersveS as __immersve::serde::Serializer>::Error,
        > {
            __immersve::serde::serialize(self, __immersve_serializer)
        }
    }
    #[automatically_derived]
    impl<'__immersve_de> __immersve::serde::Deserialize<'__immersve_de>
    for UnfreezeCardErrorCode {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> __immersve::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::serde::deserialize(__immersve_deserializer)
        }
    }
};
