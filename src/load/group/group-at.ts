import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { checkoutOf } from '../checkout.ts';
import { GitRepository } from '../git/git-repository.ts';
import { MOST_BYTES } from '../read-limits.ts';
import { emptyGroup, type Group, type GroupFlags, readGroup } from './read-group.ts';

/** A group as it was at a revision: its files in a temporary folder, until it is closed. */
export interface BaseGroup {
  group: Group;
  close(): Promise<void>;
}

/** What can matter of a revision: notes, WIT, pages, and what is written for Witness. */
const WANTED = /\.(?:md|wit|ya?ml)$/;

/**
 * The group that `now` was at a revision of the checkout that its file lies in.
 * @throws when it lies in none, or there is no such revision
 */
export async function groupAt(now: Group, revision: string, flags: GroupFlags): Promise<BaseGroup> {
  const file = resolve(now.file ?? '.');
  const checkout = await checkoutOf(dirname(file));
  const repository = checkout && (await GitRepository.at(checkout.root));
  if (!checkout || !repository)
    throw new Error(`${now.file ?? '.'} lies in no checkout of git to compare with`);
  const commit = await repository.commitOf(revision);
  const { files } = await repository.files(commit);
  const wanted = files.filter(({ path, size }) => WANTED.test(path) && size <= MOST_BYTES);
  const contents = await repository.read(wanted.map(({ id }) => id));
  const folder = await mkdtemp(join(tmpdir(), 'witness-base-'));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    for (const { path, id } of wanted) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, contents.get(id) ?? '');
    }
    const config = join(folder, relative(checkout.root, file));
    const isThere = wanted.some(({ path }) => join(folder, path) === config);
    const sources = new Map(
      [...now.sources.keys()].map((name) => [name, join(dirname(file), '.witness', 'sources', name)]),
    );
    for (const [name, path] of flags.sources ?? []) sources.set(name, path);
    const group = isThere
      ? await readGroup({ ...flags, config, sources })
      : { ...emptyGroup(), content: null };
    return { group: { ...group, isOwn: now.isOwn, problems: now.isOwn ? [] : group.problems }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
