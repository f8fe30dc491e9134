import type { Meeting } from '../../meetings/index.ts';
import { addressPart } from '../address-part.ts';

/** Names that pages of years have. */
const TAKEN = /^(?:\d{4}|undated)$/;

/** A name for each meeting's page: its date, with a number where a day has several notes, or else its file's name. */
export function meetingSlugs(meetings: readonly Meeting[]): string[] {
  const taken = new Set<string>();
  return meetings.map(({ date, path }) => {
    const base = date || slug(path.replace(/^.*[/\\]|\.md$/g, ''));
    let name = base;
    for (let count = 2; taken.has(name) || TAKEN.test(name); count += 1) name = `${base}-${count}`;
    taken.add(name);
    return name;
  });
}

/** Words as a part of an address: lower case, joined by hyphens; letters of every script stay. */
export function slug(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ? addressPart(words.join('-')) : 'untitled';
}
