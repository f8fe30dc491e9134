import { isKnown, jointParts, looksLikeName } from '../../labels.ts';
import type { ActionItem } from '../../meeting.ts';
import type { Matcher } from '../../names.ts';

/** An action item without its place. */
export type Owned = Omit<ActionItem, 'line'>;

/** A task in its own words: without markup, with a capital letter, without a full stop. */
export function owned(owner: string | null, task: string): Owned {
  const text = task
    .replace(/[*_`[\]]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[ .]+$/u, '');
  return { owner: owner?.trim() ?? null, text: text.charAt(0).toUpperCase() + text.slice(1) };
}

/** Whether a text names people of this meeting. */
export function isOwner(owner: string, people: Matcher): boolean {
  return jointParts(owner).every((part) => looksLikeName(part)) && isKnown(owner, people);
}
