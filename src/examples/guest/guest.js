// The program inside the component: it evaluates the source it is given, with the names of scope.js in scope.
import { failureOf, placeIn } from './failure.js';
import { runJobs } from './promise.js';
import { scope } from './scope.js';

const names = Object.keys(scope);
const head = `(function (${names.join(', ')}) { 'use strict'; `;

// One line of head and no line of foot, so that lines are the reader's own.
export function run(source) {
  try {
    // biome-ignore lint/security/noGlobalEval: evaluating what the reader wrote is this component's purpose
    const body = globalThis.eval(`${head}${source}\n})`);
    body.call(undefined, ...names.map((name) => scope[name]));
    runJobs();
  } catch (error) {
    throw failureOf(error, source, (stack) => placeIn(stack, head.length));
  }
}
