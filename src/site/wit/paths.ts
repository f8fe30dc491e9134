import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { comparePath, itemPath, latestPath, packagePath } from './addresses.ts';
import { latestItems, pageNames, releases } from './releases.ts';
import { packageFiles } from './source-files.ts';
import { steps } from './steps.ts';

/** Every page of WIT, as paths from the site's root. */
export const witPaths: (content: Content) => ReadonlySet<string> = remember((content) => {
  const versions = content.packages.flatMap((pkg) => [
    packagePath(pkg.package),
    ...pageNames(pkg).map((item) => itemPath({ address: `${pkg.name}/${item}`, package: pkg.package })),
    ...packageFiles(content, pkg.package).map((file) => `${packagePath(pkg.package)}${file.name}/`),
  ]);
  const names = [...releases(content).values()].flatMap(({ name, versions: all }) => [
    `/wit/${name.replace(/:.*$/, '')}/`,
    latestPath(name),
    `${latestPath(name)}latest/`,
    `${latestPath(name)}compare/`,
    ...[...latestItems(all).keys()].map((item) => latestPath(name, item)),
    ...steps(content, name).map(({ older, newer }) =>
      comparePath(name, older.version ?? '', newer.version ?? ''),
    ),
  ]);
  return new Set(['/wit/', ...names, ...versions]);
});
