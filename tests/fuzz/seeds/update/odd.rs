macro_rules! m { ($n:ident) => { #[derive(ImmersveErrorCode)] #[immersve(operation = "op")] enum $n { A } } }
mod m { fn f() { #[derive(ImmersveErrorCode)] #[immersve(
    // c
    operation = "op",
)] enum E { #[immersve(
        status = 404,
        // c
        status = 403,
    )] r#KycRequired, #[deprecated] Gone } } }
