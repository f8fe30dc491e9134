import type { Comparison } from '../../wit/index.ts';
import type { Step } from './steps.ts';

/** What came of a step from one release to the next, in a sentence for the guest's side. */
export function verdictWords(
  { verdict, findings, summary, versionOnly }: Comparison,
  { older, promised }: Pick<Step, 'older' | 'promised'>,
): string {
  if (versionOnly && verdict === 'breaking') return `${summary}; names no longer match`;
  const count = findings.filter(({ severity }) => severity === 'breaking').length;
  if (verdict === 'compatible')
    return promised
      ? `Compatible: what was built for ${older.version} runs on it${versionOnly ? '; only the version differs' : ''}`
      : `Compatible with ${older.version}, though the two promise one another nothing`;
  const changes = `${count} breaking ${count === 1 ? 'change' : 'changes'} since ${older.version}`;
  return promised ? changes : `${changes}; the two lines promise one another nothing`;
}
