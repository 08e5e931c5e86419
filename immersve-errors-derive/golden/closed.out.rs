const _: () = {
    use ::immersve_errors::__private as __rt;
    static __CODES: [__rt::CodeInfo; 5] = [
        __rt::CodeInfo::new("INSUFFICIENT_BALANCE")
            .with_aliases(&["INSUFFICIENT_FUNDS"])
            .with_description(
                "The withdrawal is larger than the funding source's balance.",
            ),
        __rt::CodeInfo::new("TOO_MANY_PENDING_WITHDRAWALS")
            .with_description("Ten withdrawal intents are pending already."),
        __rt::CodeInfo::new("SOMETHING_TEMPORARY")
            .with_statuses(&[503])
            .with_retry(__rt::Retry::Always),
        __rt::CodeInfo::new("KYC_REQUIRED"),
        __rt::CodeInfo::new("FORBIDDEN"),
    ];
    static __INDEX: __rt::Index<{ __rt::cells(6) }> = __rt::Index::new(&__CODES);
    fn __index(code: &CreateWithdrawalIntentErrorCode) -> ::core::primitive::usize {
        match code {
            CreateWithdrawalIntentErrorCode::InsufficientBalance => 0,
            CreateWithdrawalIntentErrorCode::TooManyPendingWithdrawals => 1,
            CreateWithdrawalIntentErrorCode::SomethingTemporary => 2,
            CreateWithdrawalIntentErrorCode::NeedsKyc => 3,
            CreateWithdrawalIntentErrorCode::Forbidden => 4,
        }
    }
    #[automatically_derived]
    impl __rt::ImmersveErrorCode for CreateWithdrawalIntentErrorCode {
        const CODES: &'static [__rt::CodeInfo] = &__CODES;
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
            "create-withdrawal-intent",
        );
        const OPEN: ::core::primitive::bool = false;
        fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __INDEX.find(&__CODES, code) {
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
            __CODES[__index(self)].code()
        }
        fn info(&self) -> ::core::option::Option<&'static __rt::CodeInfo> {
            ::core::option::Option::Some(&__CODES[__index(self)])
        }
    }
    __rt::impls!(
        CreateWithdrawalIntentErrorCode : FromStr, AsRef, Serialize, Deserialize,
        Display, Error
    );
};
