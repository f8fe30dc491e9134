import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { witness } from '../site/witness.ts';

/** The places that take text: each payload is tried in every one of them, and in names of files where it fits. */
export const PLACES = 12;

/**
 * Builds a site from files in which every place that takes text holds a payload: headings, topics, turns, attendees,
 * votes, front matter, documentation of WIT, names of files and folders, cells of a proposals page.
 * @param folder is empty; the site is made in `site` below it.
 */
export async function buildHostileSite(folder: string, all: readonly string[]): Promise<string> {
  await mkdir(join(folder, 'notes'), { recursive: true });
  await mkdir(join(folder, 'wit'), { recursive: true });
  for (const [at, payload] of all.entries()) {
    const year = join(folder, `notes/${2024 - Math.floor(at / 366)}`);
    await mkdir(year, { recursive: true });
    const name = `EVIL-${day(at)}${at % 2 === 0 ? '' : ` ${inName(payload)}`}.md`;
    await writeFile(
      join(year, name),
      `${at % 3 === 0 ? frontMatter(payload) : ''}${notes(payload, day(at))}`,
    );
    if (at % 20 !== 13) continue;
    const named = join(folder, `wit/${at} ${inName(payload)}`);
    await mkdir(named);
    await writeFile(
      join(named, `${inName(payload)}.wit`),
      `package evil:n${at}@1.0.0;\n\ninterface i { f: func(); }\n`,
    );
  }
  for (let from = 0; from < all.length; from += 100) {
    const part = join(folder, `wit/part-${from}`);
    await mkdir(part);
    await writeFile(join(part, 'evil.wit'), wit(`part${from}`, all.slice(from, from + 100)));
  }
  await writeFile(join(folder, 'Proposals.md'), proposals(all));
  const out = join(folder, 'site');
  const given = { '--meetings': 'notes', '--wit': 'wit', '--proposals': 'Proposals.md' };
  const input = Object.entries(given).flatMap(([flag, name]) => [flag, join(folder, name)]);
  const { code, stderr } = await witness('build', ...input, '--out', out);
  if (code !== 0) throw new Error(stderr);
  return out;
}

function day(at: number): string {
  return new Date(Date.UTC(2024, 0, 1 + (at % 366))).toISOString().slice(5, 10);
}

/** The attack as a part of a file's name, where a slash and a line's end cannot stand. */
function inName(attack: string): string {
  return attack.replace(/[/\n\0]/g, '_').slice(0, 60);
}

function frontMatter(attack: string): string {
  const value = JSON.stringify(attack);
  return `---\ntitle: ${value}\nsource: ${value}\nnote: ${value}\nrestated: true\n---\n`;
}

function notes(attack: string, date: string): string {
  const [month, dayOfMonth] = date.split('-').map(Number);
  const name = new Date(Date.UTC(2024, (month ?? 1) - 1, dayOfMonth)).toLocaleString('en', {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return `## Agenda: ${name} ${attack}

- **When**: ${name}, 16:00-17:00 UTC

## Agenda items

1. ${attack}

## Notes

### Attendees

- Ada ${attack}
- Grace Hopper

### ${attack}

**Grace Hopper**: ${attack}

**Ada ${attack}**: [press](${attack}) and ![see](${attack}) and <${attack}> and \`${attack}\`

${attack}

### Vote: advance wasi-keyvalue to phase 2 ${attack}

- SF: 3
- F: 1
- N: 0
- A: 0
- SA: 0

${attack} The vote passes: consensus.
`;
}

function wit(name: string, all: readonly string[]): string {
  const functions = all.map(
    (attack, at) =>
      `${doc(attack)}\n  ///\n  /// [press](${attack.replaceAll('\n', ' ')})\n  f${at}: func();`,
  );
  return `${doc(all[0] ?? '')}\npackage evil:${name}@1.0.0;\n\n${doc(all[1] ?? '')}\ninterface all {\n${functions.join('\n')}\n}\n`;
}

/** Documentation, each line of it a comment; control characters have no place in WIT. */
function doc(text: string): string {
  const allowed = text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
  return allowed
    .split('\n')
    .map((line) => `  /// ${line}`)
    .join('\n');
}

function proposals(all: readonly string[]): string {
  const rows = all
    .map((attack) => attack.replaceAll('\n', ' '))
    .map((attack) => `| ${attack} | ${attack} | |`);
  return `### Phase 3 - Implementation Phase\n\n| Proposal | Champion | Versions |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
