const _: () = {
    use ::immersve_errors::__immersve_errors_VERSION as __immersve;
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 1] = __immersve::table(
        &[("CARD_ALREADY_FROZEN", "")],
        &[],
    );
    static __IMMERSVE_LOOKUP: __immersve::Lookup = __immersve::Lookup::new(
        &__IMMERSVE_CODES,
        &[],
        b"\x01\0\0\0\0\0\0\0\0\0",
    );
    fn __immersve_index(__immersve_code: &FreezeCardErrorCode) -> __immersve::usize {
        match __immersve_code {
            FreezeCardErrorCode::CardAlreadyFrozen => 0,
            FreezeCardErrorCode::Unknown(_) => 1,
        }
    }
    /**| variant | code | aliases | status | retry |
|---|---|---|---|---|
| [`CardAlreadyFrozen`](Self::CardAlreadyFrozen) | `CARD_ALREADY_FROZEN` |  | 403 |  |
| [`Unknown`](Self::Unknown) | any other text | | | |
*/
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for FreezeCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_CODES;
        const OPERATION: __immersve::Option<&'static __immersve::str> = __immersve::None;
        const OPEN: __immersve::bool = true;
        #[inline(never)]
        fn from_code(__immersve_code: &__immersve::str) -> __immersve::Option<Self> {
            match __immersve::Lookup::find(&__IMMERSVE_LOOKUP, __immersve_code) {
                __immersve::Some(__immersve_index) => {
                    __immersve::Some(
                        match __immersve_index {
                            0 => FreezeCardErrorCode::CardAlreadyFrozen,
                            _ => return __immersve::None,
                        },
                    )
                }
                __immersve::None => {
                    __immersve::Some(
                        __immersve::VariantCtor::new(Self::Unknown).keep(__immersve_code),
                    )
                }
            }
        }
        fn as_str(&self) -> &__immersve::str {
            match self {
                Self::Unknown(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).text()
                }
                _ => {
                    __immersve::CodeInfo::code(&__IMMERSVE_CODES[__immersve_index(self)])
                }
            }
        }
        fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
            match self {
                Self::Unknown(__immersve_field) => {
                    __immersve::Lookup::info(
                        &__IMMERSVE_LOOKUP,
                        __immersve::as_str(self),
                    )
                }
                _ => __immersve::Some(&__IMMERSVE_CODES[__immersve_index(self)]),
            }
        }
    }
    #[automatically_derived]
    impl __immersve::FromStr for FreezeCardErrorCode {
        type Err = __immersve::Infallible;
        #[inline]
        fn from_str(
            __immersve_code: &__immersve::str,
        ) -> __immersve::Result<Self, __immersve::Infallible> {
            __immersve::Ok(__immersve::from_str_of_open(__immersve_code))
        }
    }
    #[automatically_derived]
    impl __immersve::AsRef<__immersve::str> for FreezeCardErrorCode {
        fn as_ref(&self) -> &__immersve::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for FreezeCardErrorCode {
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
    for FreezeCardErrorCode {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> __immersve::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::serde::deserialize(__immersve_deserializer)
        }
    }
    #[automatically_derived]
    impl __immersve::fmt::Display for FreezeCardErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut __immersve::fmt::Formatter<'_>,
        ) -> __immersve::fmt::Result {
            __immersve::display(self, __immersve_formatter)
        }
    }
    #[automatically_derived]
    impl __immersve::Error for FreezeCardErrorCode {}
};
