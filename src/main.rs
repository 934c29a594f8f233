//! The command `sourcebook`.

fn main() {}
