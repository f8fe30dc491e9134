/** What Pagefind tells of a page that was found. */
export interface Found {
  url: string;
  meta: { title?: string };
  raw_content?: string;
  content: string;
  /** Elements with an id, and the number of words before them. */
  anchors: { id: string; location: number }[];
  /** Word numbers of the hits. */
  locations: number[];
}

/** Where on the page the hits stand closest together. */
export interface Passage {
  /** Null for the page as a whole. */
  anchor: string | null;
  before: string;
  /** The words from the first hit on; those that were hit are marked. */
  words: { text: string; hit: boolean }[];
}

const BEFORE = 6;
const AFTER = 26;

/** The passage to show of a page, and the anchor that it stands under: the turn, the function, the heading. */
export function bestPassage({ anchors, locations, content }: Found): Passage {
  const hits = [...locations].sort((a, b) => a - b);
  const at = hits.reduce(
    (best, hit) => (density(hits, hit) > density(hits, best) ? hit : best),
    hits[0] ?? 0,
  );
  const anchor =
    anchors.filter(({ id, location }) => location <= at && !id.startsWith('_')).at(-1)?.id ?? null;
  const words = content.split(/\s+/);
  const hit = new Set(hits);
  const from = Math.max(0, at - BEFORE);
  return {
    anchor,
    before: from > 0 ? '… ' : '',
    words: words.slice(from, at + AFTER).map((text, index) => ({ text, hit: hit.has(from + index) })),
  };
}

function density(hits: readonly number[], from: number): number {
  return hits.filter((hit) => hit >= from && hit < from + AFTER).length;
}
