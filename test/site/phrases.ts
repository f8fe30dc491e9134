/** A meeting as `api/v1/meetings.json` has it, as far as phrases go. */
export interface Minutes {
  url: string;
  turns: { id: string; text: string }[];
}

/** Words that follow one another in the minutes, and the turn they were taken from. */
export interface Phrase {
  text: string;
  url: string;
}

const LENGTH = 6;

/** So many runs of six words, scattered over all turns; the same ones for the same minutes. */
export function phrases(minutes: readonly Minutes[], count: number): Phrase[] {
  const turns = minutes.flatMap(({ url, turns }) =>
    turns.flatMap(({ id, text }) => {
      const words = text.split(/\s+/).filter(Boolean);
      return words.length >= LENGTH ? [{ url: `${url}#${id}`, words }] : [];
    }),
  );
  const random = numbers();
  return Array.from({ length: count }, () => {
    const { url, words } = pick(turns, random());
    const from = Math.floor(random() * (words.length - LENGTH + 1));
    return { url, text: words.slice(from, from + LENGTH).join(' ') };
  });
}

/** Whether the turn at an address from the site's root holds a phrase, marks and letter case aside. */
export function holds(minutes: readonly Minutes[], address: string, phrase: string): boolean {
  const [url, id] = address.split('#');
  const turn = minutes.find((one) => one.url === url)?.turns.find((one) => one.id === id);
  return turn !== undefined && bare(turn.text).includes(bare(phrase));
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function pick<T>(list: readonly T[], at: number): T {
  const found = list[Math.floor(at * list.length)];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}

/** Numbers from 0 to 1 that look random and are always the same (a linear congruential generator). */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
