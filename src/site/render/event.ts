import type { Evidence, TrackerEvent } from '../../tracker/index.ts';
import { longDay } from './day.ts';
import { evidenceHtml, type MinutesLink } from './evidence.ts';
import { type Html, html } from './html.ts';
import { sentence } from './sentence.ts';
import { tallyChart } from './tally.ts';

/** One event as an item of a timeline: when, what, how it was decided, and the evidence. */
export function eventHtml(event: TrackerEvent, minutes: MinutesLink): Html {
  const tally = 'tally' in event && event.tally && tallyChart(event.tally);
  const note = event.note && html`<p>${sentence(event.note)}</p>`;
  const evidence = event.evidence.map((piece: Evidence) => evidenceHtml(piece, minutes));
  return html`<li class="event ${eventTone(event)}" id="${event.id}"><p class="when"><time datetime="${event.date}">${longDay(event.date)}</time></p><p class="what">${event.title}${outcome(event)}</p>${tally}${note}${evidence}</li>`;
}

/** Which events stand out: what was decided, what was put off or failed, and everything else. */
export function eventTone(event: TrackerEvent): 'decided' | 'undecided' | 'other' {
  if (!('outcome' in event)) return 'other';
  return event.outcome === 'passed' ? 'decided' : 'undecided';
}

const BASIS = { vote: 'by vote', consent: 'by consent', 'spoken-of': 'spoken of, no vote found' };
const OUTCOME = {
  passed: 'passed',
  failed: 'failed',
  postponed: 'postponed',
  unstated: 'outcome not stated',
};

/** How an event was decided, in words; empty where nothing was to decide. */
export function outcomeWords(event: TrackerEvent): string {
  if (!('basis' in event)) return '';
  return event.basis === 'spoken-of' ? BASIS['spoken-of'] : `${OUTCOME[event.outcome]} ${BASIS[event.basis]}`;
}

function outcome(event: TrackerEvent): Html | '' {
  const words = outcomeWords(event);
  return words && html` <span class="outcome">${words}</span>`;
}
