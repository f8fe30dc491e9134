import { VACANCY_MS } from '../../cache/index.ts';
import type { Link } from '../../wit/index.ts';
import { find, type ItemIndex } from '../wit/item-index.ts';

/** Who takes part, from left to right. */
export const LANES = ['First caller', 'Cache', 'Second caller'] as const;

/** The number of a lane, counted from 1. */
export type Lane = 1 | 2 | 3;

/** Something that goes from one to another: a function that is called, or what comes back. */
export interface Message {
  kind: 'call' | 'answer' | 'refusal';
  row: number;
  from: Lane;
  to: Lane;
  /** What is done with the item, where calling it does not go without saying. */
  verb?: string;
  /** The address of the function, case or resource in WIT. */
  item: string;
  note: string;
}

/** What one of them does for a while. */
export interface Stay {
  kind: 'holds' | 'works' | 'waits' | 'time';
  /** The first and the last row. */
  rows: [first: number, last: number];
  lane: Lane;
  note: string;
}

/** One way in which the life of a get-or-set can go, step by step. */
export interface Episode {
  id: string;
  title: string;
  steps: (Message | Stay)[];
  /** The rows of the conformance suite that try it. */
  triedBy: string[];
}

const CACHE = 'wasi:keyvalue/cache';
const GET_OR_SET = `${CACHE}.get-or-set`;
const VACANT = `${CACHE}.get-or-set-entry.vacant`;
const OCCUPIED = `${CACHE}.get-or-set-entry.occupied`;
const VACANCY = `${CACHE}.vacancy`;
const FILL = `${CACHE}.vacancy.vacancy-fill`;
const ERROR = 'wasi:keyvalue/wasi-keyvalue-error.error';

/** Where the waiting is done, since every call returns at once. */
export const FUTURE = `${CACHE}.future-get-or-set-result`;

/** The life of a get-or-set in a cache that lets callers meet. */
export const EPISODES: Episode[] = [
  {
    id: 'filled',
    title: 'One computes, the other waits',
    steps: [
      { kind: 'call', row: 1, from: 1, to: 2, item: GET_OR_SET, note: 'is there a value?' },
      { kind: 'answer', row: 2, from: 2, to: 1, item: VACANT, note: 'no: the vacancy is yours' },
      { kind: 'works', rows: [3, 4], lane: 1, note: 'computes the value' },
      { kind: 'call', row: 3, from: 3, to: 2, item: GET_OR_SET, note: 'the same key' },
      { kind: 'waits', rows: [4, 5], lane: 3, note: 'waits for its future' },
      { kind: 'call', row: 5, from: 1, to: 2, item: FILL, note: 'stored when its body is finished' },
      { kind: 'answer', row: 6, from: 2, to: 3, item: OCCUPIED, note: 'here is the value' },
    ],
    triedBy: ['get-or-set/one-vacancy', 'get-or-set/released-by-fill'],
  },
  {
    id: 'dropped',
    title: 'The first gives up',
    steps: [
      { kind: 'holds', rows: [1, 1], lane: 1, note: 'holds the vacancy' },
      { kind: 'waits', rows: [1, 2], lane: 3, note: 'waits for its future' },
      { kind: 'call', row: 2, from: 1, to: 2, verb: 'drops', item: VACANCY, note: 'cannot compute it' },
      { kind: 'answer', row: 3, from: 2, to: 3, item: VACANT, note: 'now it is yours' },
      { kind: 'works', rows: [4, 4], lane: 3, note: 'computes the value' },
      { kind: 'call', row: 5, from: 3, to: 2, item: FILL, note: 'whoever still waits gets it' },
    ],
    triedBy: ['get-or-set/released-by-drop', 'get-or-set/next-after-drop'],
  },
  {
    id: 'taken-back',
    title: 'The first is not heard of again',
    steps: [
      { kind: 'holds', rows: [1, 1], lane: 1, note: 'holds the vacancy' },
      { kind: 'waits', rows: [1, 2], lane: 3, note: 'waits for its future' },
      { kind: 'time', rows: [2, 2], lane: 2, note: `${VACANCY_MS / 1000} seconds without a sign` },
      { kind: 'answer', row: 3, from: 2, to: 3, item: VACANT, note: 'taken back: now it is yours' },
      { kind: 'works', rows: [4, 5], lane: 3, note: 'computes the value' },
      { kind: 'call', row: 4, from: 1, to: 2, item: FILL, note: 'too late' },
      { kind: 'refusal', row: 5, from: 2, to: 1, item: ERROR, note: 'nothing is stored' },
    ],
    triedBy: ['get-or-set/released-by-time', 'get-or-set/late-fill'],
  },
];

/** Rows of the conformance suite that say what else can end a vacancy. */
export const OTHER_ENDS = [
  'get-or-set/released-by-trap',
  'get-or-set/set-satisfies',
  'get-or-set/delete-during-fill',
  'get-or-set/store-fails',
];

/** Every item of WIT that the picture names. */
export const DRAWN: string[] = [
  FUTURE,
  ...EPISODES.flatMap(({ steps }) => steps.flatMap((step) => ('item' in step ? [step.item] : []))),
];

/** Whether this is the function that the picture is about, in a package in which everything is called as it says. */
export function isDrawn({ address, package: id }: Link, index: ItemIndex): boolean {
  return address === GET_OR_SET && DRAWN.every((one) => find(index, { address: one, package: id }));
}

/** Who does a step, for those who do not see the lanes: `First caller to cache`. */
export function whoIn(step: Message | Stay): string {
  if ('lane' in step) return LANES[step.lane - 1] ?? '';
  return `${LANES[step.from - 1]} to ${LANES[step.to - 1]?.toLowerCase()}`;
}
