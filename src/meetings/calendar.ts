import { AGENDA_PLACEHOLDER } from './fields/agenda.ts';
import type { Meeting } from './meeting.ts';
import { isTemplateTitle } from './titles.ts';

export interface CalendarOptions {
  /** Whose meetings they are, if that is known: `WASI Subgroup`. */
  group?: string | null;
  /** The address of a meeting's page. */
  url?: (meeting: Meeting) => string;
}

/** The longest line that RFC 5545 allows, in octets. */
const LONGEST = 75;
const encoder = new TextEncoder();
const ROUTINE =
  /^(?:opening|please help|thanks|closure|find volunteers|introduction|adoption of the agenda)\b/iu;

/**
 * The meetings as a calendar: past ones with their topics, coming ones with their agenda, cancelled ones marked. The same
 * meetings give the same bytes, and a meeting keeps its id when its notes change.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function calendar(meetings: readonly Meeting[], options: CalendarOptions = {}): string {
  const sameDay = new Map<string, number>();
  const events = meetings
    .filter(({ date }) => date !== '')
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap((meeting) => {
      const count = (sameDay.get(meeting.date) ?? 0) + 1;
      sameDay.set(meeting.date, count);
      return eventOf(meeting, `${meeting.date}${count > 1 ? `-${count}` : ''}`, options);
    });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Witness//Meetings//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(titled(options, 'meetings'))}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

function eventOf(meeting: Meeting, id: string, options: CalendarOptions): string[] {
  const cancelled = meeting.status === 'cancelled';
  const { start, end } = timesOf(meeting);
  const page = options.url?.(meeting);
  const text = summaryOf(meeting);
  return [
    'BEGIN:VEVENT',
    `UID:${id}@meetings.witness`,
    `DTSTAMP:${stamp(start ?? `${meeting.date}T00:00:00Z`)}`,
    start ? `DTSTART:${stamp(start)}` : `DTSTART;VALUE=DATE:${meeting.date.replaceAll('-', '')}`,
    ...(end ? [`DTEND:${stamp(end)}`] : []),
    `SUMMARY:${cancelled ? 'Cancelled: ' : ''}${escaped(titled(options, 'meeting'))}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SEQUENCE:${cancelled ? 1 : 0}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(page ? [`URL:${page}`] : []),
    'END:VEVENT',
  ];
}

/** `WASI Subgroup meeting`, or `Meeting` where nobody says whose. */
function titled({ group }: CalendarOptions, what: string): string {
  return group ? `${group} ${what}` : what.charAt(0).toUpperCase() + what.slice(1);
}

/** The hours of the `When` line on the day of the meeting: the line itself often has an old year. */
export function timesOf({ date, when }: Meeting): { start: string | null; end: string | null } {
  if (!when) return { start: null, end: null };
  const start = Date.parse(`${date}T${when.start.slice(11)}`);
  const length = Date.parse(when.end) - Date.parse(when.start);
  return { start: new Date(start).toISOString(), end: new Date(start + length).toISOString() };
}

function summaryOf({ topics, agenda, decisions, status }: Meeting): string {
  const planned = agenda.filter(
    ({ text }) => !ROUTINE.test(text) && !isTemplateTitle(text) && !AGENDA_PLACEHOLDER.test(text),
  );
  const items =
    status === 'held' && topics.length > 0
      ? topics.map(({ title }) => title)
      : planned.map(({ text }) => plain(text));
  const decided = decisions.map(({ subject, outcome }) => `Decision: ${subject} (${outcome})`);
  return [...items, ...decided].join('\n');
}

function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/[*_`]/gu, '');
}

function stamp(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/gu, '');
}

function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/gu, '\\$&')
      .replace(/\r\n?|\n/gu, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a text must not hold them
      .replace(/[\0-\x08\x0b-\x1f\x7f]/gu, '')
  );
}

/** Lines beyond the limit go on after a line break and a space; characters are never cut in two. */
function folded(line: string): string[] {
  const out: string[] = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > LONGEST) {
      out.push(current);
      current = ' ';
      size = 1;
    }
    current += character;
    size += octets;
  }
  return [...out, current];
}
