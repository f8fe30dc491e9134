import { AT_START, type Parsed, type Problem, type SourceFile } from '../../problem.ts';
import type { GitFile, GitRepository, Tag } from '../git/git-repository.ts';
import { MOST_BYTES, tooLarge } from '../read-limits.ts';
import { textOf } from '../read-text.ts';
import { type GroupPath, globMatcher } from './group-path.ts';

/** Where something is read: a file or folder by its path, or a place in a repository of git. */
export type Place = string | GitPlace;

/** The files of one revision at a place. */
export interface Revision {
  repository: GitRepository;
  /** How the paths of its files begin: `WASI@v0.2.0:`, or `WASI:` for what is checked out. */
  prefix: string;
  tag: Tag | null;
  commit: string;
  files: GitFile[];
  links: string[];
}

/** A place in a repository of git: a folder, a file or a pattern of them, at its main commit or in tags. */
export class GitPlace {
  readonly name: string;
  readonly written: string;
  readonly repository: GitRepository;
  readonly path: string;
  readonly tags: string | undefined;

  constructor({ source = '', written, path, tags }: GroupPath, repository: GitRepository) {
    this.name = source;
    this.written = written;
    this.repository = repository;
    this.path = path;
    this.tags = tags;
  }

  /** What is there in each revision, the newest first. */
  async revisions(): Promise<Revision[]> {
    const isInside = globMatcher(this.path, true);
    const isTag = globMatcher(this.tags ?? '', false);
    const head = this.tags === undefined ? await this.repository.head() : null;
    const wanted: [string, Tag | null][] =
      this.tags === undefined
        ? head
          ? [[head.commit, null]]
          : []
        : (await this.repository.tags()).filter(({ name }) => isTag(name)).map((tag) => [tag.commit, tag]);
    return Promise.all(
      wanted.map(async ([commit, tag]) => {
        const { files, links } = await this.repository.files(commit);
        return {
          repository: this.repository,
          prefix: `${this.name}${tag ? `@${tag.name}` : ''}:`,
          tag,
          commit,
          files: files.filter(({ path }) => isInside(path)),
          links: links.filter((path) => isInside(path)),
        };
      }),
    );
  }

  /** The texts at this place whose names match. A file that several tags hold is taken from the newest. */
  async texts(wanted: (path: string) => boolean): Promise<Parsed<SourceFile[]>> {
    const files = new Map<string, { path: string; file: GitFile }>();
    const problems: Problem[] = [];
    for (const revision of await this.revisions()) {
      problems.push(...linkProblems(revision, wanted));
      for (const file of revision.files)
        if (wanted(file.path) && !files.has(file.path))
          files.set(file.path, { path: `${revision.prefix}${file.path}`, file });
    }
    const chosen = [...files.values()].filter(({ path, file }) => {
      if (file.size > MOST_BYTES) problems.push(tooLarge(path, file.size));
      return file.size <= MOST_BYTES;
    });
    const contents = await this.repository.read(chosen.map(({ file }) => file.id));
    const texts = chosen.map(({ path, file }) => textOf(path, contents.get(file.id) ?? Buffer.alloc(0)));
    return {
      value: texts.map(({ value }) => value),
      problems: [...problems, ...texts.flatMap((one) => one.problems)],
    };
  }
}

/** Links are not followed: what they lead to may lie outside. */
export function linkProblems({ prefix, links }: Revision, wanted: (path: string) => boolean): Problem[] {
  return links.filter(wanted).map((path) => ({
    rule: 'load/link',
    severity: 'warning',
    message: 'expected a file, found a link, which is not followed',
    path: `${prefix}${path}`,
    ...AT_START,
  }));
}
