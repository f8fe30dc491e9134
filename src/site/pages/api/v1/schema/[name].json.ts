import type { APIRoute } from 'astro';

const schemas = Object.fromEntries(
  Object.entries(
    import.meta.glob<object>('../../../../api/schema/*.json', { eager: true, import: 'default' }),
  ).map(([path, schema]) => [path.replace(/^.*\/|\.json$/g, ''), schema]),
);

export function getStaticPaths() {
  return Object.keys(schemas).map((name) => ({ params: { name } }));
}

export const GET: APIRoute = ({ params }) => Response.json(schemas[params.name ?? '']);
