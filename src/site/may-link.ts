import { siteMap } from './api/site-map.ts';
import type { Content } from './content.ts';
import { byYear } from './meetings/years.ts';
import { remember } from './remember.ts';
import { witPaths } from './wit/paths.ts';

/** The parts of the site whose pages follow from what was read: only there a page may be missing. */
const MADE = /^\/((meetings|wit|examples|proposals|criteria)\/.|cache\/conformance\/)/;

/** Whether a path from the site's root may be linked to: pages that are made of content have to exist. */
export const mayLink: (content: Content) => (path: string) => boolean = remember((content) => {
  const pages = new Set(siteMap(content, []).map(({ url }) => `/${url}`));
  const wit = witPaths(content);
  const years = new Set(byYear(content.meetings).map(({ year }) => `/meetings/${year}/`));
  return (path) => !MADE.test(path) || pages.has(path) || wit.has(path) || years.has(path);
});
