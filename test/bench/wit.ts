import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundle, WitLoader } from '../../src/load/index.ts';
import { parse, type Resolved, resolve } from '../../src/wit/index.ts';
import { needs } from '../setup/needs.ts';
import { freshPeer, judge } from '../wit/peer/jco.ts';
import type { Row } from './row.ts';

const ROUNDS = 31;

/**
 * How often texts are read before the time counts, and in how many rounds at least: until the engine has compiled
 * what runs often, on both sides.
 */
const WARM_UP = 1000;
const WARM_UP_ROUNDS = 8;

/** How often a text is read in a row, so that either side finds the processor's memory as it left it. */
const IN_A_ROW = 10;

/**
 * Reading and resolving WIT, against jco's embedded parser on the same text in the same process. Processor time,
 * warm, since other programs would inflict a clock.
 */
export async function bench(): Promise<Row[]> {
  const rows = async () => [growth('nothing but short records and functions', '', madeUp), await size()];
  if (!needs.corpus) return rows();
  const inputs = readInputs(join(needs.corpus, 'wit'));
  const http = inputs.filter(({ name }) => name === 'wasi_http@0.2.8');
  const [{ text = '' } = {}] = http;
  return [
    // The many first: code that was compiled for one text alone stays behind for a long time.
    ...(await against(`all ${inputs.length} packages, each with its dependencies`, inputs)),
    ...(await against('wasi:http with its six dependencies', http)),
    growth('wasi:http with its six dependencies', '<= 10', (count) => copies(text, count)),
    ...(await rows()),
  ];
}

interface Input {
  name: string;
  text: string;
  /** A world of the package, which jco's parser wants to be told. */
  world: string;
  /** Stays in memory, as all packages do where a site is made of them. */
  resolved: Resolved;
}

function readInputs(folder: string): Input[] {
  const loader = new WitLoader();
  return readdirSync(folder).flatMap((name) => {
    const { groups } = loader.load(join(folder, name), [folder]);
    if (groups.flat().some(({ problems }) => problems.length > 0)) return [];
    const { value } = resolve(groups.map((group) => group.map((file) => file.value)));
    const [world = ''] = value.packages[value.main]?.worlds.keys() ?? [];
    return [{ name, text: asFromFile(bundle(groups)), world, resolved: value }];
  });
}

/** A text in one piece, as files are read: the engine keeps one that was put together in parts until it is copied. */
function asFromFile(text: string): string {
  return Buffer.from(text).toString();
}

async function against(name: string, inputs: readonly Input[]): Promise<Row[]> {
  const tools = await freshPeer(0);
  const embed = ({ text, world }: Input) => {
    tools.componentEmbed({ witSource: text, dummy: true, world, features: { tag: 'list', val: [] } });
  };
  const ours = () => {
    for (const { text } of inputs) readAndResolve(text);
  };
  const whole = alternate(ours, () => inputs.forEach(embed), inputs.length);
  const part = alternate(
    ours,
    () => {
      for (const { text } of inputs) judge(tools, text, []);
    },
    inputs.length,
  );
  const row = { unit: 'ms', peerName: 'jco' };
  return [
    {
      ...row,
      name,
      ours: whole[0],
      peer: whole[1],
      ratio: whole[1] / whole[0],
      goal: '>= 5',
      note: 'a call that succeeds',
    },
    {
      ...row,
      name,
      ours: part[0],
      peer: part[1],
      ratio: part[1] / part[0],
      goal: '',
      note: 'stopped before it encodes',
    },
  ];
}

function readAndResolve(text: string): void {
  const { value, problems } = parse({ path: 'bench.wit', text });
  const resolved = resolve([[value]]);
  if (problems.length + resolved.problems.length > 0) throw new Error('the text was to be without problems');
}

/**
 * Growth with the length of the text, which holds a number of equal parts. Reading grows with the length; what
 * more there is goes to collecting garbage, since a long text leaves more behind at once. Without prose between
 * them, declarations leave several times as much as those of a real package.
 */
function growth(name: string, goal: string, text: (parts: number) => string): Row {
  const [short, long] = [asFromFile(text(1)), asFromFile(text(8))];
  const [one, eight] = alternate(
    () => readAndResolve(short),
    () => readAndResolve(long),
  );
  const row = { peerName: 'once', goal, unit: 'ms' };
  return { ...row, name: `eight times the text: ${name}`, ours: eight, peer: one, ratio: eight / one };
}

function madeUp(parts: number): string {
  const one = (index: number) =>
    `interface i${index} {\n  /// Documentation.\n  record r { a: u32, b: list<string> }\n  f: func(x: r) -> result<r, string>;\n}\n`;
  return `package a:b;\n${Array.from({ length: parts * 500 }, (_, index) => one(index)).join('')}`;
}

/** A text with packages nested in it, a number of times in one, each time with a namespace of its own. */
function copies(text: string, count: number): string {
  const [, header = '', body = '', nested = ''] = /^package (.*?);(.*?)(^package .*)/ms.exec(text) ?? [];
  const blocks = `package ${header} {${body}}\n${nested}`;
  const each = Array.from({ length: count }, (_, index) => blocks.replaceAll('wasi:', `wasi${index}:`));
  return `package all:copies;\n${each.join('\n')}`;
}

/**
 * Medians of the processor time of two things done in turn.
 * @param inputs how many texts each of them reads
 */
function alternate(a: () => void, b: () => void, inputs = 1): [number, number] {
  const rounds = inputs > 1 ? 7 : ROUNDS;
  const times: [number[], number[]] = [[], []];
  const warmUp = Math.max(WARM_UP_ROUNDS, Math.ceil(WARM_UP / inputs / IN_A_ROW));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, run] of [a, b].entries()) {
      const begin = process.cpuUsage();
      for (let time = 0; time < IN_A_ROW; time++) run();
      const { user, system } = process.cpuUsage(begin);
      if (round >= 0) times[index]?.push((user + system) / 1000 / IN_A_ROW);
    }
  }
  const median = (list: number[]) => list.sort((x, y) => x - y)[list.length >> 1] ?? 0;
  return [median(times[0]), median(times[1])];
}

/** What a reader's browser loads to check, colour, describe and print WIT. */
async function size(): Promise<Row> {
  const folder = join(import.meta.dirname, '../../src/wit');
  const names = [
    ...['syntax/parse', 'resolve/resolve', 'resolve/check', 'describe/describe', 'describe/highlight'],
    ...['print/print', 'print/json', 'describe/address'],
  ];
  const contents = names.map((name) => `export * from './${name}.ts';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const note = `brotli; with gzip ${(gzipSync(code).length / 1000).toFixed(1)}`;
  const goal = { peer: null, peerName: '', ratio: null, goal: '< 34', unit: 'KB' };
  return { name: 'bundle for the browser', ours: brotliCompressSync(code).length / 1000, ...goal, note };
}
