import type { APIRoute } from 'astro';
import { calendar } from '../../meetings/index.ts';
import { content } from '../content.ts';
import { groupOf } from '../group.ts';
import { href } from '../links.ts';

export const GET: APIRoute = ({ site }) => {
  const { meetings } = content();
  const slugs = new Map(meetings.map(({ slug, meeting }) => [meeting, slug]));
  const url = (meeting: (typeof meetings)[number]['meeting']) =>
    new URL(href(`/meetings/${slugs.get(meeting)}/`), site).href;
  return new Response(
    calendar(
      meetings.map(({ meeting }) => meeting),
      { url, group: groupOf(content()) },
    ),
    { headers: { 'content-type': 'text/calendar; charset=utf-8' } },
  );
};
