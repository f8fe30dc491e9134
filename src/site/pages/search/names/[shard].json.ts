import type { APIRoute } from 'astro';
import { content } from '../../../content.ts';
import { type NameEntry, nameEntries, shards } from '../../../search/name-index.ts';

export function getStaticPaths() {
  return [...shards(nameEntries(content()))].map(([shard, entries]) => ({
    params: { shard },
    props: { entries },
  }));
}

/** The names of WIT items that have a word with this first letter. */
export const GET: APIRoute = ({ props }) => Response.json(props.entries as NameEntry[]);
