import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseMeeting, renderNotes } from '../../src/meetings/index.ts';
import type { SourceFile } from '../../src/problem.ts';
import { corpusNotes, hasCorpus } from '../meetings/corpus.ts';
import { fixtureNotes } from '../meetings/fixtures.ts';
import { note } from '../meetings/note.ts';
import type { Row } from './row.ts';

const ROUNDS = 5;
const remark = unified().use(remarkParse);

/** Reading and showing notes, against Markdown alone, and against half the input. */
export async function bench(): Promise<Row[]> {
  const notes = hasCorpus ? corpusNotes() : Array.from({ length: 20 }, () => fixtureNotes()).flat();
  const [ours, peer] = medians(
    () => notes.map((file) => parseMeeting(file)),
    () => notes.map(({ text }) => remark.parse(text)),
  );
  const of = hasCorpus ? `${notes.length} real notes` : `${notes.length} fixture notes`;
  return [
    {
      name: 'reading notes',
      ours,
      peer,
      peerName: 'remark alone',
      ratio: ours / peer,
      goal: '<= 2',
      unit: 'ms',
      note: of,
    },
    ...growth('reading', parseMeeting),
    ...growth('showing', (file) => renderNotes(file, parseMeeting(file))),
    large(
      'a note of 5 MB',
      `${note('')}\n${'**Ada**: What was said, about `list<u8>` and [a link](https://example.org/a).\n\n'.repeat(64_000)}`,
    ),
    large('a note with 100,000 headings', note('### A topic\n\nAda: Hello.\n\n'.repeat(100_000))),
  ];
}

function growth(name: string, work: (file: SourceFile) => unknown): Row[] {
  const body =
    '### A topic\n\n**Ada**: What was said, at some length, about wasi:io/streams and `list<u8>`.\n\nBen: Yes.\n\n';
  const file = (times: number) => ({ path: '2027/WASI-03-04.md', text: note(body.repeat(times)) });
  const [single, double] = [file(500), file(1000)];
  const [ours, peer] = medians(
    () => work(double),
    () => work(single),
  );
  return [
    {
      name: `${name} twice as much`,
      ours,
      peer,
      peerName: 'once as much',
      ratio: ours / peer,
      goal: '<= 2.2',
      unit: 'ms',
    },
  ];
}

function large(name: string, text: string): Row {
  const file = { path: '2027/WASI-03-04.md', text };
  const before = process.threadCpuUsage();
  renderNotes(file, parseMeeting(file));
  const { user, system } = process.threadCpuUsage(before);
  return {
    name,
    ours: (user + system) / 1e6,
    peer: null,
    peerName: '',
    ratio: null,
    goal: '<= 30',
    unit: 's',
    note: 'read and shown',
  };
}

/** The medians, in processor time, of two pieces of work that take turns, after a warm-up. */
function medians(...work: (() => unknown)[]): [number, number] {
  const times = work.map((): number[] => []);
  for (let round = -2; round < ROUNDS; round++)
    work.forEach((run, i) => {
      const before = process.threadCpuUsage();
      run();
      const { user, system } = process.threadCpuUsage(before);
      if (round >= 0) times[i]?.push((user + system) / 1000);
    });
  const [first = 0, second = 1] = times.map((all) => all.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0);
  return [first, second];
}
