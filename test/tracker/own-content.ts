import { join } from 'node:path';
import { type Loaded, loadContent } from '../../src/load/index.ts';

let loading: Promise<Loaded> | undefined;

/** The project's own content, read once for all tests of a file. */
export function ownContent(): Promise<Loaded> {
  loading ??= loadContent(join(import.meta.dirname, '../..'));
  return loading;
}
