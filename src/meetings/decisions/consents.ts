import type { AgendaItem } from '../meeting.ts';
import type { Found, Statement } from './statements.ts';
import { isVoteTitle } from './vote-title.ts';
import * as words from './words.ts';

/** How many statements a question waits for its answer. */
const PATIENCE = 9;
/** How many statements after a decision may only confirm it. */
const ECHO = 4;

interface Question {
  statement: Statement;
  age: number;
  kind: 'objections' | 'consensus' | 'concerns' | 'poll' | 'leave' | 'open';
  unanimous: boolean;
}

/** Decisions without a tally: consent given in words, by silence or by stage direction, and votes put off. */
export function consents(
  said: readonly Statement[],
  agenda: readonly AgendaItem[],
  used: ReadonlySet<number>,
): Found[] {
  const out: Found[] = [];
  const votes = agenda.map((item) => item.text).filter(isVoteTitle);
  const counted = new Set(said.filter((s) => used.has(s.line) && s.heading).map((s) => s.heading?.line));
  let question: Question | null = null;
  let echo = 0;
  let postponed: number | null = null;
  said.forEach((statement, i) => {
    const previous = said[i - 1];
    if (previous?.heading?.line !== statement.heading?.line) {
      question = null;
      echo = 0;
      postponed = null;
    }
    if (used.has(statement.line)) {
      question = null;
      return;
    }
    if (question && ++question.age > PATIENCE) question = null;
    if (echo > 0) echo--;
    if (question && statement.speaker !== question.statement.speaker && dissents(statement)) question = null;
    for (const sentence of statement.sentences) {
      const asked = ask(sentence, statement, question);
      if (asked) question = asked;
      if (asked?.kind === 'objections') echo = 0;
    }
    if (statement.sentences.length === 0) return;
    const announced = announces(statement, votes);
    if (
      postponed === null &&
      echo === 0 &&
      !counted.has(statement.heading?.line) &&
      putsOff(statement, announced)
    ) {
      out.push(found(statement, question, 'none', 'postponed'));
      postponed = out.length - 1;
      question = null;
      return;
    }
    if (echo === 0 && !counted.has(statement.heading?.line) && fails(statement, question, announced)) {
      out.push(found(statement, question, 'chair-declared', 'failed'));
      question = null;
      echo = ECHO;
      return;
    }
    const method = echo === 0 ? settled(statement, previous, question, announced) : null;
    if (!method) return;
    if (postponed !== null && statement.heading) out.splice(postponed, 1);
    postponed = null;
    out.push(found(statement, question, method, 'passed'));
    question = null;
    echo = ECHO;
  });
  return out;
}

function found(
  s: Statement,
  question: Question | null,
  method: Found['method'],
  outcome: Found['outcome'],
): Found {
  return { line: s.line, about: question ? [s, question.statement] : [s], method, outcome, quote: s.text };
}

function ask(sentence: string, statement: Statement, open: Question | null): Question | null {
  const unanimous = words.UNANIMOUS.test(sentence) || (open?.unanimous ?? false);
  const question = (kind: Question['kind']): Question => ({ statement, age: 0, kind, unanimous });
  if (words.ASKS_OBJECTIONS.test(sentence) && !/\b(?:if|unless|until|without)\b/u.test(sentence))
    return question('objections');
  if (words.UNLESS_OBJECTED.test(sentence) && !words.NOT_NOW.test(sentence)) return question('objections');
  if (words.ANNOUNCES_POLL.test(sentence))
    return question(open?.kind === 'objections' ? 'objections' : 'poll');
  if (words.ASKS_CONSENSUS.test(sentence)) return question('consensus');
  if (words.ASKS_CONCERNS.test(sentence)) return question('concerns');
  if (words.ASKS_LEAVE.test(sentence)) return question('leave');
  if (words.OPEN_QUESTION.test(sentence) && !open) return question('open');
  return null;
}

/** How the statement settles the open question, or a decision that needs none; null when it decides nothing. */
function settled(
  s: Statement,
  previous: Statement | undefined,
  question: Question | null,
  announced: boolean,
): Found['method'] | null {
  const whole = words.normalised(s.text);
  if (!s.opens && words.LABELLED.test(whole))
    return /\bunanimous/u.test(whole)
      ? 'unanimous'
      : /\bconsensus\b|\bno objection/u.test(whole)
        ? 'no-objection'
        : 'chair-declared';
  for (const sentence of s.sentences) {
    const method = settledBy(sentence, s, question, announced);
    if (method) return method;
  }
  if (!s.opens && words.ASSENT.test(whole) && previous?.text.trim().endsWith('?')) return 'no-objection';
  if (question === null || !s.opens) return null;
  const asker = question.statement.speaker;
  const concurs =
    question.kind === 'consensus' && /^\W*(?:ok|okay|great|alright|cool|sounds good)\b/u.test(whole);
  const answered = (s.speaker === asker || concurs) && s.line !== question.statement.line;
  if (answered && question.kind !== 'leave' && s.sentences.some((one) => words.CLOSES.test(one)))
    return question.kind === 'open' ? 'chair-declared' : 'no-objection';
  const soft = question.kind === 'open' || question.kind === 'concerns';
  if (soft && s.speaker === asker && words.CONCLUDES_PLAN.test(whole)) return 'chair-declared';
  if (question.kind === 'leave' && s.speaker !== asker && words.GRANTS.test(whole)) return 'chair-declared';
  return null;
}

