import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { content } from '../content.ts';
import { feedHead, statusItems } from '../feeds.ts';
import { href } from '../links.ts';

export const GET: APIRoute = ({ site }) =>
  // A path would get a slash at its end, also behind an anchor: an address stays as it is.
  rss({
    title: 'Witness: status changes',
    description: 'What changed the standing of a proposal or a release.',
    site: new URL(href('/'), site),
    ...feedHead(new URL(href('/status.xml'), site)),
    items: statusItems(content()).map((item) => ({ ...item, link: new URL(href(item.link), site).href })),
  });
