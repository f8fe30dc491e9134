import { ROWS } from '../../cache-suite/index.ts';
import type { Content } from '../content.ts';

/** A sentence that the conformance suite of the cache holds every backend to, about one item. */
export interface Promised {
  id: string;
  statement: string;
  /** False for what a cache may leave out, with a reason. */
  must: boolean;
}

/** Where a row of the suite says how each host did. */
export function conformancePath(id: string): string {
  return `/cache/conformance/#${conformanceAnchor(id)}`;
}

/** The anchor of a row of the suite on its page. */
export function conformanceAnchor(id: string): string {
  return id.replace('/', '-');
}

/** What the project's cache suite tests of an item. Other people's files have no cache of ours behind them. */
export function promises({ own }: Pick<Content, 'own'>, address: string): Promised[] {
  if (!own) return [];
  return ROWS.filter(({ source }) => 'wit' in source && source.wit === address).map(
    ({ id, statement, must }) => ({ id, statement, must }),
  );
}
