//! A site as a folder on disk.

use super::Site;
use super::folder::{SITE_MARK, reason};
use crate::read::Problem;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// First line of the mark, before the paths of the files.
const MARK: &str = "Made by sourcebook. The next build here replaces or removes these files:";

/// Writes a site into a folder, which is made where it is missing.
///
/// The folder may hold an earlier site of ours, whose files go; whatever else stands there stays. Nothing is
/// written through a link: it could lead out of the folder. Every file is whole at any time, and the page
/// comes last, so that a server of the folder never shows a new page with old parts.
///
/// # Errors
///
/// `out` is a file, or (unless `force`) holds things and no site of ours, or `articles` itself; or the disk
/// does not take it.
pub fn write(site: &Site, out: &Path, articles: &Path, force: bool) -> Result<(), Problem> {
    let shown = |path: &Path| path.display().to_string();
    let failed = |path: &Path, e: &io::Error| {
        Problem::new(
            shown(path),
            format!("cannot be written: {}", reason(e)),
            "check its permissions and the room on the disk",
        )
    };
    if out.exists() && !out.is_dir() {
        return Err(Problem::new(
            shown(out),
            "expected a folder for the site, but found a file",
            "give another name to -o",
        ));
    }
    fs::create_dir_all(out).map_err(|e| failed(out, &e))?;
    let root = fs::canonicalize(out).map_err(|e| failed(out, &e))?;
    if fs::canonicalize(articles).is_ok_and(|articles| articles == root) {
        let message = "expected a folder for the site, but found the folder of the articles";
        return Err(Problem::new(shown(out), message, "give another folder to -o"));
    }
    let earlier = earlier_files(&root);
    let empty = fs::read_dir(&root).map_err(|e| failed(out, &e))?.next().is_none();
    if earlier.is_none() && !empty && !force {
        let message = "expected an empty folder or a site that sourcebook made, but found other files";
        return Err(Problem::new(shown(out), message, "give another folder to -o, or add --force to write among them"));
    }
    let new: BTreeSet<&str> = site.files.iter().map(|file| file.path.as_str()).collect();
    let old = earlier.unwrap_or_default();
    if let Some(taken) = new.iter().find(|path| !old.contains(**path) && root.join(path).symlink_metadata().is_ok()) {
        let message = "expected no file of this name, but found one that is not of an earlier site";
        return Err(Problem::new(shown(&out.join(taken)), message, "move it away, or give another folder to -o"));
    }
    // Until all is done, what was there and what comes are both listed: a build that broke off can be repeated.
    let listed: BTreeSet<&str> = old.iter().map(String::as_str).chain(new.iter().copied()).collect();
    let write_file = |path: &str, bytes: &[u8]| place(&root, path, bytes).map_err(|e| failed(&out.join(path), &e));
    write_file(SITE_MARK, mark(&listed).as_bytes())?;
    let (pages, parts): (Vec<_>, Vec<_>) = site.files.iter().partition(|file| file.path.ends_with(".html"));
    for file in parts.into_iter().chain(pages) {
        write_file(&file.path, &file.bytes)?;
    }
    for path in old.iter().filter(|path| !new.contains(path.as_str())) {
        remove(&root, path).map_err(|e| failed(&out.join(path), &e))?;
    }
    write_file(SITE_MARK, mark(&new).as_bytes())
}

fn mark(files: &BTreeSet<&str>) -> String {
    let mut text = format!("{MARK}\n");
    for file in files {
        text += file;
        text.push('\n');
    }
    text
}

/// The files of the site that stands here, if one does. Paths that would lead out of it are passed over.
fn earlier_files(root: &Path) -> Option<BTreeSet<String>> {
    let text = fs::read_to_string(root.join(SITE_MARK)).ok()?;
    let files = text.strip_prefix(MARK)?.lines().filter(|path| is_within(path));
    Some(files.map(str::to_owned).collect())
}

fn is_within(path: &str) -> bool {
    !path.is_empty() && !path.contains(['\\', ':']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Writes a file under another name and then renames it.
fn place(root: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    let target = folder_of(root, path, true)?.join(name_of(path));
    let unfinished = target.with_file_name(format!(".{}.new", name_of(path)));
    let written = fs::write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, &target));
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// Removes a file and the folders that are empty without it.
fn remove(root: &Path, path: &str) -> io::Result<()> {
    let Ok(mut folder) = folder_of(root, path, false) else { return Ok(()) };
    match fs::remove_file(folder.join(name_of(path))) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    while folder != root && fs::remove_dir(&folder).is_ok() {
        folder.pop();
    }
    Ok(())
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder of a file, made where it is missing. A link on the way is refused.
fn folder_of(root: &Path, path: &str, make: bool) -> io::Result<PathBuf> {
    let mut folder = root.to_path_buf();
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    for part in folders.split('/').filter(|part| !part.is_empty()) {
        folder.push(part);
        match fs::symlink_metadata(&folder) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(io::Error::other("expected a folder on the way, but found a link or a file")),
            Err(e) if e.kind() == io::ErrorKind::NotFound && make => fs::create_dir(&folder)?,
            Err(e) => return Err(e),
        }
    }
    Ok(folder)
}
