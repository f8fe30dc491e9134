import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadNames, loadNotes } from '../../src/load/index.ts';
import { type Meeting, type ProposalNames, parseProposalNames } from '../../src/meetings/index.ts';
import { type AuditedRow, audit, auditRows } from '../../src/tracker/index.ts';
import { CORPUS } from '../setup/needs.ts';

const ROOT = join(import.meta.dirname, '../..');
const FIXTURE = join(ROOT, 'test/fixtures/tracker/audit');

const read = (path: string) => ({ path, text: readFileSync(path, 'utf8') });
const short = ({ proposal, listedPhase, evidencePhase, verdict, evidence }: AuditedRow) =>
  `${proposal}: ${listedPhase} ${evidencePhase} ${verdict} ${evidence.map(({ meeting, line }) => `${meeting}:${line}`).join(' ')}`.trim();

describe('the audit of a hand-kept page', () => {
  const page = read(join(FIXTURE, 'page.md'));
  let names: ProposalNames;
  let meetings: Meeting[];

  beforeAll(async () => {
    const parsed = parseProposalNames(read(join(FIXTURE, 'names.yml')));
    expect(parsed.problems).toEqual([]);
    names = parsed.value;
    meetings = (await loadNotes([join(FIXTURE, 'notes')], names)).meetings;
  });

  it('judges every row by the votes in the notes', () => {
    expect(auditRows({ page, meetings, names, asOf: '2024-12-31' }).map(short)).toEqual([
      'io: 3 3 agrees 2024-01-10:12',
      'alpha: 3 2 ahead 2024-01-10:22',
      'keyvalue: 2 null unproven 2024-01-10:26',
      'nn: 2 null unproven 2024-02-14:44',
      'alpha-extra-bits: 2 2 agrees 2024-02-14:22',
      'messaging: 2 null unproven 2024-02-14:32',
      'plain-name: 2 null unproven',
      'beta: 1 null unproven',
      'gamma: 1 2 behind 2024-02-14:12',
      'delta: 1 1 agrees 2024-01-10:30',
      'epsilon: 1 1 agrees 2024-01-10:30',
      'zeta: 1 null unproven',
      'eta: 0 null agrees',
      'theta: null 1 missing 2024-02-14:40',
    ]);
  });

  it('counts only notes up to the day', () => {
    const rows = auditRows({ page, meetings, names, asOf: '2024-02-13' });
    expect(rows.find(({ proposal }) => proposal === 'gamma')?.verdict).toBe('agrees');
    expect(rows.some(({ proposal }) => proposal === 'theta')).toBe(false);
  });

  it('gives the rows that disagree, with the words of the notes', () => {
    const [gamma] = audit({ page, meetings, names, asOf: '2024-12-31' }).filter(
      ({ kind }) => kind === 'behind',
    );
    expect(gamma).toEqual({
      proposal: 'gamma',
      listedPhase: 1,
      evidencePhase: 2,
      kind: 'behind',
      evidence: [
        { meeting: '2024-02-14', line: 12, quote: 'The vote passes: wasi-gamma advances to phase 2.' },
      ],
    });
  });

  it('finds nothing in an empty page but what it lacks', () => {
    const empty = { path: 'empty.md', text: '' };
    expect(audit({ page: empty, meetings: [], names, asOf: '2024-12-31' })).toEqual([]);
    const kinds = audit({ page: empty, meetings, names, asOf: '2024-12-31' }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['missing']));
  });
});

