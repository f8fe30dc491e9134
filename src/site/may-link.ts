import { siteMap } from './api/site-map.ts';
import type { Content } from './content.ts';

/** The parts of the site whose pages follow from what was read: only there a page may be missing. */
const MADE = /^\/((meetings|wit|examples|proposals|criteria)\/.|cache\/conformance\/)/;

/** Whether a path from the site's root may be linked to: pages that are made of content have to exist. */
export function mayLink(content: Content): (path: string) => boolean {
  const pages = new Set(siteMap(content, []).map(({ url }) => `/${url}`));
  const years = new Set(content.meetings.map(({ meeting }) => `/meetings/${meeting.date.slice(0, 4)}/`));
  return (path) => !MADE.test(path) || pages.has(path) || years.has(path);
}
