import type { SourceFile } from '../problem.ts';
import { actionItems } from './fields/action-items/index.ts';
import { agenda } from './fields/agenda.ts';
import { attendees } from './fields/attendees/index.ts';
import { date } from './fields/date.ts';
import { decided } from './fields/decisions.ts';
import { links } from './fields/links.ts';
import { status } from './fields/status.ts';
import { title } from './fields/title.ts';
import { topics } from './fields/topics.ts';
import { turns } from './fields/turns.ts';
import { when } from './fields/when.ts';
import { findMentions } from './find-mentions.ts';
import type { Meeting } from './meeting.ts';
import { matcher } from './names.ts';
import { readNotes } from './notes.ts';
import { NO_NAMES, type ProposalNames } from './proposal-names.ts';

/**
 * Reads one file of meeting notes. Never throws: what cannot be read is left empty, and what is malformed is a
 * problem with its place.
 */
export function parseMeeting(file: SourceFile, options: { proposals?: ProposalNames } = {}): Meeting {
  const notes = readNotes(file);
  const { data } = notes.frontMatter;
  const day = date(notes);
  const people = attendees(notes);
  const subjects = topics(notes);
  const planned = agenda(notes);
  const spoken = turns(notes, matcher(people), subjects);
  const held = status(notes, { attendees: people.length, turns: spoken.length, topics: subjects.length });
  const { decisions, candidates } = decided(notes, spoken, planned, options.proposals ?? NO_NAMES);
  const meeting: Meeting = {
    path: file.path,
    date: day,
    title: title(notes),
    status: held,
    when: when(notes, day),
    attendees: people,
    agenda: planned,
    topics: subjects,
    turns: spoken,
    decisions,
    candidates: held === 'held' ? candidates : [],
    actionItems: actionItems(notes, spoken, people),
    mentions: [],
    links: links(notes),
    problems: notes.frontMatter.problems,
  };
  meeting.mentions = findMentions(meeting, { items: [], proposals: options.proposals ?? NO_NAMES });
  if (data.source) meeting.source = data.source;
  if (data.restated === true) meeting.restated = true;
  if (data.complete === false) meeting.complete = false;
  if (data.note) meeting.note = data.note;
  return meeting;
}
