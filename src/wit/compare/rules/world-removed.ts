import { quoted, rule } from '../rule.ts';

export const worldRemoved = rule({
  id: 'world-removed',
  summary: 'A world is gone: what was built for it has no host to run on.',
  about: 'world',
  check(pair, { perspective }) {
    if (!pair.old || pair.new) return undefined;
    const fact = `world ${quoted(pair.old.name)} is removed`;
    if (pair.unstable.old) return { severity: 'info', message: `${fact}: it was marked unstable` };
    return perspective === 'guest'
      ? {
          severity: 'breaking',
          message: `${fact}: hosts of the new version do not offer it to guests built for it`,
        }
      : {
          severity: 'source',
          message: `${fact}: nothing new is built for it, and source that names it must change`,
        };
  },
});
