import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/site/build/serve.ts';
import { builtPages } from '../site/pages.ts';
import { witness } from '../site/witness.ts';
import { attacks } from './attacks.ts';
import { hasBrowser, useBrowser } from './browser.ts';

/** Notes and WIT in which every place that takes text holds an attack; none of them may run. */
describe.runIf(hasBrowser)('script injection', () => {
  const open = useBrowser();
  const all = attacks();
  let folder: string;
  let served: Served;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-injection-'));
    await mkdir(join(folder, 'notes/2024'), { recursive: true });
    await mkdir(join(folder, 'wit/evil'), { recursive: true });
    await Promise.all(
      all.map((attack, at) =>
        writeFile(
          join(folder, `notes/2024/EVIL-${day(at)}${at % 2 === 0 ? '' : ` ${inName(attack)}`}.md`),
          `${at % 3 === 0 ? frontMatter(attack) : ''}${notes(attack, day(at))}`,
        ),
      ),
    );
    await writeFile(join(folder, 'wit/evil/evil.wit'), wit(all));
    for (const [at, attack] of all.filter((_, at) => at % 20 === 13).entries()) {
      const named = join(folder, `wit/${at} ${inName(attack)}`);
      await mkdir(named);
      await writeFile(
        join(named, `${inName(attack)}.wit`),
        `package evil:n${at}@1.0.0;\n\ninterface i { f: func(); }\n`,
      );
    }
    await writeFile(join(folder, 'Proposals.md'), proposals(all));
    const out = join(folder, 'site');
    const input = [
      '--meetings',
      join(folder, 'notes'),
      '--wit',
      join(folder, 'wit'),
      '--proposals',
      join(folder, 'Proposals.md'),
    ];
    const { code, stderr } = await witness('build', ...input, '--out', out);
    expect(code, stderr).toBe(0);
    served = await serve(out, { port: 0 });
  }, 600_000);

  afterAll(async () => {
    await served?.close();
    await rm(folder, { recursive: true });
  });

  it('has a hundred cases', () => {
    expect(new Set(all).size).toBeGreaterThanOrEqual(100);
  });

  it('never runs, on no page, not even when everything that looks like a link is pressed', async () => {
    const pages = (await builtPages(join(folder, 'site'))).filter(({ path }) =>
      /^\/(meetings|wit|people|decisions|audit|problems)\//.test(path),
    );
    expect(pages.length).toBeGreaterThan(100);
    const { page, foreign } = await open(served.url);
    const ran: string[] = [];
    await page.exposeFunction('pwned', (name: string) => ran.push(name));
    page.on('dialog', (dialog) => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
    for (const { path } of pages) {
      await page.goto(new URL(path, served.url).href, { waitUntil: 'domcontentloaded' });
      const found = await page.evaluate(() => ({
        handlers: [...document.querySelectorAll('*')].flatMap((element) =>
          element.getAttributeNames().filter((name) => name.startsWith('on')),
        ),
        schemes: [...document.querySelectorAll('[href], [src], [action], [formaction]')]
          .map(
            (element) =>
              element.getAttribute('href') ??
              element.getAttribute('src') ??
              element.getAttribute('action') ??
              '',
          )
          .filter((url) => /^\W*(javascript|data|vbscript):/i.test(url)),
        strangers: document.querySelectorAll(
          'main :is(iframe, object, embed, base, link, meta, style, form[action^=http])',
        ).length,
      }));
      expect({ path, ...found }).toEqual({ path, handlers: [], schemes: [], strangers: 0 });
    }
    expect(ran).toEqual([]);
    expect(foreign).toEqual([]);
  }, 400_000);
});

function day(at: number): string {
  return new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(5, 10);
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

function wit(all: string[]): string {
  const functions = all.map(
    (attack, at) => `  /// ${attack}\n  ///\n  /// [press](${attack})\n  f${at}: func();`,
  );
  return `/// ${all[0]}\npackage evil:evil@1.0.0;\n\n/// ${all[1]}\ninterface all {\n${functions.join('\n')}\n}\n`;
}

function proposals(all: string[]): string {
  const rows = all.map((attack) => `| ${attack} | ${attack} | |`);
  return `### Phase 3 - Implementation Phase\n\n| Proposal | Champion | Versions |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
