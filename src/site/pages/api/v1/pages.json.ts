import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { siteMap } from '../../../api/site-map.ts';
import { content } from '../../../content.ts';

/** Every page with its title: for the page that says that there is no page, and for whoever wants the list. */
export const GET: APIRoute = async () => {
  const prose = await getCollection('docs');
  return Response.json(
    siteMap(
      content(),
      prose.map(({ id, data }) => ({ title: data.title, url: `${id}/` })),
    ),
  );
};
