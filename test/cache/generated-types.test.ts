import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateHostTypes } from '@bytecodealliance/jco-transpile';
import { expect, test } from 'vitest';
import { repairDeclarations } from '../../src/cache/index.ts';

const WIT = new URL('../../wit/', import.meta.url);
const GENERATED = new URL('../../src/cache/generated/', import.meta.url);
const PACKAGES = ['wasi_keyvalue@0.1.0', 'wasi_io@0.2.0-rc-2023-11-10'];

/** The types of the interfaces as jco makes them from our WIT, by file name. */
async function hostTypes(): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'witness-types-'));
  try {
    await mkdir(join(folder, 'deps'));
    for (const name of PACKAGES) {
      await cp(new URL(name, WIT), join(folder, 'deps', name), { recursive: true });
    }
    const world = 'package witness:host;\nworld host {\n  import wasi:keyvalue/cache@0.1.0;\n}\n';
    await writeFile(join(folder, 'host.wit'), world);
    const files = await generateHostTypes(folder, { name: 'host', worldName: 'host' });
    return new Map(
      Object.entries(files)
        .filter(([path]) => path.includes('interfaces/'))
        .map(([path, bytes]) => [
          path.replace(/^.*\//, ''),
          repairDeclarations(new TextDecoder().decode(bytes as Uint8Array)),
        ]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

// After a change of the WIT: `npx vitest run test/cache/generated-types -u`.
test('the types in src/cache/generated are those of our WIT', async () => {
  const files = await hostTypes();
  for (const [name, text] of files) {
    await expect(text).toMatchFileSnapshot(new URL(name, GENERATED).pathname);
  }
  expect([...files.keys()].sort()).toEqual((await readdir(GENERATED)).sort());
});
