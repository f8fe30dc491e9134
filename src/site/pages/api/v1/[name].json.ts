import type { APIRoute } from 'astro';
import { API } from '../../../api/entries.ts';
import { content } from '../../../content.ts';

export function getStaticPaths() {
  return Object.keys(API).map((name) => ({ params: { name } }));
}

export const GET: APIRoute = ({ params }) => Response.json(API[params.name as keyof typeof API](content()));
