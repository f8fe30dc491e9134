import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isContradicted, type ProofSide, proveFindings, WITHOUT_TRIAL } from '../../src/load/index.ts';
import {
  COMPARISON_RULES,
  check,
  compare,
  type Finding,
  type Perspective,
  parse,
} from '../../src/wit/index.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/compare');
const PERSPECTIVES: Perspective[] = ['guest', 'host', 'component'];

function side(text: string, path: string): ProofSide {
  const groups = [[parse({ path, text })]];
  return { groups, resolved: check(groups, { allFeatures: true }).value };
}

async function tried(before: string, after: string, perspective: Perspective) {
  const [old, now] = [side(before, 'before.wit'), side(after, 'after.wit')];
  return proveFindings(compare(old.resolved, now.resolved, { perspective }), old, now);
}

describe('trials of findings', () => {
  it('show every rule that a component can show, and contradict none', { timeout: 120_000 }, async () => {
    const shown = new Set<string>();
    const unproved: string[] = [];
    for (const id of readdirSync(FIXTURES)) {
      const [before = '', after = ''] = ['before.wit', 'after.wit'].map((name) =>
        readFileSync(join(FIXTURES, id, name), 'utf8'),
      );
      for (const perspective of PERSPECTIVES) {
        for (const finding of await tried(before, after, perspective)) {
          if (finding.severity !== 'breaking') continue;
          expect([id, perspective, finding.item, isContradicted(finding)]).toEqual([
            id,
            perspective,
            finding.item,
            false,
          ]);
          if (finding.proof) shown.add(finding.rule);
          else unproved.push(finding.rule);
        }
      }
    }
    const track = await tried(
      'package a:b@1.0.0; interface i { f: func(); }',
      'package a:b@2.0.0; interface i { f: func(); }',
      'guest',
    );
    for (const { rule, proof } of track) if (proof?.new === 'fails') shown.add(rule);
    // A type that no function leads to is left out of components.
    expect(unproved).toEqual(['type-added', 'world-removed']);
    const rest = COMPARISON_RULES.map(({ id }) => id).filter(
      (id) => !shown.has(id) && !(id in WITHOUT_TRIAL),
    );
    expect(rest).toEqual(['type-added']);
  });

  it('say what the type checker says', async () => {
    const wit = (type: string) => `package a:b; interface i { f: func(v: ${type}); } world w { import i; }`;
    const [finding] = await tried(wit('u32'), wit('u64'), 'guest');
    expect(finding?.proof).toMatchObject({ old: 'links', new: 'fails' });
    expect(finding?.proof?.error).toContain('expected primitive `u32` found primitive `u64`');
  });

  it('contradict a finding that is wrong', async () => {
    const wit = (more: string) => `package a:b; interface i { f: func(); ${more} } world w { import i; }`;
    const [old, now] = [side(wit(''), 'old.wit'), side(wit('g: func();'), 'new.wit')];
    const wrong: Finding = {
      rule: 'function-removed',
      severity: 'breaking',
      item: 'a:b/i.f',
      message: '',
      old: null,
      new: null,
    };
    const [finding] = await proveFindings({ perspective: 'guest', findings: [wrong] }, old, now);
    expect(finding).toMatchObject({ proof: { old: 'links', new: 'links' } });
    expect(finding && isContradicted(finding)).toBe(true);
  });

  it('try functions of worlds, interfaces in place and labels', async () => {
    const wit = (type: string, target: string) =>
      `package a:b; interface i { f: func(); } interface j { g: func(); }
       world w { import run: func(v: ${type}); import inner: interface { h: func() -> ${type}; } export lab: ${target}; }`;
    for (const perspective of PERSPECTIVES) {
      const found = await tried(wit('u8', 'i'), wit('u16', 'j'), perspective);
      const breaking = found.filter(({ severity }) => severity === 'breaking');
      expect(breaking.map(({ item }) => item).sort()).toEqual(['a:b/w.inner.h', 'a:b/w.lab', 'a:b/w.run']);
      expect(breaking.map(({ proof }) => `${proof?.old} ${proof?.new}`)).toEqual(
        Array(3).fill('links fails'),
      );
    }
  });
});
