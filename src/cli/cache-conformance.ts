import { CONFORMANCE_HOSTS, type Judgement, judgeAll } from '../cache-suite/index.ts';
import { defineCommand } from './define-command.ts';
import { otherwise, texts, wholeNumber } from './options.ts';
import { UsageError } from './usage-error.ts';

/** `witness cache conformance`: judges the cache hosts, promise by promise. */
export const command = defineCommand({
  args: '',
  summary: 'try every promise of the cache on every host, or on some',
  options: {
    host: texts('NAME', `one of ${CONFORMANCE_HOSTS.join(', ')}; all of them unless told`),
    seed: otherwise(wholeNumber('of what is tried at random'), 1),
  },
  async run(_, { host: named, seed }) {
    const hosts = named.length > 0 ? named.flatMap((names) => names.split(',')) : [...CONFORMANCE_HOSTS];
    const known: readonly string[] = CONFORMANCE_HOSTS;
    const unknown = hosts.find((host) => !known.includes(host));
    if (unknown !== undefined) throw new UsageError(`no host "${unknown}"; expected ${known.join(', ')}`);
    const redisUrl = process.env.WITNESS_REDIS_URL;
    const { judgements, missing } = await judgeAll({ hosts, seed, redisUrl });
    for (const { host, reason } of missing) process.stderr.write(`${host} was not tried: ${reason}\n`);
    // Asked for by name, a host that cannot be tried is a failure.
    const wanted = named.length > 0 ? missing : [];
    const hasFailed = wanted.length > 0 || judgements.some(({ verdict }) => verdict === 'fail');
    return { data: judgements, text: table(judgements), code: hasFailed ? 1 : 0 };
  },
});

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
