import { CONFORMANCE_HOSTS, type Judgement, judgeAll } from '../cache-suite/index.ts';
import { type Command, UsageError } from './command.ts';

/** `witness cache conformance`: judges the cache hosts, promise by promise. */
export const command: Command = {
  usage: '[--host NAME]... [--seed N] [--json]',
  summary: 'try every promise of the cache on every host, or on some',
  options: {
    host: { type: 'string', multiple: true },
    seed: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(_positionals, flags) {
    const hosts = [flags.host ?? [...CONFORMANCE_HOSTS]].flat().flatMap((names) => String(names).split(','));
    const known: readonly string[] = CONFORMANCE_HOSTS;
    const unknown = hosts.find((host) => !known.includes(host));
    if (unknown !== undefined) throw new UsageError(`no host "${unknown}"; expected ${known.join(', ')}`);
    const seed = Number(flags.seed ?? 1);
    if (!Number.isInteger(seed) || seed < 0) throw new UsageError('expected a whole number for --seed');
    const redisUrl = process.env.WITNESS_REDIS_URL;
    const { judgements, missing } = await judgeAll({ hosts, seed, redisUrl });
    process.stdout.write(flags.json ? `${JSON.stringify(judgements, null, 2)}\n` : table(judgements));
    for (const { host, reason } of missing) process.stderr.write(`${host} was not tried: ${reason}\n`);
    // Asked for by name, a host that cannot be tried is a failure.
    const wanted = flags.host === undefined ? [] : missing;
    return wanted.length > 0 || judgements.some(({ verdict }) => verdict === 'fail') ? 1 : 0;
  },
};

/** One promise a paragraph: its id, its sentence, and what each host does. */
function table(judgements: Judgement[]): string {
  const lines: string[] = [];
  for (const [id, row] of Map.groupBy(judgements, (judgement) => judgement.id)) {
    lines.push(`${id}: ${row[0]?.statement}`);
    const passed = row.filter(({ verdict }) => verdict === 'pass').map(({ host }) => host);
    if (passed.length > 0) lines.push(`  pass     ${passed.join(', ')}`);
    for (const { host, verdict, detail } of row)
      if (verdict !== 'pass') lines.push(`  ${verdict.padEnd(8)} ${host}: ${detail}`);
    lines.push('');
  }
  const count = (wanted: Judgement['verdict']) =>
    judgements.filter(({ verdict }) => verdict === wanted).length;
  lines.push(`${count('pass')} pass, ${count('allowed')} allowed to differ, ${count('fail')} fail`);
  return `${lines.join('\n')}\n`;
}
