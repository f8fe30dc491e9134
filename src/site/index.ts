/**
 * The site, as the commands see it: what was read becomes `Content`, and that is built, developed or served. Astro is
 * loaded only when one of the first two begins, so that files with errors are reported at once.
 */
export { type Served, serve } from './build/serve.ts';
export type { Content } from './content.ts';
export { toContent } from './to-content.ts';

export const buildSite: typeof import('./build/build-site.ts').buildSite = async (...given) =>
  (await import('./build/build-site.ts')).buildSite(...given);

export const developSite: typeof import('./build/develop-site.ts').developSite = async (...given) =>
  (await import('./build/develop-site.ts')).developSite(...given);
