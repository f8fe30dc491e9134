import type { Matcher } from '../../names.ts';
import { isOwner, type Owned, owned } from './owned.ts';

const DO =
  'add|ask(?! myself)|bring|build|champion|check|circulate|clean|clarify|close|collaborate|comment|come back|connect|collect|contact|coordinate|copy|create|define|document|draft|do that|do this|email|examine|explore|figure out|file|find|fix|follow|get (?:back|that|this|in touch|started)|help|implement|improve|inform|investigate|invite|land|look (?:into|at)|make|merge|move|open|organi[sz]e|post|prepare|present|propose|provide|publish|put|raise|reach out|rebase|rename|report|research|resubmit|review|revise|rework|schedule|send|set (?:(?:this|that|it) )?up|share|sort|start|submit|summari[sz]e|sync|take(?! that\\b)|talk to|test|transfer|try|update|upload|work (?:on|out|with)|write';
const FIRST = new RegExp(
  `^(?:(?:ok(?:ay)?|yes|yeah|yep|sure|cool|great|so|and|then|also|sounds good|right|got it)\\b[,.! ]*)*(?:(?:i['’]ll|i will|i['’]m going to|i am going to|will|i can(?= (?:do that|file|follow up|look into|make a pr|open|provide|put|reach out|send (?:it|that|you|an|around|out)|share|take|write)\\b)|happy to(?= (?:do|file|open|write)\\b))\\s+(?:also |then |just |definitely |try to |go ahead and )?(?<task>(?:be (?!showing|looking|going|using|talking)\\w+ing|report|${DO})\\b.*)|(?<task2>i (?:don['’]t mind|volunteer to|can|will|['’]ll) tak(?:e|ing) (?:that|this|it|an action|action)\\b.*))$`,
  'iu',
);
const OTHER = new RegExp(
  `^[[(]?(?<owner>@?[\\p{L}][\\p{L}.'’ ,&/+-]{0,40}?)\\s+(?:(?:will|to|is going to|are going to)\\s+(?<task>(?:also )?(?:${DO})\\b.*)|(?:volunteers?|volunteered|takes (?:an )?action(?: item)?)\\b(?:\\s+to)?\\s*(?<task2>.*))$`,
  'iu',
);
const STAGE = /^(?:[[(]\s*(?:takes?|took|volunteers?)\b|volunteers to\b)(?<task>.*?)[\])]?$/iu;
const TAGGED = /[[(]\s*action(?: item)?\s*[\])]/iu;
/** A word without which nothing is promised; tried first, because most lines have none. */
const MAY_PROMISE =
  /\b(?:will|volunteer|action|happy to|going to|i can|takes?|took)\b|['’]ll\b|['’]t mind\b|^[^.:]{2,40} to \p{Ll}/iu;
const DOUBT =
  /\?\s*$|\b(?:if|once|maybe|might|would|could|silence|(?<!report back )when we|next release|in the future|eventually)\b/iu;
/** So many characters of a sentence say whether it promises. */
const HEAD = 45;
/** A longer sentence promises nothing that its beginning does not. */
const LONGEST = 600;

/** `I will write it down`, `Ben to send the draft`, `[takes an action item]`: what somebody says they, or another, will do. */
export function promised(text: string, speaker: string | null, people: Matcher): Owned | null {
  if (!MAY_PROMISE.test(text)) return null;
  for (const sentence of text.split(/(?<=[.!?])\s+|\s+(?=\[)/u)) {
    const found = isDoubtful(sentence) ? null : sentenceOf(sentence.slice(0, LONGEST), speaker, people);
    if (found) return found;
  }
  return TAGGED.test(text) ? owned(speaker, text.replace(TAGGED, '')) : null;
}

/** Doubt counts where the promise is made, not in what it is about. */
function isDoubtful(sentence: string): boolean {
  return /\?\s*$/u.test(sentence) || DOUBT.test(sentence.slice(0, HEAD));
}

/** What one sentence promises. */
function sentenceOf(sentence: string, speaker: string | null, people: Matcher): Owned | null {
  const task = speaker ? byMyself(sentence) : null;
  return task === null ? byAnother(sentence, speaker, people) : owned(speaker, task);
}

/** The task of `I'll do it`, `Will do it`, `[takes it]`. */
export function byMyself(sentence: string): string | null {
  const first = FIRST.exec(sentence)?.groups ?? STAGE.exec(sentence)?.groups;
  return first?.task ?? first?.task2 ?? null;
}

/** `Ben to do it`, `Ada and I will do it`. */
export function byAnother(sentence: string, speaker: string | null, people: Matcher): Owned | null {
  const other = OTHER.exec(sentence)?.groups;
  const owner = withSpeaker(other?.owner ?? '', speaker);
  return other && isOwner(owner, people) ? owned(owner, other.task ?? other.task2 ?? sentence) : null;
}

/** `Ben and I`, said by Ada, are `Ada and Ben`. */
function withSpeaker(owner: string, speaker: string | null): string {
  const other = /^(.+?) and i$/iu.exec(owner)?.[1];
  return other && speaker ? `${speaker} and ${other}` : owner;
}
