import { FAULTS, type Fault, type HistoryResult, runHistory, SETUPS } from '../cache-suite/index.ts';
import { type Command, type Flags, UsageError } from './command.ts';

const HOSTS = Object.keys(SETUPS).join('|');

/** `witness cache history`: lets clients do random things with a cache, and judges what they saw. */
export const command: Command = {
  usage: `--host ${HOSTS} [--operations N] [--seed S] [--fault ${FAULTS.join('|')}] [--json]`,
  summary:
    'Records a random concurrent history of a cache, breaking things meanwhile, and looks for broken promises.',
  options: {
    host: { type: 'string' },
    operations: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    fault: { type: 'string', default: 'none' },
    json: { type: 'boolean', default: false },
  },
  async run(_, flags) {
    const { host, fault, operations, seed } = read(flags);
    const open = SETUPS[host]?.[fault];
    if (!open) throw new UsageError(`--fault ${fault} cannot befall the host ${host}`);
    const { setup, close } = await open(seed, process.env.WITNESS_REDIS_URL);
    let result: HistoryResult;
    try {
      result = await runHistory(setup, { operations, seed });
    } finally {
      await close();
    }
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ host, fault, seed, ...result }, null, 2)}\n`
        : text(host, fault, result),
    );
    return result.violations.length > 0 ? 1 : 0;
  },
};

function read(flags: Flags): { host: string; fault: Fault; operations: number; seed: number } {
  const host = String(flags.host ?? '');
  const fault = FAULTS.find((name) => name === flags.fault);
  if (!(host in SETUPS)) throw new UsageError(`--host is one of ${HOSTS}`);
  if (!fault) throw new UsageError(`--fault is one of ${FAULTS.join('|')}`);
  return { host, fault, operations: count('operations', flags, 1), seed: count('seed', flags, 0) };
}

function count(name: string, flags: Flags, least: number): number {
  const value = Number(flags[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${name} is a whole number from ${least} on`);
}

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
