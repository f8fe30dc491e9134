import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { WitLoader } from '../../src/load/index.ts';
import { parse, resolve } from '../../src/wit/index.ts';
import { needs } from '../setup/needs.ts';
import { bundle } from '../wit/peer/bundle.ts';
import { freshPeer, judge } from '../wit/peer/jco.ts';
import type { Row } from './row.ts';

const ROUNDS = 31;

/** Reading and resolving WIT, against jco's embedded parser doing the same on the same text in the same process. */
export async function bench(): Promise<Row[]> {
  const rows = [...growth(), await size()];
  if (!needs.corpus) return rows;
  const folder = join(needs.corpus, 'wit');
  const loader = new WitLoader();
  const texts = readdirSync(folder).flatMap((name) => {
    const { groups } = loader.load(join(folder, name), [folder]);
    return groups.flat().some(({ problems }) => problems.length > 0) ? [] : [{ name, text: bundle(groups) }];
  });
  const http = texts.filter(({ name }) => name === 'wasi_http@0.2.8');
  return [
    await against(
      'wasi:http with its six dependencies',
      http.map(({ text }) => text),
    ),
    await against(
      `all ${texts.length} packages, each with its dependencies`,
      texts.map(({ text }) => text),
    ),
    ...rows,
  ];
}

async function against(name: string, texts: readonly string[]): Promise<Row> {
  const tools = await freshPeer(0);
  const rounds = texts.length > 1 ? 3 : ROUNDS;
  const ours = () => texts.forEach(readAndResolve);
  // The component's parser has no call that only parses; this one stops before it encodes anything.
  const theirs = () =>
    texts.forEach((text) => {
      judge(tools, text, []);
    });
  const [mine, peer] = alternate(ours, theirs, rounds);
  return {
    name,
    ours: mine,
    peer,
    peerName: 'jco',
    ratio: peer / mine,
    goal: '>= 5',
    unit: 'ms',
    note: 'warm',
  };
}

function readAndResolve(text: string): void {
  const { value, problems } = parse({ path: 'bench.wit', text });
  const resolved = resolve([[value]]);
  if (problems.length + resolved.problems.length > 0) throw new Error('the text was to be without problems');
}

/** Growth with the length of the text. */
function growth(): Row[] {
  const text = (count: number) =>
    `package a:b;\n${Array.from({ length: count }, (_, index) => `interface i${index} {\n  /// Documentation.\n  record r { a: u32, b: list<string> }\n  f: func(x: r) -> result<r, string>;\n}\n`).join('')}`;
  const [short, long] = [text(500), text(4000)];
  const [one, eight] = alternate(
    () => readAndResolve(short),
    () => readAndResolve(long),
    ROUNDS,
  );
  const name = 'eight times the text';
  return [{ name, ours: eight, peer: one, peerName: 'once', ratio: eight / one, goal: '<= 10', unit: 'ms' }];
}

/** Medians of two things done in turn, so that whatever else the machine does hits both. */
function alternate(a: () => void, b: () => void, rounds: number): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = -2; round < rounds; round++) {
    for (const [index, run] of [a, b].entries()) {
      const begin = performance.now();
      run();
      if (round >= 0) times[index]?.push(performance.now() - begin);
    }
  }
  const median = (list: number[]) => list.sort((x, y) => x - y)[list.length >> 1] ?? 0;
  return [median(times[0]), median(times[1])];
}

/** What a reader's browser loads to check, colour, describe and print WIT. */
async function size(): Promise<Row> {
  const room = join(import.meta.dirname, '../../src/wit');
  const names = 'parse resolve check describe highlight print json address'.split(' ');
  const contents = names.map((name) => `export * from './${name}.ts';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: room, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const bytes = brotliCompressSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
  const goal = { peer: null, peerName: '', ratio: null, goal: '< 30', unit: 'KB' };
  return { name: 'bundle for the browser', ours: bytes / 1000, ...goal, note: 'brotli' };
}
