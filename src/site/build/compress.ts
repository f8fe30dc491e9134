import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const TEXT = /\.(html|css|js|mjs|json|xml|svg|md|txt|ics|wit)$/;
const WASM = /\.wasm$/;
/** Below this the headers weigh more than what is saved. */
const SMALLEST = 1024;
const AT_ONCE = 8;

/**
 * Writes a `.br` and a `.gz` beside every file that gains from it. Pages are many and change often, so they get a
 * quick setting; scripts, styles and components are few and shared by every page, so they get the best one.
 */
export async function compress(dir: string): Promise<void> {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && (TEXT.test(entry.name) || WASM.test(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  const next = files.values();
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(next)));
}

async function work(files: Iterable<string>): Promise<void> {
  for (const file of files) {
    const bytes = await readFile(file);
    if (bytes.length < SMALLEST) continue;
    const shared = !/\.(html|md|json|xml|txt)$/.test(file);
    const quality = shared ? 9 : 5;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const [br, gz] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: shared ? 9 : 5 })]);
    await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  }
}
