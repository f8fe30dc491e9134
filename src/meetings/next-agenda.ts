import type { Meeting } from './meeting.ts';

/** What the agenda of a meeting is made of, besides its template. */
export interface AgendaFacts {
  /** `YYYY-MM-DD` */
  date: string;
  actionItems: readonly string[];
  votes: readonly string[];
  waiting: readonly string[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * Fills a template: `{{day}}` is `March 4`, `{{year}}` the year, `{{date}}` both as `YYYY-MM-DD`. A line with
 * `{{action-items}}`, `{{votes}}` or `{{waiting}}` is repeated for each of them; with none, it goes, and so does the
 * agenda item above it that holds nothing else.
 */
export function nextAgenda(template: string, facts: AgendaFacts): string {
  const lists: Record<string, readonly string[]> = {
    'action-items': facts.actionItems,
    votes: facts.votes,
    waiting: facts.waiting,
  };
  const [year = '', month = '', day = ''] = facts.date.split('-');
  const named = `${MONTHS[Number(month) - 1]} ${Number(day)}`;
  const lines: string[] = [];
  for (const line of template.split('\n')) {
    const name = /\{\{(action-items|votes|waiting)\}\}/u.exec(line)?.[1];
    const items = name ? (lists[name] ?? []) : null;
    if (items === null) lines.push(line);
    else if (items.length > 0)
      lines.push(...items.map((item) => line.replace(`{{${name}}}`, () => oneLine(item))));
    else lines.pop();
  }
  return lines
    .join('\n')
    .replaceAll('{{day}}', named)
    .replaceAll('{{year}}', year)
    .replaceAll('{{date}}', facts.date);
}

/** The votes that earlier notes put off and that no later notes before the day have held. */
export function waitingVotes(
  meetings: readonly Meeting[],
  before: string,
): { proposal: string | null; text: string }[] {
  const earlier = meetings
    .filter(({ date }) => date !== '' && date < before)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return earlier.flatMap((meeting, i) =>
    meeting.decisions
      .filter(({ outcome }) => outcome === 'postponed')
      .filter(
        (decision) =>
          !earlier
            .slice(i + 1)
            .some((later) =>
              later.decisions.some(
                (other) =>
                  other.proposal === decision.proposal &&
                  other.toPhase === decision.toPhase &&
                  other.outcome !== 'postponed',
              ),
            ),
      )
      .map(({ subject, proposal }) => ({ proposal, text: `${subject} (put off on ${meeting.date})` })),
  );
}

/** What people took on in the last meetings held before the day. Whether it is done, the notes rarely say. */
export function openActionItems(meetings: readonly Meeting[], before: string, last = 2): string[] {
  return meetings
    .filter(({ date, status }) => status === 'held' && date !== '' && date < before)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .slice(-last)
    .flatMap(({ date, actionItems }) =>
      actionItems.map(({ owner, text }) => `${owner ? `${owner}: ` : ''}${text} (${date})`),
    );
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
