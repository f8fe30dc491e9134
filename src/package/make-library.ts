// `npm pack` calls this: all of `src` as JavaScript in `lib`, with declarations for its entry points.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compile, filesBelow, ROOT, SOURCE, writeDeclarations } from './compile.ts';

const { exports } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types: string }>;
};
const entries = Object.values(exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : [entry.types.replace(/^\.\/lib\//, '').replace(/\.d\.ts$/, '.ts')],
);

const to = join(ROOT, 'lib');
await rm(to, { recursive: true, force: true });
await compile(await filesBelow(SOURCE), to);
await writeDeclarations(entries, to);
