import type { Answer } from '../search/answer.ts';

/** What was found for what, in a sentence. */
export function statusOf(query: string, { names, results, readAs }: Answer<unknown>): string {
  const counts = [counted(names.length, 'name'), counted(results.length, 'page')].filter(Boolean);
  if (counts.length === 0) return `Nothing found for ${query}.`;
  const none = names.length === 0 && query.includes('->') ? 'No function, but ' : '';
  return `${none}${counts.join(' and ')} for ${query}${readAs ? `, read as ${readAs}` : ''}.`;
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? word : `${word}s`}`;
}
