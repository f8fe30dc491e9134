import type { Place } from './place.ts';

/** What a report says of a page before the reader has written a word. */
export interface ReportedPage {
  title: string;
  /** Its address; without an origin when nobody said where the site is published. */
  url: string;
  /** What it says, in a sentence. */
  summary: string | undefined;
  /** What it is made from. */
  files: readonly Place[];
  /** The last day of the record, in words; empty when there is none. */
  recordUntil: string;
}

const LONGEST = 200;

/** A report that only wants to be finished: which page, what it says, from which files and of when. */
export function reportText({ title, url, summary = '', files, recordUntil }: ReportedPage): {
  title: string;
  body: string;
} {
  const commit = files.find((file) => file.commit)?.commit;
  const said = summary.length > LONGEST ? `${summary.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : summary;
  const facts = [
    `Page: ${title}, ${url}`,
    files.length > 0 && `Made from: ${files.map(placeName).join(', ')}`,
    commit && `Commit: ${commit.slice(0, 12)}`,
    recordUntil && `Record until: ${recordUntil}`,
  ];
  return {
    title: `On the page “${title}”`,
    body: `${facts.filter(Boolean).join('\n')}\n\nWhat it says:\n\n> ${said}\n\nWhat is wrong with it, and how you know:\n\n`,
  };
}

/** A place in one word: `content/events/`, `wit/store.wit:12`, `lib/a.wit (npm package b)`. */
export function placeName({ path, line, of }: Place): string {
  return `${path}${line === undefined ? '' : `:${line}`}${of ? ` (${of})` : ''}`;
}
