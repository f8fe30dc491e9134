import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Parsed, Problem } from '../problem.ts';
import { type Ast, decode, packagesOf, parse, problemAtStart } from '../wit/index.ts';
import { unreadableFile, unreadableFolder } from './unreadable-file.ts';

/** Files that belong together, with what was found when they were read. */
export type WitGroup = Parsed<Ast>[];

/** WIT from the file system, ready for `check`. */
export interface LoadedWit {
  /** The package that was asked for, then what may hold its dependencies. */
  groups: WitGroup[];
}

/** The path that stands for standard input, on the command line and in problems. */
export const STANDARD_INPUT = '-';

const BINARY = /\.(wasm|wat)$/;

/** Reads WIT from the file system; each file once, however many packages need it. */
export class WitLoader {
  readonly #files = new Map<string, Parsed<Ast>>();
  readonly #indices = new Map<string, Map<string, WitGroup>>();

  /** The texts of all files read so far, by path, for showing problems. */
  get sources(): ReadonlyMap<string, string> {
    const texts = [...this.#files].filter(([path]) => !BINARY.test(path));
    return new Map(texts.map(([path, { value }]) => [path, value.source.text]));
  }

  /**
   * Loads the package in a file, or in a folder of `.wit` files with its dependencies in `deps/` (folders and single files);
   * with `-` for a path, the file on standard input.
   * @param folders folders of packages in which what is still missing is looked up by name and version
   */
  load(path: string, folders: readonly string[] = []): LoadedWit {
    const isFile = path === STANDARD_INPUT || !statSync(path).isDirectory();
    const groups = isFile ? [[this.#file(path)]] : this.#folder(path);
    for (const folder of folders) this.#addMissing(groups, folder);
    return { groups };
  }

  #folder(path: string): WitGroup[] {
    const own = this.#package(path);
    if (own.length === 0) throw new Error(`${path}: there is no .wit file in this folder`);
    const deps = join(path, 'deps');
    if (!existsSync(deps)) return [own];
    const names = namesIn(deps);
    if (!Array.isArray(names)) return [own, [names]];
    const groups = names
      .sort()
      .map((name) => join(deps, name))
      .map((entry) => (isFolder(entry) ? this.#dependency(entry) : this.#single(entry)));
    return [own, ...groups.filter((group) => group.length > 0)];
  }

  /** All `.wit` files of a folder, as one package. */
  #package(folder: string): WitGroup {
    const names = namesIn(folder);
    if (!Array.isArray(names)) return [names];
    return names
      .filter((name) => name.endsWith('.wit'))
      .sort()
      .map((name) => join(folder, name))
      .filter((path) => !isFolder(path))
      .map((path) => this.#file(path));
  }

  /** A dependency that is a folder. One without WIT is a package without a name, which is reported. */
  #dependency(folder: string): WitGroup {
    const files = this.#package(folder);
    return files.length > 0 ? files : [parse({ path: folder, text: '' })];
  }

  /** A dependency that is one file; files of other kinds are none, and a link that leads nowhere is reported. */
  #single(path: string): WitGroup {
    if (!existsSync(path)) return [text(path)];
    return /\.(wit|wasm|wat)$/.test(path) ? [this.#file(path)] : [];
  }

  #file(path: string): Parsed<Ast> {
    let file = this.#files.get(path);
    if (!file) {
      file = BINARY.test(path) ? binary(path) : text(path);
      this.#files.set(path, file);
    }
    return file;
  }

  #addMissing(groups: WitGroup[], folder: string): void {
    const index = this.#index(folder);
    const declared = new Set(groups.flat().flatMap(({ value }) => packagesOf(value).declares));
    for (const group of groups) {
      for (const name of group.flatMap(({ value }) => packagesOf(value).needs)) {
        const found = declared.has(name) ? undefined : index.get(name);
        if (!found) continue;
        groups.push(found);
        for (const { value } of found) for (const other of packagesOf(value).declares) declared.add(other);
      }
    }
  }

  /** The packages below a folder, by `ns:name@version`. */
  #index(folder: string): Map<string, WitGroup> {
    let index = this.#indices.get(folder);
    if (!index) {
      index = new Map();
      for (const group of this.#packagesBelow(folder, true)) {
        for (const name of group.flatMap(({ value }) => packagesOf(value).declares)) {
          if (!index.has(name)) index.set(name, group);
        }
      }
      this.#indices.set(folder, index);
    }
    return index;
  }

  *#packagesBelow(folder: string, isTop: boolean): Iterable<WitGroup> {
    const own = this.#package(folder);
    // Files beside the packages are packages of their own, as in `deps/`.
    if (isTop) yield* own.map((file) => [file]);
    else if (own.length > 0) yield own;
    const names = namesIn(folder);
    if (!Array.isArray(names)) return;
    for (const name of names.sort()) {
      const path = join(folder, name);
      if (isFolder(path)) yield* this.#packagesBelow(path, false);
    }
  }
}

/** Whether there is a folder at a path; a link that leads nowhere is none. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The names in a folder; for one that cannot be read, a file of nothing but that problem, so that the others are read. */
function namesIn(folder: string): string[] | Parsed<Ast> {
  try {
    return readdirSync(folder);
  } catch (error) {
    return nothing(folder, unreadableFolder(folder, error));
  }
}

function nothing(path: string, problem: Problem): Parsed<Ast> {
  const { value } = parse({ path, text: '' });
  // What could not be read may well have named its package.
  value.hasBadHeader = true;
  return { value, problems: [problem] };
}

function text(path: string): Parsed<Ast> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path === STANDARD_INPUT ? 0 : path);
  } catch (error) {
    // One file that cannot be read must not take the others with it.
    return nothing(path, unreadableFile(path, error));
  }
  const { value, problems } = decode(path, bytes);
  const parsed = parse(value);
  return { value: parsed.value, problems: [...problems, ...parsed.problems] };
}

function binary(path: string): Parsed<Ast> {
  const message = 'this is WIT encoded as WebAssembly, and only WIT text can be read';
  const hint = `write it as text: wasm-tools component wit ${path} -o ${path.replace(/\.\w+$/, '.wit')}`;
  return nothing(path, problemAtStart(path, 'binary-dependency', message, { hint }));
}
