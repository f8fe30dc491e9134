import type { Meeting } from '../../meetings/index.ts';

/** Names that pages of years have. */
const TAKEN = /^(?:\d{4}|undated)$/;

/** A name for each meeting's page: its date, with a number where a day has several notes, or else its file's name. */
export function meetingSlugs(meetings: readonly Meeting[]): string[] {
  const seen = new Map<string, number>();
  return meetings.map(({ date, path }) => {
    const name = date || slug(path.replace(/^.*[/\\]|\.md$/g, ''));
    const count = (seen.get(name) ?? (TAKEN.test(name) ? 1 : 0)) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

/** Words as a part of an address: lower case, joined by hyphens; letters of every script stay. */
export function slug(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words ? words.join('-') : 'untitled';
}
