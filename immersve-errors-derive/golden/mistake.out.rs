const _: () = {
    use ::immersve_errors::__private as __immersve;
    extern crate core as __immersve_core;
    type __ImmersveMistake = [(); {
        __immersve_core::compile_error! {
            "unknown key `cod`; did you mean `code`?\n  = help: a variant takes `code`, `alias`, `status`, `retry`, `embed` and `unknown`"
        }
    }];
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for ActivateCardErrorCode
    where
        Self: 'static,
        for<'__immersve_any> Self: ::core::marker::Sized + ::core::marker::Send
            + ::core::marker::Sync + ::core::fmt::Debug,
    {
        const CODES: &'static [__immersve::CodeInfo] = __immersve::never::<
            __ImmersveMistake,
        >();
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = __immersve::never::<
            __ImmersveMistake,
        >();
        const OPEN: ::core::primitive::bool = __immersve::never::<__ImmersveMistake>();
        fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
            __immersve::never::<__ImmersveMistake>()
        }
        fn as_str(&self) -> &::core::primitive::str {
            __immersve::never::<__ImmersveMistake>()
        }
        fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
            __immersve::never::<__ImmersveMistake>()
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        type Err = __ImmersveMistake;
        #[inline]
        fn from_str(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, __ImmersveMistake> {
            __immersve::never::<__ImmersveMistake>()
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str> for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        fn as_ref(&self) -> &::core::primitive::str {
            __immersve::never::<__ImmersveMistake>()
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        #[inline]
        fn serialize<__ImmersveS: __immersve::serde::Serializer>(
            &self,
            __immersve_serializer: __ImmersveS,
        ) -> ::core::result::Result<
            <__ImmersveS as __immersve::serde::Serializer>::Ok,
            <__ImmersveS as __immersve::serde::Serializer>::Error,
        > {
            __immersve::never::<__ImmersveMistake>()
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
        ) -> ::core::result::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::never::<__ImmersveMistake>()
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
            __immersve::never::<__ImmersveMistake>()
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
