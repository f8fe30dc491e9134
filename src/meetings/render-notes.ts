import type { SourceFile } from '../problem.ts';
import type { Decision, Meeting, Turn } from './meeting.ts';
import { type NotesLine, readNotes } from './notes.ts';
import { definitionsIn, withDefinitions } from './render/definitions.ts';
import { escapeHtml } from './render/escape-html.ts';
import { inlineOf, renderMarkdown } from './render/render-markdown.ts';
import { type Segment, segments } from './render/segments.ts';
import type { LinkBase } from './resolve-link.ts';

/** Marks where rendered Markdown goes; never in notes, where it is replaced. */
const LATER = '\ue001';
const PLACE = new RegExp(`${LATER}(\\d+)${LATER}`, 'gu');

/**
 * A note as safe HTML that keeps every word: topics as headings with their ids, each turn an element with its id, its
 * speaker and a permalink, each decision marked. Nothing in the note becomes an element of its own, so `list<u8>` is text.
 *
 * Classes: `attendees`, `turn` (`data-speaker`, `data-person`, `data-topic`), `speaker`, `via`, `said`, `permalink`,
 * `vote`, `decision` (`data-outcome`), `stage`, `chat`, `topic-line`, `dead-link`.
 * @param options.home where relative links of notes without a `source` lead: the address above the folders of the years.
 */
export function renderNotes(file: SourceFile, meeting: Meeting, options: { home?: string } = {}): string {
  const notes = readNotes(file);
  const base: LinkBase = { path: file.path, source: meeting.source, home: options.home };
  const definitions = definitionsIn(notes.lines);
  const ids = new Map(meeting.decisions.map((decision, i) => [decision, `decision-${i + 1}`]));
  const jobs: { markdown: string; inline: boolean }[] = [];
  const later = (text: string, inline: boolean) => {
    jobs.push({ markdown: withDefinitions(text.replaceAll(LATER, '\ufffd'), definitions), inline });
    return `${LATER}${jobs.length - 1}${LATER}`;
  };
  const markdown = (text: string) => later(text, false);
  const inline = (text: string) => later(text, true);
  const one = (segment: Segment): string => {
    switch (segment.kind) {
      case 'heading': {
        const { heading, topic } = segment;
        const id = topic ? ` id="${escapeHtml(topic.id)}"` : '';
        const title = headingText(notes.lines[heading.line - 1]);
        return `<h${heading.level}${id}>${inline(title)}</h${heading.level}>`;
      }
      case 'attendees':
        return `<ul class="attendees">${segment.names.map((name) => `<li>${inline(name)}</li>`).join('')}</ul>`;
      case 'turn':
        return turnOf(segment.turn, segment.first, anchors(segment.decisions), markdown);
      case 'vote':
        return wrapped('vote', segment.decisions, markdown(raw(segment.lines)));
      case 'text':
        return segment.decisions.length > 0
          ? wrapped('noted', segment.decisions, markdown(raw(segment.lines)))
          : markdown(raw(segment.lines));
    }
  };
  const anchors = (decisions: readonly Decision[]) =>
    decisions
      .map((d) => `<span class="decision" id="${ids.get(d)}" data-outcome="${d.outcome}"></span>`)
      .join('');
  const wrapped = (kind: string, decisions: readonly Decision[], html: string) =>
    `<div class="${kind}">${anchors(decisions)}${html}</div>`;
  const page = segments(notes, meeting).map(one).join('\n');
  const rendered = renderMarkdown(
    jobs.map((job) => job.markdown),
    base,
  );
  return page.replace(PLACE, (_, index: string) => {
    const [job, html = ''] = [jobs[Number(index)], rendered[Number(index)]];
    return job?.inline ? inlineOf(html, job.markdown) : html;
  });
}

function turnOf(turn: Turn, first: NotesLine, anchors: string, markdown: (text: string) => string): string {
  const attributes = Object.entries({
    id: turn.id,
    'data-speaker': turn.speaker,
    'data-person': turn.person,
    'data-topic': turn.topic,
  }).flatMap(([name, value]) => (value ? [`${name}="${escapeHtml(value)}"`] : []));
  const label = escapeHtml(turn.speaker);
  const via = aside(turn, first);
  return [
    `<article class="turn" ${attributes.join(' ')}>${anchors}`,
    `<p class="speaker"><span class="name">${label}</span>${via ? ` <span class="via">${escapeHtml(via)}</span>` : ''}`,
    `<a class="permalink" href="#${turn.id}" aria-label="Link to this turn"> #</a></p>`,
    `<div class="said">${markdown(dedented(turn.text))}</div></article>`,
  ].join('');
}

/** What the label's line says besides the name and what was said: `in chat`. */
function aside(turn: Turn, first: NotesLine): string {
  const said = turn.text.split('\n')[0] ?? '';
  const label = first.text.endsWith(said) ? first.text.slice(0, first.text.length - said.length) : first.text;
  return label
    .replace(/[*_`]/gu, '')
    .replace(turn.speaker, '')
    .replace(/[()[\]:*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Bullets under a speaker's own bullet are a list of their own. */
function dedented(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const indents = rest.filter((line) => line.trim()).map((line) => /^\s*/u.exec(line)?.[0].length ?? 0);
  const common = indents.length > 0 ? Math.min(...indents) : 0;
  const opening = /^\s*(?:[-*+]|\d+[.)])\s/u.test(first)
    ? first.slice(Math.min(common, /^\s*/u.exec(first)?.[0].length ?? 0))
    : first.trimStart();
  return [opening, ...rest.map((line) => line.slice(common))].join('\n');
}

function headingText(line: NotesLine | undefined): string {
  return (line?.text ?? '').replace(/^#{1,6}\s*/u, '').replace(/\s+#+\s*$/u, '');
}

function raw(lines: readonly NotesLine[]): string {
  return lines.map((line) => line.raw).join('\n');
}
