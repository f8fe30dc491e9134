import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { hasBrowser } from './browser.ts';
import { FIVE_KINDS } from './kinds-of-page.ts';
import { type Category, type Judge, lostBy, scoresOf, startJudge } from './lighthouse.ts';

/** Performance depends on the machine: `npm run bench lighthouse` reports it. */
const CATEGORIES: Category[] = ['accessibility', 'best-practices', 'seo'];

describe.runIf(hasBrowser)('Lighthouse', () => {
  const site = inject('siteUrl');
  let judge: Judge;
  beforeAll(async () => {
    judge = await startJudge();
  });
  afterAll(() => judge.close());

  it.each(FIVE_KINDS)(
    'gives the %s page 100 in accessibility, best practices and SEO',
    async (_kind, path) => {
      const result = await judge.judge(site + path, CATEGORIES);
      expect({ scores: scoresOf(result), lost: lostBy(result) }).toEqual({
        scores: { accessibility: 100, 'best-practices': 100, seo: 100 },
        lost: [],
      });
    },
  );
});
