import type { Meeting } from '../../meetings/index.ts';
import type { MeetingEntry } from '../content.ts';
import { anchorOfLine } from '../meetings/places.ts';
import { remember } from '../remember.ts';

/** A place in minutes where an item was spoken of. */
export interface Discussion extends MeetingEntry {
  anchor: string;
  line: number;
  speaker: string | null;
  /** The names that were said there. */
  about: string;
  /** The sentence that names it; empty when the name stands outside what anybody said. */
  passage: string;
}

type Mention = Meeting['mentions'][number];

const byTarget = remember((meetings: readonly MeetingEntry[]) => {
  const found = new Map<string, Map<MeetingEntry, Mention[]>>();
  for (const entry of meetings) {
    for (const mention of entry.meeting.mentions) {
      const there = found.get(mention.target) ?? new Map<MeetingEntry, Mention[]>();
      const known = there.get(entry);
      if (known) known.push(mention);
      else there.set(entry, [mention]);
      found.set(mention.target, there);
    }
  }
  return found;
});

/** Where in minutes an item was named: the earliest first, once for each turn. */
export function discussions(address: string, meetings: readonly MeetingEntry[]): Discussion[] {
  return [...(byTarget(meetings).get(address) ?? [])].flatMap(([entry, mentions]) => {
    const places = Map.groupBy(mentions, ({ line }) => anchorOfLine(entry.meeting, line));
    return [...places].map(([anchor, there]) => {
      const turn = entry.meeting.turns.find(({ id }) => id === anchor);
      return {
        ...entry,
        anchor,
        line: there[0]?.line ?? 1,
        speaker: turn?.speaker ?? null,
        about: [...new Set(there.map(({ text }) => text))].join(', '),
        passage: turn ? sentenceWith(turn, there[0]?.text ?? '') : '',
      };
    });
  });
}

const LONGEST = 320;

/** The sentence of a turn that holds a name, cut where it is very long. */
function sentenceWith({ text }: Meeting['turns'][number], name: string): string {
  const sentences = text.split(/(?<=[.?!])\s+/);
  const found = sentences.find((sentence) => sentence.includes(name)) ?? sentences[0] ?? '';
  const plain = found.replace(/\s+/g, ' ').trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST).replace(/\s\S*$/, '')} …`;
}
