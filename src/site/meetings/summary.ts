import type { Decision, Meeting } from '../../meetings/index.ts';

/** What a list of meetings says of one of them. */
export interface MeetingSummary {
  status: 'held' | 'cancelled' | 'agenda-only' | 'missing';
  /** Titles of the topics at the highest level, or else of the agenda. */
  topics: string[];
  decisions: Decision[];
  people: number;
}

/** A meeting at a glance. Decisions that were only put off or talked about are left out. */
export function summarise(meeting: Meeting): MeetingSummary {
  const top = Math.min(...meeting.topics.map(({ level }) => level));
  const topics = meeting.topics.filter(({ level }) => level === top).map(({ title }) => title);
  const agenda = meeting.agenda.filter(({ text }) => !ROUTINE.test(text)).map(({ text }) => text);
  return {
    status: meeting.status,
    topics: topics.length > 0 ? topics : agenda,
    decisions: meeting.decisions.filter(({ outcome }) => outcome !== 'informational'),
    people: new Set(meeting.attendees.map(({ name }) => name)).size,
  };
}

const ROUTINE = /^(opening|announcements?$|proposals and discussions$|please help|thanks|_?submit a pr)/i;
