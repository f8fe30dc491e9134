import { timesOf } from '../meetings/index.ts';
import type { Day, TrackerInput } from '../tracker/index.ts';
import type { Content } from './content.ts';
import { anchorOfDecision } from './meetings/places.ts';
import { summarise } from './meetings/summary.ts';
import { longDay } from './render/day.ts';
import { decisionOutcome, decisionTitle } from './render/decision.ts';
import { html } from './render/html.ts';
import { sentence } from './render/sentence.ts';
import { tallyText } from './render/tally.ts';

/** An item of a feed; `link` is a path from the site's root. */
export interface FeedItem {
  title: string;
  link: string;
  pubDate: Date;
  description: string;
}

/** What a feed says of itself: its language, and the address at which it is found again. */
export function feedHead(self: URL): { xmlns: Record<string, string>; customData: string } {
  return {
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: String(
      html`<language>en</language><atom:link href="${self.href}" rel="self" type="application/rss+xml"/>`,
    ),
  };
}

const MOST = 100;

/** Meetings and the decisions taken in them, the latest first. */
export function meetingItems({ meetings, recorded }: Pick<Content, 'meetings' | 'recorded'>): FeedItem[] {
  return meetings
    .toReversed()
    .flatMap(({ slug, meeting }): FeedItem[] => {
      const { topics, decisions, status } = summarise(meeting);
      const pubDate = new Date(timesOf(meeting).end ?? `${meeting.date || '1970-01-01'}T00:00:00Z`);
      const link = `/meetings/${slug}/`;
      const state = status === 'cancelled' ? ', cancelled' : '';
      return [
        {
          title: `Meeting of ${longDay(meeting.date)}${state}`,
          link,
          pubDate,
          description: topics.join(', '),
        },
        ...decisions.map((decision) => ({
          title: `${decisionTitle(decision, recorded.get(decision))}: ${decisionOutcome(decision).toLowerCase()}`,
          link: `${link}#${anchorOfDecision(meeting, decision)}`,
          pubDate,
          description: decision.tally ? tallyText(decision.tally) : '',
        })),
      ];
    })
    .slice(0, MOST)
    .map(wellFormed);
}

/**
 * What changed a status, the latest first: the tracker's events; and of proposals of which nobody recorded a phase,
 * what a program read in notes and what the proposals page says.
 */
export function statusItems({ tracker }: Content): FeedItem[] {
  return [...eventItems(tracker), ...unrecordedItems(tracker)]
    .toSorted((a, b) => b.pubDate.getTime() - a.pubDate.getTime())
    .slice(0, MOST)
    .map(wellFormed);
}

function unrecordedItems({ events, proposals, read = [], listed = [] }: TrackerInput): FeedItem[] {
  const recorded = new Set(events.flatMap((event) => (event.kind === 'phase' ? event.proposal : [])));
  const titles = new Map(proposals.map(({ id, title }) => [id, title]));
  const item = (proposal: string, date: Day, what: string, how: string): FeedItem => ({
    title: `${titles.get(proposal) ?? proposal}: ${what}`,
    link: `/proposals/${proposal}/#history-${date}`,
    pubDate: new Date(`${date}T00:00:00Z`),
    description: how,
  });
  const isOpen = ({ proposal }: { proposal: string }) => titles.has(proposal) && !recorded.has(proposal);
  return [
    ...read
      .filter(isOpen)
      .map(({ proposal, phase, date }) =>
        item(proposal, date, `phase ${phase}`, 'Read in the notes by a program, not reviewed.'),
      ),
    ...listed.filter(isOpen).flatMap(({ proposal, listings }) =>
      listings.flatMap(({ date, phase }, at) => {
        if (date === null || phase === listings[at - 1]?.phase) return [];
        const what = phase === null ? 'off the proposals page' : `listed at phase ${phase}`;
        return item(proposal, date, what, 'The proposals page says so from this day on.');
      }),
    ),
  ];
}

function eventItems({ events }: TrackerInput): FeedItem[] {
  return events
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1))
    .map((event) => ({
      title: event.title,
      link:
        'proposal' in event && event.proposal
          ? `/proposals/${event.proposal}/#${event.id}`
          : // Several on one day: readers of feeds tell items apart by their address.
            `/changes/?to=${event.date}&event=${event.id}`,
      pubDate: new Date(`${event.date}T00:00:00Z`),
      description: sentence(event.note ?? ''),
    }));
}

/** XML has no place for control characters and halves of characters, not even escaped. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function wellFormed(item: FeedItem): FeedItem {
  const text = (words: string) => words.replace(NOT_IN_XML, '\ufffd');
  return { ...item, title: text(item.title), description: text(item.description) };
}
