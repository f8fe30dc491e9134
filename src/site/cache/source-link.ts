import type { Source } from '../../cache-suite/index.ts';
import type { Content } from '../content.ts';
import { minutesLink } from '../tracker/minutes-link.ts';
import { newestItem } from '../wit/newest-item.ts';

/** Where a promise of the cache comes from, to be read there. */
export interface SourceLink {
  text: string;
  /** Null where this site has no page of it. */
  url: string | null;
  /** Words from the minutes. */
  quote?: string;
}

/** The place that a promise of the cache comes from. @param href completes a path from the site's root. */
export function sourceLink(
  source: Source,
  { meetings, packages }: Pick<Content, 'meetings' | 'packages'>,
  href: (path: string) => string,
): SourceLink {
  if ('decision' in source)
    return { text: 'decided here', url: href(`/cache/open-questions/#${source.decision}`) };
  if ('wit' in source) {
    const item = newestItem(packages, source.wit);
    return { text: source.wit, url: item ? href(item.url) : null };
  }
  const { meeting, quote } = source;
  const lines = meetings.find(({ slug }) => slug === meeting)?.text.split('\n') ?? [];
  const line = lines.findIndex((text) => text.includes(quote)) + 1;
  return {
    text: meeting,
    url: minutesLink(meetings, href)(meeting, line || undefined),
    quote: quote.replaceAll('`', ''),
  };
}
