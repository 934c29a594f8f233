//! Reads articles as JSON Lines and prints each with its facts, as `sourcebook extract -` does, or with `--explain` as
//! `sourcebook extract --explain -` does. It compiles without the rest of the command.

use sourcebook::extract::{Settings, explain, extract, record};
use sourcebook::read;

fn main() {
    let settings = Settings::default();
    let explained = std::env::args().any(|argument| argument == "--explain");
    for line in std::io::stdin().lines().map_while(Result::ok).filter(|line| !line.trim().is_empty()) {
        match read::record(&line) {
            Ok((article, _)) if explained => println!("{}", explain(&article, &extract(&article, &settings), 100)),
            Ok((article, _)) => println!("{}", record(&article, &extract(&article, &settings))),
            Err(error) => eprintln!("{error}"),
        }
    }
}
