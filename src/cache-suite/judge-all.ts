import { conformance, type Judgement, type Subject, subjects } from './conformance/index.ts';
import { findRedis } from './faults/find-redis.ts';
import { redisSubject, sqliteSubject } from './node-subjects.ts';

/** The backends that the suite knows, in the order of its table. */
export const CONFORMANCE_HOSTS = ['noop', 'memory', 'weakest', 'sqlite', 'redis'] as const;

/** What to judge. */
export interface JudgeOptions {
  /** Default: all. */
  hosts?: readonly string[];
  /** Default: a server at Redis's own port; where there is none, a private one is started. */
  redisUrl?: string;
  /** What to make the weakest cache's choices with. Default: 1. */
  seed?: number;
}

/** Verdicts for every row and backend, and the backends that could not be had, with the reason. */
export interface AllJudgements {
  judgements: Judgement[];
  missing: { host: string; reason: string }[];
}

/** Judges the backends by the whole suite: what the command prints, and what the site shows. */
export async function judgeAll(options: JudgeOptions = {}): Promise<AllJudgements> {
  const { hosts = CONFORMANCE_HOSTS, seed = 1 } = options;
  const missing: AllJudgements['missing'] = [];
  const chosen: Subject[] = [...subjects(seed), sqliteSubject()].filter(({ host }) => hosts.includes(host));
  const server = await redisServer(hosts, options.redisUrl).catch((error: unknown) => {
    missing.push({ host: 'redis', reason: error instanceof Error ? error.message : String(error) });
    return undefined;
  });
  if (server) chosen.push(redisSubject(server.url));
  try {
    return { judgements: await conformance(chosen), missing };
  } finally {
    await server?.stop();
  }
}

async function redisServer(hosts: readonly string[], url?: string) {
  if (!hosts.includes('redis')) return undefined;
  return findRedis(url);
}
