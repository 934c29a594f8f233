// The shell's modules for Node, which takes a file for a module only where a package says so.

import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ROOT} from '../program.js';

const folder = mkdtempSync(join(tmpdir(), 'sourcebook-shell-'));
process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
cpSync(join(ROOT, 'www'), folder, {recursive: true, filter: path => !path.includes('node_modules')});
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');

/** Imports a module of the shell by its path in `www`. */
export const shell = path => import(pathToFileURL(join(folder, path)).href);
