import { describe, expect, test } from 'vitest';
import type { Call, Outcome } from '../../src/cache-suite/history/call.ts';
import { check } from '../../src/cache-suite/history/check.ts';
import { indexHistory, type Loss } from '../../src/cache-suite/history/history.ts';
import type { Promises } from '../../src/cache-suite/history/promises.ts';

const strict: Promises = { ordered: true, exclusive: true, vacancyMs: 100, skewMs: 0, mayFail: false };
const weak: Promises = { ...strict, ordered: false, exclusive: false };

type Row = [
  operation: Call['operation'],
  began: number,
  ended: number,
  outcome: string,
  more?: Partial<Call>,
];

/** A history on the key `k`, in which position and time are the same number. `v3` is what the call 3 wrote. */
function rules(rows: Row[], promises: Promises = strict, losses: Loss[] = []): string[] {
  const calls = rows.map(
    ([operation, began, ended, outcome, more], id): Call => ({
      id,
      client: id,
      operation,
      key: 'k',
      began,
      ended,
      at: began,
      until: ended,
      outcome: parse(outcome),
      ...more,
    }),
  );
  return check(indexHistory(calls, promises, losses)).map(({ rule }) => rule);
}

function parse(outcome: string): Outcome {
  if (outcome.startsWith('v') && outcome !== 'vacancy')
    return { kind: 'value', writer: Number(outcome.slice(1)) };
  if (outcome === 'garbage') return { kind: 'value', writer: null, seen: '3 bytes' };
  if (outcome === 'error') return { kind: 'error', message: 'gone' };
  return { kind: outcome } as Outcome;
}

const never = Number.POSITIVE_INFINITY;

describe('what the checker lets pass', () => {
  const fine: [string, Row[], Promises?, Loss[]?][] = [
    [
      'a value that was stored',
      [
        ['set', 0, 1, 'done'],
        ['get', 2, 3, 'v0'],
      ],
    ],
    [
      'a value whose write is still under way',
      [
        ['set', 0, 9, 'done'],
        ['get', 2, 3, 'v0'],
        ['get', 4, 5, 'missing'],
      ],
    ],
    [
      'forgetting',
      [
        ['set', 0, 1, 'done'],
        ['get', 2, 3, 'missing'],
        ['exists', 4, 5, 'no'],
      ],
    ],
    [
      'a failed write that took effect',
      [
        ['set', 0, never, 'error'],
        ['get', 50, 51, 'v0'],
      ],
      { ...strict, mayFail: true },
    ],
    [
      'a value read just before its time',
      [
        ['set', 0, 1, 'done', { ttlMs: 10 }],
        ['get', 10, 11, 'v0'],
      ],
    ],
    [
      'a read that began in time and ended late',
      [
        ['set', 0, 1, 'done', { ttlMs: 10 }],
        ['get', 10, 90, 'v0'],
      ],
    ],
    [
      'a late value within the skew',
      [
        ['set', 0, 1, 'done', { ttlMs: 10 }],
        ['get', 14, 15, 'v0'],
      ],
      { ...strict, skewMs: 5 },
    ],
    [
      'older values from a weak store',
      [
        ['set', 0, 1, 'done'],
        ['set', 2, 3, 'done'],
        ['get', 4, 5, 'v1'],
        ['get', 6, 7, 'v0'],
      ],
      weak,
    ],
    [
      'two vacancies where they need not be exclusive',
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['get-or-set', 2, 3, 'vacancy'],
      ],
      weak,
    ],
    [
      'a vacancy after a drop',
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['drop', 2, 3, 'done', { vacancy: 0 }],
        ['get-or-set', 2, 4, 'vacancy'],
      ],
    ],
    [
      'a vacancy after the time of the last',
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['get-or-set', 2, 100, 'vacancy'],
      ],
    ],
    [
      'a vacancy after a delete',
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['delete', 2, 3, 'done'],
        ['get-or-set', 4, 5, 'vacancy'],
      ],
    ],
    [
      'a vacancy after the store lost all',
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['get-or-set', 4, 5, 'vacancy'],
      ],
      strict,
      [{ began: 2, ended: 3 }],
    ],
    [
      'a late fill that is refused',
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['fill', 150, 151, 'refused', { vacancy: 0 }],
      ],
    ],
    [
      'a fill that is read',
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['fill', 2, 3, 'done', { vacancy: 0 }],
        ['get-or-set', 2, 4, 'v1'],
      ],
    ],
  ];
  test.each(fine)('%s', (_, rows, promises, losses) => {
    expect(rules(rows, promises, losses)).toEqual([]);
  });
});

