::core::compile_error! {
    "unknown key `cod`; did you mean `code`?\n  = help: a variant takes `code`, `alias`, `status`, `retry`, `embed` and `unknown`"
}
const _: () = {
    use ::immersve_errors::__private as __rt;
    #[automatically_derived]
    impl __rt::ImmersveErrorCode for ActivateCardErrorCode
    where
        Self: 'static,
        for<'__any> Self: ::core::marker::Sized + ::core::marker::Send
            + ::core::marker::Sync + ::core::fmt::Debug,
    {
        const CODES: &'static [__rt::CodeInfo] = &[];
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::None;
        const OPEN: ::core::primitive::bool = false;
        fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
            ::core::option::Option::None
        }
        fn as_str(&self) -> &::core::primitive::str {
            ""
        }
        fn info(&self) -> ::core::option::Option<&'static __rt::CodeInfo> {
            ::core::option::Option::None
        }
    }
    __rt::impls!(
        [[] [ActivateCardErrorCode] [Self : 'static, for < '__any > Self :
        ::core::marker::Sized + ::core::marker::Send + ::core::marker::Sync +
        ::core::fmt::Debug]] : FromStr
    );
    __rt::impls!(
        [[] [ActivateCardErrorCode] [Self : 'static, for < '__any > Self :
        ::core::marker::Sized + ::core::marker::Send + ::core::marker::Sync +
        ::core::fmt::Debug]] : AsRef, Serialize, Deserialize, Display, Error
    );
};
