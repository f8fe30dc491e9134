import type { Kind } from './kinds.ts';

/** What Pagefind gives for a page that was found; `data` fetches what is shown of it. */
export interface TextResult<Data> {
  id: string;
  data(): Promise<Data>;
}

/** The part of Pagefind that is used. */
export interface Engine<Data> {
  search(
    query: string,
    options?: { filters?: Record<string, string> },
  ): Promise<{ results: TextResult<Data>[] } | null>;
}

/** Pages that were found; the first `exact` ones hold the very words in their order. */
export interface TextResults<Data> {
  results: TextResult<Data>[];
  exact: number;
}

/** Pages with these very words in this order, then pages with the words anywhere; of one kind or of all. */
export async function textResults<Data>(
  engine: Engine<Data>,
  asked: string,
  kind: Kind,
): Promise<TextResults<Data>> {
  const options = kind === 'all' ? {} : { filters: { kind } };
  const ask = async (text: string) => (await engine.search(text, options))?.results ?? [];
  if (asked.includes('"')) return { results: await ask(asked), exact: 0 };
  const bare = asked.split(/\s+/).map(bareWord).filter(Boolean);
  const words = await ask(bare.join(' '));
  if (bare.length < 2) return { results: words, exact: 0 };
  const phrase = await ask(`"${bare.join(' ')}"`);
  const known = new Set(phrase.map(({ id }) => id));
  return { results: [...phrase, ...words.filter(({ id }) => !known.has(id))], exact: phrase.length };
}

/** A word without the marks around it, which the engine would take for a part of it: `` `list` `` is `list`. */
function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