describe('what the checker finds', () => {
  const broken: [string, string[], Row[], Promises?][] = [
    ['bytes that nobody stored', ['thin-air'], [['get', 0, 1, 'garbage']], weak],
    [
      'a value before it was stored',
      ['thin-air'],
      [
        ['get', 0, 1, 'v1'],
        ['set', 2, 3, 'done'],
      ],
      weak,
    ],
    [
      'a refused fill that is read',
      ['thin-air'],
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['fill', 150, 151, 'refused', { vacancy: 0 }],
        ['get', 152, 153, 'v1'],
      ],
    ],
    [
      "another key's value",
      ['other-key'],
      [
        ['set', 0, 1, 'done', { key: 'j' }],
        ['get', 2, 3, 'v0'],
      ],
      weak,
    ],
    [
      'a value past its time',
      ['expired'],
      [
        ['set', 0, 1, 'done', { ttlMs: 10 }],
        ['get', 11, 12, 'v0'],
      ],
      weak,
    ],
    [
      'a time to live of zero',
      ['expired'],
      [
        ['set', 0, 1, 'done', { ttlMs: 0 }],
        ['get', 2, 3, 'v0'],
      ],
      weak,
    ],
    [
      'an overwritten value',
      ['ordered'],
      [
        ['set', 0, 1, 'done'],
        ['set', 2, 3, 'done'],
        ['get', 4, 5, 'v0'],
      ],
    ],
    [
      'an overwritten value, with a read still under way',
      ['ordered'],
      [
        ['set', 0, 1, 'done'],
        ['get', 2, 9, 'v0'],
        ['set', 3, 4, 'done'],
        ['get', 5, 6, 'v0'],
      ],
    ],
    [
      'a deleted value',
      ['ordered'],
      [
        ['set', 0, 1, 'done'],
        ['delete', 2, 3, 'done'],
        ['get', 4, 5, 'v0'],
      ],
    ],
    [
      'a value that came back',
      ['ordered'],
      [
        ['set', 0, 1, 'done'],
        ['get', 2, 3, 'missing'],
        ['get', 4, 5, 'v0'],
      ],
    ],
    [
      'a no from exists, then the value',
      ['ordered'],
      [
        ['set', 0, 1, 'done'],
        ['exists', 2, 3, 'no'],
        ['get', 4, 5, 'v0'],
      ],
    ],
    ['a yes for a key that nobody wrote', ['exists'], [['exists', 0, 1, 'yes']], weak],
    [
      'a yes past the time',
      ['exists'],
      [
        ['set', 0, 1, 'done', { ttlMs: 10 }],
        ['exists', 11, 12, 'yes'],
      ],
      weak,
    ],
    [
      'a yes after a delete',
      ['exists'],
      [
        ['set', 0, 1, 'done'],
        ['delete', 2, 3, 'done'],
        ['exists', 4, 5, 'yes'],
      ],
    ],
    [
      'two vacancies at a time',
      ['exclusive'],
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['get-or-set', 2, 3, 'vacancy'],
      ],
    ],
    [
      'a vacancy given to two at once',
      ['exclusive'],
      [
        ['get-or-set', 0, 3, 'vacancy'],
        ['get-or-set', 1, 2, 'vacancy'],
      ],
    ],
    [
      'a fill past its time',
      ['fills'],
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['fill', 150, 151, 'done', { vacancy: 0 }],
      ],
    ],
    [
      'a second fill',
      ['fills'],
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['fill', 2, 3, 'done', { vacancy: 0 }],
        ['fill', 4, 5, 'done', { vacancy: 0 }],
      ],
    ],
    [
      'a fill after the drop',
      ['fills'],
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['drop', 2, 3, 'done', { vacancy: 0 }],
        ['fill', 4, 5, 'done', { vacancy: 0 }],
      ],
    ],
    [
      'a fill in time that is refused',
      ['fills'],
      [
        ['get-or-set', 0, 1, 'vacancy'],
        ['fill', 2, 3, 'refused', { vacancy: 0 }],
      ],
    ],
    ['a waiter without an answer', ['answered'], [['get-or-set', 0, never, 'pending']], weak],
    ['an error where nothing was broken', ['answered'], [['get', 0, 1, 'error']], weak],
  ];
  test.each(broken)('%s', (_, expected, rows, promises) => {
    expect(rules(rows, promises)).toEqual(expected);
  });
});
