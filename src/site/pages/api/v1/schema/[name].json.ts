import type { APIRoute } from 'astro';
import { API_SCHEMAS } from '../../../../api/schemas.ts';

export function getStaticPaths() {
  return Object.entries(API_SCHEMAS).map(([name, schema]) => ({ params: { name }, props: { schema } }));
}

export const GET: APIRoute = ({ props }) => Response.json(props.schema);
