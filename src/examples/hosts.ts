import type { Example, HostName } from './model.ts';

/** The hosts that a page can offer: those that need no server, and one that the browser keeps. */
export const PAGE_HOSTS = ['memory', 'noop', 'weakest', 'persistent'] as const;

/** What hosts are called in pages. */
export const HOST_LABELS: Record<HostName | 'persistent', string> = {
  memory: 'memory',
  noop: 'always misses (no-op)',
  weakest: 'weakest legal cache',
  sqlite: 'SQLite',
  redis: 'Redis',
  persistent: 'kept by this browser',
};

/** An example's expectations with their hosts in words. */
export function describeHosts(example: Example): { hosts: string; outputs: string[]; because?: string }[] {
  return example.expectations.map(({ hosts, ...rest }) => ({
    ...rest,
    hosts: hosts.map((host) => HOST_LABELS[host]).join(', '),
  }));
}

/** An output with lines that repeat the one before counted instead: `computing   × 50`. */
export function countRepeats(output: string): string {
  const counted: { line: string; times: number }[] = [];
  for (const line of output.split('\n')) {
    const last = counted.at(-1);
    if (last?.line === line) last.times++;
    else counted.push({ line, times: 1 });
  }
  return counted.map(({ line, times }) => (times === 1 ? line : `${line}   × ${times}`)).join('\n');
}
