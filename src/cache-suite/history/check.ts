import { answered } from './checks/answered.ts';
import { exclusive } from './checks/exclusive.ts';
import { exists } from './checks/exists.ts';
import { expired } from './checks/expired.ts';
import { fills } from './checks/fills.ts';
import { ordered } from './checks/ordered.ts';
import { thinAir } from './checks/thin-air.ts';
import type { History, Violation } from './history.ts';

const CHECKS = [thinAir, expired, ordered, exists, exclusive, fills, answered];

/**
 * Every broken promise that the history proves, and none that it does not: what could have been right, given that a
 * call takes effect at some moment between its invocation and its response, is taken as right.
 */
export function check(history: History): Violation[] {
  return CHECKS.flatMap((find) => [...find(history)]);
}
