//! A folder of articles, read into memory.

use crate::read::{CORRECTIONS, File, LARGEST_FILE, MANIFEST, Problem, too_large};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What stands in a site that we made; such a folder is no part of a corpus.
pub const SITE_MARK: &str = ".sourcebook";

/// The files of a folder, and what of it could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The folder as it was named: problems begin with it.
    pub name: String,
    /// Its files, sorted by path, by bytes.
    pub files: Vec<File>,
    /// What could not be opened, in order of the files.
    pub problems: Vec<Problem>,
}

impl Folder {
    /// Reads a folder and all folders in it.
    ///
    /// Passed over in silence: names that begin with a dot, and sites that we made. A problem is: what cannot
    /// be opened, is over [`LARGEST_FILE`], is no file (a pipe would never end), has a name that is not text,
    /// or is a link that leads out of the folder (what is published should stand in it) or in a circle.
    ///
    /// # Errors
    ///
    /// The folder itself is missing, no folder, or cannot be read.
    pub fn read(path: &Path) -> Result<Self, Problem> {
        let shown = path.display().to_string();
        let root = fs::canonicalize(path).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => {
                Problem::new(&shown, "expected a folder of articles, but found nothing there", "check the path")
            }
            _ => cannot_be_read(&shown, &e),
        })?;
        if !root.is_dir() {
            let message = "expected a folder of articles, but found a file";
            return Err(Problem::new(shown, message, "give the folder that it is in"));
        }
        fs::read_dir(&root).map_err(|e| cannot_be_read(&shown, &e))?;
        let mut walk = Walk { root, folder: Self { name: shown, ..Self::default() }, met: BTreeSet::new() };
        walk.run();
        let mut folder = walk.folder;
        folder.files.sort_by(|a, b| a.path.cmp(&b.path));
        folder.problems.sort_by(|a, b| a.file.cmp(&b.file));
        Ok(folder)
    }
}

/// How far above a file its corpus is looked for.
const HIGHEST: usize = 8;

impl Folder {
    /// One file of a corpus, with what stands in the corpus' folder of all its articles; and how problems call the file.
    /// The corpus' folder is the nearest above with a `sourcebook.toml`, else the file's own.
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    pub fn of_file(path: &Path) -> Result<(Self, String), Problem> {
        let shown = path.display().to_string();
        let real = fs::canonicalize(path).map_err(|e| cannot_be_read(&shown, &e))?;
        let own = real.parent().unwrap_or(Path::new("/"));
        let root = own.ancestors().take(HIGHEST).find(|folder| folder.join(MANIFEST).is_file()).unwrap_or(own);
        let mut walk = Walk {
            root: root.to_path_buf(),
            folder: Self { name: root.display().to_string(), ..Self::default() },
            met: BTreeSet::new(),
        };
        let file = real.strip_prefix(root).unwrap_or(&real).to_string_lossy().replace('\\', "/");
        let beside = [MANIFEST, CORRECTIONS].map(|name| (root.join(name), name));
        for (path, name) in [(real.clone(), file.as_str())].into_iter().chain(beside) {
            if let Ok(about) = fs::metadata(&path) {
                walk.read_file(&path, name.to_owned(), about.len());
            }
        }
        let named = walk.named(&file);
        Ok((walk.folder, named))
    }
}

/// A folder that waits to be read: where it is, and its path in the corpus.
struct Pending {
    path: PathBuf,
    prefix: String,
}

struct Walk {
    root: PathBuf,
    folder: Folder,
    /// Folders and files met so far, by their real paths: links must not multiply them.
    met: BTreeSet<PathBuf>,
}

impl Walk {
    /// By a list of what is still to be read, not by recursion: depth is the folder's owner's choice.
    fn run(&mut self) {
        self.met.insert(self.root.clone());
        let mut pending = vec![Pending { path: self.root.clone(), prefix: String::new() }];
        while let Some(next) = pending.pop() {
            let mut entries = match fs::read_dir(&next.path).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
                Ok(entries) => entries,
                Err(e) => {
                    self.cannot_be_read(next.prefix.trim_end_matches('/'), &e);
                    continue;
                }
            };
            entries.sort_by_key(fs::DirEntry::file_name);
            for entry in entries {
                self.visit(&entry, &next, &mut pending);
            }
        }
    }

    fn visit(&mut self, entry: &fs::DirEntry, within: &Pending, pending: &mut Vec<Pending>) {
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            let file = format!("{}{}", within.prefix, name.to_string_lossy());
            return self.problem(&file, "expected a name in UTF-8, but found other bytes", "rename it");
        };
        if name.starts_with('.') {
            return;
        }
        let file = format!("{}{name}", within.prefix);
        let (real, about) =
            match fs::canonicalize(entry.path()).and_then(|real| fs::metadata(&real).map(|about| (real, about))) {
                Ok(found) => found,
                Err(e) => return self.cannot_be_read(&file, &e),
            };
        if !real.starts_with(&self.root) {
            self.problem(
                &file,
                "expected a file, but found a link that leads out of the folder",
                "put a copy here instead",
            );
        } else if about.is_dir() {
            if !self.met.insert(real.clone()) {
                let message = "expected a folder of its own, but found a link to one that is read already";
                return self.problem(&file, message, "remove it");
            }
            if !real.join(SITE_MARK).exists() {
                pending.push(Pending { path: entry.path(), prefix: format!("{file}/") });
            }
        } else if about.is_file() && !self.met.insert(real.clone()) {
            let message = "expected a file of its own, but found a link to one that is read already";
            self.problem(&file, message, "remove it");
        } else if about.is_file() {
            self.read_file(&real, file, about.len());
        } else {
            self.problem(&file, "expected a file or a folder, but found a pipe, socket or device", "remove it");
        }
    }

    fn read_file(&mut self, path: &Path, file: String, size: u64) {
        if size > LARGEST_FILE as u64 {
            return self.folder.problems.push(too_large(&self.named(&file), size));
        }
        let mut bytes = Vec::new();
        // No more than that even if the file grows under our hands; one byte over is refused like all of them.
        let limit = LARGEST_FILE as u64 + 1;
        match fs::File::open(path).and_then(|opened| opened.take(limit).read_to_end(&mut bytes)) {
            Ok(_) => self.folder.files.push(File { path: file, bytes }),
            Err(e) => self.cannot_be_read(&file, &e),
        }
    }

    /// A file with the folder as it was named.
    fn named(&self, file: &str) -> String {
        format!("{}/{file}", self.folder.name.trim_end_matches('/'))
    }

    fn problem(&mut self, file: &str, message: &str, remedy: &str) {
        let problem = Problem::new(self.named(file), message, remedy);
        self.folder.problems.push(problem);
    }

    fn cannot_be_read(&mut self, file: &str, error: &io::Error) {
        let problem = cannot_be_read(&self.named(file), error);
        self.folder.problems.push(problem);
    }
}

fn cannot_be_read(file: &str, error: &io::Error) -> Problem {
    let remedy =
        if error.kind() == io::ErrorKind::PermissionDenied { "change its permissions" } else { "mend or remove it" };
    Problem::new(file, format!("cannot be read: {}", reason(error)), remedy)
}

/// What the system says, in the manner of our own messages.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or_default();
            let mut characters = text.chars();
            characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
        }
    }
}
