import { describe, expect, inject, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/site/security.ts';
import { attributes, builtPages } from './pages.ts';

const sources = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.split(' ')
    .slice(1) ?? [];

describe('the policy', () => {
  it('stands on every page and lets in no inline script and no other origin', async () => {
    for (const { path, html } of await builtPages(inject('siteDir'))) {
      const [policy = ''] = attributes(html, 'content').filter((value) => value.startsWith('default-src'));
      expect(policy, path).toBe(contentSecurityPolicy({}));
    }
    const policy = contentSecurityPolicy({});
    expect(sources(policy, 'default-src')).toEqual(["'none'"]);
    expect(sources(policy, 'script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(sources(policy, 'style-src-elem')).toEqual(["'self'"]);
  });

  it('names the folders of the site’s own scripts where it is known where they will be', () => {
    const policy = contentSecurityPolicy({ root: 'https://example.org/paint/' });
    const scripts = sources(policy, 'script-src');
    expect(scripts).toContain('https://example.org/paint/_astro/');
    expect(scripts).not.toContain("'self'");
    const notes = 'https://example.org/paint/meetings/2024-01-05.md';
    expect(scripts.filter((source) => notes.startsWith(source))).toEqual([]);
  });

  it('lets in the styles of the development server by nonce, and is else the same', () => {
    const developing = contentSecurityPolicy({ nonce: 'abc' });
    expect(sources(developing, 'style-src-elem')).toEqual(["'self'", "'nonce-abc'"]);
    expect(developing.replace(" 'nonce-abc'", '')).toBe(contentSecurityPolicy({}));
  });
});
