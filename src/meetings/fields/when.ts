import type { Meeting } from '../meeting.ts';
import type { Notes, NotesLine } from '../notes.ts';
import { dayOf, monthAndDay } from './date.ts';

/** Hours ahead of UTC, by the abbreviations that notes use. */
const ZONES: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
const TIMES =
  /(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\s*(?:[-–—]|to)\s*(\d{1,2})(?::(\d{2}))?\s*(am|pm)?\s*\(?([A-Z]{1,4})\b/iu;
const TIME = /(\d{1,2})(?::(\d{2}))\s*(am|pm)?\s*\(?([A-Z]{1,4})\b/iu;

/** A longer line says no more of when. */
const LONGEST = 300;

/** The `When` line: null when there is none or it cannot be read. A year that is not written is that of the meeting. */
export function when(notes: Notes, date: string): Meeting['when'] {
  const line = whenLine(notes);
  return line ? readWhen(line.text, date) : null;
}

/** So many lines of a note are its head, wherever its notes begin. */
const HEAD = 40;

/** The line that says when the meeting is. */
export function whenLine(notes: Notes): NotesLine | undefined {
  const end = Math.max(notes.start ?? notes.lines.length + 1, HEAD);
  return notes.lines.find((l) => l.number < end && /^[*_]*when[*_]*\s*:/iu.test(l.text));
}

/** Reads `July 13 2023, 16:00-17:00 UTC`; an end before the start is on the next day, a missing end an hour later. */
export function readWhen(line: string, date: string): Meeting['when'] {
  const text = line.slice(0, LONGEST).replace(/\s+/gu, ' ');
  const named = monthAndDay(text);
  const year = /\b(?:19|20)\d{2}\b/u.exec(text)?.[0] ?? date.slice(0, 4);
  const day = named && year ? dayOf(Number(year), named.month, named.day) : date;
  const span = TIMES.exec(text);
  const [, hour, minute, half, endHour, endMinute, endHalf, zone] = span ?? shortened(TIME.exec(text));
  const offset = ZONES[(zone ?? '').toUpperCase()];
  if (!day || !hour || offset === undefined) return null;
  const start = instant(day, minutes(hour, minute, half ?? endHalf) - offset * 60);
  if (start === null) return null;
  const length = endHour
    ? (minutes(endHour, endMinute, endHalf) - minutes(hour, minute, half ?? endHalf) + 1440) % 1440
    : 60;
  return { start: iso(start), end: iso(start + length * 60_000) };
}

function shortened(match: RegExpExecArray | null): (string | undefined)[] {
  return match ? [match[0], match[1], match[2], match[3], undefined, undefined, undefined, match[4]] : [];
}

function minutes(hour: string, minute = '0', half?: string): number {
  const hours = half ? (Number(hour) % 12) + (/pm/iu.test(half) ? 12 : 0) : Number(hour);
  return hours * 60 + Number(minute);
}

function instant(day: string, minutesAfterMidnight: number): number | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? null : time + minutesAfterMidnight * 60_000;
}

function iso(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
