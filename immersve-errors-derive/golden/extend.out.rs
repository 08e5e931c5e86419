const _: () = {
    use ::immersve_errors::__immersve_errors_VERSION as __immersve;
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 2] = __immersve::table(
        &[
            ("CARD_ON_FIRE", "Not documented yet."),
            (
                "CARD_IN_SPACE",
                __immersve::str::trim_ascii(
                    __immersve::concat!("", include_str!("space.md"), "\n", ""),
                ),
            ),
        ],
        &[(1, &["CARD_IN_ORBIT"], &[], __immersve::None, __immersve::None)],
    );
    static __IMMERSVE_LOOKUP: __immersve::Lookup = __immersve::Lookup::new(
        &__IMMERSVE_CODES,
        const { &__immersve::aliases::<1>(&__IMMERSVE_CODES) },
        b"\xC2\0\0\0\x01\0\0\0\x02\0",
    );
    fn __immersve_index(__immersve_code: &OrderCardErrorCode) -> __immersve::usize {
        match __immersve_code {
            OrderCardErrorCode::CardOnFire => 0,
            OrderCardErrorCode::CardInSpace => 1,
            OrderCardErrorCode::Documented(_) | OrderCardErrorCode::Shipping(_) => 2,
        }
    }
    const __IMMERSVE_TABLES: [__immersve::CodeTable; 3] = [
        __immersve::CodeTable::own(&__IMMERSVE_CODES),
        __immersve::CodeTable::of(OrderCardErrorCode::Documented),
        __immersve::CodeTable::of(OrderCardErrorCode::Shipping),
    ];
    const __IMMERSVE_SET: __immersve::CodeSet<
        { __immersve::slots(&__IMMERSVE_TABLES) },
        3,
    > = __immersve::CodeSet::new(&__IMMERSVE_TABLES);
    const __IMMERSVE_PARTS: [__immersve::CodeTable; 3] = [
        __immersve::CodeTable::slice(__IMMERSVE_TABLES[0], 0, 2),
        __IMMERSVE_TABLES[1],
        __IMMERSVE_TABLES[2],
    ];
    static __IMMERSVE_ALL: [__immersve::CodeInfo; __immersve::CodeSet::count(
        &__IMMERSVE_SET,
        &__IMMERSVE_PARTS,
    )] = __immersve::CodeSet::join(&__IMMERSVE_SET, &__IMMERSVE_PARTS);
    const _: () = __immersve::CodeSet::assert_fits(
        &__IMMERSVE_SET,
        &__IMMERSVE_TABLES,
        1,
        true,
    );
    const _: () = __immersve::CodeSet::assert_fits(
        &__IMMERSVE_SET,
        &__IMMERSVE_TABLES,
        2,
        false,
    );
    /**| variant | code | aliases | status | retry |
|---|---|---|---|---|
| [`CardOnFire`](Self::CardOnFire) | `CARD_ON_FIRE` |  | 403 |  |
| [`CardInSpace`](Self::CardInSpace) | `CARD_IN_SPACE` | `CARD_IN_ORBIT` | 403 |  |
| [`Documented`](Self::Documented) | those of the extended enum, and any other text | | | |
| [`Shipping`](Self::Shipping) | those of the embedded enum | | | |
*/
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for OrderCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_ALL;
        const OPERATION: __immersve::Option<&'static __immersve::str> = __immersve::Some(
            "order-card",
        );
        const OPEN: __immersve::bool = true;
        #[inline(never)]
        fn from_code(__immersve_code: &__immersve::str) -> __immersve::Option<Self> {
            __immersve::VariantCtor::new(Self::Documented)
                .extend(
                    __immersve_code,
                    |__immersve_code: &__immersve::str| match __immersve::Lookup::find(
                        &__IMMERSVE_LOOKUP,
                        __immersve_code,
                    ) {
                        __immersve::Some(__immersve_index) => {
                            __immersve::Some(
                                match __immersve_index {
                                    0 => OrderCardErrorCode::CardOnFire,
                                    1 => OrderCardErrorCode::CardInSpace,
                                    _ => return __immersve::None,
                                },
                            )
                        }
                        __immersve::None => {
                            __immersve::VariantCtor::new(OrderCardErrorCode::Shipping)
                                .from_code(__immersve_code)
                        }
                    },
                )
        }
        fn as_str(&self) -> &__immersve::str {
            match self {
                Self::Documented(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).as_str()
                }
                Self::Shipping(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).as_str()
                }
                _ => {
                    __immersve::CodeInfo::code(&__IMMERSVE_CODES[__immersve_index(self)])
                }
            }
        }
        fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
            match self {
                Self::Documented(__immersve_field) => {
                    match __immersve::Lookup::info(
                        &__IMMERSVE_LOOKUP,
                        __immersve::as_str(self),
                    ) {
                        __immersve::None => {
                            match __immersve::VariantCtor::new(Self::Shipping)
                                .info_of(__immersve::as_str(self))
                            {
                                __immersve::None => {
                                    __immersve::FieldRef(__immersve_field).info()
                                }
                                __immersve_found => __immersve_found,
                            }
                        }
                        __immersve_found => __immersve_found,
                    }
                }
                Self::Shipping(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).info()
                }
                _ => __immersve::Some(&__IMMERSVE_CODES[__immersve_index(self)]),
            }
        }
    }
    #[automatically_derived]
    impl __immersve::FromStr for OrderCardErrorCode {
        type Err = __immersve::Infallible;
        #[inline]
        fn from_str(
            __immersve_code: &__immersve::str,
        ) -> __immersve::Result<Self, __immersve::Infallible> {
            __immersve::Ok(__immersve::from_str_of_open(__immersve_code))
        }
    }
    #[automatically_derived]
    impl __immersve::AsRef<__immersve::str> for OrderCardErrorCode {
        fn as_ref(&self) -> &__immersve::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for OrderCardErrorCode {
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
    for OrderCardErrorCode {
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
    impl __immersve::fmt::Display for OrderCardErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut __immersve::fmt::Formatter<'_>,
        ) -> __immersve::fmt::Result {
            __immersve::display(self, __immersve_formatter)
        }
    }
    #[automatically_derived]
    impl __immersve::Error for OrderCardErrorCode {}
};
