import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { content } from '../content.ts';
import { statusItems } from '../feeds.ts';
import { href } from '../links.ts';

export const GET: APIRoute = ({ site }) =>
  rss({
    title: 'Witness: status changes',
    description: 'What changed the standing of a WASI proposal or release.',
    site: new URL(href('/'), site),
    items: statusItems(content()).map((item) => ({ ...item, link: href(item.link) })),
  });
