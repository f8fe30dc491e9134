import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Room for what is read at the time and for what has just been read, in bytes. */
const ROOM = 60e6;

it('a package that is kept does not keep those that are read after it', () => {
  const script = join(import.meta.dirname, 'peer/read-on.ts');
  // Young objects get a small room, so that what grows is what was kept.
  const grown = execFileSync(process.execPath, ['--max-semi-space-size=8', script], { encoding: 'utf8' });
  expect(Number(grown)).toBeLessThan(ROOM);
});
