//! A site: the files that make one sourcebook, in memory.

use super::about::{self, About};
use super::collection::Collection;
use super::folder::Folder;
use super::weight::{Parts, Weight};
use super::{assets, encoding, module, page};
use crate::compare::compared;
use crate::index::{self, Edition};
use crate::read::{self, Problem};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// The path of the engine that finds facts.
const READER: &str = "reader.wasm";

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path in the site, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
    /// The same under brotli; none where that gains nothing.
    pub brotli: Option<Vec<u8>>,
}

impl File {
    /// A file, not yet compressed.
    pub fn new(path: impl Into<String>, bytes: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), brotli: None }
    }

    /// Its media type, by the ending of its name.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        match self.path.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" => "text/html; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "wasm" => "application/wasm",
            "svg" => "image/svg+xml",
            "json" => "application/json",
            "txt" | "md" | "cff" => "text/plain; charset=utf-8",
            "png" => "image/png",
            "webp" => "image/webp",
            "woff2" => "font/woff2",
            _ => "application/octet-stream",
        }
    }

    /// Bytes as sent to a browser that takes brotli.
    #[must_use]
    pub fn sent(&self) -> usize {
        self.brotli.as_ref().map_or(self.bytes.len(), Vec::len)
    }

    /// Compresses it, unless it is compressed already or of a kind that is.
    pub(super) fn compress(&mut self) {
        if self.brotli.is_none() && !matches!(self.media_type(), "image/png" | "image/webp" | "font/woff2") {
            self.brotli = Some(encoding::brotli(&self.bytes)).filter(|brotli| brotli.len() < self.bytes.len());
        }
    }
}

/// The files of a sourcebook, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The files.
    pub files: Vec<File>,
}

impl Site {
    /// The file at a path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok().and_then(|at| self.files.get(at))
    }
}

/// A site and what there is to say about it.
#[derive(Debug)]
pub struct Book {
    /// How many articles there are.
    pub articles: usize,
    /// The files.
    pub site: Site,
    /// What of the folder could not be used. The rest was.
    pub problems: Vec<Problem>,
    /// What it weighs.
    pub weight: Weight,
}

impl Book {
    /// Makes the sourcebook of a folder. Whether it is within its budgets is for the caller to ask.
    ///
    /// # Errors
    ///
    /// It holds no article, or more than fits a module.
    pub fn of(folder: Folder) -> Result<Self> {
        let mut collection = Collection::of(folder)?;
        let mut facts = collection.facts();
        let questions = compared(&collection.corpus.articles, &mut facts, &collection.settings);
        let Collection { corpus, colophon, problems, .. } = collection;
        let section =
            index::write_compared(&corpus, &facts, &questions, sha256).context("the corpus cannot be written")?;
        let module = module::with_corpus(assets::ENGINE, &section)?;
        let edition = Edition::open(section).context("the corpus cannot be read again")?.name();
        let about = About { corpus: &corpus, facts: &facts, colophon: &colophon, edition };
        let html = page::render(&corpus, &colophon, &sha256(&module));
        let mut files: Vec<File> = assets::FILES.iter().map(|(path, bytes)| File::new(*path, *bytes)).collect();
        files.push(File { brotli: Some(assets::READER_BROTLI.to_vec()), ..File::new(READER, assets::READER) });
        files.push(File::new(page::MODULE, module));
        files.push(File::new(page::PAGE, html.into_bytes()));
        files.push(File::new(about::PAGE, about.page().into_bytes()));
        files.push(File::new(about::CITATION, about.citation().into_bytes()));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        // What of the page is ours and not the corpus', to weigh it.
        let bare = page::render(&read::Corpus::default(), &read::Colophon::default(), &[0; 32]);
        let mut parts =
            Parts { frame: File::new(page::PAGE, bare.into_bytes()), engine: File::new(page::MODULE, assets::ENGINE) };
        compress(files.iter_mut().chain([&mut parts.frame, &mut parts.engine]));
        let site = Site { files };
        let text = corpus.articles.iter().map(|article| article.text.len()).sum();
        let weight = Weight::of(&site, &parts, text)?;
        Ok(Self { articles: corpus.articles.len(), site, problems, weight })
    }
}

/// Compresses files on as many threads as there are processors, the largest first.
fn compress<'a>(files: impl Iterator<Item = &'a mut File>) {
    let mut files: Vec<&mut File> = files.collect();
    files.sort_by_key(|file| file.bytes.len());
    let files = std::sync::Mutex::new(files);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let next = files.lock().map(|mut files| files.pop());
                    let Ok(Some(file)) = next else { break };
                    file.compress();
                }
            });
        }
    });
}

/// SHA-256.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
