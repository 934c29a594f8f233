//! Compiles the engines for WebAssembly and makes their glue, so that the command carries them: the one that every page
//! loads, and the reader, which finds facts in articles of a visitor's own.
//!
//! Only the command needs this. In the builds of the engines, which this script starts, the feature `native` is off and
//! nothing happens.

#[cfg(not(feature = "native"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}

#[cfg(feature = "native")]
fn main() -> std::process::ExitCode {
    for path in ["build.rs", "Cargo.toml", "Cargo.lock", "src", "www"] {
        println!("cargo::rerun-if-changed={path}");
    }
    match engine::build() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(problem) => {
            // Cargo shows the first line as an error of its own, and what else was said below it.
            let (sentence, said) = problem.split_once('\n').unwrap_or((&problem, ""));
            println!("cargo::error={sentence}");
            eprintln!("{said}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(feature = "native")]
mod engine {
    use std::collections::{BTreeMap, BTreeSet};
    use std::env;
    use std::ffi::{OsStr, OsString};
    use std::fs;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};

    use base64::Engine as _;
    use oxc_allocator::Allocator;
    use oxc_codegen::{Codegen, CodegenOptions};
    use oxc_minifier::{Minifier, MinifierOptions};
    use oxc_parser::Parser;
    use oxc_semantic::SemanticBuilder;
    use oxc_span::SourceType;
    use sha2::{Digest, Sha256};

    const TARGET: &str = "wasm32-unknown-unknown";

    /// What went wrong, in sentences for whoever builds this.
    type Problem = String;

    /// One of the modules: the feature of this crate that it is, and the name of its glue.
    #[derive(Clone, Copy)]
    struct Engine {
        feature: &'static str,
        name: &'static str,
    }

    const EXPLORER: Engine = Engine { feature: "explorer", name: "engine" };
    const READER: Engine = Engine { feature: "reader", name: "reader" };

    /// Compiles the engines, makes their glue, and writes the table of all that the command carries.
    pub fn build() -> Result<(), Problem> {
        let place = Place::here()?;
        let mut terminal = Terminal::open();
        ensure_target(&place, &mut terminal)?;
        terminal.say("compiling the engines for WebAssembly");
        // At once: the last and longest step of each keeps one processor busy.
        let (explorer, reader) = std::thread::scope(|scope| {
            let reader = scope.spawn(|| compile(&place, READER, &mut Terminal(None)));
            (compile(&place, EXPLORER, &mut terminal), reader.join())
        });
        let reader = reader.unwrap_or_else(|_| Err("the reader could not be compiled".to_owned()));
        terminal.say("making their glue");
        let (explorer, reader) = (bind(&place, EXPLORER, &explorer?)?, bind(&place, READER, &reader?)?);
        let parts = split(&explorer)?;
        write_table(&place, &explorer, parts, &reader)
    }

    /// The folders and programs of this build.
    struct Place {
        manifest: PathBuf,
        out: PathBuf,
        cargo: OsString,
        rustc: OsString,
    }

    impl Place {
        fn here() -> Result<Self, Problem> {
            let of = |name: &str| env::var_os(name).ok_or(format!("expected {name} to be set by cargo"));
            Ok(Self {
                manifest: of("CARGO_MANIFEST_DIR")?.into(),
                out: of("OUT_DIR")?.into(),
                cargo: of("CARGO")?,
                rustc: of("RUSTC")?,
            })
        }

        /// What `rustc` answers to these arguments, without the line's end.
        fn ask_rustc(&self, arguments: &[&str]) -> Result<String, Problem> {
            let output = Command::new(&self.rustc).args(arguments).output();
            let output = output.map_err(|e| format!("cannot run {}: {e}", self.rustc.to_string_lossy()))?;
            Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
        }
    }

    // ---- the target -------------------------------------------------------------------------------------

    /// Sees to it that the standard library for WebAssembly is there.
    fn ensure_target(place: &Place, terminal: &mut Terminal) -> Result<(), Problem> {
        if has_target(place)? {
            return Ok(());
        }
        let version = place.ask_rustc(&["--version"])?;
        let by_hand = format!(
            "install the standard library for {TARGET} of {version} with what installed Rust \
             (Debian and Ubuntu: apt install libstd-rust-dev-wasm32; Fedora: dnf install rust-std-static-{TARGET}), \
             or install Rust by rustup (https://rustup.rs), and run this again"
        );
        let Some(rustup) = find_rustup() else {
            return Err(format!("the WebAssembly target of Rust is missing and rustup was not found: {by_hand}"));
        };
        terminal.say(&format!("adding the target {TARGET}"));
        let mut command = Command::new(rustup);
        command.args(["target", "add", TARGET]);
        if let Some(toolchain) = env::var_os("RUSTUP_TOOLCHAIN") {
            command.arg("--toolchain").arg(toolchain);
        }
        let said = run(&mut command, terminal);
        if has_target(place)? {
            return Ok(());
        }
        Err(match said {
            Err(said) => format!(
                "the WebAssembly target of Rust is missing and rustup could not add it: connect to the network and run \
                 this again, or on a machine with the same Rust run: rustup target add {TARGET}\nrustup said: {said}"
            ),
            Ok(()) => {
                format!("the WebAssembly target of Rust is missing and rustup is not what manages {version}: {by_hand}")
            }
        })
    }

    fn has_target(place: &Place) -> Result<bool, Problem> {
        let folder = place.ask_rustc(&["--print", "target-libdir", "--target", TARGET])?;
        let Ok(entries) = fs::read_dir(folder) else { return Ok(false) };
        Ok(entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
    }

    /// rustup, on the path or where it installs itself.
    fn find_rustup() -> Option<OsString> {
        let installed = cargo_home().map(|home| home.join("bin").join(format!("rustup{}", env::consts::EXE_SUFFIX)));
        let candidates = [Some(OsString::from("rustup")), installed.map(OsString::from)];
        candidates.into_iter().flatten().find(|program| {
            let mut command = Command::new(program);
            command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        })
    }

    fn home() -> Option<PathBuf> {
        env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).map(PathBuf::from)
    }

    fn cargo_home() -> Option<PathBuf> {
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| home().map(|home| home.join(".cargo")))
    }

    // ---- the engine -------------------------------------------------------------------------------------

    /// Compiles this crate as an engine and gives the module's path.
    fn compile(place: &Place, engine: Engine, terminal: &mut Terminal) -> Result<PathBuf, Problem> {
        let target_folder = place.out.join(engine.name);
        let mut command = Command::new(&place.cargo);
        command
            .args(["rustc", "--lib", "--crate-type", "cdylib", "--profile", "engine"])
            .args(["--no-default-features", "--features", engine.feature, "--target", TARGET])
            .arg("--manifest-path")
            .arg(place.manifest.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&target_folder)
            .current_dir(&place.manifest);
        if place.manifest.join("Cargo.lock").exists() {
            command.arg("--locked");
        }
        for (name, _) in env::vars_os() {
            if leaks(&name) {
                command.env_remove(name);
            }
        }
        command
            .env("RUSTC", &place.rustc)
            // Empty, not removed: these win over a user's configuration file, which could name some too.
            .env("RUSTC_WRAPPER", "")
            .env("RUSTC_WORKSPACE_WRAPPER", "")
            .env("CARGO_ENCODED_RUSTFLAGS", rust_flags(place)?)
            // A build folder that the user's configuration shares among projects is locked while we run.
            .env("CARGO_BUILD_BUILD_DIR", &target_folder)
            .env("CARGO_TERM_PROGRESS_WHEN", "never")
            .env("CARGO_TERM_COLOR", if terminal.is_open() { "always" } else { "never" });
        run(&mut command, terminal)
            .map_err(|said| format!("the {} could not be compiled for WebAssembly\n{said}", engine.name))?;
        Ok(target_folder.join(TARGET).join("engine").join("sourcebook.wasm"))
    }

    /// Whether a variable of the outer build would change the inner one. What tells where things are (homes,
    /// registries, proxies, the toolchain) stays.
    fn leaks(name: &OsStr) -> bool {
        let name = name.to_string_lossy();
        let stays =
            ["CARGO_HOME", "CARGO_HTTP_", "CARGO_NET_", "CARGO_REGISTR", "CARGO_SOURCE_", "CARGO_TERM_", "RUSTUP_"];
        let goes = [
            "CARGO",
            "RUST",
            "DEP_",
            "MAKEFLAGS",
            "MFLAGS",
            "OUT_DIR",
            "TARGET",
            "HOST",
            "NUM_JOBS",
            "OPT_LEVEL",
            "DEBUG",
            "PROFILE",
            "SOURCE_DATE_EPOCH",
            "WASM_BINDGEN_",
        ];
        !stays.iter().any(|prefix| name.starts_with(prefix)) && goes.iter().any(|prefix| name.starts_with(prefix))
    }

    /// The flags that keep the paths of this machine out of the module: two people get the same bytes.
    ///
    /// Where several prefixes fit, rustc takes the last, so the widest stands first.
    fn rust_flags(place: &Place) -> Result<OsString, Problem> {
        let mut flags = OsString::new();
        let mut replace = |from: &Path, to: &str| {
            let real = fs::canonicalize(from).ok().filter(|real| real != from);
            for from in [Some(from.to_path_buf()), real].into_iter().flatten() {
                if !flags.is_empty() {
                    flags.push("\x1f");
                }
                flags.push("--remap-path-prefix=");
                flags.push(from);
                flags.push("=");
                flags.push(to);
            }
        };
        if let Some(home) = home() {
            replace(&home, "/home");
        }
        if let Some(cargo) = cargo_home() {
            replace(&cargo, "/cargo");
            // One folder a registry, named by a hash of its address: a mirror has another.
            let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
            let mut registries: Vec<PathBuf> = registries.map(|entry| entry.path()).collect();
            registries.sort();
            for registry in registries {
                replace(&registry, "/registry");
            }
        }
        let sysroot = PathBuf::from(place.ask_rustc(&["--print", "sysroot"])?);
        replace(&sysroot, "/rust");
        let about = place.ask_rustc(&["-vV"])?;
        let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
        replace(&sysroot.join("lib/rustlib/src/rust"), &format!("/rustc/{commit}"));
        replace(&place.manifest, "/sourcebook");
        replace(&place.out, "/out");
        // A stack of just under a megabyte: the addresses of the data behind it then take three bytes each in the code, not four.
        flags.push("\x1f-Clink-arg=-zstack-size=983040");
        Ok(flags)
    }

    // ---- the glue ---------------------------------------------------------------------------------------

    /// What wasm-bindgen makes of the compiled engine: the module and the JavaScript around it.
    struct Glue {
        wasm: PathBuf,
        js: PathBuf,
    }

    fn bind(place: &Place, engine: Engine, compiled: &Path) -> Result<Glue, Problem> {
        let Engine { name, .. } = engine;
        let folder = place.out.join(format!("{name}-glue"));
        let explain = |e: &dyn std::fmt::Display| format!("the glue of the {name} could not be made: {e}");
        let _ = fs::remove_dir_all(&folder);
        let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
        bindgen.input_path(compiled).out_name(name).typescript(false).omit_default_module_path(true);
        // The section `producers` names the programs that made a module; it serves nobody who reads a page.
        bindgen.remove_name_section(true).remove_producers_section(true);
        let mut output =
            bindgen.web(true).and_then(|web| web.generate_output()).map_err(|e| explain(&format!("{e:#}")))?;
        let beside: Vec<&String> =
            output.snippets().iter().filter(|(_, inline)| !inline.is_empty()).map(|(name, _)| name).collect();
        if !beside.is_empty() || !output.local_modules().is_empty() || !output.npm_dependencies().is_empty() {
            return Err(explain(&format!(
                "expected no JavaScript beside {name}.js, but a dependency brings its own ({beside:?})"
            )));
        }
        silence_panics(output.wasm_mut());
        output.emit(&folder).map_err(|e| explain(&format!("{e:#}")))?;
        Ok(Glue { wasm: folder.join(format!("{name}_bg.wasm")), js: folder.join(format!("{name}.js")) })
    }

    /// The parts of the engine that come later: what the exports of each begin with, and its path in the site.
    const PARTS: [(&str, &str); 4] = [
        // The contents of the views, after the first view.
        ("sourcebook_later", "views.wasm"),
        // The places, when their view is opened.
        ("sourcebook_map", "map.wasm"),
        // What there is to say of a question, when it is chosen.
        ("sourcebook_explain", "explained.wasm"),
        // The tables that are taken away.
        ("sourcebook_table", "tables.wasm"),
    ];

    /// Cuts the engine in parts: what its first exports reach, or more than one part, stays; what only the exports of one part
    /// reach becomes a module of its own, which works on the memory of the first and calls its functions. The glue learns to
    /// join them. Gives the parts by their paths in the site.
    fn split(glue: &Glue) -> Result<Vec<(String, PathBuf)>, Problem> {
        let explain = |e: &dyn std::fmt::Display| format!("the engine could not be cut in parts: {e}");
        let bytes = fs::read(&glue.wasm).map_err(|e| explain(&e))?;
        let parse = || walrus::Module::from_buffer(&bytes).map_err(|e| explain(&format!("{e:#}")));
        let link: String = Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let part_of = |export: &str| PARTS.iter().position(|(start, _)| export.starts_with(start));

        // Of one text, all have the same functions in the same order: so each is known by its place.
        let mut reached = Vec::new();
        for part in (0..PARTS.len()).map(Some).chain([None]) {
            let mut module = parse()?;
            keep_exports(&mut module, |name| part_of(name) == part);
            if part.is_some() {
                forget_segments(&mut module);
            }
            let places: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
            walrus::passes::gc::run(&mut module);
            let left: BTreeSet<_> = module.funcs.iter().map(walrus::Function::id).collect();
            reached.push(places.iter().map(|place| left.contains(place)).collect::<Vec<_>>());
        }
        let by_first = reached.pop().unwrap_or_default();
        let stays = |at: usize| by_first[at] || reached.iter().filter(|reached| reached[at]).count() > 1;

        let mut first = parse()?;
        keep_exports(&mut first, |name| part_of(name).is_none());
        let mut js = fs::read_to_string(&glue.js).map_err(|e| explain(&e))?;
        js += "/** The parts of the engine that come later: their files, and what they are known by. */\nexport const parts = {\n";
        let mut files = Vec::new();
        let mut given = BTreeMap::new();
        for (part, (_, file)) in PARTS.iter().enumerate() {
            let mut later = parse()?;
            keep_exports(&mut later, |name| part_of(name) == Some(part));
            import_all(&mut later, &link, stays);
            walrus::passes::gc::run(&mut later);
            // What the part asks for, the first gives, by names that count up: they compress better than places.
            let imports: Vec<_> = later.imports.iter().map(walrus::Import::id).collect();
            for import in imports {
                let import = later.imports.get_mut(import);
                if !given.contains_key(&import.name) {
                    let name = format!("{:x}", given.len());
                    let item = named(&first, import).ok_or_else(|| explain(&"an import that nothing gives"))?;
                    first.exports.add(&name, item);
                    given.insert(import.name.clone(), name);
                }
                import.name.clone_from(&given[&import.name]);
            }
            let bytes = later.emit_wasm();
            let integrity = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(&bytes));
            let name = file.trim_end_matches(".wasm");
            js += &format!("{name}: {{file: './{file}', integrity: 'sha256-{integrity}'}},\n");
            let path = glue.wasm.with_file_name(file);
            fs::write(&path, bytes).map_err(|e| explain(&e))?;
            files.push(((*file).to_owned(), path));
        }
        // Its memory once more, by a name that tells which engine it is.
        let memory = first.memories.iter().next().ok_or_else(|| explain(&"it has no memory"))?.id();
        first.exports.add(&link, memory);
        walrus::passes::gc::run(&mut first);
        js += &format!(
            "}};\n\
             /** Joins a part to the engine. */\n\
             export function joinPart(module) {{\n\
             if (!('{link}' in wasm)) throw new Error('of another version');\n\
             wasm = {{...wasm, ...new WebAssembly.Instance(module, {{'{link}': wasm}}).exports}};\n\
             }}\n"
        );
        fs::write(&glue.wasm, first.emit_wasm()).map_err(|e| explain(&e))?;
        fs::write(&glue.js, js).map_err(|e| explain(&e))?;
        Ok(files)
    }

    fn keep_exports(module: &mut walrus::Module, keep: impl Fn(&str) -> bool) {
        let gone: Vec<_> = module.exports.iter().filter(|export| !keep(&export.name)).map(walrus::Export::id).collect();
        gone.into_iter().for_each(|export| module.exports.delete(export));
    }

    /// Takes away what a module puts into memory and tables when it starts: the first part has done it.
    fn forget_segments(module: &mut walrus::Module) {
        module.tables.iter_mut().for_each(|table| table.elem_segments.clear());
        module.memories.iter_mut().for_each(|memory| memory.data_segments.clear());
        let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
        segments.into_iter().for_each(|segment| module.data.delete(segment));
        let segments: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
        segments.into_iter().for_each(|segment| module.elements.delete(segment));
        module.start = None;
    }

    /// Makes imports from `link` of all that another part has: memories, tables, globals, and the functions that stay there.
    fn import_all(module: &mut walrus::Module, link: &str, stays: impl Fn(usize) -> bool) {
        forget_segments(module);
        let functions: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
        for (at, id) in functions.into_iter().enumerate() {
            if let walrus::FunctionKind::Import(imported) = &module.funcs.get(id).kind {
                let import = module.imports.get_mut(imported.import);
                (import.module, import.name) = (link.to_owned(), format!("f{at}"));
            } else if stays(at) {
                let ty = module.funcs.get(id).ty();
                let import = module.imports.add(link, &format!("f{at}"), id);
                module.funcs.get_mut(id).kind = walrus::FunctionKind::Import(walrus::ImportedFunction { import, ty });
            }
        }
        for (at, table) in module.tables.iter_mut().enumerate() {
            table.import = Some(module.imports.add(link, &format!("t{at}"), table.id()));
        }
        for (at, memory) in module.memories.iter_mut().enumerate() {
            memory.import = Some(module.imports.add(link, &format!("m{at}"), memory.id()));
        }
        let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
        for (at, global) in globals.into_iter().enumerate() {
            let import = module.imports.add(link, &format!("g{at}"), global);
            module.globals.get_mut(global).kind = walrus::GlobalKind::Import(import);
        }
    }

    /// What an import that [`import_all`] made means in the module that it is from.
    fn named(first: &walrus::Module, import: &walrus::Import) -> Option<walrus::ExportItem> {
        let at: usize = import.name.get(1..)?.parse().ok()?;
        match import.kind {
            walrus::ImportKind::Function(_) => first.funcs.iter().nth(at).map(|item| item.id().into()),
            walrus::ImportKind::Table(_) => first.tables.iter().nth(at).map(|item| item.id().into()),
            walrus::ImportKind::Memory(_) => first.memories.iter().nth(at).map(|item| item.id().into()),
            walrus::ImportKind::Global(_) => first.globals.iter().nth(at).map(|item| item.id().into()),
            walrus::ImportKind::Tag(_) => None,
        }
    }

    /// Takes away what is never called, and what a panic would say, which nobody hears in a browser: it traps all the same.
    ///
    /// The standard library comes compiled, with the texts of its panics and all that they print by. What panics there
    /// gets an empty body, and what prints for `Debug` prints nothing; what only these needed goes, too.
    fn silence_panics(module: &mut walrus::Module) {
        let of_library = |name: &str| {
            let name = name.trim_start_matches(['<', '_']);
            ["core", "alloc", "std", "rustc"].iter().any(|library| name.starts_with(library))
        };
        let panics = |name: &str| {
            let last = name.rsplit("::").next().unwrap_or(name);
            ["_fail", "_failed", "_fail_rt", "_unwind", "_overflow", "_with_hook"].iter().any(|end| last.ends_with(end))
        };
        // What calls closures that JavaScript was given: kept for all kinds that there could be; what there is, is exported.
        let for_closures = |name: &str| {
            ["wasm_bindgen::convert::closures::", "js_sys::futures::"].iter().any(|place| name.starts_with(place))
        };
        let exported = module.exports.iter().filter_map(|export| match export.item {
            walrus::ExportItem::Function(function) => Some(function),
            _ => None,
        });
        let exported: BTreeSet<_> = exported.collect();
        let mut silent = Vec::new();
        for (id, function) in module.funcs.iter_local() {
            let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
            let returns = !module.types.results(function.ty()).is_empty();
            let prints = returns && name.ends_with("fmt::Debug>::fmt");
            if prints || !returns && of_library(name) && panics(name) || for_closures(name) && !exported.contains(&id) {
                silent.push((id, function.ty(), prints));
            }
        }
        for (id, kind, prints) in silent {
            let (takes, gives) = module.types.params_results(kind);
            let (takes, gives) = (takes.to_vec(), gives.to_vec());
            let taken = takes.iter().map(|of| module.locals.add(*of)).collect();
            let mut body = walrus::FunctionBuilder::new(&mut module.types, &takes, &gives);
            if prints {
                body.func_body().i32_const(0);
            } else {
                body.func_body().unreachable();
            }
            module.funcs.get_mut(id).kind = walrus::FunctionKind::Local(body.local_func(taken));
        }
        trap_at_once(module);
        forget_places(module);
        walrus::passes::gc::run(module);
    }

    /// Blots out the places in the source that panics would name: four words each (where its path is, how long that is, line,
    /// column), and the paths.
    fn forget_places(module: &mut walrus::Module) {
        let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
        for id in segments {
            let segment = module.data.get_mut(id);
            let walrus::DataKind::Active { offset: walrus::ConstExpr::Value(walrus::ir::Value::I32(start)), .. } =
                segment.kind
            else {
                continue;
            };
            let (start, bytes) = (start as usize, &mut segment.value);
            let mut blots = Vec::new();
            for at in (0..bytes.len().saturating_sub(15)).filter(|at| (start + at).is_multiple_of(4)) {
                let word =
                    |at: usize| bytes[at..at + 4].iter().rev().fold(0, |word, byte| word << 8 | usize::from(*byte));
                let Some(path) = word(at).checked_sub(start) else { continue };
                let path = path..path.saturating_add(word(at + 4));
                if bytes.get(path.clone()).is_some_and(|path| path.ends_with(b".rs") && path.is_ascii()) {
                    blots.extend([at..at + 16, path]);
                }
            }
            blots.into_iter().for_each(|blot| bytes[blot].fill(0));
        }
    }

    /// Puts a trap where a function is called that does nothing but trap, and leaves out what it would be told.
    fn trap_at_once(module: &mut walrus::Module) {
        use walrus::ir::{Instr, Unreachable};

        let mut traps = BTreeSet::new();
        loop {
            // Each round finds what does nothing but call what the round before found.
            let found = module.funcs.iter_local().filter(|(id, function)| {
                let entry = &function.block(function.entry_block()).instrs;
                let first = entry.iter().find(|(instruction, _)| !is_lost_in_trap(instruction));
                !traps.contains(id) && first.is_some_and(|(instruction, _)| is_trap(instruction, &traps))
            });
            let found: Vec<_> = found.map(|(id, _)| id).collect();
            if found.is_empty() {
                break;
            }
            traps.extend(found);
        }
        for (_, function) in module.funcs.iter_local_mut() {
            let mut sequences = vec![function.entry_block()];
            while let Some(sequence) = sequences.pop() {
                let instructions = &mut function.block_mut(sequence).instrs;
                if let Some(at) = instructions.iter().position(|(instruction, _)| is_trap(instruction, &traps)) {
                    let place = instructions[at].1;
                    let kept = instructions[..at].iter().rposition(|(instruction, _)| !is_lost_in_trap(instruction));
                    instructions.truncate(kept.map_or(0, |kept| kept + 1));
                    instructions.push((Unreachable {}.into(), place));
                }
                for (instruction, _) in instructions {
                    match instruction {
                        Instr::Block(block) => sequences.push(block.seq),
                        Instr::Loop(block) => sequences.push(block.seq),
                        Instr::IfElse(both) => sequences.extend([both.consequent, both.alternative]),
                        _ => {}
                    }
                }
            }
        }
    }

    fn is_trap(instruction: &walrus::ir::Instr, traps: &BTreeSet<walrus::FunctionId>) -> bool {
        match instruction {
            walrus::ir::Instr::Unreachable(_) => true,
            walrus::ir::Instr::Call(call) => traps.contains(&call.func),
            _ => false,
        }
    }

    /// Whether nobody can tell, once there was a trap, that this was done before it: what works on locals and the stack, and
    /// what writes down what a panic is told.
    fn is_lost_in_trap(instruction: &walrus::ir::Instr) -> bool {
        use walrus::ir::Instr;
        matches!(
            instruction,
            Instr::Const(_)
                | Instr::LocalGet(_)
                | Instr::LocalSet(_)
                | Instr::LocalTee(_)
                | Instr::GlobalGet(_)
                | Instr::GlobalSet(_)
                | Instr::Binop(_)
                | Instr::Unop(_)
                | Instr::Select(_)
                | Instr::Drop(_)
                | Instr::Load(_)
                | Instr::Store(_)
        )
    }

    // ---- the table --------------------------------------------------------------------------------------

    /// Writes `embedded.rs`: the engines, and every file of the shell by its path in the site, sorted.
    fn write_table(place: &Place, engine: &Glue, parts: Vec<(String, PathBuf)>, reader: &Glue) -> Result<(), Problem> {
        let mut files = parts;
        files.push(("engine.js".to_owned(), engine.js.clone()));
        collect(&place.manifest.join("www"), "", &mut files)?;
        files.sort();
        join_scripts(&place.out.join("joined"), &mut files)?;
        // The reader's glue is for a worker, which loads it by itself.
        files.push(("reader.js".to_owned(), reader.js.clone()));
        files.sort();
        minify_scripts(&place.out.join("minified"), &mut files)?;
        let mut rust = String::new();
        rust += &format!("pub static ENGINE: &[u8] = include_bytes!({:?});\n", engine.wasm);
        rust += &format!("pub static READER: &[u8] = include_bytes!({:?});\n", reader.wasm);
        rust += &format!("pub static READER_BROTLI: &[u8] = include_bytes!({:?});\n", compressed(&reader.wasm)?);
        rust += "pub static FILES: &[(&str, &[u8])] = &[\n";
        for (name, path) in &files {
            rust += &format!("    ({name:?}, include_bytes!({path:?})),\n");
        }
        rust += "];\n";
        let table = place.out.join("embedded.rs");
        fs::write(&table, rust).map_err(|e| format!("cannot write {}: {e}", table.display()))
    }

    /// Compresses a file as the command compresses what it sends; done here, since the reader is the same in every site,
    /// and takes seconds.
    fn compressed(path: &Path) -> Result<PathBuf, Problem> {
        let to = path.with_extension("wasm.br");
        let explain = |e: std::io::Error| format!("cannot compress {}: {e}", path.display());
        let bytes = fs::read(path).map_err(explain)?;
        let parameters =
            brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
        let mut out = Vec::new();
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &parameters).map_err(explain)?;
        fs::write(&to, out).map_err(explain)?;
        Ok(to)
    }

    fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> Result<(), Problem> {
        let explain = |e: std::io::Error| format!("cannot read {}: {e}", folder.display());
        for entry in fs::read_dir(folder).map_err(explain)? {
            let entry = entry.map_err(explain)?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
            if !belongs_to_site(&name) {
                continue;
            }
            let (path, name) = (entry.path(), format!("{prefix}{name}"));
            if path.is_dir() {
                collect(&path, &format!("{name}/"), files)?;
            } else {
                files.push((name, path));
            }
        }
        Ok(())
    }

    /// What stands in `www/` only to make `www/vendor` is no part of a site.
    fn belongs_to_site(name: &str) -> bool {
        let only_makes = ["make", "node_modules", "package.json", "package-lock.json"];
        let endings = ["-entry.js", ".mjs", ".sh", ".py", ".ts"];
        !name.starts_with('.') && !only_makes.contains(&name) && !endings.iter().any(|ending| name.ends_with(ending))
    }

    // ---- the shell, joined ------------------------------------------------------------------------------

    /// The script that a page loads.
    const ENTRY: &str = "source-book.js";

    /// A module of ours, parted at what it imports and exports.
    struct Module {
        /// Without its imports and without the word `export`.
        body: String,
        /// Path of the module, then each name there and here.
        imports: Vec<(String, Vec<(String, String)>)>,
        /// Each name outside and within.
        exports: Vec<(String, String)>,
        /// What it hands on: path of the module, then each name there and outside.
        hands_on: Vec<(String, Vec<(String, String)>)>,
    }

    /// Puts all that [`ENTRY`] imports into its file: one script compresses better than twenty, and comes at once.
    ///
    /// Each module becomes a function that is called once, in the order in which a browser would run them, and gives
    /// what it exports. What scripts that are loaded later import of these has a file still, which hands on what the
    /// one script exports: so there is one of each. Our modules use a part of what modules can do, and this knows that
    /// part alone: named imports and exports that nobody assigns to later.
    fn join_scripts(folder: &Path, files: &mut Vec<(String, PathBuf)>) -> Result<(), Problem> {
        let mut modules = BTreeMap::new();
        for (name, path) in files.iter().filter(|(name, _)| name.ends_with(".js") && !name.starts_with("examples/")) {
            let source = fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
            let module = part(name, &source).map_err(|problem| format!("{}:{problem}", path.display()))?;
            modules.insert(name.clone(), module);
        }
        let mut order = Vec::new();
        put_in_order(ENTRY, &modules, &mut order)?;
        let place = |path: &str| order.iter().position(|name| name == path);
        let mut joined = String::new();
        for (at, name) in order.iter().enumerate() {
            let module = &modules[name];
            joined += &format!("const m{at}=(()=>{{");
            for (from, names) in &module.imports {
                let names: Vec<String> = names.iter().map(|(there, here)| format!("{there}:{here}")).collect();
                joined += &format!("const{{{}}}=m{};", names.join(","), place(from).unwrap_or(at));
            }
            let mut exports: Vec<String> =
                module.exports.iter().map(|(out, within)| format!("{out}:{within}")).collect();
            for (from, names) in &module.hands_on {
                let from = place(from).unwrap_or(at);
                exports.extend(names.iter().map(|(there, out)| format!("{out}:m{from}.{there}")));
            }
            joined += &format!("{}\nreturn{{{}}}}})();\n", module.body, exports.join(","));
        }
        let mut stubs: BTreeMap<String, String> = BTreeMap::new();
        for (path, names) in needed_later(&modules, &order) {
            let Some(at) = place(&path) else { continue };
            let up = "../".repeat(path.matches('/').count());
            let up = if up.is_empty() { "./" } else { &up };
            let handed: Vec<String> = names.iter().map(|name| format!("m{at}_{name} as {name}")).collect();
            joined.extend(names.iter().map(|name| format!("export const m{at}_{name}=m{at}.{name};\n")));
            stubs.insert(path, format!("export{{{}}}from'{up}{ENTRY}';", handed.join(",")));
        }
        stubs.insert(ENTRY.to_owned(), joined);
        files.retain(|(name, _)| !order.contains(name) || stubs.contains_key(name));
        for (name, path) in files.iter_mut() {
            let Some(text) = stubs.get(name) else { continue };
            let to = folder.join(&*name);
            let written = fs::create_dir_all(to.parent().unwrap_or(folder)).and_then(|()| fs::write(&to, text));
            written.map_err(|e| format!("cannot write {}: {e}", to.display()))?;
            *path = to;
        }
        Ok(())
    }

    /// Appends a module behind all that it imports.
    fn put_in_order(name: &str, modules: &BTreeMap<String, Module>, order: &mut Vec<String>) -> Result<(), Problem> {
        if order.iter().any(|other| other == name) {
            return Ok(());
        }
        let module = modules.get(name).ok_or_else(|| format!("expected the script {name}, which another imports"))?;
        for (from, _) in module.imports.iter().chain(&module.hands_on) {
            put_in_order(from, modules, order)?;
        }
        order.push(name.to_owned());
        Ok(())
    }

    /// What scripts beyond the joined ones import of these: path, and names.
    fn needed_later(modules: &BTreeMap<String, Module>, order: &[String]) -> BTreeMap<String, BTreeSet<String>> {
        let mut needed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (_, module) in modules.iter().filter(|(name, _)| !order.contains(name)) {
            for (from, names) in module.imports.iter().chain(&module.hands_on) {
                needed.entry(from.clone()).or_default().extend(names.iter().map(|(there, _)| there.clone()));
            }
        }
        needed
    }

    /// Parts a module at its imports and exports.
    fn part(name: &str, source: &str) -> Result<Module, Problem> {
        let allocator = Allocator::default();
        let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
        if let Some(problem) = parsed.diagnostics.first() {
            let offset = problem.labels.first().map_or(0, |label| label.offset() as usize);
            return Err(format!("{}: expected a module of JavaScript, but found: {problem}", position(source, offset)));
        }
        let record = &parsed.module_record;
        let mut statements: Vec<(usize, usize)> = record
            .import_entries
            .iter()
            .map(|entry| entry.statement_span)
            .chain(record.local_export_entries.iter().map(|entry| entry.statement_span))
            .chain(record.indirect_export_entries.iter().map(|entry| entry.statement_span))
            .chain(record.star_export_entries.iter().map(|entry| entry.statement_span))
            .map(|span| (span.start as usize, span.end as usize))
            .collect();
        statements.sort_unstable();
        statements.dedup();
        let mut module = Module { body: String::new(), imports: vec![], exports: vec![], hands_on: vec![] };
        let mut done = 0;
        for (start, end) in statements {
            module.body += &source[done..start];
            let statement = &source[start..end];
            let kept = statement_of(name, statement, &mut module);
            module.body += &kept.ok_or_else(|| {
                format!("{}: expected named imports or exports, but found: {statement}", position(source, start))
            })?;
            done = end;
        }
        module.body += &source[done..];
        Ok(module)
    }

    /// Notes what a statement imports or exports, and gives what is left of it. None where it is of no kind that is known.
    fn statement_of(name: &str, statement: &str, module: &mut Module) -> Option<String> {
        let listed = |text: &str| -> Option<Vec<(String, String)>> {
            let names = text.trim().strip_prefix('{')?.split_once('}')?.0.split(',').map(str::trim);
            let pair = |item: &str| {
                let (from, to) = item.split_once(" as ").unwrap_or((item, item));
                (from.trim().to_owned(), to.trim().to_owned())
            };
            Some(names.filter(|item| !item.is_empty()).map(pair).collect())
        };
        let from = |text: &str| {
            let path = text.split_once('}')?.1.trim().strip_prefix("from")?.trim().trim_end_matches(';');
            Some(resolved(name, path.trim().trim_matches(['\'', '"'])))
        };
        if let Some(rest) = statement.strip_prefix("import") {
            module.imports.push((from(rest)?, listed(rest)?));
            return Some(String::new());
        }
        let rest = statement.strip_prefix("export")?.trim_start();
        if rest.starts_with('{') {
            match from(rest) {
                Some(path) => module.hands_on.push((path, listed(rest)?)),
                None => module.exports.extend(listed(rest)?.into_iter().map(|(within, out)| (out, within))),
            }
            return Some(String::new());
        }
        let words = ["async ", "function ", "class ", "const "].iter();
        let declared = words.fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        let end = declared.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')?;
        if declared.len() == rest.len() || end == 0 {
            return None;
        }
        module.exports.push((declared[..end].to_owned(), declared[..end].to_owned()));
        Some(rest.to_owned())
    }

    /// The path in the site that `path` means in the module `name`.
    fn resolved(name: &str, path: &str) -> String {
        let mut folders: Vec<&str> = name.split('/').collect();
        folders.pop();
        for part in path.split('/') {
            match part {
                "." => {}
                ".." => drop(folders.pop()),
                part => folders.push(part),
            }
        }
        folders.join("/")
    }

    // ---- the shell, minified ----------------------------------------------------------------------------

    /// Replaces every script of ours, the glue among them, by a minified copy in `folder`. What others made
    /// (`vendor/`) comes minified and stays as it is.
    fn minify_scripts(folder: &Path, files: &mut [(String, PathBuf)]) -> Result<(), Problem> {
        for (name, path) in files.iter_mut().filter(|(name, _)| name.ends_with(".js") && !name.starts_with("vendor/")) {
            let source = fs::read_to_string(&*path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
            let small = minify(&source).map_err(|problem| format!("{}:{problem}", path.display()))?;
            let to = folder.join(&*name);
            let written = fs::create_dir_all(to.parent().unwrap_or(folder)).and_then(|()| fs::write(&to, small));
            written.map_err(|e| format!("cannot write {}: {e}", to.display()))?;
            *path = to;
        }
        Ok(())
    }

    /// A module of JavaScript without comments and spare space, its local names and private members short.
    /// Names that others see (of properties, exports and globals) and the text of template literals stay.
    fn minify(source: &str) -> Result<String, Problem> {
        let allocator = Allocator::default();
        let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
        // Some mistakes, such as a name declared twice, are only seen once all names are known.
        let checked = SemanticBuilder::new().with_check_syntax_error(true).build(&parsed.program);
        if let Some(problem) = parsed.diagnostics.iter().chain(checked.diagnostics.iter()).next() {
            let offset = problem.labels.first().map_or(0, |label| label.offset() as usize);
            return Err(format!("{}: expected a module of JavaScript, but found: {problem}", position(source, offset)));
        }
        let mut program = parsed.program;
        let small = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
        let code = Codegen::new()
            .with_options(CodegenOptions::minify())
            .with_scoping(small.scoping)
            .with_private_member_mappings(small.class_private_mappings)
            .build(&program);
        Ok(code.code)
    }

    /// Line and column of a byte, both counted from one; the column in characters.
    fn position(source: &str, offset: usize) -> String {
        let before = source.get(..offset).unwrap_or(source);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |text| text.chars().count()) + 1;
        format!("{line}:{column}")
    }

    // ---- the terminal -----------------------------------------------------------------------------------

    /// The terminal that cargo's own messages go to. Cargo hides what a build script prints, and this one
    /// works for a minute.
    struct Terminal(Option<fs::File>);

    impl Terminal {
        fn open() -> Self {
            let shown = parent_messages_are_shown();
            Self(fs::OpenOptions::new().write(true).open("/dev/tty").ok().filter(|_| shown))
        }

        fn is_open(&self) -> bool {
            self.0.is_some()
        }

        fn say(&mut self, text: &str) {
            self.line(&format!("  sourcebook: {text}"));
        }

        /// A line of its own, over what cargo's progress bar left there.
        fn line(&mut self, text: &str) {
            if let Some(file) = &mut self.0 {
                let _ = writeln!(file, "\r\x1b[K{text}");
            }
        }
    }

    /// Whether cargo's stderr is a terminal: where it goes to a file, the terminal is somebody else's. Where
    /// the system does not tell, it is taken to be.
    fn parent_messages_are_shown() -> bool {
        #[cfg(target_os = "linux")]
        {
            let stderr = fs::read_link(format!("/proc/{}/fd/2", std::os::unix::process::parent_id()));
            stderr.map_or(true, |path| {
                path.starts_with("/dev/pts") || path.starts_with("/dev/tty") || path == Path::new("/dev/console")
            })
        }
        #[cfg(not(target_os = "linux"))]
        true
    }

    /// Runs a program, shows what it says line by line, and gives all of that where it fails.
    fn run(command: &mut Command, terminal: &mut Terminal) -> Result<(), String> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child =
            command.spawn().map_err(|e| format!("cannot run {}: {e}", command.get_program().to_string_lossy()))?;
        let mut said = String::new();
        if let Some(stderr) = child.stderr.take() {
            let mut stderr = BufReader::new(stderr);
            let mut line = Vec::new();
            while stderr.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
                let text = String::from_utf8_lossy(&line);
                terminal.line(text.trim_end());
                said += &text;
                line.clear();
            }
            let _ = stderr.read_to_end(&mut line);
        }
        let status = child.wait().map_err(|e| e.to_string())?;
        if status.success() { Ok(()) } else { Err(said) }
    }
}
