import {
  compare,
  describe,
  type Package,
  type Perspective,
  parse,
  type Resolved,
  resolve,
  withMain,
} from '../../wit/index.ts';
import { comparisonHtml } from '../render/comparison.ts';
import { itemIndex } from '../wit/item-index.ts';
import type { PackageSources } from '../wit/source-files.ts';

/**
 * Reads any two versions of a package and compares them in the browser, by the code that compares them in the build.
 * @throws when there is no such version here.
 */
export async function compareVersions(target: HTMLElement, old: string, now: string): Promise<void> {
  const { compare: folder = '', root = '/' } = target.dataset;
  const href = (path: string) => root.replace(/\/$/, '') + path;
  const [before, after] = await Promise.all([old, now].map((version) => load(`${folder}${version}/`, href)));
  if (!before || !after) throw new Error('nothing to compare');
  const [oldest, newest] = [mainOf(before), mainOf(after)];
  const judge = (perspective: Perspective) => compare(before, after, { perspective });
  target.innerHTML = String(
    comparisonHtml(
      {
        older: oldest,
        newer: newest,
        comparisons: { guest: judge('guest'), host: judge('host'), component: judge('component') },
      },
      { index: itemIndex([oldest, newest]), href },
    ),
  );
}

function mainOf(resolved: Resolved): Package {
  const id = resolved.packages[resolved.main]?.id;
  const found = describe(resolved).find((one) => one.package === id);
  if (!found) throw new Error('the package could not be read');
  return found;
}

/** A package with all that it uses, resolved. */
async function load(folder: string, href: (path: string) => string): Promise<Resolved> {
  const known = new Map<string, PackageSources>();
  const fetchInto = async (path: string): Promise<void> => {
    if (known.has(path)) return;
    known.set(path, { package: '', uses: [], files: [] });
    const response = await fetch(`${path}sources.json`);
    if (!response.ok) throw new Error(response.statusText);
    const sources: PackageSources = await response.json();
    known.set(path, sources);
    await Promise.all(sources.uses.map((one) => fetchInto(href(one))));
  };
  await fetchInto(folder);
  const groups = [...known.values()].map(({ files }) => files.map((file) => parse(file).value));
  const resolved = resolve(groups, { allFeatures: true }).value;
  // A package that is nested in a file is not what its file declares first.
  return withMain(resolved, known.get(folder)?.package ?? '');
}
