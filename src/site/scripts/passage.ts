/** What Pagefind tells of a page that was found. */
export interface Found {
  url: string;
  meta: { title?: string };
  content: string;
  /** Elements with an id, what headings among them say, and the number of words before them. */
  anchors: { id: string; text?: string; location: number }[];
  /** Word numbers of the hits. */
  locations: number[];
}

/** A place on the page where hits stand close together. */
export interface Passage {
  /** Null for the page as a whole. */
  anchor: string | null;
  /** Who speaks there, or what it is about; empty where nothing says it. */
  label: string;
  /** Whether something stands before the words. */
  cut: boolean;
  /** Those that were hit are marked. */
  words: { text: string; hit: boolean }[];
}

const BEFORE = 6;
const AFTER = 26;
const LONGEST_NAME = 8;

/** The passages to show of a page, the best first, each with the anchor of its turn, function or heading. */
export function passages({ anchors, locations, content }: Found, most: number): Passage[] {
  const words = content.split(/\s+/);
  const hits = withRepeats(
    words,
    [...new Set(locations)].sort((a, b) => a - b),
  );
  const hit = new Set(hits);
  const places = sections(anchors, words).flatMap((section) => {
    const own = hits.filter((one) => one >= section.start && one < section.end);
    const [first] = own;
    if (first === undefined) return [];
    const at = own.reduce((best, one) => (closeness(own, one) > closeness(own, best) ? one : best), first);
    // What is quoted elsewhere on the page is shown where it was said.
    return [{ ...section, at, weight: closeness(own, at) + (isTurn(section.id) ? 0.5 : 0) }];
  });
  const best = Math.max(...places.map(({ weight }) => weight));
  return places
    .filter(({ weight }) => weight >= best / 2)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ id, label, lead, start, end, at }) => {
      const begin = at < start + lead ? start : start + lead;
      const from = Math.max(begin, at - BEFORE);
      return {
        anchor: id,
        label: begin > start ? label : '',
        cut: from > begin,
        words: words
          .slice(from, Math.min(at + AFTER, end))
          .map((word, index) => ({ text: word, hit: hit.has(from + index) })),
      };
    });
}

/** Whether something was said at an anchor. */
export function isTurn(anchor: string | null | undefined): boolean {
  return anchor?.startsWith('turn-') ?? false;
}

interface Section {
  id: string | null;
  label: string;
  /** How many words the label takes at the beginning. */
  lead: number;
  start: number;
  end: number;
}

/** The page from each anchor to the next. */
function sections(anchors: Found['anchors'], words: readonly string[]): Section[] {
  // Of several at one place the first is the widest: a turn, in which a decision has an anchor of its own.
  const own = anchors.filter(
    ({ id, location }, at) => !id.startsWith('_') && anchors[at - 1]?.location !== location,
  );
  const starts = [{ id: null, text: '', location: 0 }, ...own];
  return starts.map(({ id, text, location: start }, index) => {
    const lead = isTurn(id) ? leadAt(words, start) : id ? wordsIn(text || lastOf(id)) : 0;
    const label = words
      .slice(start, start + lead)
      .join(' ')
      .replace(/\.$/, '');
    return { id, label, lead, start, end: starts[index + 1]?.location ?? words.length };
  });
}

/** The hits, and every place that has the words of their longest run once more: of a phrase only one place is told. */
function withRepeats(words: readonly string[], hits: readonly number[]): number[] {
  const runs = hits.map((from, at) => hits.slice(at).filter((hit, index) => hit === from + index));
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), []);
  if (longest.length < 2) return [...hits];
  const said = longest.map((at) => bare(words[at]));
  const repeats = [...words.keys()]
    .filter((from) => said.every((word, index) => bare(words[from + index]) === word))
    .flatMap((from) => said.map((_, index) => from + index));
  return [...new Set([...hits, ...repeats])].sort((a, b) => a - b);
}

function bare(word: string | undefined): string | undefined {
  return word?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A turn begins with the name of who speaks, a paragraph of its own, which the index ends with a full stop. */
function leadAt(words: readonly string[], start: number): number {
  return words.slice(start, start + LONGEST_NAME).findIndex((word) => /..\.$/.test(word)) + 1;
}

/** Items begin with their name, which is the end of their anchor: `method.fields.get`. */
function lastOf(id: string): string {
  return id.includes('.') ? id.replace(/^.*\./, '') : '';
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** How well the hits from one on answer: those that stand side by side count most, others nearby a little. */
function closeness(hits: readonly number[], from: number): number {
  const near = hits.filter((hit) => hit >= from && hit < from + AFTER);
  const run = near.findIndex((hit, index) => hit !== from + index);
  return (run === -1 ? near.length : run) + near.length / (2 * AFTER);
}
