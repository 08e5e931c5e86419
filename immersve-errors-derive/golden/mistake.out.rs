const _: () = {
    use ::core::compile_error as __immersve_error;
    __immersve_error! {
        "unknown key `cod`; did you mean `code`?\n  = help: a variant takes `code`, `alias`, `status`, `retry`, `embed` and `unknown`"
    }
};
const _: () = {
    use ::immersve_errors::__private as __immersve;
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for ActivateCardErrorCode
    where
        Self: 'static,
        for<'__any> Self: ::core::marker::Sized + ::core::marker::Send
            + ::core::marker::Sync + ::core::fmt::Debug,
    {
        const CODES: &'static [__immersve::CodeInfo] = &[
            __immersve::CodeInfo::new(" ActivateCardErrorCode::NoSuchCard"),
        ];
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::None;
        const OPEN: ::core::primitive::bool = false;
        fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
            ::core::option::Option::None
        }
        fn as_str(&self) -> &::core::primitive::str {
            ""
        }
        fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
            ::core::option::Option::None
        }
    }
    __immersve::impls!(
        [[] [ActivateCardErrorCode] [Self : 'static, for < '__any > Self :
        ::core::marker::Sized + ::core::marker::Send + ::core::marker::Sync +
        ::core::fmt::Debug]] : FromStr
    );
    __immersve::impls!(
        [[] [ActivateCardErrorCode] [Self : 'static, for < '__any > Self :
        ::core::marker::Sized + ::core::marker::Send + ::core::marker::Sync +
        ::core::fmt::Debug]] : AsRef, Serialize, Deserialize, Display, Error
    );
};
