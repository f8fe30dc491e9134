import { defineMiddleware } from 'astro:middleware';
import { pageRendered } from '../content.ts';

/** Counts the pages for the progress line of the build. */
export const onRequest = defineMiddleware((_context, next) => {
  pageRendered();
  return next();
});
