import type { APIRoute } from 'astro';
import { content } from '../../../content.ts';
import { trackerData } from '../../../tracker/tracker-data.ts';

export const GET: APIRoute = () => Response.json(trackerData(content()));
