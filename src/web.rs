//! Layer 5: what JavaScript sees of the engine. One struct, one error, plain objects.
