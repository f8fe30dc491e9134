import { asyncEvaluator } from './async-evaluator.ts';
import { command } from './command.ts';
import { evaluator } from './evaluator.ts';
import { main } from './main.ts';
import { proxy } from './proxy.ts';
import type { World } from './world.ts';

/** The kinds of programs that can be run. */
export const WORLD_KINDS = ['evaluator', 'command', 'main', 'proxy'] as const;
export type WorldKind = (typeof WORLD_KINDS)[number];

/** Those, and the evaluator of 0.3, which is no example's own component. */
export type RunnableWorld = WorldKind | 'async-evaluator';

/** A world for one run. What it is called with is written in the example, as JSON. */
export function world(kind: RunnableWorld): World<unknown> {
  // Each world takes its own kind of call: the example's author sees to that.
  switch (kind) {
    case 'evaluator':
      return evaluator as World<unknown>;
    case 'async-evaluator':
      return asyncEvaluator as World<unknown>;
    case 'command':
      return command as World<unknown>;
    case 'main':
      return main;
    case 'proxy':
      return proxy() as World<unknown>;
  }
}
