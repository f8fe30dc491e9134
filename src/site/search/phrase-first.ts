/** What Pagefind gives for a page that was found; `data` fetches what is shown of it. */
export interface TextResult<Data> {
  id: string;
  data(): Promise<Data>;
}

/** The part of Pagefind that is used. */
export interface Engine<Data> {
  init(): Promise<void>;
  search(query: string): Promise<{ results: TextResult<Data>[] } | null>;
}

/** Pages with these very words in this order, then pages with the words anywhere. */
export async function phraseFirst<Data>(
  engine: Engine<Data>,
  query: string,
): Promise<{ results: TextResult<Data>[]; exact: number }> {
  const words = (await engine.search(query))?.results ?? [];
  if (!/\s/.test(query) || query.includes('"')) return { results: words, exact: 0 };
  const phrase = (await engine.search(`"${query}"`))?.results ?? [];
  const known = new Set(phrase.map(({ id }) => id));
  return { results: [...phrase, ...words.filter(({ id }) => !known.has(id))], exact: phrase.length };
}
