const _: () = {
    use ::immersve_errors::__private as __immersve;
    static __IMMERSVE_ALIASES: [__immersve::Alias; 1] = [
        __immersve::Alias::new("INSUFFICIENT_FUNDS", 0),
    ];
    static __IMMERSVE_DETAILS: [__immersve::CodeDetails; 2] = __immersve::details(
        &[
            (
                &["INSUFFICIENT_FUNDS"],
                &[],
                ::core::option::Option::None,
                ::core::option::Option::None,
            ),
            (
                &[],
                &[503],
                ::core::option::Option::None,
                ::core::option::Option::Some(__immersve::Retry::Always),
            ),
        ],
    );
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 5] = __immersve::table(
        &[
            (
                "INSUFFICIENT_BALANCE",
                "The withdrawal is larger than the funding source's balance.",
            ),
            (
                "TOO_MANY_PENDING_WITHDRAWALS",
                "Ten withdrawal intents are pending already.",
            ),
            ("SOMETHING_TEMPORARY", ""),
            ("KYC_REQUIRED", ""),
            ("FORBIDDEN", ""),
        ],
        &[(0, 0), (2, 1)],
        &__IMMERSVE_DETAILS,
    );
    static __IMMERSVE_INDEX: __immersve::Index<18> = __immersve::Index::new(
        b"\xC2\x05\x05\0\x01\0\0\0\x03\0\x04\0\0\0\0\0\x02\0",
        FINGERPRINT,
    );
    fn __immersve_place(
        __immersve_code: &CreateWithdrawalIntentErrorCode,
    ) -> ::core::primitive::usize {
        match __immersve_code {
            CreateWithdrawalIntentErrorCode::InsufficientBalance => 0,
            CreateWithdrawalIntentErrorCode::TooManyPendingWithdrawals => 1,
            CreateWithdrawalIntentErrorCode::SomethingTemporary => 2,
            CreateWithdrawalIntentErrorCode::NeedsKyc => 3,
            CreateWithdrawalIntentErrorCode::Forbidden => 4,
        }
    }
    #[cfg_attr(
        doc,
        doc = __immersve::table_of_codes!(
            #[immersve(operation = "create-withdrawal-intent")]pub
            enum
            CreateWithdrawalIntentErrorCode{#[doc = " The withdrawal is larger than the funding source's balance."]#[immersve(
                alias = "INSUFFICIENT_FUNDS"
            )]InsufficientBalance,
            #[doc = " Ten withdrawal intents are pending already."]TooManyPendingWithdrawals,
            #[immersve(status = 503, retry = "always")]SomethingTemporary,
            #[immersve(code = "KYC_REQUIRED")]NeedsKyc,
            Forbidden,
            }
        )
    )]
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for CreateWithdrawalIntentErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_CODES;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
            "create-withdrawal-intent",
        );
        const OPEN: ::core::primitive::bool = false;
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
                    0 => Self::InsufficientBalance,
                    1 => Self::TooManyPendingWithdrawals,
                    2 => Self::SomethingTemporary,
                    3 => Self::NeedsKyc,
                    4 => Self::Forbidden,
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
    impl ::core::str::FromStr for CreateWithdrawalIntentErrorCode {
        type Err = __immersve::ParseCodeError;
        #[inline]
        fn from_str(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, __immersve::ParseCodeError> {
            __immersve::from_str(__immersve_code)
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str>
    for CreateWithdrawalIntentErrorCode {
        fn as_ref(&self) -> &::core::primitive::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for CreateWithdrawalIntentErrorCode {
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
    for CreateWithdrawalIntentErrorCode {
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
    impl ::core::fmt::Display for CreateWithdrawalIntentErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __immersve::display(self, __immersve_formatter)
        }
    }
    #[cfg(not(doc))]
    #[automatically_derived]
    impl ::core::error::Error for CreateWithdrawalIntentErrorCode
    where
        for<'__immersve_any> Self: ::core::fmt::Debug,
    {}
    #[cfg(doc)]
    #[automatically_derived]
    impl ::core::error::Error for CreateWithdrawalIntentErrorCode {}
};
