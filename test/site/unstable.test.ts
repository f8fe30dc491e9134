import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Content } from '../../src/site/content.ts';
import { unstableLife, unstableNow } from '../../src/site/wit/unstable.ts';
import { describe as describePackages, parse, resolve } from '../../src/wit/index.ts';
import { decode } from './pages.ts';

/** A site over WIT that nobody has seen, one package a text. */
function site(...texts: string[]): Content {
  const groups = texts.map((text, at) => [parse({ path: `${at}.wit`, text }).value]);
  const { value: resolved } = resolve(groups, { allFeatures: true });
  return { packages: describePackages(resolved), resolved } as Content;
}

const acme = site(
  'package acme:kiln@0.1.0; interface heat { @unstable(feature = old) melt: func(); }',
  `package acme:kiln@0.2.0; interface heat {
     @unstable(feature = glaze) type degrees = u16;
     fire: func();
   }`,
  `package acme:kiln@0.2.1; interface heat {
     @unstable(feature = glaze) type degrees = u32;
     @unstable(feature = glaze) cool: func();
     @since(version = 0.2.1) fire: func();
   }`,
);

describe('what is unstable now', () => {
  it('is told of the newest release of each line, by feature', () => {
    const found = unstableNow(acme).map(({ package: pkg, feature, items }) => [
      pkg.package,
      feature,
      ...items.map(({ address }) => address),
    ]);
    expect(found).toEqual([
      ['acme:kiln@0.2.1', 'glaze', 'acme:kiln/heat.degrees', 'acme:kiln/heat.cool'],
      ['acme:kiln@0.1.0', 'old', 'acme:kiln/heat.melt'],
    ]);
  });

  it('has a beginning, and the releases in which it changed since', () => {
    const lives = unstableNow(acme).flatMap(({ package: pkg, items }) =>
      items.map((item) => {
        const { since, orEarlier, changes } = unstableLife(acme, item, pkg);
        return [item.name, since, orEarlier, ...changes.map(({ release }) => release)];
      }),
    );
    expect(lives).toEqual([
      ['degrees', '0.2.0', false, '0.2.1'],
      ['cool', '0.2.1', false],
      ['melt', '0.1.0', true],
    ]);
  });

  it('is nothing where every gate is stable', () => {
    expect(
      unstableNow(site('package a:b@1.0.0; interface c { @since(version = 1.0.0) d: func(); }')),
    ).toEqual([]);
  });

  it('is a page that leads to each item and to the comparison of its changes', () => {
    const html = readFileSync(join(inject('siteDir'), 'unstable/index.html'), 'utf8');
    expect(html).toContain('href="/wit/wasi/clocks/0.3.0/timezone/#function.utc-offset"');
    expect(html).toMatch(/href="\/wit\/wasi\/clocks\/compare\/[^"]+\.\.0\.3\.0\/"[^>]*>Changed in 0\.3\.0/);
    const words = decode(html.replace(/<[^>]+>/g, '')).replace(/\s+/g, ' ');
    expect(words).toContain('informational-outbound-responses 1 item');
    expect(words).toContain('types.response-outparam.send-informational method, since 0.2.12');
  });
});
