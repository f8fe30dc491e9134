import { command } from './command.ts';
import { evaluator } from './evaluator.ts';
import { main } from './main.ts';
import { proxy } from './proxy.ts';
import type { World } from './world.ts';

/** The kinds of programs that can be run. */
export const WORLD_KINDS = ['evaluator', 'command', 'main', 'proxy'] as const;
export type WorldKind = (typeof WORLD_KINDS)[number];

/** A world for one run. What it is called with is written in the example, as JSON. */
export function world(kind: WorldKind): World<unknown> {
  // Each world takes its own kind of call: the example's author sees to that.
  switch (kind) {
    case 'evaluator':
      return evaluator as World<unknown>;
    case 'command':
      return command as World<unknown>;
    case 'main':
      return main;
    case 'proxy':
      return proxy() as World<unknown>;
  }
}
