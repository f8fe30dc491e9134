import type { APIRoute } from 'astro';
import { content } from '../../../../../content.ts';
import { href } from '../../../../../links.ts';
import { packageParams } from '../../../../../wit/addresses.ts';
import { definitions } from '../../../../../wit/definitions.ts';
import { rendering } from '../../../../../wit/item-view.ts';
import { packageAt } from '../../../../../wit/package-at.ts';

export function getStaticPaths() {
  return content().packages.map(({ package: id }) => ({ params: packageParams(id) }));
}

/** The definitions that appear when a name is pointed at. */
export const GET: APIRoute = ({ params }) => {
  const site = content();
  return Response.json(definitions(rendering(site, href), packageAt(site.packages, params)));
};
