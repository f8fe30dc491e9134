import { jointParts, looksLikeName } from '../../labels.ts';
import type { Matcher } from '../../names.ts';
import { isOwner, type Owned, owned } from './owned.ts';
import { byAnother, byMyself } from './promised.ts';

/** What marks an action item. */
const MARK =
  'actions?(?: items?| points?)?(?: going forward| for (?:the )?next (?:meeting|time))?|ai|todo|to[- ]do|follow[- ]ups?';
/** `Action item: task`, `AI(Ada): task`, `**ACTION** - task`, `[Action - Ada] task`, `TODO Ada: task`. */
const MARKED = new RegExp(
  `^[*_[(]*(?:${MARK})[*_\\])]*(?:\\s*[(](?<by>[^()]{2,40})[)][*_]*|\\s*[–—-]\\s*(?<named>[^\\][:*]{2,40})\\][*_]*|\\s+(?<before>@?\\p{Lu}[^:*_()[\\]]{1,40}?)(?=\\s*:))?\\s*(?:[:,]|\\s[–—-]\\s|(?<=\\]\\**))\\s*[*_]*\\s*(?<task>\\S.*)$`,
  'iu',
);
/** `-> action item to do it`, `action item for everyone to do it`. */
const WITHIN = /^(?:->\s*)?actions? items?(?: for (?<who>[^:]{2,40}?))? to (?<task>\p{L}.*)$/iu;
/** A mark in the middle of a line begins a sentence in capital letters: `... the users. TODO Ada: post this`. */
const MIDDLE = /(?<=[.!?:)]\s{1,3})(?=[*_[(]*(?:TODO|ACTION|AI)\b)/u;
const LONGEST = 2000;

/** What is marked as an action item, with its owner where the words name one. */
export function marked(text: string, speaker: string | null, people: Matcher): Owned | null {
  for (const part of text.slice(0, LONGEST).split(MIDDLE)) {
    const groups = MARKED.exec(part)?.groups;
    if (groups) return read(groups, speaker, people);
    const within = WITHIN.exec(part)?.groups;
    if (within) return owned(within.who ?? speaker, within.task ?? part);
  }
  return null;
}

function read(
  { by, named, before, task = '' }: Record<string, string | undefined>,
  speaker: string | null,
  people: Matcher,
): Owned | null {
  if (!task || isNone(task)) return null;
  // `Action item scribe: Ada` is a role and no task.
  if (before && !/^@?\p{Lu}/u.test(before)) return null;
  const owner = by ?? named ?? before;
  if (owner && (isOwner(owner, people) || namesSomebody(owner))) return owned(owner, task);
  if (by ?? named) return null;
  return taskOf(task, speaker, people);
}

/** A task with its owner, as it stands after a mark or in a list of tasks. */
export function taskOf(task: string, speaker: string | null, people: Matcher): Owned {
  const other = byAnother(task, speaker, people);
  if (other) return other;
  const own = speaker ? byMyself(task) : null;
  if (own !== null) return owned(speaker, own);
  const [, owner, rest] =
    /^[*_]*(?:\[([^\][:*_]{2,40})\]|([^:*_[\]]{2,40}?))[*_]*\s*(?:(?<=\]\**)|:|[-–—])\s*[*_]*(\S.*)$/u
      .exec(task)
      ?.flatMap((part, i) => (i === 0 || part !== undefined ? [part] : [])) ?? [];
  return owner && rest && isOwner(owner, people) ? owned(owner, rest) : owned(null, task);
}

/** Whether there is nothing to do: `none`, `TODO`. */
export function isNone(task: string): boolean {
  return /^[*_[(]*(?:none|n\/a|no\b|nothing|todo|tbd|tba|\.{3}|…)(?:\b.{0,30})?[*_\])]*$/iu.test(task);
}

function namesSomebody(owner: string): boolean {
  return jointParts(owner).every(looksLikeName);
}
