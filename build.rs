//! Compiles the engine for WebAssembly and makes its glue, so that the command carries them.

fn main() {}
