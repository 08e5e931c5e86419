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
        for<'__immersve_any> Self: ::core::marker::Sized + ::core::marker::Send
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
    #[automatically_derived]
    impl ::core::str::FromStr for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        type Err = __immersve::ParseCodeError;
        fn from_str(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, __immersve::ParseCodeError> {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str> for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        fn as_ref(&self) -> &::core::primitive::str {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        fn serialize<__ImmersveS: __immersve::serde::Serializer>(
            &self,
            __immersve_serializer: __ImmersveS,
        ) -> ::core::result::Result<__ImmersveS::Ok, __ImmersveS::Error> {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl<'__immersve_de> __immersve::serde::Deserialize<'__immersve_de>
    for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> ::core::result::Result<Self, __ImmersveD::Error> {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        fn fmt(
            &self,
            __immersve_formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __immersve::never()
        }
    }
    #[cfg(not(doc))]
    #[automatically_derived]
    impl ::core::error::Error for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
        for<'__immersve_any> Self: ::core::fmt::Debug,
    {}
    #[cfg(doc)]
    #[automatically_derived]
    impl ::core::error::Error for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {}
};
