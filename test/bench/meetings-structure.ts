import { parseMeeting } from '../../src/meetings/index.ts';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { type GroupLabels, groupNotes } from '../meetings/groups.ts';
import type { Row } from './row.ts';

/** Found, wrongly found and missed. */
interface Count {
  right: number;
  extra: number;
  missing: number;
}

const FIELDS = ['attendees', 'speakers', 'topics', 'dates', 'status', 'action items'] as const;
type Field = (typeof FIELDS)[number];

/** The goal of each field over all groups. */
const GOALS: Record<Field, string> = {
  attendees: '>= 0.95',
  speakers: '>= 0.97',
  topics: '>= 0.92',
  dates: '>= 0.98',
  status: '>= 0.98',
  'action items': '',
};

/** How well the structure of other groups' notes is read: F1 by field, over all and by group. */
export async function bench(): Promise<Row[]> {
  const notes = groupNotes();
  const counts = new Map<string, Map<Field, Count>>();
  for (const { group, file, labels } of notes) {
    const found = compared(parseMeeting(file), labels);
    for (const [field, { right, extra, missing }] of found) {
      for (const name of [group, 'all']) {
        const fields = counts.get(name) ?? new Map<Field, Count>();
        counts.set(name, fields);
        const sum = fields.get(field) ?? { right: 0, extra: 0, missing: 0 };
        fields.set(field, {
          right: sum.right + right.length,
          extra: sum.extra + extra.length,
          missing: sum.missing + missing.length,
        });
      }
    }
    if (process.env.WITNESS_BENCH_DETAILS)
      for (const [field, { extra, missing }] of found)
        if (extra.length + missing.length > 0)
          console.log(file.path, field, { extra: extra.join(' | '), missing: missing.join(' | ') });
  }
  const groups = [...counts.keys()].filter((name) => name !== 'all').sort();
  console.log(`${notes.length} labelled notes of ${groups.length} groups`);
  console.table(
    Object.fromEntries(
      groups.map((name) => [
        name,
        Object.fromEntries(FIELDS.map((field) => [field, rounded(counts.get(name)?.get(field))])),
      ]),
    ),
  );
  return FIELDS.flatMap((field): Row[] => {
    const count = counts.get('all')?.get(field);
    if (!count) return [];
    const worst = Math.min(...groups.map((name) => f1(counts.get(name)?.get(field))));
    return [
      {
        name: `${field} of other groups`,
        ours: f1(count),
        peer: null,
        peerName: '',
        ratio: null,
        goal: GOALS[field],
        unit: 'F1',
        note: `worst group ${worst.toFixed(2)}`,
      },
    ];
  });
}

interface Difference {
  right: string[];
  extra: string[];
  missing: string[];
}

/** What was read against what the labels want; what they call optional counts neither way. */
export function compared(meeting: Meeting, labels: GroupLabels): Map<Field, Difference> {
  const spoken = [...new Set(meeting.turns.map(({ speaker }) => bare(speaker)))];
  return new Map<Field, Difference>([
    ['attendees', attendeesOf(meeting, labels)],
    ['speakers', difference(spoken, labels.speakers.map(bare), (labels.speakersAlso ?? []).map(bare))],
    [
      'topics',
      difference(
        meeting.topics.map(({ title }) => title),
        labels.topics,
        labels.topicsAlso ?? [],
      ),
    ],
    ['dates', dateOf(meeting, labels)],
    ['status', difference([meeting.status], [labels.status])],
    ['action items', actionsOf(meeting, labels)],
  ]);
}

function attendeesOf(meeting: Meeting, labels: GroupLabels): Difference {
  const also = labels.attendeesAlso ?? {};
  const spellings = Array.isArray(also) ? {} : also;
  const written = labels.attendeesAsWritten ?? [];
  const names = meeting.attendees.map(({ name }) => {
    const at = labels.attendees.findIndex(
      (wanted, i) => name === wanted || name === written[i] || name === spellings[wanted],
    );
    return labels.attendees[at] ?? name;
  });
  return difference(names, labels.attendees, [
    ...(Array.isArray(also) ? also : []),
    ...(labels.attendeesOptional ?? []),
  ]);
}

function dateOf({ date }: Meeting, labels: GroupLabels): Difference {
  const right = [labels.date ?? '', ...(labels.dateAlso ?? [])].includes(date);
  return right
    ? { right: [date], extra: [], missing: [] }
    : { right: [], extra: [date], missing: [labels.date ?? ''] };
}

function actionsOf(meeting: Meeting, labels: GroupLabels): Difference {
  const out: Difference = { right: [], extra: [], missing: [] };
  const rest = [...labels.actionItems];
  const done = new Set<number>();
  for (const { line, text } of meeting.actionItems) {
    const at = rest.findIndex((item) => item.line === line || item.lineAlso?.includes(line));
    const [item] = at < 0 ? [] : rest.splice(at, 1);
    if (item && !item.optional) out.right.push(item.text);
    if (item) for (const n of [item.line, ...(item.lineAlso ?? [])]) done.add(n);
    else if (!done.has(line)) out.extra.push(`${line} ${text}`);
  }
  out.missing.push(...rest.filter((item) => !item.optional).map(({ line, text }) => `${line} ${text}`));
  return out;
}

function difference(
  got: readonly string[],
  wanted: readonly string[],
  optional: readonly string[] = [],
): Difference {
  const rest = wanted.map(plain);
  const spare = new Set(optional.map(plain));
  const out: Difference = { right: [], extra: [], missing: [] };
  for (const one of got) {
    const at = rest.indexOf(plain(one));
    if (at >= 0) {
      rest.splice(at, 1);
      out.right.push(one);
    } else if (!spare.has(plain(one))) out.extra.push(one);
  }
  out.missing.push(...rest);
  return out;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function bare(speaker: string): string {
  return speaker.replace(/^@/u, '');
}

function f1(count: Count | undefined): number {
  if (!count) return 1;
  const { right, extra, missing } = count;
  return right + extra + missing === 0 ? 1 : (2 * right) / (2 * right + extra + missing);
}

function rounded(count: Count | undefined): number {
  return Number(f1(count).toFixed(2));
}
