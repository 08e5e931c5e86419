const _: () = {
    use ::immersve_errors::__private as __rt;
    static __CODES: [__rt::CodeInfo; 1] = [__rt::CodeInfo::new("CARD_NOT_FROZEN")];
    static __INDEX: __rt::Index<{ __rt::cells(1) }> = __rt::Index::new(&__CODES);
    fn __index(code: &UnfreezeCardErrorCode) -> ::core::primitive::usize {
        match code {
            UnfreezeCardErrorCode::CardNotFrozen => 0,
        }
    }
    #[automatically_derived]
    impl __rt::ImmersveErrorCode for UnfreezeCardErrorCode {
        const CODES: &'static [__rt::CodeInfo] = &__CODES;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::None;
        const OPEN: ::core::primitive::bool = false;
        fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __INDEX.find(&__CODES, code) {
                    0 => Self::CardNotFrozen,
                    _ => return ::core::option::Option::None,
                },
            )
        }
        fn as_str(&self) -> &::core::primitive::str {
            __CODES[__index(self)].code()
        }
        fn info(&self) -> ::core::option::Option<&'static __rt::CodeInfo> {
            ::core::option::Option::Some(&__CODES[__index(self)])
        }
    }
    __rt::impls!(UnfreezeCardErrorCode : FromStr, AsRef, Serialize, Deserialize);
};
