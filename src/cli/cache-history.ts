import { FAULTS, type Fault, type HistoryResult, runHistory, SETUPS } from '../cache-suite/index.ts';
import { defineCommand } from './define-command.ts';
import { choice, otherwise, wholeNumber } from './options.ts';
import { UsageError } from './usage-error.ts';

const HOSTS = Object.keys(SETUPS);

/** `witness cache history`: lets clients do random things with a cache, and judges what they saw. */
export const command = defineCommand({
  args: '',
  summary:
    'Records a random concurrent history of a cache, breaking things meanwhile, and looks for broken promises.',
  options: {
    host: choice(HOSTS, 'the cache'),
    operations: otherwise(wholeNumber('how many; 5000 unless told', 1), 5000),
    seed: otherwise(wholeNumber('of what is done at random'), 1),
    fault: otherwise(choice(FAULTS, 'what befalls it meanwhile; none unless told'), 'none'),
  },
  async run(_, { host, operations, seed, fault }) {
    if (host === undefined) throw new UsageError(`expected --host ${HOSTS.join('|')}`);
    const open = SETUPS[host]?.[fault];
    if (!open) throw new UsageError(`--fault ${fault} cannot befall the host ${host}`);
    const { setup, close } = await open(seed, process.env.WITNESS_REDIS_URL);
    let result: HistoryResult;
    try {
      result = await runHistory(setup, { operations, seed });
    } finally {
      await close();
    }
    return {
      data: { host, fault, seed, ...result },
      text: text(host, fault, result),
      code: result.violations.length > 0 ? 1 : 0,
    };
  },
});

const SHOWN = 20;

function text(host: string, fault: Fault, result: HistoryResult): string {
  const { operations, violations, hits, misses, failures } = result;
  const under = fault === 'none' ? '' : ` under the fault ${fault}`;
  const lines = violations.slice(0, SHOWN).map(({ rule, message }) => `${rule}: ${message}`);
  if (violations.length > SHOWN) lines.push(`... and ${violations.length - SHOWN} more`);
  lines.push(
    `${host}${under}: ${operations} operations, ${hits} hits, ${misses} misses, ${failures} failed calls, ` +
      `${violations.length} ${violations.length === 1 ? 'violation' : 'violations'}`,
  );
  return `${lines.join('\n')}\n`;
}
