import type { Decision, Meeting } from '../../meetings/index.ts';
import { type ProposalNames, proposalId } from '../../meetings/index.ts';

/** What is needed of a meeting to tell what its decisions are about. */
export type Headed = Pick<Meeting, 'topics'>;

/**
 * The proposals that a decision moves: the one it names; a part of it, when the words or the heading name the
 * part (`wasi-cli: exit with code`); all of a list such as `gpio/i2c/SPI`.
 * @param ids proposals and parts that are known, besides those in the names.
 */
export function decidedProposals(
  meeting: Headed,
  decision: Decision,
  names: ProposalNames,
  ids: readonly string[] = [],
): string[] {
  if (!decision.proposal) return [];
  const words = [decision.subject, decision.quote ?? '', headingOf(meeting, decision.line)];
  const part = partOf(decision.proposal, words, names, ids);
  if (part) return [part];
  const listed = words.flatMap((text) => listIn(text, decision.proposal ?? '', names, ids));
  return [...new Set([decision.proposal, ...listed])];
}

/** The title of the topic in which a line stands. */
export function headingOf({ topics }: Headed, line: number): string {
  return topics.findLast((topic) => topic.line <= line)?.title ?? '';
}

function partOf(
  base: string,
  words: string[],
  names: ProposalNames,
  ids: readonly string[],
): string | undefined {
  const text = words.map((word) => `-${hyphenated(word)}-`).join('');
  const parts = [...names, ...ids.map((id) => [id, id] as const)].filter(([, id]) =>
    id.startsWith(`${base}-`),
  );
  const found = parts.find(([name]) => {
    const own = name.startsWith(`${base}-`) ? name.slice(base.length + 1) : name;
    return text.includes(`-${own}-`);
  });
  return found?.[1];
}

/** The known proposals that are joined to the base by slashes, commas or "and", without a gap. */
function listIn(text: string, base: string, names: ProposalNames, ids: readonly string[]): string[] {
  const known = new Set([...names.values(), ...ids]);
  const lists = text.match(/[\w:-]+(?:\s*(?:\/|,|&|\band\b)\s*[\w:-]+)+/gu) ?? [];
  return lists.flatMap((list) => {
    const members = list.split(/\s*(?:\/|,|&|\band\b)\s*/u).map((name) => proposalId(name, names));
    const at = members.indexOf(base);
    if (at === -1) return [];
    const from = members.findLastIndex((member, index) => index < at && !known.has(member)) + 1;
    const gap = members.findIndex((member, index) => index > at && !known.has(member));
    return members.slice(from, gap === -1 ? undefined : gap);
  });
}

function hyphenated(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
