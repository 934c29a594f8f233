//! Writes generated articles as a folder that the command can build: `generate COUNT FOLDER [SEED]`.

#![allow(clippy::unwrap_used)]

mod generator;

use generator::Generator;
use std::path::Path;
use std::{env, fs, io};

/// The seed where none is given: that of the benchmarks.
const SEED: u64 = 1;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (count, folder, seed) = match arguments.as_slice() {
        [count, folder] => (count.parse(), folder, Ok(SEED)),
        [count, folder, seed] => (count.parse(), folder, seed.parse()),
        _ => return Err("expected COUNT FOLDER [SEED], but found something else".to_owned()),
    };
    let (Ok(count), Ok(seed)) = (count, seed) else {
        return Err("expected COUNT and SEED to be whole numbers".to_owned());
    };
    write(count, Path::new(folder), seed).map_err(|error| format!("{folder}: {error}"))
}

fn write(count: usize, folder: &Path, seed: u64) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (path, bytes) in Generator::new(seed).files(count) {
        fs::write(folder.join(path), bytes)?;
    }
    Ok(())
}
