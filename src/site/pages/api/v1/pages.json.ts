import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { content } from '../../../content.ts';
import { namedPages } from '../../../pages.ts';

/** Every page with its title: for the page that says that there is no page, and for whoever wants the list. */
export const GET: APIRoute = async () => {
  const prose = await getCollection('docs');
  return Response.json(
    namedPages(
      content(),
      prose.map(({ id, data }) => ({ title: data.title, url: `${id}/` })),
    ),
  );
};