describe.runIf(existsSync(CORPUS))("the audit of the subgroup's pages", () => {
  let names: ProposalNames;
  let meetings: Meeting[];

  beforeAll(async () => {
    names = (await loadNames('content')).value;
    meetings = (await loadNotes([join(CORPUS, 'meetings')], names)).meetings;
  });

  const rows = (day: string) =>
    auditRows({ page: read(join(CORPUS, 'proposals', `${day}.md`)), meetings, names, asOf: day });
  const kinds = (day: string, verdict: AuditedRow['verdict']) =>
    rows(day).flatMap((row) => (row.verdict === verdict ? [row.proposal] : []));

  it('2024: key-value and runtime config were behind, and no other row by a vote at hand', () => {
    expect(kinds('2024-06-30', 'behind')).toEqual(['keyvalue', 'runtime-config']);
    expect(kinds('2024-06-30', 'ahead')).toEqual([]);
    const quotes = audit({
      page: read(join(CORPUS, 'proposals/2024-06-30.md')),
      meetings,
      names,
      asOf: '2024-06-30',
    }).filter(({ kind }) => kind === 'behind');
    expect(quotes.map(({ evidencePhase, evidence }) => [evidencePhase, evidence[0]?.meeting])).toEqual([
      [2, '2024-05-02'],
      [2, '2024-05-02'],
    ]);
  });

  it('2024: raises no alarm where the notes at hand hold the vote', () => {
    const agreeing = kinds('2024-06-30', 'agrees');
    for (const id of [
      'io',
      'clocks',
      'random',
      'filesystem',
      'sockets',
      'cli',
      'http',
      'logging',
      'url',
      'i2c',
      'spi',
    ]) {
      expect(agreeing).toContain(id);
    }
  });

  // Why each row of the page of 2025 stands as it does, with the half of the notes that is at hand.
  it.each([
    ['io', 'agrees', 'voted to phase 3 on 2023-11-30'],
    ['clocks', 'agrees', 'voted to phase 3 on 2023-11-30'],
    ['random', 'agrees', 'voted to phase 3 on 2023-11-30'],
    ['filesystem', 'agrees', 'voted to phase 3 on 2023-11-30'],
    ['sockets', 'agrees', 'voted to phase 3 on 2023-11-30'],
    ['cli', 'agrees', 'voted to phase 3 on 2023-11-30'],
    ['http', 'agrees', 'voted to phase 3 on 2023-11-30'],
    ['clocks-timezone', 'unproven', 'a part, filed at phase 2 by the process of June 2024 without a vote'],
    ['cli-exit-with-code', 'unproven', 'a part, filed likewise; its vote came in 2026'],
    ['http-informational-outbound-response', 'unproven', 'a part, filed likewise'],
    ['i2c', 'ahead', 'postponed on 2024-04-04; the notes of the vote of 2024-05-16 are not at hand'],
    ['keyvalue', 'agrees', 'voted to phase 2 on 2024-05-02'],
    ['nn', 'unproven', 'the notes of the vote of 2020-10-22 are not at hand'],
    ['runtime-config', 'agrees', 'voted to phase 2 on 2024-05-02'],
    ['webgpu', 'agrees', 'voted to phase 2 on 2024-10-31, under the name gfx'],
    ['messaging', 'unproven', 'postponed on 2024-10-31; no notes state that a later vote passed'],
    ['blobstore', 'unproven', 'the notes of 2022-09-08 are not at hand'],
    ['crypto', 'unproven', 'no vote in these notes'],
    ['gpio', 'agrees', 'accepted with I2C and SPI on 2023-03-09'],
    ['distributed-lock', 'unproven', 'the notes of 2022-09-08 are not at hand'],
    ['logging', 'agrees', 'voted to phase 1 on 2022-07-28'],
    ['observe', 'unproven', 'no vote in these notes'],
    ['parallel', 'unproven', 'no vote in these notes'],
    ['pattern-match', 'agrees', 'voted to phase 1 on 2023-04-20'],
    ['spi', 'agrees', 'accepted with GPIO and I2C on 2023-03-09'],
    ['sql', 'unproven', 'the notes of 2022-09-08 are not at hand'],
    ['sql-embed', 'unproven', 'the notes of 2023-02-23 are not at hand'],
    ['threads', 'unproven', 'no vote in these notes'],
    ['tls', 'unproven', 'the notes of 2025-01-09 are not at hand'],
    ['url', 'agrees', 'accepted as a proposal on 2022-04-21'],
    ['usb', 'unproven', 'no vote on phase 1 in these notes'],
    ['proxy-wasm', 'agrees', 'phase 0 needs no vote'],
    ['otel', 'agrees', 'phase 0 needs no vote'],
    ['grpc', 'missing', 'accepted as a proposal on 2022-09-22 and not listed'],
  ])('2025: %s %s: %s', (proposal, verdict) => {
    expect(rows('2025-06-30').find((row) => row.proposal === proposal)?.verdict).toBe(verdict);
  });

  it('2025: has no other row', () => {
    expect(rows('2025-06-30')).toHaveLength(34);
  });
});
