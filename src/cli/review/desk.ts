import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Loaded } from '../../load/index.ts';
import { hasErrors } from '../../problem.ts';
import { parseEvent, parseReviews, type Review, type Waiting } from '../../tracker/index.ts';
import { UsageError } from '../usage-error.ts';

/** What became of a request: the item is done, or why it is not. */
export type Answered = { done: true } | { done: false; problems: string[] };

const HEAD = '# What somebody said of passages that may be decisions. `witness review` adds to it.\n';
const FILE_NAME = /^\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:[.-][a-z0-9]+)*\.yml$/;

/** Where passages are accepted and dismissed: writes events and reviews of one group, one request after another. */
export class ReviewDesk {
  readonly folder: string;
  #items: Map<string, Waiting>;
  #sources: ReadonlyMap<string, string>;
  #last: Promise<unknown> = Promise.resolve();

  /** @throws UsageError when the group has no folder to write to */
  constructor({ group, sources }: Pick<Loaded, 'group' | 'sources'>, items: readonly Waiting[]) {
    if (group.content === null)
      throw new UsageError('expected a group with a content folder; `witness init` makes one');
    this.folder = group.content;
    this.#sources = sources;
    this.#items = new Map(items.map((item) => [idOf(item), item]));
  }

  /** What still waits, by id. */
  get items(): (Waiting & { id: string })[] {
    return [...this.#items].map(([id, item]) => ({ id, ...item }));
  }

  /** Writes the event and that it was accepted, or changed where it is not the one that was offered. */
  accept(id: string, yaml: string): Promise<Answered> {
    return this.#inTurn(async () => {
      const item = this.#items.get(id);
      if (!item) return refused('this passage does not wait any more');
      const name = item.event.file.replace(/^.*\//, '');
      const { value, problems } = parseEvent({ path: name, text: yaml });
      if (!value || hasErrors(problems))
        return refused(...problems.map(({ line, message }) => `line ${line}: ${message}`));
      const missing = value.value.evidence.flatMap(({ quote, meeting }) =>
        meeting === item.meeting && quote !== undefined && !this.#holds(item, quote) ? [quote] : [],
      );
      if (missing.length > 0)
        return refused(...missing.map((quote) => `the notes of ${item.meeting} do not hold "${quote}"`));
      const isSame = yaml.trim() === item.event.yaml.trim();
      await this.#writeEvent(name, yaml.endsWith('\n') ? yaml : `${yaml}\n`);
      await this.#record(item, { verdict: isSame ? 'accepted' : 'changed' });
      this.#items.delete(id);
      return { done: true };
    });
  }

  /** Writes that a passage is no decision, and why. */
  dismiss(id: string, why: string): Promise<Answered> {
    return this.#inTurn(async () => {
      const item = this.#items.get(id);
      if (!item) return refused('this passage does not wait any more');
      if (why.trim() === '') return refused('expected a reason');
      await this.#record(item, { verdict: 'dismissed', why: why.trim() });
      this.#items.delete(id);
      return { done: true };
    });
  }

  #inTurn(work: () => Promise<Answered>): Promise<Answered> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  #holds({ path }: Waiting, quote: string): boolean {
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    return plain(this.#sources.get(path) ?? '').includes(plain(quote));
  }

  /** Never over a file that is there: a second event of that name gets a number. */
  async #writeEvent(name: string, yaml: string): Promise<void> {
    if (!FILE_NAME.test(name)) throw new Error(`expected the name of an event's file, found "${name}"`);
    const folder = join(this.folder, 'events');
    await mkdir(folder, { recursive: true });
    for (let number = 1; ; number++) {
      const file = join(folder, number === 1 ? name : name.replace(/\.yml$/, `-${number}.yml`));
      try {
        await writeFile(file, yaml, { flag: 'wx' });
        return;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
    }
  }

  async #record(
    { meeting, cueLine, digest, also }: Waiting,
    said: Pick<Review, 'verdict' | 'why'>,
  ): Promise<void> {
    const file = join(this.folder, 'reviews.yml');
    const text = await readFile(file, 'utf8').catch(() => HEAD);
    const { problems } = parseReviews({ path: file, text });
    if (hasErrors(problems)) throw new Error(`${file} has errors; nothing was written to it`);
    const review = { meeting, line: cueLine, digest, ...(also.length > 0 ? { also } : {}), ...said };
    const added = stringify([review], { lineWidth: 0 });
    await writeFile(file, `${text.replace(/\n*$/, '\n')}${added}`);
  }
}

function idOf({ meeting, path, cueLine, digest }: Waiting): string {
  return `${meeting} ${path} ${cueLine} ${digest}`;
}

function refused(...problems: string[]): Answered {
  return { done: false, problems };
}
