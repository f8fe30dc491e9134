import type { Notes } from '../notes.ts';
import { isTemplateTitle, titleLine } from '../titles.ts';

/** So many lines are a note's head, and so many characters the part of a line or name that holds a day. */
const HEAD = 40;
const LONGEST = 200;
const OTHER_MEETING =
  /\b(?:last|previous|prior|next|future|upcoming) (?:\p{L}+ )?(?:meeting|call|time|week)|\bminutes (?:from|of)\b/iu;

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
  const line = text.slice(0, LONGEST).replace(/\s+/gu, ' ');
  const [, name, day] = MONTH_FIRST.exec(line) ?? [];
  const [, dayFirst, nameAfter] = DAY_FIRST.exec(line) ?? [];
  const month = MONTHS.indexOf((name ?? nameAfter ?? '').toLowerCase()) + 1;
  return month > 0 ? { month, day: Number(day ?? dayFirst) } : null;
}

const MONTH_FIRST =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,7})\.? (\d{1,2})(?:st|nd|rd|th)?\b/iu;
const DAY_FIRST =
  /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,7})\b/iu;

/** `YYYY-MM-DD` from its numbers; null for a day that no calendar has. */
export function dayOf(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** From the file's name, with the year from its folder where the name has none; else from the folders. */
function fromPath(path: string): string | null {
  const folders = path.split(/[\\/]/u);
  const name = folders.pop()?.slice(0, LONGEST) ?? '';
  const year = folders.findLast((part) => /^(?:19|20)\d{2}(?!\d)/u.test(part))?.slice(0, 4);
  return fromName(name, year) ?? fromFolders(folders);
}

/** `2023-07-13`, `07-13-2023`, `07-13` and `july-13` in a folder of the year. */
function fromName(name: string, year: string | undefined): string | null {
  const [, y = '', m = '', d = ''] =
    /(?<!\d)((?:19|20)\d{2})[-._](\d{2})[-._](\d{2})(?!\d)/u.exec(name) ?? [];
  if (y) return dayOf(Number(y), Number(m), Number(d));
  const [, month, day, own] =
    /(?<!\d[-._]?)(\d{1,2})[-._](\d{1,2})(?:[-._]((?:19|20)\d{2}))?(?![\d]|[-._]\d)/u.exec(name) ?? [];
  if (month && day && (own ?? year)) return dayOf(Number(own ?? year), Number(month), Number(day));
  const named = monthAndDay(name.replace(/[-._]+/gu, ' '));
  return named && year ? dayOf(Number(year), named.month, named.day) : null;
}

/** `2023-07-13/notes.md`, `2023/07/13/notes.md`. */
function fromFolders(folders: readonly string[]): string | null {
  const whole = /(?<!\d)((?:19|20)\d{2})[-./](\d{2})[-./](\d{2})(?!\d)/u.exec(folders.slice(-3).join('/'));
  return whole ? dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3])) : null;
}

/** From the head of the note: its title, a labelled line, the heading of a day. Dates of other meetings do not count. */
function fromText(notes: Notes): string | null {
  const { headings, lines } = notes;
  const own = titleLine(headings);
  const topic = headings.find(({ title, line }) => line > own && !isTemplateTitle(title));
  const [, y, m] = /(?:^|[\\/])((?:19|20)\d{2})[-.](\d{2})(?:[^\d-][^\\/]*)?$/u.exec(notes.file.path) ?? [];
  const head = lines.slice(0, Math.min(HEAD, topic ? topic.line - 1 : HEAD));
  for (const line of head) {
    const text = line.text.slice(0, LONGEST);
    if (line.kind === 'blank' || OTHER_MEETING.test(text)) continue;
    const day = dayIn(text);
    if (day && (!y || day.startsWith(`${y}-${m}`))) return day;
  }
  return null;
}

/** The day that a text names with its year. */
function dayIn(text: string): string | null {
  const [, y, m, d] = /(?<![\d/])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\d/])/u.exec(text) ?? [];
  if (y) return dayOf(Number(y), Number(m), Number(d));
  const named = monthAndDay(text);
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/u.exec(text)?.[1];
  return named && year ? dayOf(Number(year), named.month, named.day) : null;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
