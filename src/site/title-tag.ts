import type { Content } from './content.ts';

/** The name of the site, which stands behind that of each page. */
export const SITE_TITLE = 'Witness';

/** What tabs and results of searches call a page whose heading alone does not tell it from others. */
export function titleTag(
  title: string,
  { siteTitle = SITE_TITLE }: Content,
): { tag: 'title'; content: string } {
  return { tag: 'title', content: `${title} | ${siteTitle}` };
}
