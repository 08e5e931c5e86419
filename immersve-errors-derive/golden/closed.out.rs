const _: () = {
    use ::immersve_errors::__immersve_errors_VERSION as __immersve;
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
        &[
            (0, &["INSUFFICIENT_FUNDS"], &[], __immersve::None, __immersve::None),
            (
                2,
                &[],
                &[503],
                __immersve::Some(__immersve::Retry::Always),
                __immersve::None,
            ),
        ],
    );
    static __IMMERSVE_LOOKUP: __immersve::Lookup = __immersve::Lookup::new(
        &__IMMERSVE_CODES,
        const { &__immersve::aliases::<1>(&__IMMERSVE_CODES) },
        b"\xC2\x05\x05\0\x01\0\0\0\x03\0\x04\0\0\0\0\0\x02\0",
    );
    fn __immersve_index(
        __immersve_code: &CreateWithdrawalIntentErrorCode,
    ) -> __immersve::usize {
        match __immersve_code {
            CreateWithdrawalIntentErrorCode::InsufficientBalance => 0,
            CreateWithdrawalIntentErrorCode::TooManyPendingWithdrawals => 1,
            CreateWithdrawalIntentErrorCode::SomethingTemporary => 2,
            CreateWithdrawalIntentErrorCode::NeedsKyc => 3,
            CreateWithdrawalIntentErrorCode::Forbidden => 4,
        }
    }
    /**| variant | code | aliases | status | retry |
|---|---|---|---|---|
| [`InsufficientBalance`](Self::InsufficientBalance) | `INSUFFICIENT_BALANCE` | `INSUFFICIENT_FUNDS` | 403 |  |
| [`TooManyPendingWithdrawals`](Self::TooManyPendingWithdrawals) | `TOO_MANY_PENDING_WITHDRAWALS` |  | 403 |  |
| [`SomethingTemporary`](Self::SomethingTemporary) | `SOMETHING_TEMPORARY` |  | 503 | `always` |
| [`NeedsKyc`](Self::NeedsKyc) | `KYC_REQUIRED` |  | 403 |  |
| [`Forbidden`](Self::Forbidden) | `FORBIDDEN` |  | 403 |  |
*/
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for CreateWithdrawalIntentErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_CODES;
        const OPERATION: __immersve::Option<&'static __immersve::str> = __immersve::Some(
            "create-withdrawal-intent",
        );
        const OPEN: __immersve::bool = false;
        #[inline(never)]
        fn from_code(__immersve_code: &__immersve::str) -> __immersve::Option<Self> {
            match __immersve::Lookup::find(&__IMMERSVE_LOOKUP, __immersve_code) {
                __immersve::Some(__immersve_index) => {
                    __immersve::Some(
                        match __immersve_index {
                            0 => CreateWithdrawalIntentErrorCode::InsufficientBalance,
                            1 => {
                                CreateWithdrawalIntentErrorCode::TooManyPendingWithdrawals
                            }
                            2 => CreateWithdrawalIntentErrorCode::SomethingTemporary,
                            3 => CreateWithdrawalIntentErrorCode::NeedsKyc,
                            4 => CreateWithdrawalIntentErrorCode::Forbidden,
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
    impl __immersve::FromStr for CreateWithdrawalIntentErrorCode {
        type Err = __immersve::ParseCodeError;
        #[inline]
        fn from_str(
            __immersve_code: &__immersve::str,
        ) -> __immersve::Result<Self, __immersve::ParseCodeError> {
            __immersve::from_str(__immersve_code)
        }
    }
    #[automatically_derived]
    impl __immersve::AsRef<__immersve::str> for CreateWithdrawalIntentErrorCode {
        fn as_ref(&self) -> &__immersve::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for CreateWithdrawalIntentErrorCode {
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
    for CreateWithdrawalIntentErrorCode {
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
    impl __immersve::fmt::Display for CreateWithdrawalIntentErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut __immersve::fmt::Formatter<'_>,
        ) -> __immersve::fmt::Result {
            __immersve::display(self, __immersve_formatter)
        }
    }
    #[automatically_derived]
    impl __immersve::Error for CreateWithdrawalIntentErrorCode {}
};
