import { explainFiles, type FindPackage, type GivenFile, type ReleaseIndex } from '../../wit/index.ts';
import { checkedFilesHtml } from '../render/checked-files.ts';
import { packagePath } from '../wit/addresses.ts';
import type { PackageSources } from '../wit/source-files.ts';

let releases: Promise<ReleaseIndex> | undefined;

/** Checks files in the browser and gives the result as HTML. @param root the site's root, without a slash at its end. @throws when the site cannot be reached */
export async function checkFiles(files: readonly GivenFile[], root: string): Promise<string> {
  releases ??= fetchJson<ReleaseIndex>(`${root}/check/releases.json`);
  const known = await releases.catch((error: unknown) => {
    releases = undefined;
    throw error;
  });
  const find: FindPackage = async (id) => {
    const [name = '', version = ''] = id.split('@');
    const isKnown = Object.hasOwn(known, name) && known[name]?.some((release) => release.version === version);
    if (!isKnown) return undefined;
    return (await fetchJson<PackageSources>(`${root}${packagePath(id)}sources.json`)).files;
  };
  const pageOf = (pkg: string, version: string, item: string) =>
    `${root}${packagePath(`${pkg}@${version}`)}${item}/`;
  return String(checkedFilesHtml(await explainFiles(files, known, find), pageOf));
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
