import type { Day, Evidence, Proposal, TrackerInput, WitFacts } from '../model.ts';
import { type Check, met, type Question, unknown, unmet } from './check.ts';

/** A WIT package of the proposal had been published by the day, and parses. */
export const witExists: Check = {
  summary: 'Looks for the package and asks whether it parses without an error.',
  needs: {},
  judge(question) {
    const facts = latestWit(question);
    const wouldMeet = 'A WIT package that parses.';
    if (!facts) return unknown('No WIT package of this day is at hand here.', wouldMeet);
    return facts.errors === 0
      ? met(`${nameOf(facts)} parses.`, [witEvidence(facts, 'parses without an error')])
      : unmet(`${nameOf(facts)} has errors.`, wouldMeet, [witEvidence(facts, `${facts.errors} errors`)]);
  },
};

/** What is known of the newest version of the proposal's package that had been published by the day. */
export function latestWit(question: Question): WitFacts | undefined {
  return witVersions(question).at(-1);
}

/** What is known of each version published by the day, the oldest first. */
export function witVersions({ facts, input, proposal }: Question): WitFacts[] {
  return proposal ? witVersionsOn(proposal, input, facts.asOf) : [];
}

/** What is known of each version of a proposal's package that was published by a day, the oldest first. */
export function witVersionsOn(proposal: Proposal, { wit }: Pick<TrackerInput, 'wit'>, day: Day): WitFacts[] {
  return proposal.versions
    .filter(({ published }) => published <= day)
    .flatMap(({ version }) =>
      wit.filter((facts) => facts.package === proposal.package && facts.version === version),
    );
}

export function nameOf(facts: WitFacts): string {
  return `${facts.package}@${facts.version}`;
}

export function witEvidence(facts: WitFacts, detail: string): Evidence {
  return { kind: 'wit', path: facts.path, detail: `${nameOf(facts)}: ${detail}` };
}
