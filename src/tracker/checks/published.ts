import { type Check, met, rule } from './check.ts';
import { stated } from './stated.ts';

/** The WIT is published in an OCI registry under a tag that equals the package's version. */
export const published: Check = {
  summary:
    'Asks whether the newest version of the day names its registry, or a meeting was told that it is published.',
  needs: {},
  judge(question) {
    const { facts, proposal } = question;
    const newest = proposal?.versions.findLast((version) => version.published <= facts.asOf);
    return newest?.registry
      ? met(`${newest.version} is published at ${newest.registry}.`, [rule(newest.registry)])
      : stated.judge(question);
  },
};
