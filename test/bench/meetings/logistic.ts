import type { Block } from '../../../src/meetings/decisions/blocks.ts';
import { certain } from '../../../src/meetings/decisions/certain.ts';
import { see } from '../../../src/meetings/decisions/features.ts';
import { notedBlocks, notedLines } from '../../../src/meetings/fields/decisions.ts';
import { parseMeeting } from '../../../src/meetings/index.ts';
import { readNotes } from '../../../src/meetings/notes.ts';
import type { GroupDecision } from '../../meetings/groups.ts';
import { compare, labelledNotes, noCount, placeOf } from '../../meetings/labelled-notes.ts';

/** A block as the learner sees it: its features, and whether it carries a decision that is not certain. */
export interface Example {
  features: string[];
  real: boolean;
  /** Decisions that are not certain are what is to be learned. */
  weight: number;
  /** Without cues a block scores nothing; beside a decision it teaches nothing. */
  use: 'learn' | 'score' | 'none';
}

export interface Weights {
  bias: number;
  weights: Record<string, number>;
}

export interface Prepared {
  group: string;
  labels: GroupDecision[];
  /** The labels that a certain decision stands for. */
  found: Set<GroupDecision>;
  blocks: Block[];
  /** The lines of certain decisions, in which no candidate lies. */
  taken: Set<number>;
  examples: Example[];
}

/** How many certain decisions teach as much as one that is not. */
const UNCERTAIN = 3;

/** Lines around a decision that may be called part of it. */
const AROUND = 6;

/** The labelled notes of held meetings, with their blocks as examples. */
export function prepare(): Prepared[] {
  return labelledNotes()
    .filter(({ status }) => status === 'held')
    .map(({ group, file, decisions }) => {
      const notes = readNotes(file);
      const meeting = parseMeeting(file);
      const blocks = notedBlocks(notes, meeting.turns);
      const sure = certain(see(blocks), notedLines(notes));
      const taken = new Set(
        sure.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
      );
      const missed = new Set<number>();
      compare(decisions, { decisions: meeting.decisions, candidates: [] }, noCount(), (what, line) => {
        if (what === 'missed') missed.add(line);
      });
      const found = new Set(decisions.filter(({ line, optional }) => !optional && !missed.has(line)));
      const examples = see(blocks).map(({ block, cues, signs }): Example => {
        const carries = decisions.some(
          (one) => !one.optional && block.line <= one.line && block.endLine >= one.line,
        );
        const near = decisions.some((one) => {
          const { from, to } = placeOf(one);
          return block.line <= to + AROUND && block.endLine >= from - AROUND;
        });
        const use = cues.length === 0 ? 'none' : near && !carries ? 'score' : 'learn';
        const weight = carries && !taken.has(block.line) ? UNCERTAIN : 1;
        return { features: [...cues, ...signs], real: carries, weight, use };
      });
      return { group, labels: decisions, found, blocks, taken, examples };
    });
}

const ROUNDS = 400;
const PENALTY = 2;

/** Logistic regression with a penalty on large weights, by gradient descent with a step of its own for each weight. */
export function learn(examples: readonly Example[]): Weights {
  const used = examples.filter(({ use }) => use === 'learn');
  const names = [...new Set(used.flatMap(({ features }) => features))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const bias = names.length;
  const rows = used.map(({ features, real, weight }) => ({
    at: features.map((name) => index.get(name) ?? 0),
    real,
    weight,
  }));
  const weights = new Float64Array(names.length + 1);
  const steps = new Float64Array(names.length + 1).fill(1e-8);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(names.length + 1);
    for (const { at, real, weight } of rows) {
      const error =
        weight *
        (chance(at.reduce((sum, j) => sum + (weights[j] ?? 0), weights[bias] ?? 0)) - (real ? 1 : 0));
      for (const j of at) slope[j] = (slope[j] ?? 0) + error;
      slope[bias] = (slope[bias] ?? 0) + error;
    }
    weights.forEach((weight, j) => {
      const down = (slope[j] ?? 0) + (j === bias ? 0 : PENALTY * weight);
      steps[j] = (steps[j] ?? 0) + down * down;
      weights[j] = weight - (0.5 * down) / Math.sqrt(steps[j] ?? 1);
    });
  }
  return {
    bias: weights[bias] ?? 0,
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])),
  };
}

/** The chance, from 0 to 1, that a block carries a decision. */
export function score({ bias, weights }: Weights, { features, use }: Example): number {
  return use === 'none' ? 0 : chance(features.reduce((sum, name) => sum + (weights[name] ?? 0), bias));
}

function chance(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
