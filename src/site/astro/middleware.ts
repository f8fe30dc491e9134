import { defineMiddleware } from 'astro:middleware';
import { pageRendered } from '../content.ts';

/** Counts the pages for the progress line of the build, and lets the keyboard reach what may have to be scrolled. */
export const onRequest = defineMiddleware(async (_context, next) => {
  pageRendered();
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(withTabStops(await response.text()), response);
});

/** Code and tables of prose scroll where they are wider than the page. Code that is not loses the tab stop by script. */
function withTabStops(html: string): string {
  return html
    .replaceAll('<pre data-language=', '<pre tabindex="0" data-language=')
    .replaceAll('<table>', '<table tabindex="0">');
}
