import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  hasInstallScript?: boolean;
  link?: boolean;
  dev?: boolean;
  cpu?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Licences under which what we use may be used and passed on; LGPL for libraries that are loaded as they are. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 WITH LLVM-exception',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
]);

/** Packages whose manifest names no licence; what was found in the package instead. */
const UNSTATED: Record<string, string> = {};

/** What `npm audit` in the pipeline cannot see: where packages come from, what they may run, and under which terms. */
describe('the locked dependencies', () => {
  const { packages } = JSON.parse(readFileSync(resolve(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const { allowScripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  const pathsWhere = (wrong: (pkg: Locked, name: string) => boolean) =>
    locked.filter(([path, pkg]) => wrong(pkg, nameOf(path))).map(([path]) => path);

  it('come from the registry, each with the digest of its contents', () => {
    expect(locked.length).toBeGreaterThan(500);
    const elsewhere = pathsWhere(({ resolved, link }) => {
      const from = resolved ?? 'https://registry.npmjs.org/';
      return link === true || !from.startsWith('https://registry.npmjs.org/');
    });
    expect(elsewhere).toEqual([]);
    expect(pathsWhere(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  it('are there for every platform that they name', () => {
    const missing = locked.flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isFound(packages, path, name))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('run no script when they are installed, but for those that package.json permits', () => {
    const scripted = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    expect(scripted.filter((name) => allowScripts[name] !== true)).toEqual([]);
    expect(Object.keys(allowScripts).filter((name) => !scripted.includes(name))).toEqual([]);
  });

  it('have licences that permit their use', () => {
    const unclear = locked.flatMap(([path, { license }]) => {
      const name = nameOf(path);
      const terms = license ?? UNSTATED[name] ?? 'none';
      return permits(terms) ? [] : [`${name}: ${terms}`];
    });
    expect(unclear).toEqual([]);
  });

  it('are refused under terms that are not in the list', () => {
    expect(permits('MIT')).toBe(true);
    expect(permits('(MIT OR GPL-3.0)')).toBe(true);
    expect(permits('Apache-2.0 AND LGPL-3.0-or-later AND MIT')).toBe(true);
    expect(permits('MIT AND GPL-3.0')).toBe(false);
    expect(permits('none')).toBe(false);
  });
});

/** Of several terms one has to be permitted, of joint terms all. */
function permits(terms: string): boolean {
  return terms
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((term) => LICENCES.has(term.trim())));
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '');
}

/** Looks for a package as Node does: beside the one that needs it, and then further and further out. */
function isFound(packages: Record<string, Locked>, from: string, name: string): boolean {
  const inside = from === '' ? '' : `${from}/`;
  if (`${inside}node_modules/${name}` in packages) return true;
  return (
    from !== '' && isFound(packages, from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name)
  );
}
