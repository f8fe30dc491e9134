import { fileURLToPath } from 'node:url';
import { blockingImports } from '../../cache/index.ts';
import { type BuiltComponent, buildComponent } from './component.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Folders of the packages that every world with the cache needs. */
export const CACHE_PACKAGES: string[] = [
  here('../../../wit/wasi_keyvalue@0.1.0'),
  here('../../../wit/wasi_io@0.2.0-rc-2023-11-10'),
];

/** The component that evaluates the examples of 0.3: QuickJS, with the draft of the cache among its imports. */
export function buildAsyncGuest(): Promise<BuiltComponent> {
  return buildComponent({
    name: 'async-guest',
    entry: here('../guest/async/guest.js'),
    wit: here('../guest/async/wit'),
    dependencies: [here('../guest/stand-in')],
    world: 'guest',
    blockingImports: [],
    blockingExports: [],
    isAsync: true,
  });
}

/** The component that evaluates every JavaScript example: QuickJS, with the cache's interfaces among its imports. */
export function buildGuest(): Promise<BuiltComponent> {
  return buildComponent({
    name: 'guest',
    entry: here('../guest/guest.js'),
    wit: here('../guest/wit'),
    dependencies: CACHE_PACKAGES,
    world: 'guest',
    blockingImports: [...blockingImports, 'witness:example/clock@0.1.0#advance'],
    blockingExports: ['run'],
  });
}
