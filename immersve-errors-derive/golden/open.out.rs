const _: () = {
    use ::immersve_errors::__private as __rt;
    static __CODES: [__rt::CodeInfo; 1] = [__rt::CodeInfo::new("CARD_ALREADY_FROZEN")];
    static __INDEX: __rt::Index<{ __rt::cells(1) }> = __rt::Index::new(&__CODES);
    fn __index(code: &FreezeCardErrorCode) -> ::core::primitive::usize {
        match code {
            FreezeCardErrorCode::CardAlreadyFrozen => 0,
            _ => 1,
        }
    }
    #[automatically_derived]
    impl __rt::ImmersveErrorCode for FreezeCardErrorCode {
        const CODES: &'static [__rt::CodeInfo] = &__CODES;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::None;
        const OPEN: ::core::primitive::bool = true;
        fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __INDEX.find(&__CODES, code) {
                    0 => Self::CardAlreadyFrozen,
                    _ => Self::Unknown(<UnknownCode as __rt::UnknownPayload>::keep(code)),
                },
            )
        }
        fn as_str(&self) -> &::core::primitive::str {
            match self {
                Self::Unknown(code) => <UnknownCode as __rt::UnknownPayload>::text(code),
                _ => __CODES[__index(self)].code(),
            }
        }
        fn info(&self) -> ::core::option::Option<&'static __rt::CodeInfo> {
            match self {
                Self::Unknown(code) => {
                    let code = <UnknownCode as __rt::UnknownPayload>::text(code);
                    <[__rt::CodeInfo]>::get(&__CODES, __INDEX.find(&__CODES, code))
                }
                _ => ::core::option::Option::Some(&__CODES[__index(self)]),
            }
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for FreezeCardErrorCode {
        type Err = ::core::convert::Infallible;
        fn from_str(
            code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
            ::core::result::Result::Ok(
                <Self as __rt::ImmersveErrorCode>::from_code(code)
                    .unwrap_or_else(|| Self::Unknown(
                        <UnknownCode as __rt::UnknownPayload>::keep(code),
                    )),
            )
        }
    }
    __rt::impls!(FreezeCardErrorCode : AsRef, Serialize, Deserialize, Display, Error);
};
