import { type Loaded, loadContent, readGroup } from '../../src/load/index.ts';

let loading: Promise<Loaded> | undefined;

/** The project's own content, read once for all tests of a file. */
export function ownContent(): Promise<Loaded> {
  loading ??= readGroup().then((group) => loadContent(group));
  return loading;
}