function settledBy(
  sentence: string,
  s: Statement,
  question: Question | null,
  announced: boolean,
): Found['method'] | null {
  const kind =
    question !== null && question.kind !== 'open' && question.kind !== 'leave' ? question.kind : null;
  const consent = question?.unanimous ? 'unanimous' : 'no-objection';
  const awaited = kind !== null || announced;
  if (!s.opens && words.INSTRUCTS.test(sentence) && !/^[-*+\d]/u.test(s.text)) return 'chair-declared';
  if (awaited && !s.opens && /^[[(*_]/u.test(s.text) && words.GESTURE.test(sentence))
    return words.BY_ALL.test(sentence) || question?.unanimous ? 'unanimous' : 'no-objection';
  if (kind === 'objections' && words.NO_ANSWER.test(sentence)) return consent;
  if (words.NO_OBJECTION.test(sentence) && !words.OWN_OPINION.test(sentence) && !sentence.endsWith('?'))
    return consent;
  const method = declaredBy();
  return method && !words.HYPOTHETICAL.test(sentence) ? method : null;

  function declaredBy(): Found['method'] | null {
    const unanimous = words.UNANIMOUS.test(sentence);
    const passes = (awaited || unanimous) && words.PASSES.test(sentence);
    const advances = awaited && words.ADVANCES.test(sentence);
    if (unanimous && (passes || advances || (awaited && sentence.split(' ').length <= 6))) return 'unanimous';
    if (words.HAS_CONSENSUS.test(sentence) || (awaited && words.BARE_CONSENSUS.test(sentence)))
      return awaited ? consent : 'chair-declared';
    if (passes || advances) {
      if (kind === 'objections' || (advances && kind) || words.BY_CONSENT.test(sentence)) return consent;
      return question?.unanimous ? 'unanimous' : 'chair-declared';
    }
    if (words.DECLARES.test(sentence)) return unanimous ? 'unanimous' : 'chair-declared';
    const silent = kind === 'objections' || kind === 'concerns' || kind === 'poll';
    if (silent && words.CONGRATULATES.test(sentence)) return consent;
    if (words.DECIDES.test(sentence) || (!s.opens && words.CONCLUDES.test(sentence))) return 'chair-declared';
    return null;
  }
}

function dissents(s: Statement): boolean {
  return s.opens && s.sentences.some((sentence) => words.DISSENTS.test(sentence));
}

/** Whether a vote that was announced, or consent that was asked for, is declared to have failed. */
function fails(s: Statement, question: Question | null, announced: boolean): boolean {
  const awaited = announced || (question !== null && question.kind !== 'open' && question.kind !== 'leave');
  return (
    awaited &&
    s.sentences.some(
      (one) => words.FAILS.test(one) && !words.HYPOTHETICAL.test(one.replace(/\b(?:not|n't)\b|n't/gu, '')),
    )
  );
}

/** Whether a vote was announced for what is being talked about, by the heading or by the agenda. */
function announces({ heading }: Statement, votes: readonly string[]): boolean {
  if (heading === null) return votes.length > 0;
  if (isVoteTitle(heading.title)) return true;
  const subjects = heading.title.toLowerCase().match(/\bwasi[-:][\w-]+/gu) ?? [];
  return votes.some((text) => subjects.some((subject) => text.toLowerCase().includes(subject)));
}

function putsOff(s: Statement, announced: boolean): boolean {
  return s.sentences.some((sentence) => {
    const definite = words.POSTPONES.test(sentence);
    const named = /\b(?:votes?|polls?|voting)\b|\bdecision to\b/u.test(sentence);
    if (definite && named && !/\bif\b|\bwould\b|\bmight\b|\bnot\b|n't\b/u.test(sentence)) return true;
    const barely = !s.opens && words.BARELY_PUT_OFF.test(sentence);
    return (
      announced &&
      (definite || barely || words.LATER_VOTE.test(sentence)) &&
      !/\bif\b|\bwould\b(?! (?:rather|like|prefer))/u.test(sentence)
    );
  });
}
