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
