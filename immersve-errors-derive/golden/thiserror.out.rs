const _: () = {
    use ::immersve_errors::__private as __immersve;
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 1] = [
        __immersve::CodeInfo::new("CARD_NOT_FROZEN"),
    ];
    static __IMMERSVE_INDEX: __immersve::Index<{ __immersve::cells(1) }> = __immersve::Index::new(
        &__IMMERSVE_CODES,
    );
    fn __immersve_place(
        __immersve_code: &UnfreezeCardErrorCode,
    ) -> ::core::primitive::usize {
        match __immersve_code {
            UnfreezeCardErrorCode::CardNotFrozen => 0,
        }
    }
    #[cfg_attr(doc, doc = "| code |\n|---|\n| `CARD_NOT_FROZEN` |\n")]
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for UnfreezeCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_CODES;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::None;
        const OPEN: ::core::primitive::bool = false;
        fn from_code(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __immersve::Index::find(
                    &__IMMERSVE_INDEX,
                    &__IMMERSVE_CODES,
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
    __immersve::impls!(UnfreezeCardErrorCode : FromStr, AsRef, Serialize, Deserialize);
};
