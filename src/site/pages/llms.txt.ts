import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { content } from '../content.ts';
import { ofGroup } from '../group.ts';
import { href } from '../links.ts';
import { longDay } from '../render/day.ts';
import { packagePath } from '../wit/addresses.ts';
import { byName } from '../wit/by-name.ts';

/** What is here, for language models and others that would rather read Markdown. @see https://llmstxt.org */
export const GET: APIRoute = async ({ site }) => {
  const { meetings, tracker, packages } = content();
  const link = (title: string, path: string) => `- [${title}](${new URL(href(path), site)})`;
  const docs = await getCollection('docs');
  const section = (title: string, entries: string[]) =>
    entries.length > 0 ? `## ${title}\n\n${entries.join('\n')}` : '';
  const text = [
    '# Witness',
    `> Minutes${ofGroup(content())}, WIT interfaces and where things stand, with the evidence for every status. Every page below is Markdown; the same as data is under \`api/v1/\`.`,
    section(
      'Guide',
      docs.map(
        ({ id, data }) =>
          `${link(data.title, `/${id}.md`)}${data.description ? `: ${data.description}` : ''}`,
      ),
    ),
    section(
      'Proposals',
      tracker.proposals.map(
        ({ id, title, summary }) => `${link(title, `/proposals/${id}.md`)}${summary ? `: ${summary}` : ''}`,
      ),
    ),
    section(
      'Criteria',
      tracker.criteria.map(({ id, title }) => link(title, `/criteria/${id}.md`)),
    ),
    section(
      'WIT packages',
      byName(packages).flatMap(({ versions }) =>
        versions.map(({ package: id }) => link(id, `${packagePath(id).slice(0, -1)}.md`)),
      ),
    ),
    section(
      'Minutes',
      meetings.map(({ slug, meeting }) =>
        link(longDay(meeting.date) || meeting.title, `/meetings/${slug}.md`),
      ),
    ),
    section(
      'Data',
      ['meetings', 'proposals', 'criteria', 'packages', 'events', 'search', 'pages', 'tracker'].map((name) =>
        link(name, `/api/v1/${name}.json`),
      ),
    ),
  ];
  return new Response(`${text.filter(Boolean).join('\n\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
