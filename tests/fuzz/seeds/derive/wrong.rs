#[immersve(no_display, crate = "a::b", operation = 5, code = "A")] #[immersve] #[deprecated]
pub(crate) enum E<'a, T: 'a = u8, const N: usize = 3> where T: Copy {
    #[immersve(code = "A B", status = 99, status = 1e5, retry = "allways", alias = "A", )] A = 1,
    #[immersve("A", = , ==, embed = 1, unknown, code(1), r#code = 5, a::b)] KYCFail(u8, u8),
    #[immersve = "x"] Strukt { #[immersve(unknown)] a: [u8; 3] },
    #[immersve[unknown]] #[deprecated(note = "x", since)] U(#[immersve] fn(u8) -> u8),
}