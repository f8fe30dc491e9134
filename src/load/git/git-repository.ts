import { resolve } from 'node:path';
import { GitError, runGit } from './run-git.ts';

/** A regular file of a revision. */
export interface GitFile {
  path: string;
  id: string;
  size: number;
}

export interface Tag {
  name: string;
  commit: string;
  /** The day on which it was made, in UTC. */
  date: string;
  /** Seconds, by which tags are put in order. */
  time: number;
}

/** A change of some files on the main line of a branch. */
export interface Commit {
  id: string;
  date: string;
  subject: string;
  paths: string[];
}

/** A repository, read by the user's git from its objects: a work tree is not needed and not looked at. */
export class GitRepository {
  /** Where git was told to look: a checkout or a bare repository, absolute. */
  readonly path: string;
  /** True when there is a work tree beside it. */
  readonly hasWorkTree: boolean;
  /** True when a part of the history was left out when it was cloned. */
  readonly isShallow: boolean;

  #tags: Promise<Tag[]> | undefined;
  readonly #files = new Map<string, Promise<{ files: GitFile[]; links: string[] }>>();

  private constructor(path: string, hasWorkTree: boolean, isShallow: boolean) {
    this.path = path;
    this.hasWorkTree = hasWorkTree;
    this.isShallow = isShallow;
  }

  /** The repository whose top is at a path; null when there is none. @throws GitError when git refuses to read it. */
  static async at(path: string): Promise<GitRepository | null> {
    const asked = ['--is-bare-repository', '--is-shallow-repository', '--is-inside-git-dir', '--show-prefix'];
    let said: string;
    try {
      said = String(await runGit(['-C', path, 'rev-parse', ...asked]));
    } catch (error) {
      if (error instanceof GitError && /not a git repository/.test(error.message)) return null;
      throw error;
    }
    const [bare, shallow, , prefix = ''] = said.split('\n');
    if (prefix !== '') return null;
    return new GitRepository(resolve(path), bare !== 'true', shallow === 'true');
  }

  /** Every tag, the newest first. */
  tags(): Promise<Tag[]> {
    this.#tags ??= this.#readTags();
    return this.#tags;
  }

  async #readTags(): Promise<Tag[]> {
    const format = '%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(creatordate:unix)';
    const said = await this.#git(['for-each-ref', `--format=${format}`, 'refs/tags']);
    return lines(said)
      .map((line): Tag => {
        const [name = '', object = '', target = '', time = ''] = line.split('\0');
        const date = new Date(Number(time) * 1000).toISOString().slice(0, 10);
        return { name, commit: target || object, date, time: Number(time) };
      })
      .sort((a, b) => b.time - a.time || b.name.localeCompare(a.name, 'en', { numeric: true }));
  }

  /** The commit that is checked out, or that a bare repository has as its main one; null in an empty repository. */
  async head(): Promise<{ commit: string; branch?: string } | null> {
    try {
      const commit = String(await this.#git(['rev-parse', '--verify', 'HEAD^{commit}'])).trim();
      const branch = String(await this.#git(['rev-parse', '--abbrev-ref', 'HEAD'])).trim();
      return { commit, ...(branch !== 'HEAD' && { branch }) };
    } catch {
      return null;
    }
  }

  /** The commit that a name such as `main` stands for. @throws GitError */
  async commitOf(revision: string): Promise<string> {
    return String(
      await this.#git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]),
    ).trim();
  }

  /** The regular files of a revision, and the paths of its links, which are not followed. */
  files(revision: string): Promise<{ files: GitFile[]; links: string[] }> {
    const known = this.#files.get(revision) ?? this.#readFiles(revision);
    this.#files.set(revision, known);
    return known;
  }

  async #readFiles(revision: string): Promise<{ files: GitFile[]; links: string[] }> {
    const said = String(await this.#git(['ls-tree', '-r', '-l', '-z', '--full-tree', revision]));
    const files: GitFile[] = [];
    const links: string[] = [];
    for (const entry of said.split('\0')) {
      const [, mode, id = '', size = '', path = ''] =
        /^(\d+) \w+ (\w+) +(\d+|-)\t([\s\S]+)$/.exec(entry) ?? [];
      if (mode === '120000') links.push(path);
      else if (mode?.startsWith('100')) files.push({ path, id, size: Number(size) });
    }
    return { files, links };
  }

  /** The contents of files by id, all of them through one process. */
  async read(ids: Iterable<string>): Promise<Map<string, Buffer>> {
    const wanted = [...new Set(ids)];
    const found = new Map<string, Buffer>();
    if (wanted.length === 0) return found;
    const said = await this.#git(['cat-file', '--batch'], `${wanted.join('\n')}\n`);
    let at = 0;
    while (at < said.length) {
      const end = said.indexOf(10, at);
      const [id = '', type, size] = said.toString('utf8', at, end).split(' ');
      at = end + 1;
      if (type !== 'blob') continue;
      found.set(id, said.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
    return found;
  }

  /** The ids of what names such as `COMMIT:PATH` stand for; those that stand for nothing are left out. */
  async idsOf(names: readonly string[]): Promise<Map<string, string>> {
    const asked = names.filter((name) => !name.includes('\n'));
    if (asked.length === 0) return new Map();
    const said = await this.#git(
      ['cat-file', '--batch-check=%(objectname) %(objecttype)'],
      `${asked.join('\n')}\n`,
    );
    const answers = String(said).split('\n');
    return new Map(
      asked.flatMap((name, at) => {
        const [, id] = /^([0-9a-f]{40,64}) blob$/.exec(answers[at] ?? '') ?? [];
        return id ? [[name, id]] : [];
      }),
    );
  }

  /**
   * The changes of files of one name, wherever they lie, along the main line of what is checked out, the oldest first.
   * Of what was merged the merge counts, since with it the change came.
   */
  async changes(fileName: string): Promise<Commit[]> {
    const format = '%x01%H%x00%cs%x00%s';
    const options = ['--first-parent', '-m', '--no-ext-diff', '--no-textconv', '--no-renames', '--name-only'];
    const pathspec = `:(top,glob,icase)**/${fileName.replace(/[*?[\\]/g, '\\$&')}`;
    const said = String(
      await this.#git(['log', ...options, '-z', `--format=${format}`, 'HEAD', '--', pathspec]),
    );
    return commitsIn(said.split('\0')).reverse();
  }

  #git(args: string[], input?: string): Promise<Buffer> {
    return runGit(['-C', this.path, ...args], input === undefined ? {} : { input });
  }
}

function lines(said: Buffer): string[] {
  return String(said).split('\n').filter(Boolean);
}

/** Commits of a log in which each begins with U+0001 and gives its id, date and subject before the paths. */
function commitsIn(fields: readonly string[]): Commit[] {
  const commits: Commit[] = [];
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? '';
    if (field.startsWith('\u0001')) {
      commits.push({
        id: field.slice(1),
        date: fields[at + 1] ?? '',
        subject: fields[at + 2] ?? '',
        paths: [],
      });
      at += 2;
    } else if (field !== '') commits.at(-1)?.paths.push(field.replace(/^\n/, ''));
  }
  return commits;
}
