import { lint, NO_NAMES, parseMeeting, renderNotes } from '../../src/meetings/index.ts';
import { packText, unpackText } from '../../src/packed-text.ts';
import { docsHtml, docsLine } from '../../src/site/render/docs.ts';
import { parseSignature } from '../../src/site/search/match-signature.ts';
import { normal, rankNames } from '../../src/site/search/rank.ts';
import { readPage } from '../../src/tracker/audit/read-page.ts';
import { parseEvent, parseProposal } from '../../src/tracker/index.ts';
import { check, describe, highlight, parse, print } from '../../src/wit/index.ts';
import { type HostileText, MARKDOWN, NOTE, PAGE, QUERY, WIT, YAML } from './texts.ts';

/** A way in which text of strangers enters, and what is hostile there. */
export interface Reader {
  name: string;
  read: (text: string) => unknown;
  texts: HostileText[];
}

export const READERS: Reader[] = [
  {
    name: 'note',
    texts: NOTE,
    read: (text) => {
      const file = { path: 'meetings/2027/WASI-03-04.md', text };
      const meeting = parseMeeting(file);
      lint(file, meeting);
      return renderNotes(file, meeting);
    },
  },
  {
    name: 'documentation',
    texts: MARKDOWN,
    read: (text) => [docsHtml(text, () => undefined), docsLine(text, () => undefined)],
  },
  {
    name: 'WIT',
    texts: WIT,
    read: (text) => {
      const parsed = parse({ path: 'a.wit', text });
      const { value } = check([[parsed]], { allFeatures: true });
      return [describe(value), highlight(parsed.value, value), print(parsed.value)];
    },
  },
  {
    name: 'YAML',
    texts: YAML,
    read: (text) => [parseEvent({ path: '2027-03-04-a.yml', text }), parseProposal({ path: 'a.yml', text })],
  },
  {
    name: 'page of proposals',
    texts: PAGE,
    read: (text) => readPage({ path: 'Proposals.md', text }, NO_NAMES),
  },
  {
    name: 'search',
    texts: QUERY,
    read: (text) => [
      normal(text),
      parseSignature(text),
      rankNames([['function', 'wasi:a/b.c', '/', '']], text),
    ],
  },
  {
    name: 'shared link',
    texts: YAML.slice(0, 3).concat(QUERY.slice(0, 3)),
    read: async (text) => [await unpackText(text).catch(() => null), await unpackText(await packText(text))],
  },
];
