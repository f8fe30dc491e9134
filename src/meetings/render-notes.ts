import type { Element, ElementContent, Root } from 'hast';
import type { SourceFile } from '../problem.ts';
import type { Decision, Meeting, Turn } from './meeting.ts';
import { type NotesLine, readNotes } from './notes.ts';
import { definitionsIn, withDefinitions } from './render/definitions.ts';
import { element } from './render/element.ts';
import { inlineOf, markdownTrees } from './render/markdown-trees.ts';
import { safeHtml } from './render/safe-html.ts';
import { type Segment, segments } from './render/segments.ts';
import type { LinkBase } from './resolve-link.ts';

interface Options {
  /** Where relative links of notes without a `source` lead: the address above the folders of the years. */
  home?: string;
}

/** The notes as safe HTML: `notesTree`, written. */
export function renderNotes(file: SourceFile, meeting: Meeting, options: Options = {}): string {
  return safeHtml(notesTree(file, meeting, options));
}

/** The anchor of a topic's heading: a title cannot take the name of anything else on a page. */
export function topicAnchor(id: string): string {
  return `topic-${id}`;
}

/**
 * A note as a tree that keeps every word: topics as headings with their anchors, each turn an element with its id, its
 * speaker and a permalink, each decision marked. Nothing in the note becomes an element of its own, so `list<u8>` is
 * text. The tree may be changed; whoever writes it does so with `safeHtml`.
 *
 * Classes: `attendees`, `turn` (`data-speaker`, `data-person`, `data-topic`), `speaker`, `via`, `said`, `permalink`,
 * `vote`, `decision` (`data-outcome`), `stage`, `chat`, `topic-line`, `dead-link`.
 */
export function notesTree(file: SourceFile, meeting: Meeting, options: Options = {}): Root {
  const notes = readNotes(file);
  const base: LinkBase = { path: file.path, source: meeting.source, home: options.home };
  const definitions = definitionsIn(notes.lines);
  const ids = new Map(meeting.decisions.map((decision, i) => [decision, `decision-${i + 1}`]));
  const jobs: { markdown: string; into: Element; inline: boolean }[] = [];
  /** Markdown is read at the end, all of it together. */
  const later = (into: Element, text: string, inline: boolean): Element => {
    jobs.push({ markdown: withDefinitions(text, definitions), into, inline });
    return into;
  };
  const anchors = (decisions: readonly Decision[]) =>
    decisions.map((d) =>
      element('span', { className: ['decision'], id: ids.get(d), dataOutcome: d.outcome }),
    );
  const block = (kind: string | undefined, decisions: readonly Decision[], lines: readonly NotesLine[]) => {
    const inside = later(element('div'), raw(lines), false);
    return kind ? element('div', { className: [kind] }, ...anchors(decisions), inside) : inside;
  };
  const one = (segment: Segment): Element => {
    switch (segment.kind) {
      case 'heading': {
        const { heading, topic } = segment;
        const title = headingText(notes.lines[heading.line - 1]);
        return later(element(`h${heading.level}`, topic ? { id: topicAnchor(topic.id) } : {}), title, true);
      }
      case 'attendees':
        return element(
          'ul',
          { className: ['attendees'] },
          ...segment.names.map((name) => later(element('li'), name, true)),
        );
      case 'turn':
        return turnOf(segment.turn, segment.first, anchors(segment.decisions), (into, text) =>
          later(into, text, false),
        );
      case 'vote':
        return block('vote', segment.decisions, segment.lines);
      case 'text':
        return block(segment.decisions.length > 0 ? 'noted' : undefined, segment.decisions, segment.lines);
    }
  };
  const children: ElementContent[] = segments(notes, meeting).map(one);
  const trees = markdownTrees(
    jobs.map((job) => job.markdown),
    base,
  );
  for (const [at, { into, markdown, inline }] of jobs.entries()) {
    const tree = trees[at] ?? [];
    into.children = inline ? inlineOf(tree, markdown) : tree;
  }
  return { type: 'root', children: unwrapped(children) };
}

/** Blocks of text stand among the others: the element that they were read into goes. */
function unwrapped(nodes: readonly ElementContent[]): ElementContent[] {
  const bare = (node: ElementContent): ElementContent[] =>
    node.type === 'element' && node.tagName === 'div' && node.properties.className === undefined
      ? node.children
      : [node];
  return nodes.flatMap((node, at) => {
    if (node.type === 'element' && node.tagName === 'div') node.children = node.children.flatMap(bare);
    return at > 0 ? [{ type: 'text', value: '\n' }, ...bare(node)] : bare(node);
  });
}

function turnOf(
  turn: Turn,
  first: NotesLine,
  anchors: Element[],
  markdown: (into: Element, text: string) => Element,
): Element {
  const via = aside(turn, first);
  return element(
    'article',
    {
      className: ['turn'],
      id: turn.id,
      dataSpeaker: turn.speaker || undefined,
      dataPerson: turn.person || undefined,
      dataTopic: turn.topic || undefined,
    },
    ...anchors,
    element(
      'p',
      { className: ['speaker'] },
      element('span', { className: ['name'] }, turn.speaker),
      ...(via ? [' ', element('span', { className: ['via'] }, via)] : []),
      element('a', { className: ['permalink'], href: `#${turn.id}`, ariaLabel: 'Link to this turn' }, ' #'),
    ),
    markdown(element('div', { className: ['said'] }), dedented(turn.text)),
  );
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
