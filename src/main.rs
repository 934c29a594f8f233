//! The command `sourcebook`.

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand};
use sourcebook::read::{self, Problem};
use sourcebook::site::{self, Book, Collection, Folder, Form, Server, Source};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc;

/// The folder that is served when none is named.
const SHIPPED: &str = "seeds";

/// Makes a folder of news articles into one page on which every word can be searched, filtered, charted and
/// followed back to its sentence.
///
/// Without a command, the folder `seeds` is served.
#[derive(Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "\
Examples:
  sourcebook serve articles             look at a folder of text files in the browser
  sourcebook build articles -o site     write the same page as files for any web server
  sourcebook check articles             see what could not be read or dated
  sourcebook extract articles           print the figures, quotations, times and names in them
  sourcebook compare articles           print which figures answer one question, and how they relate

Exit status: 0 fine; 1 something could not be used (the rest was), or nothing could be done;
2 the command was misspelt."
)]
struct Command {
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Subcommand)]
enum Task {
    Build(Build),
    Serve(Serve),
    Check(Check),
    Extract(Extract),
    Compare(Compare),
}

/// Writes the site of a folder
///
/// The site is a folder of files that any web server can serve; it needs nothing else and asks no other host
/// for anything. The same articles give the same bytes.
#[derive(Args)]
#[command(after_help = "\
Examples:
  sourcebook build articles -o site
  sourcebook build articles -o public/news --force")]
struct Build {
    /// The folder of articles: text files, one an article, and a `sourcebook.toml` that may say more of them
    folder: PathBuf,
    /// The folder to write into; it is made where it is missing. An earlier site in it is replaced
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,
    /// Write even where other files stand already; they stay
    #[arg(long)]
    force: bool,
}

/// Serves the site of a folder to this machine, and builds it anew when the folder changes
///
/// Prints the address on a line of its own. Ctrl-C ends it. When a change cannot be built, the last good site
/// stays, and what is wrong is printed.
#[derive(Args)]
#[command(after_help = "\
Examples:
  sourcebook serve articles
  sourcebook serve articles --port 9000")]
struct Serve {
    /// The folder of articles
    folder: PathBuf,
    /// The port on 127.0.0.1; without it 8017 or, where that is taken, a free one
    #[arg(short, long)]
    port: Option<u16>,
}

/// Says what in a folder could not be read or dated, and which corrections no longer fit
///
/// Nothing is written. Ends with 1 where something could not be read, or a correction no longer fits.
#[derive(Args)]
#[command(after_help = "\
Example:
  sourcebook check articles && sourcebook build articles -o site")]
struct Check {
    /// The folder of articles
    folder: PathBuf,
}

/// Prints what articles say: figures, quotations, times and names
///
/// One article a line, as JSON, in the order of the input; offsets are Unicode code points of its text. Lines are read
/// as a stream, on all processors: `sourcebook extract -` can stand in a pipe of any length. What cannot be read is told
/// on standard error with its line, and the rest goes on.
#[derive(Args)]
#[command(after_help = "\
Input lines hold {\"id\": …, \"text\": …} and may hold \"title\" and \"date\" (2016-06-05); other keys are passed over.

Examples:
  sourcebook extract articles > facts.jsonl
  sourcebook extract - < articles.jsonl | jq -c '{id, figures: [.figures[] | {low, high, status}]}'
  sourcebook extract --explain articles/dam-breaks.txt | less

What --explain prints is a case for tests/cases/facts: carets stand under the words of each fact, with what is known \
of it and, behind #, the rules that found it, filled it, or refused it.")]
struct Extract {
    /// A folder of articles, one of its text files, a file of JSON Lines (.jsonl), or - for JSON Lines on standard input
    #[arg(value_name = "FOLDER|FILE|-")]
    source: PathBuf,
    /// Draw the facts under the text, with the rules behind each, instead of printing JSON
    #[arg(long)]
    explain: bool,
    /// How many columns --explain may use; without it those of the terminal, or 100
    #[arg(long, value_name = "COLUMNS", requires = "explain")]
    width: Option<usize>,
}

/// Prints what the articles of a folder count and say between them
///
/// One JSON object: questions, each with the figures that answer it and how these relate (agree, differ and by how much, part
/// and whole, the same statement, not comparable), and in what they are not the same; sums with what is left over; names over
/// all articles; passages that two articles share. Of many relations the telling ones are printed, and the rest counted.
#[derive(Args)]
#[command(after_help = "\
Examples:
  sourcebook compare articles > comparison.json
  sourcebook compare articles | jq -r '.questions[] | \"\\(.id): \\(.title)\"'

A question is called otherwise by its id, or by the title that it has, in `sourcebook.toml`:

  [questions]
  \"children-returned\" = \"How many children came home?\"")]
struct Compare {
    /// The folder of articles
    folder: PathBuf,
}

