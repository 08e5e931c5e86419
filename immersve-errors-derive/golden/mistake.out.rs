const _: () = {
    use ::immersve_errors::__immersve_errors_VERSION as __immersve;
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
        for<'__immersve_any> Self: __immersve::Sized + __immersve::Send
            + __immersve::Sync,
    {
        const CODES: &'static [__immersve::CodeInfo] = __immersve::never::<
            __ImmersveMistake,
            _,
        >();
        const OPERATION: __immersve::Option<&'static __immersve::str> = __immersve::never::<
            __ImmersveMistake,
            _,
        >();
        const OPEN: __immersve::bool = __immersve::never::<__ImmersveMistake, _>();
        fn from_code(_: &__immersve::str) -> __immersve::Option<Self> {
            __immersve::never::<__ImmersveMistake, _>()
        }
        fn as_str(&self) -> &__immersve::str {
            __immersve::never::<__ImmersveMistake, _>()
        }
        fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
            __immersve::never::<__ImmersveMistake, _>()
        }
    }
    #[automatically_derived]
    impl __immersve::FromStr for ActivateCardErrorCode {
        type Err = __ImmersveMistake;
        #[inline]
        fn from_str(
            __immersve_code: &__immersve::str,
        ) -> __immersve::Result<Self, __ImmersveMistake> {
            __immersve::never::<__ImmersveMistake, _>()
        }
    }
    #[automatically_derived]
    impl __immersve::AsRef<__immersve::str> for ActivateCardErrorCode {
        fn as_ref(&self) -> &__immersve::str {
            __immersve::never::<__ImmersveMistake, _>()
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for ActivateCardErrorCode {
        #[inline]
        fn serialize<__ImmersveS: __immersve::serde::Serializer>(
            &self,
            __immersve_serializer: __ImmersveS,
        ) -> __immersve::Result<
            <__ImmersveS as __immersve::serde::Serializer>::Ok,
            <__ImmersveS as __immersve::serde::Serializer>::Error,
        > {
            __immersve::never::<__ImmersveMistake, _>()
        }
    }
    #[automatically_derived]
    impl<'__immersve_de> __immersve::serde::Deserialize<'__immersve_de>
    for ActivateCardErrorCode {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> __immersve::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::never::<__ImmersveMistake, _>()
        }
    }
    #[automatically_derived]
    impl __immersve::fmt::Display for ActivateCardErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut __immersve::fmt::Formatter<'_>,
        ) -> __immersve::fmt::Result {
            __immersve::never::<__ImmersveMistake, _>()
        }
    }
    #[automatically_derived]
    impl __immersve::Error for ActivateCardErrorCode
    where
        for<'__immersve_any> Self: __immersve::fmt::Debug,
    {}
};
