import { AT_START, type Problem } from '../problem.ts';

/** A larger file is no text that somebody wrote; it is not read. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** The problem of a file that is too large to be read. */
export function tooLarge(path: string, bytes: number): Problem {
  return {
    rule: 'load/too-large',
    severity: 'error',
    message: `expected at most ${MOST_BYTES.toLocaleString('en')} bytes, found ${bytes.toLocaleString('en')}`,
    path,
    ...AT_START,
    hint: 'split the file, or keep it in another folder',
  };
}
