import type { APIRoute } from 'astro';
import { content } from '../../content.ts';
import { signatureEntries } from '../../search/signatures.ts';

/** What functions take and give, for those who search by that. */
export const GET: APIRoute = () => Response.json(signatureEntries(content()));
