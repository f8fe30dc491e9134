#!/usr/bin/env node
// The command of the installed package. Nothing newer than dynamic import may stand here: it answers old versions of Node.
export {};

/** The version that `engines` in package.json demands; what the tests run on. */
const OLDEST = 24;

if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
  import('../cli/main.ts');
} else {
  process.stderr.write(`witness: Node ${OLDEST} or later is needed; this is ${process.versions.node}\n`);
  process.exitCode = 2;
}
