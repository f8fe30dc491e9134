import { historyOf, status } from '../../tracker/index.ts';
import type { Content } from '../content.ts';
import { mayLink } from '../pages.ts';
import { picturesInWords } from '../pictures.ts';
import { latestPath, packagePath } from '../wit/addresses.ts';
import { byName } from '../wit/by-name.ts';
import { latestItems, pageItems } from '../wit/releases.ts';
import { packageFiles } from '../wit/source-files.ts';
import { criteriaMarkdown } from './criteria.ts';
import { fenced } from './fenced.ts';
import { linkedMarkdown } from './linked-markdown.ts';
import { proposalMarkdown } from './proposal.ts';
import { itemMarkdown, packageMarkdown } from './wit.ts';

/** A prose page: its id and its source. */
export interface Prose {
  id: string;
  title: string;
  body: string;
}

/** The Markdown of pages, made when it is asked for, by the page's path: `meetings/2023-07-13`. */
export function markdownPages(content: Content, prose: readonly Prose[]): Map<string, () => string> {
  const { meetings, tracker, packages, asOf } = content;
  const judged = new Map(status(tracker, asOf).proposals.map((proposal) => [proposal.id, proposal]));
  return new Map<string, () => string>([
    ...prose.map(
      ({ id, title, body }): Entry => [
        id,
        () => `# ${title}\n\n${linkedMarkdown(picturesInWords(body, content), mayLink(content))}`,
      ],
    ),
    ...meetings.map(({ slug, text }): Entry => [`meetings/${slug}`, () => text]),
    ...tracker.proposals.flatMap((proposal): Entry[] => {
      const own = judged.get(proposal.id);
      const { events } = historyOf(tracker, proposal.id);
      return own
        ? [[`proposals/${proposal.id}`, () => proposalMarkdown(proposal, own, events, tracker)]]
        : [];
    }),
    ...tracker.criteria.map((set): Entry => [`criteria/${set.id}`, () => criteriaMarkdown(set)]),
    ...packages.flatMap((pkg): Entry[] => {
      const root = packagePath(pkg.package).slice(1);
      return [
        [root.slice(0, -1), () => packageMarkdown(pkg)],
        ...pageItems(pkg).map((one): Entry => [`${root}${one.name}`, () => itemMarkdown(one)]),
        ...packageFiles(content, pkg.package).map(
          ({ name, text }): Entry => [
            `${root}${name}`,
            () => `# ${name}\n\n${fenced('wit', text.trimEnd())}\n`,
          ],
        ),
      ];
    }),
    ...byName(packages).flatMap(({ name, versions }) =>
      [...latestItems(versions)].flatMap(([item, pkg]): Entry[] => {
        const one = pageItems(pkg).find((each) => each.name === item);
        return one ? [[latestPath(name, item).slice(1, -1), () => itemMarkdown(one)]] : [];
      }),
    ),
  ]);
}

type Entry = [path: string, text: () => string];
