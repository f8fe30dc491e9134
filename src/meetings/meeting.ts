import * as z from 'zod';
import { day, problem } from '../schema/index.ts';

const line = z.int().min(1);

const attendee = z
  .strictObject({
    name: z.string().describe('As written, without markup.'),
    nick: z.string().optional(),
    affiliation: z.string().optional(),
    initials: z.string().optional(),
    line,
  })
  .meta({ id: 'attendee' });

const agendaItem = z
  .strictObject({ text: z.string(), line, level: z.int().min(0) })
  .meta({ id: 'agendaItem' });

const topic = z
  .strictObject({
    id: z.string().describe('Anchor, unique in the meeting.'),
    title: z.string(),
    level: z.int().min(1),
    line,
  })
  .meta({ id: 'topic' });

const turn = z
  .strictObject({
    id: z.string().describe('Anchor, unique in the meeting and stable when turns are added after it.'),
    topic: z.string().nullable(),
    speaker: z.string().describe('The label as written.'),
    person: z.string().optional().describe('The attendee whom the label stands for, when known.'),
    text: z.string().describe('Markdown source without the label.'),
    line,
    endLine: line,
  })
  .meta({
    id: 'turn',
    description: 'What one person said before the next one spoke; continuation paragraphs included.',
  });

const count = z.int().min(0);

export const tally = z
  .strictObject({ sf: count, f: count, n: count, a: count, sa: count })
  .meta({ id: 'tally', description: 'Strongly for, for, neutral, against, strongly against.' });

const decision = z
  .strictObject({
    line,
    kind: z.enum(['phase-advance', 'inclusion', 'launch', 'adopt', 'straw-poll', 'process', 'other']),
    subject: z.string(),
    proposal: z
      .string()
      .nullable()
      .describe('Short proposal id (`keyvalue`, `clocks-timezone`), when the words name one.'),
    toPhase: z.number().nullable().describe('A phase or stage of the group; TC39 has a 2.7.'),
    tally: tally.nullable(),
    method: z.enum(['tally', 'unanimous', 'no-objection', 'chair-declared', 'none']),
    outcome: z.enum(['passed', 'failed', 'postponed', 'unstated', 'informational']),
    quote: z.string().optional().describe('The words of the notes that carry it.'),
  })
  .meta({ id: 'decision' });

const candidate = z
  .strictObject({
    line,
    endLine: line,
    cues: z.array(z.string()).describe('Names of the cues in it.'),
    score: z.number().min(0).max(1),
    heading: z.string().nullable(),
    proposal: z.string().nullable(),
    toPhase: z.number().nullable(),
  })
  .meta({
    id: 'candidate',
    description: 'A passage that may hold a decision, for a person to look at. None overlaps a decision.',
  });

const actionItem = z
  .strictObject({ line, owner: z.string().nullable(), text: z.string() })
  .meta({ id: 'actionItem' });

const mention = z
  .strictObject({
    line,
    text: z.string().describe('As written.'),
    target: z
      .string()
      .describe(
        'What it names: a WIT address (`wasi:keyvalue/cache.get-or-set`), `proposal:keyvalue`, `owner/repo#1`.',
      ),
  })
  .meta({ id: 'mention' });

const link = z.strictObject({ text: z.string(), url: z.string(), line }).meta({ id: 'link' });

/** One meeting of a group, read from one file of notes: the JSON of `witness meetings json`. */
export const meeting = z.strictObject({
  path: z.string(),
  date: day.or(z.literal('')).describe('Empty when neither the path nor the text tells.'),
  title: z.string(),
  status: z.enum(['held', 'cancelled', 'agenda-only']),
  when: z
    .strictObject({ start: z.string(), end: z.string() })
    .nullable()
    .describe('As written: ISO 8601 instants when the line can be read.'),
  attendees: z.array(attendee),
  agenda: z.array(agendaItem),
  topics: z.array(topic),
  turns: z.array(turn),
  decisions: z.array(decision).describe('What the notes state beyond doubt.'),
  candidates: z.array(candidate).describe('What else may be a decision, best first.'),
  actionItems: z.array(actionItem),
  mentions: z.array(mention),
  links: z.array(link),
  problems: z.array(problem),
  source: z.string().optional().describe('The original of which these minutes are made.'),
  restated: z
    .boolean()
    .optional()
    .describe(
      'True when the notes are retold in other words: then nothing in them may be shown as a quotation.',
    ),
  complete: z
    .boolean()
    .optional()
    .describe(
      'False when only a part of the meeting is retold: what is not in the notes may still have happened.',
    ),
  note: z.string().optional().describe('What whoever keeps the notes has to say of them.'),
});

export type Meeting = z.infer<typeof meeting>;
export type Attendee = z.infer<typeof attendee>;
export type AgendaItem = z.infer<typeof agendaItem>;
export type Topic = z.infer<typeof topic>;
export type Turn = z.infer<typeof turn>;
export type Tally = z.infer<typeof tally>;
export type Decision = z.infer<typeof decision>;
export type Candidate = z.infer<typeof candidate>;
export type ActionItem = z.infer<typeof actionItem>;
export type Mention = z.infer<typeof mention>;
export type Link = z.infer<typeof link>;
