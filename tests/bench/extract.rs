//! Reads articles as JSON Lines and prints each with its facts, as `sourcebook extract -` does. It compiles without the
//! rest of the command.

use sourcebook::extract::{Settings, extract, record};
use sourcebook::read;

fn main() {
    let settings = Settings::default();
    for line in std::io::stdin().lines().map_while(Result::ok).filter(|line| !line.trim().is_empty()) {
        match read::record(&line) {
            Ok((article, _)) => println!("{}", record(&article, &extract(&article, &settings))),
            Err(error) => eprintln!("{error}"),
        }
    }
}
