import { tallies } from '../fields/tally.ts';
import { firstFrom } from '../first-from.ts';
import type { NotesLine } from '../notes.ts';
import type { Block } from './blocks.ts';
import { consented } from './consented.ts';
import { counted } from './counted.ts';
import type { Seen } from './features.ts';
import type { Found } from './found.ts';
import { labelled } from './labelled.ts';

/** What the structure of the notes proves, in order: counted votes, decisions that are called so, questions with their answers. */
export function certain(seen: readonly Seen[], lines: readonly NotesLine[]): Found[] {
  const all = seen.map(({ block }) => block);
  const votes = counted(all, tallies(lines));
  const named = labelled(all).filter(({ line }) => !covers(votes, line));
  const taken = [...votes, ...named];
  const asked = consented(seen, (line) => covers(taken, line));
  return withoutDoubles(
    [...taken, ...asked].sort((a, b) => a.line - b.line),
    all,
  );
}

function covers(some: readonly Found[], line: number): boolean {
  return some.some(({ from, to }) => line >= from && line <= to);
}

/** How many blocks after a decision may only confirm it. */
const ECHO = 4;

/** Without what only repeats: a confirmation soon after, and what a section or label below states again. */
function withoutDoubles(found: readonly Found[], all: readonly Block[]): Found[] {
  return found.filter((one, i) => {
    if (['tally', 'label', 'section'].includes(one.rule)) return true;
    const next = found[i + 1];
    if (next?.rule === 'section' && topicOf(next) === topicOf(one)) return false;
    const previous = found[i - 1];
    if (!previous || one.asked || topicOf(previous) !== topicOf(one)) return true;
    if (
      namesAnother(one.quote, previous.quote) ||
      (one.rule === previous.rule && isItem(one) && isItem(previous))
    )
      return true;
    return firstFrom(all, one.line) - firstFrom(all, previous.to + 1) >= ECHO;
  });
}

/** The line of the heading that both a discussion and the section with its conclusion stand under. */
function topicOf({ about, rule }: Found): number | undefined {
  const heading = about[0]?.heading;
  return (rule === 'section' ? heading?.parent : heading)?.line;
}

function isItem({ about, rule }: Found): boolean {
  return about[0]?.bullet === true && rule.endsWith('written');
}

/** Whether both speak of something with a number or a name, and not of the same. */
function namesAnother(text: string, before: string): boolean {
  const named = (of: string) => new Set(of.toLowerCase().match(/#?\d{2,}|\bwasi[-:][\w-]+/gu) ?? []);
  const earlier = named(before);
  return earlier.size > 0 && [...named(text)].some((name) => !earlier.has(name));
}
