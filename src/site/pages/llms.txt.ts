import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { API } from '../api/entries.ts';
import { content } from '../content.ts';
import { ofGroup } from '../group.ts';
import { href } from '../links.ts';
import { allPages, PAGE_KINDS } from '../pages.ts';

/** What is here, for language models and others that would rather read Markdown. @see https://llmstxt.org */
export const GET: APIRoute = async ({ site }) => {
  const link = (title: string, path: string, about = '') => {
    const file = path === '/' ? '/index.md' : path.replace(/\/$/, '.md');
    return `- [${title}](${new URL(href(file), site)})${about && `: ${about}`}`;
  };
  const pages = [...allPages(content()).values()];
  const listed = (heading: string | undefined) =>
    pages.flatMap(({ path, title, summary, kind }) =>
      title !== undefined && kind.listed === heading && (heading || kind.title)
        ? [link(title, path, summary)]
        : [],
    );
  const docs = await getCollection('docs');
  const section = (title: string, entries: string[]) =>
    entries.length > 0 ? `## ${title}\n\n${entries.join('\n')}` : '';
  const text = [
    '# Witness',
    `> Minutes${ofGroup(content())}, WIT interfaces and where things stand, with the evidence for every status. Every page below is Markdown; the same as data is under \`api/v1/\`.`,
    section(
      'Guide',
      docs.map(({ id, data }) => link(data.title, `/${id}/`, data.description)),
    ),
    section('Overview', listed(undefined)),
    ...PAGE_KINDS.flatMap(({ listed: heading }) => (heading ? [section(heading, listed(heading))] : [])),
    section(
      'Data',
      [...Object.keys(API), 'pages', 'tracker'].map((name) => link(name, `/api/v1/${name}.json`)),
    ),
  ];
  return new Response(`${text.filter(Boolean).join('\n\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
