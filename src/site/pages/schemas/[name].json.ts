import type { APIRoute } from 'astro';
import { authoredSchemas } from '../../../load/index.ts';

/** The JSON Schemas of what people write, for editors. */
export function getStaticPaths() {
  return Object.entries(authoredSchemas()).map(([name, schema]) => ({ params: { name }, props: { schema } }));
}

export const GET: APIRoute = ({ props }) => Response.json(props.schema);
