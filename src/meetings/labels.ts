export type { Label } from './label-forms/form.ts';

import type { Label } from './label-forms/form.ts';
import { FORMS } from './label-forms/index.ts';
import type { Matcher } from './names.ts';

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
    'regrets guests participants notetakers reviewers contributors authors editors champions observers recording ' +
    'place otherwise con maybe perhaps capability capabilities unclaimed video videos cost format break guideline ' +
    'guidelines room done re cfc irc people everyone suggest implementers note-taker note-takers ditto correction nit vendors ' +
    'slide deck hum hums poll polls core calendar website homepage repo repository host hosts venue dialin passcode ' +
    'good great well right today tomorrow yesterday implementations errors error types type functions function ' +
    'async sync streams futures resources approach benefits behaviour behavior breaking changes change clarification '
  )
    .trim()
    .split(/\s+/u),
);
/** Capital letters that are terms of the trade; other groups of two or three are taken for initials. */
const ACRONYMS = new Set(
  'AI API ABI CFC HUM AOT BTW CG CI CLI CM CPU DA DOM EDIT FAQ FD FWIW FYI GC HTTP I IDL IIRC IMO IO IT JIT JS MVP NB OK OS PR PS Q QA RFC SA SD SDA SF SG SQL TBD TCP TLS TTL UDP UI URL UX VM WG WIT'.split(
    ' ',
  ),
);
const PARTICLES = new Set('van von de der den del della di da dos du la le el bin al ten ter'.split(' '));
const JOINT = /\s*(?:,\s*(?:and\s+)?|\/|&|\+|\||\band\b)\s*/u;
const UNKNOWN = /^\(?\?+\)?$/u;

/** The label that a line seems to open with; whether it is a speaker's is for `turns` to say. */
export function readLabel(line: string): Label | null {
  for (const form of FORMS) {
    const label = form(line);
    if (label) return label;
  }
  return null;
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
  if (words.length === 1 && /^\p{L}$/u.test(text)) return false;
  if (words.length === 1 && /^[A-Z]{2,3}$/u.test(text)) return !ACRONYMS.has(text);
  if (words.some((word) => NOT_NAMES.has(word.toLowerCase().replace(/[.’']s?$|\.$/gu, '')))) return false;
  if (words.length === 1) return /^[@=]?\p{L}[\p{L}\p{M}\d_.'’-]*…?$/u.test(words[0] ?? '');
  return words.every((word, i) =>
    i > 0 && PARTICLES.has(word.toLowerCase()) ? true : /^\p{Lu}[\p{L}\p{M}.'’-]*…?$/u.test(word),
  );
}

/** Whether everybody whom a label joins has the shape of a name. */
export function labelsPerson({ speaker }: Label): boolean {
  return jointParts(speaker).every(looksLikeName);
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
