import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReviewDesk } from '../../src/cli/review/desk.ts';
import { serveReview } from '../../src/cli/review/server.ts';
import { emptyGroup } from '../../src/load/index.ts';
import { parseMeeting } from '../../src/meetings/index.ts';
import { parseReviews, waiting } from '../../src/tracker/index.ts';

const TEXT = [
  '## Notes',
  '### Attendees',
  '- Ada Lark',
  '- Ben Moss',
  '',
  '### Vote: wasi-x to phase 2',
  '',
  '**Ada Lark**: Any objections?',
  '',
  '[none]',
  '',
  '### Names',
  '',
  '**Ben Moss**: Everyone agrees with the decision to keep them, so we go ahead.',
].join('\n');
const PATH = 'notes/2027/WASI-03-04.md';
const tracker = { proposals: [], criteria: [], events: [], meetings: [], coverage: null, wit: [] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'review-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function items(text = TEXT) {
  const meetings = [parseMeeting({ path: PATH, text })];
  const file = join(folder, 'reviews.yml');
  const written = readdirSync(folder).includes('reviews.yml') ? readFileSync(file, 'utf8') : '';
  const reviews = parseReviews({ path: file, text: written }).value?.value ?? [];
  return waiting({ meetings, sources: new Map([[PATH, text]]), tracker, names: new Map(), reviews });
}

function desk(): ReviewDesk {
  const group = { ...emptyGroup(), content: folder };
  return new ReviewDesk({ group, sources: new Map([[PATH, TEXT]]) }, items());
}

describe('what waits for a person', () => {
  it('is decisions first, then candidates, each with its passage and the event that it would make', () => {
    const [decision, candidate] = items();
    expect(decision).toMatchObject({ kind: 'decision', line: 10, proposal: 'x', toPhase: 2, score: 1 });
    expect(decision?.event.yaml).toContain('phase: 2');
    expect(candidate).toMatchObject({ kind: 'candidate', heading: 'Names', meeting: '2027-03-04' });
    expect(candidate?.passage).toContain('Everyone agrees');
    expect(candidate?.digest).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is no longer what was dismissed, until its text changes', async () => {
    const reviewing = desk();
    const [, candidate] = reviewing.items;
    expect(await reviewing.dismiss(candidate?.id ?? '', ' ')).toMatchObject({ done: false });
    expect(await reviewing.dismiss(candidate?.id ?? '', 'only talked about')).toEqual({ done: true });
    expect(items().map(({ kind }) => kind)).toEqual(['decision']);
    const moved = items(TEXT.replace('### Names', 'Ben Moss: Hello.\n\n### Names'));
    expect(moved.map(({ kind }) => kind)).toEqual(['decision']);
    const changed = items(TEXT.replace('agrees with', 'agrees today with'));
    expect(changed.map(({ kind }) => kind)).toEqual(['decision', 'candidate']);
  });
});

describe('accepting', () => {
  it('writes the event and the review, and never over a file', async () => {
    for (const name of ['2027-03-04-x-phase-2.yml', '2027-03-04-x-phase-2-2.yml']) {
      rmSync(join(folder, 'reviews.yml'), { force: true });
      const reviewing = desk();
      const [decision] = reviewing.items;
      expect(await reviewing.accept(decision?.id ?? '', decision?.event.yaml ?? '')).toEqual({ done: true });
      expect(readFileSync(join(folder, 'events', name), 'utf8')).toBe(decision?.event.yaml);
    }
    expect(readFileSync(join(folder, 'reviews.yml'), 'utf8')).toContain('verdict: accepted');
  });

  it('refuses what is no event, and words that the notes do not hold', async () => {
    const reviewing = desk();
    const [decision] = reviewing.items;
    const { id = '', event } = decision ?? {};
    expect(await reviewing.accept(id, 'kind: nothing')).toMatchObject({ done: false });
    const yaml = event?.yaml.replace('[none]', 'Everyone cheers.') ?? '';
    expect(await reviewing.accept(id, yaml)).toMatchObject({ done: false });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the page', () => {
  const ask = (url: string, headers: Record<string, string>, method = 'GET', body = '') =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request(url, { method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.on('error', reject).end(body);
    });

  it('answers only its own names, and acts only for its own page', async () => {
    const reviewing = desk();
    const served = await serveReview(reviewing, 0);
    try {
      const page = await ask(served.url, {});
      expect(page.status).toBe(200);
      const token = /name="token" content="(\w+)"/.exec(page.text)?.[1] ?? '';
      expect((await ask(served.url, { host: 'example.org' })).status).toBe(403);
      expect((await ask(served.url, { origin: 'https://example.org' })).status).toBe(403);
      expect((await ask(`${served.url}items.json`, {})).status).toBe(403);
      const [, candidate] = reviewing.items;
      const body = JSON.stringify({ id: candidate?.id, why: 'a plan' });
      const json = { 'content-type': 'application/json' };
      expect((await ask(`${served.url}dismiss`, json, 'POST', body)).status).toBe(403);
      expect((await ask(`${served.url}dismiss`, { 'x-witness-token': token }, 'POST', body)).status).toBe(
        415,
      );
      const own = { ...json, 'x-witness-token': token };
      expect((await ask(`${served.url}dismiss`, own, 'POST', body)).status).toBe(200);
      expect((await ask(`${served.url}dismiss`, own, 'POST', body)).status).toBe(422);
      const left: unknown = JSON.parse((await ask(`${served.url}items.json`, own)).text);
      expect(left).toHaveLength(1);
    } finally {
      await served.close();
    }
  });
});
