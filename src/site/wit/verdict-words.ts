import type { Comparison } from '../../wit/index.ts';
import type { Step } from './steps.ts';

/** What came of a step from one release to the next, in a sentence for the guest's side. */
export function verdictWords(
  { verdict, findings }: Comparison,
  { older, promised }: Pick<Step, 'older' | 'promised'>,
): string {
  const count = findings.filter(({ severity }) => severity === 'breaking').length;
  if (verdict === 'compatible')
    return promised
      ? `Compatible: what was built for ${older.version} runs on it`
      : `Happens to be compatible with ${older.version}, which promises nothing of the kind`;
  const changes = `${count} breaking ${count === 1 ? 'change' : 'changes'} since ${older.version}`;
  return promised ? changes : `${changes}, of a line that made no promise to this one`;
}
