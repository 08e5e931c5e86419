const _: () = {
    use ::immersve_errors::__immersve_errors_VERSION as __immersve;
    #[must_use = "`ImmersveErrorCode` cannot read this; expected a variant"]
    struct __ImmersveUnreadable;
    #[deny(unused_must_use)]
    fn __immersve_unreadable() {
        __ImmersveUnreadable;
    }
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for CardErrorCode
    where
        Self: 'static,
        for<'__immersve_any> Self: __immersve::Sized + __immersve::Send
            + __immersve::Sync,
    {
        const CODES: &'static [__immersve::CodeInfo] = __immersve::never::<(), _>();
        const OPERATION: __immersve::Option<&'static __immersve::str> = __immersve::never::<
            (),
            _,
        >();
        const OPEN: __immersve::bool = __immersve::never::<(), _>();
        fn from_code(_: &__immersve::str) -> __immersve::Option<Self> {
            __immersve::never::<(), _>()
        }
        fn as_str(&self) -> &__immersve::str {
            __immersve::never::<(), _>()
        }
        fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
            __immersve::never::<(), _>()
        }
    }
    #[automatically_derived]
    impl __immersve::FromStr for CardErrorCode {
        type Err = __immersve::Infallible;
        #[inline]
        fn from_str(
            __immersve_code: &__immersve::str,
        ) -> __immersve::Result<Self, __immersve::Infallible> {
            __immersve::never::<(), _>()
        }
    }
    #[automatically_derived]
    impl __immersve::AsRef<__immersve::str> for CardErrorCode {
        fn as_ref(&self) -> &__immersve::str {
            __immersve::never::<(), _>()
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for CardErrorCode {
        #[inline]
        fn serialize<__ImmersveS: __immersve::serde::Serializer>(
            &self,
            __immersve_serializer: __ImmersveS,
        ) -> __immersve::Result<
            <__ImmersveS as __immersve::serde::Serializer>::Ok,
            <__ImmersveS as __immersve::serde::Serializer>::Error,
        > {
            __immersve::never::<(), _>()
        }
    }
    #[automatically_derived]
    impl<'__immersve_de> __immersve::serde::Deserialize<'__immersve_de>
    for CardErrorCode {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> __immersve::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::never::<(), _>()
        }
    }
    #[automatically_derived]
    impl __immersve::fmt::Display for CardErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut __immersve::fmt::Formatter<'_>,
        ) -> __immersve::fmt::Result {
            __immersve::never::<(), _>()
        }
    }
    #[automatically_derived]
    impl __immersve::Error for CardErrorCode
    where
        for<'__immersve_any> Self: __immersve::fmt::Debug,
    {}
};
