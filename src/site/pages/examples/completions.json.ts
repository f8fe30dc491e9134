import type { APIRoute } from 'astro';
import { completions } from '../../../examples/index.ts';
import { content } from '../../content.ts';

/** What the editor of the examples offers while somebody types. */
export const GET: APIRoute = () => Response.json(completions(content().packages));
