import type { Package } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { isPreRelease, releases } from './releases.ts';
import { line } from './steps.ts';

/** A package on its way from the last release of a line to the first of the next. */
export interface Upgrade {
  older: Package;
  newer: Package;
}

/** The packages that have stable releases of WASI 0.2 and of 0.3, from the last of 0.2 to the first of 0.3. */
export const upgradesTo03: (content: Pick<Content, 'packages'>) => Upgrade[] = remember((content) =>
  [...releases(content).values()].flatMap(({ name, versions }) => {
    const stable = versions.filter(({ version }) => version && !isPreRelease(version));
    const older = stable.find(({ version }) => line(version) === '0.2');
    const newer = stable.findLast(({ version }) => line(version) === '0.3');
    return name.startsWith('wasi:') && older && newer ? [{ older, newer }] : [];
  }),
);
