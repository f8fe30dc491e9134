import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { content } from '../content.ts';
import { feedHead, meetingItems } from '../feeds.ts';
import { ofGroup } from '../group.ts';
import { href } from '../links.ts';

export const GET: APIRoute = ({ site }) =>
  // A path would get a slash at its end, also behind an anchor: an address stays as it is.
  rss({
    title: 'Witness: meetings and decisions',
    description: `Meetings${ofGroup(content())} and what was decided in them.`,
    site: new URL(href('/'), site),
    ...feedHead(new URL(href('/rss.xml'), site)),
    items: meetingItems(content()).map((item) => ({ ...item, link: new URL(href(item.link), site).href })),
  });
