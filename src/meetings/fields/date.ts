import type { Notes } from '../notes.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day of the meeting as `YYYY-MM-DD`: from the front matter, the path (`2023/WASI-07-13.md`, `2023-07-13.md`),
 * or the text. The path wins over the text, where years are copied from old agendas. Empty when nothing tells.
 */
export function date(notes: Notes): string {
  const { data } = notes.frontMatter;
  if (data.date) return data.date;
  return fromPath(notes.file.path) ?? fromText(notes) ?? '';
}

/** Month (1 to 12) and day named in a text such as `July 13, 16:00-17:00 UTC`. */
export function monthAndDay(text: string): { month: number; day: number } | null {
  const [, name, day] =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b/iu.exec(
      text,
    ) ?? [];
  const [, dayFirst, nameAfter] =
    /\b(\d{1,2})(?:st|nd|rd|th)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/iu.exec(text) ??
    [];
  const month = MONTHS.indexOf((name ?? nameAfter ?? '').toLowerCase()) + 1;
  return month > 0 ? { month, day: Number(day ?? dayFirst) } : null;
}

/** `YYYY-MM-DD` from its numbers; null for a day that no calendar has. */
export function dayOf(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

function fromPath(path: string): string | null {
  const name = path.split(/[\\/]/u).at(-1) ?? '';
  const whole = /(?:^|[^\d])(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(name);
  if (whole) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const [, month, day] = /(?:^|[^\d])(\d{2})-(\d{2})(?!\d)/u.exec(name) ?? [];
  const year = path.split(/[\\/]/u).findLast((part) => /^(?:19|20)\d{2}$/u.test(part));
  return month && day && year ? dayOf(Number(year), Number(month), Number(day)) : null;
}

function fromText(notes: Notes): string | null {
  const iso = notes.lines.find((l) => /^\d{4}-\d{2}-\d{2}\b/u.test(l.text));
  for (const line of notes.lines.slice(0, 40)) {
    const when = monthAndDay(line.text);
    const year = /\b(20\d{2})\b/u.exec(line.text)?.[1];
    if (when && year) return dayOf(Number(year), when.month, when.day);
  }
  return iso ? iso.text.slice(0, 10) : null;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
