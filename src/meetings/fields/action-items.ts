import { isKnown, jointParts, looksLikeName, readLabel } from '../labels.ts';
import type { ActionItem, Attendee, Turn } from '../meeting.ts';
import { type Matcher, matcher } from '../names.ts';
import type { Notes } from '../notes.ts';
import { spokenLines } from './turns.ts';

const DO =
  'add|ask|bring|build|champion|check|circulate|clean|clarify|collaborate|collect|contact|coordinate|copy|create|define|document|draft|do that|do this|email|explore|figure out|file|find|fix|follow|get (?:back|that|this|in touch|started)|help|implement|improve|investigate|invite|land|look (?:into|at)|make|merge|move|open|organi[sz]e|post|prepare|present|propose|provide|publish|put|raise|reach out|rebase|rename|report|research|resubmit|review|revise|rework|schedule|send|set up|share|sort|start|submit|summari[sz]e|sync|take|talk to|test|try|update|upload|work (?:on|with)|write';
const NAMED =
  /^(?:[*_[(]*)(?:actions?(?: items?| points?)?(?: going forward| for (?:the )?next (?:meeting|time))?|ai|todo|to[- ]do|follow[- ]ups?)(?:[*_\])]*)(?:\s*\((?<by>[^)]{2,40})\)[*_]*)?\s*(?:[:,]|(?<=\]))\s*[*_]*\s*(?<task>\S.*)$/iu;
const FIRST = new RegExp(
  `^(?:(?:ok(?:ay)?|yes|yeah|yep|sure|cool|great|so|and|then|also|sounds good|right|got it)\\b[,.! ]*)*(?:(?:i['’]ll|i will|i['’]m going to|i am going to|will|i can(?= (?:do that|file|follow up|look into|make a pr|open|provide|put|reach out|send (?:it|that|you|an|around|out)|share|take|write)\\b)|happy to(?= (?:do|file|help|open|write)\\b))\\s+(?:also |then |just |definitely |try to |go ahead and )?(?<task>(?:be (?!showing|looking|going|using|talking)\\w+ing|report|${DO})\\b.*)|(?<task2>i (?:don['’]t mind|volunteer to|can|will|['’]ll) tak(?:e|ing) (?:that|this|it|an action|action)\\b.*))$`,
  'iu',
);
const OTHER = new RegExp(
  `^[[(]?(?<owner>@?[\\p{L}][\\p{L}.'’ ,&/-]{0,40}?)\\s+(?:(?:will|to|is going to|are going to)\\s+(?<task>(?:also )?(?:${DO})\\b.*)|(?:volunteers?|volunteered|takes (?:an )?action(?: item)?)\\b(?:\\s+to)?\\s*(?<task2>.*))$`,
  'iu',
);
const STAGE = /^(?:[[(]\s*(?:takes?|took|volunteers?)\b|volunteers to\b)(?<task>.*?)[\])]?$/iu;
const TAGGED = /[[(]\s*action(?: item)?\s*[\])]/iu;
/** A word without which nothing is promised; tried first, because most lines have none. */
const MAY_PROMISE =
  /\b(?:will|volunteer|action|happy to|going to|i can|takes?|took)\b|['’]ll\b|['’]t mind\b|^[^.:]{2,40} to \p{Ll}/iu;
const DOUBT =
  /\?\s*$|\b(?:if|once|maybe|might|would|could|silence|(?<!report back )when we|next release|in the future|eventually)\b/iu;

/** What somebody clearly took on. `We'll ...` is nobody's promise. */
export function actionItems(
  notes: Notes,
  turns: readonly Turn[],
  attendees: readonly Attendee[],
): ActionItem[] {
  const speakers = new Set(turns.map(({ speaker }) => speaker));
  const people = matcher([...attendees, ...[...speakers].map((name) => ({ name, line: 0 }))]);
  const out: ActionItem[] = [];
  let t = 0;
  for (const line of spokenLines(notes)) {
    if (line.kind !== 'text') continue;
    while ((turns[t]?.endLine ?? Number.POSITIVE_INFINITY) < line.number) t++;
    const turn = turns[t];
    const speaker = turn && turn.line <= line.number ? turn.speaker : null;
    const text = turn?.line === line.number ? (readLabel(line.text)?.text ?? line.text) : line.text;
    const owned = named(text, speaker, people) ?? promised(text, speaker, people);
    if (owned) out.push({ line: line.number, ...owned });
  }
  return out;
}

function named(text: string, speaker: string | null, people: Matcher): Omit<ActionItem, 'line'> | null {
  const { task = '', by = '' } = NAMED.exec(text)?.groups ?? {};
  if (by && isOwner(by, people)) return item(by, task);
  if (!task || /^(?:none|n\/a|no)\b/iu.test(task)) return null;
  const other = OTHER.exec(task)?.groups;
  if (other && isOwner(other.owner ?? '', people))
    return item(other.owner ?? null, other.task ?? other.task2 ?? task);
  const own = speaker ? FIRST.exec(task)?.groups : undefined;
  if (own) return item(speaker, own.task ?? own.task2 ?? task);
  const [, owner, rest] = /^[*_]*([^:*_]{2,40}?)[*_]*\s*(?::|[-–—])\s*(\S.*)$/u.exec(task) ?? [];
  return owner && rest && isOwner(owner, people) ? item(owner, rest) : item(null, task);
}

function promised(text: string, speaker: string | null, people: Matcher): Omit<ActionItem, 'line'> | null {
  if (!MAY_PROMISE.test(text)) return null;
  const tagged = TAGGED.test(text);
  for (const sentence of text.split(/(?<=[.!?])\s+|\s+(?=\[)/u)) {
    if (DOUBT.test(sentence)) continue;
    const first = speaker ? (FIRST.exec(sentence)?.groups ?? STAGE.exec(sentence)?.groups) : undefined;
    const task = first?.task ?? first?.task2;
    if (task !== undefined) return item(speaker, task);
    const other = OTHER.exec(sentence)?.groups;
    const owner = withSpeaker(other?.owner ?? '', speaker);
    if (other && isOwner(owner, people)) return item(owner, other.task ?? other.task2 ?? sentence);
  }
  return tagged ? item(speaker, text.replace(TAGGED, '')) : null;
}

/** `Ben and I`, said by Ada, are `Ada and Ben`. */
function withSpeaker(owner: string, speaker: string | null): string {
  const other = /^(.+?) and i$/iu.exec(owner)?.[1];
  return other && speaker ? `${speaker} and ${other}` : owner;
}

function isOwner(owner: string, people: Matcher): boolean {
  return jointParts(owner).every((part) => looksLikeName(part)) && isKnown(owner, people);
}

function item(owner: string | null, task: string): Omit<ActionItem, 'line'> {
  const text = task
    .replace(/[*_`[\]]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.]+$/u, '')
    .trim();
  return { owner: owner?.trim() ?? null, text: text.charAt(0).toUpperCase() + text.slice(1) };
}
