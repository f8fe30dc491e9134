import { posix } from 'node:path';
import type { FileOrigin, FileOrigins } from '../../load/index.ts';
import type { Content } from '../content.ts';

/** A file or folder that a page is made from, as others can find it. */
export interface Place {
  /** From the top of its repository, of its npm package, or of what was given; folders end with a slash. */
  path: string;
  /** Where in the file it begins, when that says more than the file alone. */
  line?: number;
  repository: FileOrigin['repository'];
  commit?: string;
  /** What brought it, when it is no part of what the site is about: `npm package @spinframework/wasi-http-proxy`. */
  of?: string;
}

/** An npm package, and the path in it. */
const INSTALLED = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/;

/** Where the file that was read from this path belongs. Of a path that nothing is known about only the name is told. */
export function placeOf(fileOrigins: FileOrigins, path: string): Place {
  const read = posix.normalize(path.replaceAll('\\', '/'));
  const origin = [...fileOrigins.given, fileOrigins.project]
    .filter(({ given }) => isIn(read, given))
    .reduce<FileOrigin | null>(
      (best, one) => (best && best.given.length >= one.given.length ? best : one),
      null,
    );
  const rest = origin ? read.slice(origin.given.length).replace(/^\//, '') : read;
  const [, npm, inside] = INSTALLED.exec(rest) ?? [];
  if (npm && inside) return { path: inside, repository: null, of: `npm package ${npm}` };
  return origin ? below(origin, rest) : { path: posix.basename(read), repository: null };
}

/** A file or folder of the project itself: `content/events/`. Over other people's files that is this project, Witness. */
export function projectPlace(
  { fileOrigins, own }: Pick<Content, 'fileOrigins' | 'own'>,
  path: string,
): Place {
  return { ...below(fileOrigins.project, path), ...(!own && { of: 'Witness' }) };
}

/** Where those who keep the site can be told of a problem: the repository of what it is made of. */
export function siteRepository({
  fileOrigins,
  own,
}: Pick<Content, 'fileOrigins' | 'own'>): Place['repository'] {
  return own
    ? fileOrigins.project.repository
    : (fileOrigins.given.find(({ repository }) => repository)?.repository ?? null);
}

/** The folders that hold these places, one for each repository; a place that is alone in its repository stays. */
export function foldersOf(places: readonly Place[]): Place[] {
  const groups = Map.groupBy(places, (place) => place.of ?? place.repository?.url ?? '');
  return [...groups.values()].map((own) => {
    const [first, ...others] = own as [Place, ...Place[]];
    const { line: _, ...place } = first;
    if (others.every(({ path }) => path === first.path)) return place;
    const shared = own.map(({ path }) => path.split('/').slice(0, -1)).reduce(sharedStart);
    return { ...place, path: shared.length > 0 ? `${shared.join('/')}/` : './' };
  });
}

function isIn(path: string, folder: string): boolean {
  if (folder === '') return !/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(path);
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function below({ path: top, repository, commit }: FileOrigin, rest: string): Place {
  return { path: [top, rest].filter(Boolean).join('/'), repository, ...(commit && { commit }) };
}

function sharedStart(a: string[], b: string[]): string[] {
  const end = a.findIndex((name, at) => name !== b[at]);
  return end === -1 ? a : a.slice(0, end);
}
