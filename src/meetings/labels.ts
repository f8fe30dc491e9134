import type { Matcher } from './names.ts';

/** A speaker's label at the head of a line. */
export interface Label {
  /** As written, without markup and without `(in chat)`. */
  speaker: string;
  /** What was said on the same line, as Markdown. */
  text: string;
  style: 'bold' | 'plain' | 'alone' | 'loose';
  inChat: boolean;
}

/**
 * `**Name**: text`, `**Name:** text`, `**Name** text`, `** Name ** text`, `**Na**me: text`, `*Name*: text`;
 * also a mark of speech in chat, inside or after the label.
 */
const BOLD =
  /^(?<marks>\*{1,3}|_{1,3})\s*(?<name>[^*_:\n]{1,60}?)\s*(?<inner>:?)\s*\k<marks>(?<tail>\p{Ll}{0,12}(?=\s*:))?(?<aside>\s*[([](?:in|via|on|from)?\s*(?:the\s+)?(?:zoom\s+)?chat[)\]])?\s*(?<outer>:+(?:\s*:)?)?\s*(?<text>.*)$/su;

/** `Name: text`, `sbc: text`, `A, B and C: text`. */
const PLAIN = /^(?<name>[\p{L}(?][^:*_`|<>[\]{}"“”]{0,58}?)\s*:(?!\/\/|:)(?:\s+|$|(?=[^\s:]))(?<text>.*)$/su;
/** `[Name] text`, `Name> text`, `Name - text`, `10:02 Name: text`, `@name: text`: speech only where the name is known. */
const LOOSE =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+(?<timed>[\p{L}][^:|<>[\]{}"]{0,40}?)\s*:|\[(?<bracketed>[\p{L}][^\]:|<>]{0,40})\](?!\(|\[)\s*:?|(?<quoted>[\p{L}][^:|<>[\]]{0,40})>|(?<dashed>\p{Lu}[^:|<>[\]\s]{1,20}(?: \p{Lu}[^:|<>[\]\s]{0,20})?)\s+[–—-]|(?<handle>@[\w-]{2,40})\s*:)\s+(?<text>\S.*)$/su;
const CHAT = /\s*[([](?:in|via|on|from)?\s*(?:the\s+)?(?:zoom\s+)?chat[)\]]\s*/iu;
const LEADING_CHAT = /^[([](?:in|via|on|from)?\s*(?:the\s+)?(?:zoom\s+)?chat[)\]]\s*/iu;

/** Words that head notes, lists and agendas, and are nobody's name. */
const NOT_NAMES = new Set(
  (
    'a about action actions actor adjourned adoption agenda agreed ai all also alternative alternatives am and announcement announcements ' +
    'answer answers api as at attendees back background bad benefit benefits blob blockers but call chair challenge ' +
    'challenges chat comment comments concern concerns conclusion conclusions cons consensus contact context ' +
    'continued criteria current date day decision decisions demo description design details discussion ' +
    'document documents draft edit editor eg email end etc event example examples explanation feedback final finally first ' +
    'follow followup for from future fyi general goal goals heads here how however idea ideas if impact implementation important in info ' +
    'interface introduction is issue issues item items it its key kind last later launch lead leads let lets level link links list ' +
    'live location logistics main meeting milestone milestones minutes misc motion motivation name namely new news next no non-goals ' +
    'none nota note notes notetaker now objections of ok on one open opening option options other others our outcome ' +
    'outcomes outline outstanding overview part phase phases plan plans point points poll polls possible post pr ' +
    'pre preamble presentation presenter presenters preview previous prior problem problems process progress ' +
    'proposal proposals proposed pros ps purpose q qa question questions rationale reason reasons recap ' +
    'recommendation recommendations reference references related release reminder reminders request requirements ' +
    'resolution resolutions resolved resources response result results review roadmap schedule scope scribe ' +
    'scribes second secondly section see side slide slides so solution solutions some spec stage statement stats ' +
    'status step steps still straw strawpoll subject suggestion suggestions summary table tally tasks text thanks that the then there these ' +
    'things third this three time timeline title tldr to todo topic topics two update updates url usage use used ' +
    'value version versions via video vote votes wait warning what when where which who why with without work ' +
    'world worlds yes zoom sf f n sa d da sd sda world host guest component components module modules ' +
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'for against neutral abstain favor favour strongly unanimous registration where ' +
    'pull issue wasi wit wasm http https cli webassembly wasmtime jco ' +
    'good great well right today tomorrow yesterday implementations errors error types type functions function ' +
    'async sync streams futures resources approach benefits behaviour behavior breaking changes change clarification '
  )
    .trim()
    .split(/\s+/u),
);
/** Capital letters that are terms of the trade; other groups of two or three are taken for initials. */
const ACRONYMS = new Set(
  'AI API ABI AOT BTW CG CI CLI CM CPU DA DOM EDIT FAQ FD FWIW FYI GC HTTP I IDL IIRC IMO IO IT JIT JS MVP NB OK OS PR PS Q QA RFC SA SD SDA SF SG SQL TBD TCP TLS TTL UDP UI URL UX VM WG WIT'.split(
    ' ',
  ),
);
const PARTICLES = new Set('van von de der den del della di da dos du la le el bin al ten ter'.split(' '));
const JOINT = /\s*(?:,\s*(?:and\s+)?|\/|&|\+|\band\b)\s*/u;
const UNKNOWN = /^\(?\?+\)?$/u;

/** The label that a line seems to open with; whether it is a speaker's is for `labelTest` to say. */
export function readLabel(line: string): Label | null {
  const bold = BOLD.exec(line)?.groups;
  if (bold?.name) {
    const { name, tail = '', inner, outer, aside, text = '' } = bold;
    const speaker = clean(name + tail);
    const said = text.replace(LEADING_CHAT, '');
    const inChat = CHAT.test(name) || aside !== undefined || said !== text;
    const style = inner || outer ? 'bold' : said === '' ? 'alone' : 'bold';
    return speaker ? { speaker, text: said, style, inChat } : null;
  }
  const plain = PLAIN.exec(line)?.groups;
  if (!plain?.name) return loose(line);
  const speaker = clean(plain.name);
  const said = (plain.text ?? '').replace(LEADING_CHAT, '');
  return speaker
    ? { speaker, text: said, style: 'plain', inChat: CHAT.test(plain.name) || said !== plain.text }
    : null;
}

function loose(line: string): Label | null {
  const { text = '', ...names } = LOOSE.exec(line)?.groups ?? {};
  const speaker = Object.values(names).find(Boolean);
  return speaker ? { speaker: clean(speaker), text, style: 'loose', inChat: false } : null;
}

/** Whether a label set in bold has a colon, so that it means to introduce something. */
export function hasColon(line: string): boolean {
  return /^(?:\*{1,3}|_{1,3})[^*_]*(?::\s*(?:\*{1,3}|_{1,3})|(?:\*{1,3}|_{1,3})\p{Ll}{0,12}(?:\s*[([][^)\]]*[)\]])?\s*:)/u.test(
    line,
  );
}

/** The single labels of a joint one: `Zalim, and andrew brown, and colin` has three. */
export function jointParts(speaker: string): string[] {
  return speaker
    .split(JOINT)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Whether a text has the shape of one person's name or handle: up to four words, none of which heads a section. */
export function looksLikeName(text: string): boolean {
  if (UNKNOWN.test(text)) return true;
  const words = text
    .replace(/\([^)]*\)/gu, ' ')
    .trim()
    .split(/\s+/u);
  if (words.length === 0 || words.length > 4 || text.length > 40) return false;
  if (words.length === 1 && /^[A-Z]{2,3}$/u.test(text)) return !ACRONYMS.has(text);
  if (words.some((word) => NOT_NAMES.has(word.toLowerCase().replace(/[.’']s?$|\.$/gu, '')))) return false;
  if (words.length === 1) return /^@?\p{L}[\p{L}\p{M}\d_.'’-]*$/u.test(words[0] ?? '');
  return words.every((word, i) =>
    i > 0 && PARTICLES.has(word.toLowerCase()) ? true : /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word),
  );
}

/** Whether a label names somebody who is listed as present. */
export function isKnown(speaker: string, people: Matcher): boolean {
  const parts = jointParts(speaker);
  return (
    parts.some((part) => isListed(part, people)) &&
    parts.every((part) => part.toLowerCase() === 'others' || isListed(part, people) || looksLikeName(part))
  );
}

function isListed(part: string, people: Matcher): boolean {
  const words = part.split(/\s+/u);
  const initials = /^[A-Z]{2,4}$/u.test(part) && !(ACRONYMS.has(part) && !/^S[ADF]$/u.test(part));
  if ((NOT_NAMES.has(part.toLowerCase()) && !initials) || words.length > 5) return false;
  if (people(part)) return true;
  const [first = ''] = words;
  return first.length > 1 && looksLikeName(part) && people(first)?.fit === 'part';
}

function clean(name: string): string {
  return name
    .replace(CHAT, ' ')
    .replace(/[*`]|^_+|_+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
