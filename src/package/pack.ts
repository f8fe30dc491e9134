// `npm run pack`: the tarballs of the command and of each library, in `packages-out/`. npm runs `prepack` before it.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './compile.ts';
import { npmPack, packLibraries } from './pack-libraries.ts';

const out = join(ROOT, 'packages-out');
await rm(out, { recursive: true, force: true });
await mkdir(out);
npmPack(ROOT, out);
await packLibraries(out);
