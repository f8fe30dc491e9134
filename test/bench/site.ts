import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { needs } from '../setup/needs.ts';
import type { Row } from './row.ts';

interface Built {
  seconds: number;
  /** Largest resident memory in MiB, where the system tells. */
  memory: number;
}

/** Builds the site over the corpus, over half of its notes, and a plain Starlight site of as many pages and bytes. */
export async function bench(): Promise<Row[]> {
  if (!needs.corpus) return [];
  // Below the project, so that the plain site finds the same packages.
  mkdirSync('.witness', { recursive: true });
  const folder = resolve(mkdtempSync('.witness/bench-'));
  try {
    const ours = await witness(
      join(folder, 'site'),
      join(needs.corpus, 'meetings'),
      join(needs.corpus, 'wit'),
    );
    const pages = htmlFiles(join(folder, 'site'));
    const half = halfOf(join(needs.corpus, 'meetings'), join(folder, 'half'));
    const fewer = await witness(join(folder, 'half-site'), half, join(needs.corpus, 'wit'));
    const peer = await plainStarlight(
      join(folder, 'plain'),
      pages.map((path) => statSync(path).size),
    );
    const row = { peerName: 'plain Starlight', unit: 's' };
    return [
      {
        ...row,
        name: 'corpus site',
        ours: ours.seconds,
        peer: peer.seconds,
        ratio: ours.seconds / peer.seconds,
        goal: '<= 1.5',
        note: `${pages.length} pages`,
      },
      {
        ...row,
        name: 'all notes to half of them',
        ours: ours.seconds,
        peer: fewer.seconds,
        peerName: 'half',
        ratio: ours.seconds / fewer.seconds,
        goal: '<= 2.2',
      },
      {
        name: 'memory of the corpus site',
        ours: ours.memory,
        peer: peer.memory,
        peerName: 'plain Starlight',
        ratio: ours.memory / peer.memory,
        goal: '< 2048 MiB',
        unit: 'MiB',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function witness(out: string, meetings: string, wit: string): Promise<Built> {
  return measured(
    ['src/cli/main.ts', 'build', '--meetings', meetings, '--wit', wit, '--out', out],
    process.cwd(),
  );
}

/** A Starlight site without anything of ours: as many pages, each with about as much HTML, search index included. */
function plainStarlight(root: string, sizes: number[]): Promise<Built> {
  const docs = join(root, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  writeFileSync(
    join(root, 'package.json'),
    '{"name":"plain","type":"module","dependencies":{"astro":"*","@astrojs/starlight":"*"}}',
  );
  writeFileSync(
    join(root, 'astro.config.mjs'),
    "import starlight from '@astrojs/starlight';\nexport default { telemetry: false, integrations: [starlight({ title: 'Plain', sidebar: [{ label: 'Home', link: '/' }] })] };\n",
  );
  writeFileSync(
    join(root, 'src/content.config.ts'),
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  const FRAME = 14_000;
  for (const [index, size] of sizes.entries()) {
    const paragraphs = Array.from({ length: Math.max(1, Math.round((size - FRAME) / 420)) }, (_, at) =>
      paragraph(index, at),
    );
    writeFileSync(
      join(docs, `page-${index}.md`),
      `---\ntitle: Page ${index}\n---\n\n${paragraphs.join('\n\n')}\n`,
    );
  }
  writeFileSync(join(docs, 'index.md'), '---\ntitle: Home\n---\n\nPlain.\n');
  return measured([resolve('node_modules/astro/bin/astro.mjs'), 'build'], root);
}

function paragraph(page: number, at: number): string {
  const words = Array.from({ length: 60 }, (_, word) => `word${(page * 31 + at * 17 + word * 7) % 4999}`);
  return `${at % 6 === 0 ? `## Part ${at}\n\n` : ''}${words.join(' ')} \`list<u8>\``;
}

function measured(args: string[], cwd: string): Promise<Built> {
  return new Promise((done, reject) => {
    const begin = performance.now();
    const child = spawn(process.execPath, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    let memory = 0;
    const watch = setInterval(() => {
      memory = Math.max(memory, residentMiB(child.pid));
    }, 100);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) done({ seconds: (performance.now() - begin) / 1000, memory });
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${errors.slice(-2000)}`));
    });
  });
}

function residentMiB(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name));
}

/** Every second note of a folder. */
function halfOf(notes: string, to: string): string {
  const files = readdirSync(notes, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  for (const [index, name] of files.sort().entries())
    if (index % 2 === 0) cpSync(join(notes, name), join(to, name), { recursive: true });
  return to;
}
