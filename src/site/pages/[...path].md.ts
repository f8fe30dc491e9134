import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { content } from '../content.ts';
import { markdownPages } from '../markdown/pages.ts';

/** Every page that has something to read, as Markdown at its own address: `/meetings/2023-07-13.md`. */
async function pages() {
  const docs = await getCollection('docs');
  return markdownPages(
    content(),
    docs.map(({ id, data, body }) => ({ id, title: data.title, body: body ?? '' })),
  );
}

const made = pages();

export async function getStaticPaths() {
  return [...(await made).keys()].map((path) => ({ params: { path } }));
}

export const GET: APIRoute = async ({ params }) =>
  new Response((await made).get(params.path ?? '')?.() ?? '', {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
