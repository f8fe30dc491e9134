import type { APIRoute } from 'astro';
import { content } from '../../../../../content.ts';
import { placeOf } from '../../../../../origins/place.ts';
import { packageParams, packagePath } from '../../../../../wit/addresses.ts';
import { packageAt } from '../../../../../wit/package-at.ts';
import { type PackageSources, packageFiles } from '../../../../../wit/source-files.ts';

export function getStaticPaths() {
  return content().packages.map(({ package: id }) => ({ params: packageParams(id) }));
}

/** A package as text, and where the packages that it uses are: what the browser compares versions from. */
export const GET: APIRoute = ({ params }) => {
  const site = content();
  const { package: id, uses } = packageAt(site.packages, params);
  const there = new Set(site.packages.map((one) => one.package));
  const sources: PackageSources = {
    package: id,
    uses: uses.filter((one) => there.has(one)).map((one) => packagePath(one)),
    files: packageFiles(site, id).map(({ path, text, first }) => ({
      path: placeOf(site.fileOrigins, path).path,
      text: '\n'.repeat(first - 1) + text,
    })),
  };
  return Response.json(sources);
};
