use x::ImmersveErrorCode as C;
#[derive(C)]
enum S { #[immersve(status = 503)] CardLost, #[deprecated(note = "no longer documented by the API")] KycRequired }
#[derive(C)]
#[immersve(operation = "op")]
enum E {
	#[immersve(embed)]
	S(S),
	#[cfg(x)] #[immersve(retry = "always", )] CardIsFound = 1
	// end
}