fn main() -> ExitCode {
    let done = match Command::parse().task {
        Some(Task::Build(asked)) => build(&asked),
        Some(Task::Serve(asked)) => serve(&asked),
        Some(Task::Check(asked)) => check(&asked),
        Some(Task::Extract(asked)) => extract(&asked),
        Some(Task::Compare(asked)) => compare(&asked),
        None => serve_shipped(),
    };
    done.unwrap_or_else(|error| {
        complain(&format!("error: {error:#}"));
        ExitCode::FAILURE
    })
}

fn build(asked: &Build) -> Result<ExitCode> {
    let book = Book::of(Folder::read(&asked.folder)?)?;
    tell_of(&book);
    site::write(&book.site, &asked.output, &asked.folder, asked.force)?;
    say(&format!("wrote {} files to {}", book.site.files.len(), asked.output.display()));
    within_budgets(&book)?;
    Ok(status(&book.problems))
}

fn serve_shipped() -> Result<ExitCode> {
    let folder = PathBuf::from(SHIPPED);
    if !folder.is_dir() {
        bail!(
            "expected a command, or a folder {SHIPPED} to serve here; name your own as in: sourcebook serve FOLDER (see --help)"
        );
    }
    serve(&Serve { folder, port: None })
}

fn serve(asked: &Serve) -> Result<ExitCode> {
    let folder = Folder::read(&asked.folder)?;
    let book = Book::of(folder.clone())?;
    tell_of(&book);
    if let Err(error) = within_budgets(&book) {
        complain(&format!("{error:#}"));
    }
    // Only now: until there is something to end cleanly, Ctrl-C does what it always does.
    let (end, ended) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = end.send(());
    })
    .context("cannot listen for Ctrl-C")?;
    let server = Server::start(book.site, asked.port)?;
    say("serving this at (Ctrl-C ends it)");
    say(&server.address());
    let watching = site::watch(&asked.folder, folder, move |folder| rebuild(&server, folder));
    if let Err(error) = watching {
        complain(&format!("{error:#}"));
    }
    let _ = ended.recv();
    Ok(ExitCode::SUCCESS)
}

/// Serves a folder as it is now; what cannot be built leaves the last good site.
fn rebuild(server: &Server, folder: Result<Folder, Problem>) {
    match folder.map_err(anyhow::Error::from).and_then(Book::of) {
        Ok(book) => {
            print_problems(&book.problems);
            say(&format!("built anew: {}", count(book.articles)));
            server.replace(book.site);
        }
        Err(error) => complain(&format!("{error:#}; the last good site is still served")),
    }
}

fn check(asked: &Check) -> Result<ExitCode> {
    let folder = Folder::read(&asked.folder)?;
    let name = folder.name.clone();
    let mut collection = Collection::of(folder)?;
    // Whether corrections fit is known when they are made, and whether titles do when the questions are there.
    let facts = collection.facts();
    collection.problems.extend(site::unfit_titles(&name, &collection, &facts));
    let Collection { corpus, problems, .. } = collection;
    print_problems(&problems);
    let undated = read::undated(&name, &corpus);
    for doubt in &undated {
        say(&doubt.to_string());
    }
    let (articles, problems_found) = (count(corpus.articles.len()), problems.len());
    say(&format!("{articles}; {problems_found} could not be used, {} without a certain date", undated.len()));
    Ok(status(&problems))
}

fn extract(asked: &Extract) -> Result<ExitCode> {
    let source = if asked.source.as_os_str() == "-" { Source::Input } else { Source::Path(asked.source.clone()) };
    let form = if asked.explain { Form::Explained(asked.width.unwrap_or_else(columns)) } else { Form::Records };
    if source == Source::Input && io::stdin().is_terminal() {
        complain("reading lines of {\"id\": …, \"text\": …} from this terminal (Ctrl-D ends them)");
    }
    let fine = site::print_facts(&source, form, |problem| complain(&problem.to_string()))?;
    Ok(if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn compare(asked: &Compare) -> Result<ExitCode> {
    let fine = site::print_comparison(Folder::read(&asked.folder)?, |problem| complain(&problem.to_string()))?;
    Ok(if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The columns of the terminal that is printed to; 100 where it is none.
fn columns() -> usize {
    terminal_size::terminal_size_of(io::stdout()).map_or(100, |(width, _)| usize::from(width.0))
}

/// Prints what was found, what was not, and what it weighs.
fn tell_of(book: &Book) {
    print_problems(&book.problems);
    say(&format!("{}\n{}", count(book.articles), book.weight));
}

fn within_budgets(book: &Book) -> Result<()> {
    let exceeded = book.weight.exceeded();
    if exceeded.is_empty() { Ok(()) } else { bail!("over budget: {}", exceeded.join("; ")) }
}

fn count(articles: usize) -> String {
    if articles == 1 { "1 article".to_owned() } else { format!("{articles} articles") }
}

fn print_problems(problems: &[Problem]) {
    for problem in problems {
        complain(&problem.to_string());
    }
}

fn status(problems: &[Problem]) -> ExitCode {
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A line of the result. Whoever stopped listening (a pipe that was closed) gets no more, and no panic either.
fn say(text: &str) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// A line of what went wrong.
fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
