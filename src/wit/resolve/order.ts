import type { Draft } from './draft.ts';
import type { Log } from './log.ts';
import { comparePackages } from './package-name.ts';

/**
 * The drafts in the order in which they are linked: each after the packages that it depends on, else by name.
 * Packages defined twice and circles are reported; the first of each name stays. What is or is not in such a
 * package cannot be told any more: their names are `doubtful`.
 */
export function orderPackages(
  drafts: readonly Draft[],
  log: Log,
): { drafts: Draft[]; doubtful: Set<string> } {
  const known = new Map<string, Draft>();
  const doubtful = new Set<string>();
  for (const draft of drafts) {
    const { text, headers } = draft.source;
    const [own] = headers;
    const other = known.get(text)?.source.headers[0];
    if (own && other) {
      reportTwice(text, own, other, log);
      doubtful.add(text);
    }
    if (!known.has(text)) known.set(text, draft);
  }
  const sorted = [...known.values()].sort((a, b) => comparePackages(a.source.id, b.source.id));
  return { drafts: visitAll(sorted, known, doubtful, log), doubtful };
}

function reportTwice(
  name: string,
  own: Draft['source']['headers'][number],
  other: Draft['source']['headers'][number],
  log: Log,
): void {
  const { line, column } = log.position(other.file, other.header.id);
  const message = `package \`${name}\` is defined in two different locations`;
  log.at(own.file, 'duplicate-package', own.header.id, message, {
    hint: `the other is ${other.file.source.path}:${line}:${column}`,
  });
}

/** Depth first without recursion: a chain of packages may be long. */
function visitAll(
  sorted: readonly Draft[],
  known: ReadonlyMap<string, Draft>,
  doubtful: Set<string>,
  log: Log,
): Draft[] {
  const done = new Set<Draft>();
  const visiting = new Set<string>();
  for (const root of sorted) {
    const enter = (draft: Draft, entered: string) => ({
      draft,
      entered,
      foreign: [...draft.foreign],
      next: 0,
    });
    const stack = [enter(root, '')];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { draft } = top;
      const foreign = done.has(draft) ? undefined : top.foreign[top.next++];
      if (!foreign) {
        done.add(draft);
        visiting.delete(top.entered);
        stack.pop();
        continue;
      }
      const [name, { place }] = foreign;
      if (visiting.has(name)) {
        doubtful.add(name);
        log.on(place, 'package-cycle', `package \`${name}\` creates a dependency cycle`, {
          ...(name === draft.source.text && {
            hint: 'refer to an item of the same package by its name alone',
          }),
        });
        continue;
      }
      const next = known.get(name);
      if (next && !done.has(next)) {
        visiting.add(name);
        stack.push(enter(next, name));
      }
    }
  }
  return [...done];
}
