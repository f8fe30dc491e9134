import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blockingImports } from '../../cache/index.ts';
import type { Example } from '../model.ts';
import type { WorldKind } from '../worlds/index.ts';
import { type BuiltComponent, buildComponent } from './component.ts';
import { CACHE_PACKAGES } from './guest.ts';

const RC = '0.2.0-rc-2023-11-10';
const EXPORTS: Record<WorldKind, string> = {
  evaluator: 'run',
  command: `wasi:cli/run@${RC}#run`,
  main: 'main',
  proxy: `wasi:http/incoming-handler@${RC}#handle`,
};

/** Builds an example that is a component of its own, from its folder in `runnable-examples`. */
export function buildExample({ id, component }: Example): Promise<BuiltComponent> {
  if (!component) throw new Error(`the example ${id} is no component of its own`);
  const folder = resolve(fileURLToPath(new URL('../../../runnable-examples', import.meta.url)), id);
  return buildComponent({
    name: id,
    entry: resolve(folder, 'example.js'),
    wit: resolve(folder, 'wit'),
    dependencies: CACHE_PACKAGES,
    world: component.world,
    blockingImports: [...blockingImports],
    blockingExports: [EXPORTS[component.kind]],
  });
}
