import { type Check, met, rule, unknown } from './check.ts';

/** The WIT is published in an OCI registry under a tag that equals the package's version. */
export const published: Check = {
  summary: 'Asks whether the newest version of the day names the registry in which it is published.',
  needs: {},
  judge({ facts, proposal }) {
    const newest = proposal?.versions.findLast((version) => version.published <= facts.asOf);
    const wouldMeet = 'The package in an OCI registry, tagged with its version.';
    return newest?.registry
      ? met(`${newest.version} is published at ${newest.registry}.`, [rule(newest.registry)])
      : unknown('No published package is recorded here.', wouldMeet);
  },
};
