import type { APIRoute } from 'astro';
import { releaseIndex } from '../../../wit/index.ts';
import { content } from '../../content.ts';
import { comparison } from '../../wit/steps.ts';

/** What each known release offers, for the page that checks somebody's file in the reader's browser. */
export const GET: APIRoute = () => {
  const site = content();
  return Response.json(releaseIndex(site.packages, (older, newer) => comparison(site, older, newer)));
};
