import type { APIRoute } from 'astro';
import { releaseIndex } from '../../../wit/index.ts';
import { content } from '../../content.ts';

/** What each known release offers, for the page that checks somebody's file in the reader's browser. */
export const GET: APIRoute = () => {
  const { packages, resolved } = content();
  return Response.json(releaseIndex(packages, resolved));
};
