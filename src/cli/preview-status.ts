import type { Meeting } from '../meetings/index.ts';
import { type Change, changesBetween, parseEvent, suggest, type TrackerEvent } from '../tracker/index.ts';
import { groupContent } from './command-group.ts';
import type { GroupValues } from './group-options.ts';

/**
 * What the tracker would show once the decisions of some notes are recorded: each decision without an event, with the
 * event to paste, and the statuses that differ with those events. @throws UnusableInput when the group's own content has errors.
 */
export async function previewStatus(meetings: readonly Meeting[], group: GroupValues): Promise<string> {
  const { tracker, names } = await groupContent(group);
  const found = suggest({ meetings, events: tracker.events, names });
  if (found.length === 0) return 'The tracker has every decision of these notes.\n';
  const events = found.flatMap(({ file, yaml }): TrackerEvent[] => {
    const { value } = parseEvent({ path: file, text: yaml });
    return value ? [value.value] : [];
  });
  const after = { ...tracker, events: [...tracker.events, ...events] };
  const days = [...meetings, ...tracker.meetings].map(({ date }) => date).sort();
  const last = days.at(-1) ?? '';
  const changes = difference(changesBetween(tracker, '', last), changesBetween(after, '', last));
  return [
    `${found.length} decisions without an event:`,
    ...found.map(
      ({ path, line, decision, file }) => `  ${path}:${line}: ${decision}\n    record it in ${file}`,
    ),
    changes.length > 0
      ? 'With those events the tracker would show:'
      : 'With those events no status would change.',
    ...changes.map(changeText),
    '',
  ].join('\n');
}

/** The changes of `after` that `before` does not have, without the events themselves. */
function difference(before: readonly Change[], after: readonly Change[]): Change[] {
  const known = new Set(before.map((change) => JSON.stringify(change)));
  return after.filter((change) => change.what !== 'event' && !known.has(JSON.stringify(change)));
}

function changeText({ proposal, what, id, to }: Change): string {
  return `  ${[proposal, what, id].filter(Boolean).join(' ')}: ${to ?? 'none'}`;
}
