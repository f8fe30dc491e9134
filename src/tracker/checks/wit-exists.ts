import type { Evidence, WitFacts } from '../model.ts';
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
  if (!proposal?.package) return [];
  return proposal.versions
    .filter(({ published }) => published <= facts.asOf)
    .flatMap(({ version }) =>
      input.wit.filter((wit) => wit.package === proposal.package && wit.version === version),
    );
}

export function nameOf(facts: WitFacts): string {
  return `${facts.package}@${facts.version}`;
}

export function witEvidence(facts: WitFacts, detail: string): Evidence {
  return { kind: 'wit', path: facts.path, detail: `${nameOf(facts)}: ${detail}` };
}
