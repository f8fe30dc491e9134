import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/problem.ts';
import { CORPUS } from '../setup/needs.ts';

/** Whether the corpus of real notes is there. It is no part of the project. */
export const hasCorpus = existsSync(join(CORPUS, 'meetings'));

/** The real notes, by path below the corpus. */
export function corpusNotes(): SourceFile[] {
  const folder = join(CORPUS, 'meetings');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ path: `meetings/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}

export interface Labels {
  date: string;
  status: string;
  attendees: string[];
  topics: string[];
  speakers: string[];
}

/** What careful readers found in those notes, by path. */
export function corpusLabels(): Record<string, Labels> {
  const labels = JSON.parse(readFileSync(join(CORPUS, 'meetings-labels.json'), 'utf8')) as Record<
    string,
    Labels
  >;
  return Object.fromEntries(Object.entries(labels).map(([path, label]) => [`meetings/${path}`, label]));
}

/** How well two collections agree, over many notes. */
export class Score {
  #found = 0;
  #extra = 0;
  #missing = 0;

  add(wanted: readonly string[], got: readonly string[]): void {
    const rest = [...wanted];
    for (const one of got) {
      const at = rest.indexOf(one);
      if (at >= 0) {
        rest.splice(at, 1);
        this.#found++;
      } else this.#extra++;
    }
    this.#missing += rest.length;
  }

  get f1(): number {
    return (2 * this.#found) / (2 * this.#found + this.#extra + this.#missing);
  }
}
