import type { CriteriaSet } from '../../tracker/index.ts';
import { evidenceList } from './proposal.ts';

/** A set of criteria as Markdown, with every wording it had. */
export function criteriaMarkdown({ title, summary, criteria }: CriteriaSet): string {
  const sections = criteria.map((criterion) => {
    const versions = criterion.versions.map(({ text, from, until, source }) =>
      [`From ${from}${until ? ` until ${until}` : ''}: ${text}`, evidenceList(source)]
        .filter(Boolean)
        .join('\n\n'),
    );
    return [`## ${criterion.title}`, ...versions].join('\n\n');
  });
  return [`# ${title}`, summary, ...sections].join('\n\n');
}
