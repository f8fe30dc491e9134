import type { Found, Statement } from './statements.ts';
import * as words from './words.ts';

/** How many statements a question waits for its answer. */
const PATIENCE = 9;

interface Question {
  statement: Statement;
  age: number;
  kind: 'objections' | 'consensus' | 'concerns' | 'poll' | 'open';
  unanimous: boolean;
}

/** Decisions without a tally: consent given in words, by silence or by stage direction, and votes put off. */
export function consents(said: readonly Statement[], used: ReadonlySet<number>): Found[] {
  const out: Found[] = [];
  let question: Question | null = null;
  let rest = 0;
  let postponedUnder: number | null = null;
  said.forEach((statement, i) => {
    const previous = said[i - 1];
    if (previous?.heading?.line !== statement.heading?.line) {
      question = null;
      rest = 0;
      postponedUnder = null;
    }
    if (used.has(statement.line)) {
      question = null;
      return;
    }
    if (question && ++question.age > PATIENCE) question = null;
    if (rest > 0) rest--;
    for (const sentence of statement.sentences) {
      const asked = ask(sentence, statement, question);
      if (asked) question = asked;
      if (asked?.kind === 'objections') rest = 0;
    }
    const announced = announces(statement);
    if (postponedUnder === null && rest === 0 && putsOff(statement, announced)) {
      out.push(found(statement, question, 'none', 'postponed'));
      postponedUnder = statement.heading?.line ?? 0;
      question = null;
      return;
    }
    const method =
      rest === 0 && postponedUnder === null ? settled(statement, previous, question, announced) : null;
    if (!method) return;
    out.push(found(statement, question, method, 'passed'));
    question = null;
    rest = 4;
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
  if (words.ASKS_OBJECTIONS.test(sentence)) return question('objections');
  if (words.ANNOUNCES_POLL.test(sentence))
    return question(open?.kind === 'objections' ? 'objections' : 'poll');
  if (words.ASKS_CONSENSUS.test(sentence)) return question('consensus');
  if (words.ASKS_CONCERNS.test(sentence)) return question('concerns');
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
  const consent = question?.unanimous ? 'unanimous' : 'no-objection';
  const asked = question !== null && question.kind !== 'open';
  const silent =
    question?.kind === 'objections' || question?.kind === 'concerns' || question?.kind === 'poll';
  const whole = words.normalised(s.text);
  if (!s.opens && words.LABELLED.test(whole))
    return /\bconsensus\b|\bno objection/u.test(whole) ? 'no-objection' : 'chair-declared';
  for (const sentence of s.sentences) {
    if (!s.opens && !isList(s) && words.INSTRUCTS.test(sentence)) return 'chair-declared';
    if (question?.kind === 'objections' && words.NO_ANSWER.test(sentence)) return consent;
    if (
      words.NO_OBJECTION.test(sentence) &&
      !/\b(?:i|i've|have|had) (?:have )?no objections?\b/u.test(sentence)
    ) {
      if (!/\bif\b|\bunless\b|\bwould\b|\bassuming\b|\bwait\b|\bonce\b/u.test(sentence)) return consent;
    }
    if (words.HYPOTHETICAL.test(sentence)) continue;
    if (words.UNANIMOUS.test(sentence) && (words.PASSES.test(sentence) || asked || announced)) {
      if (words.PASSES.test(sentence) || words.ADVANCES.test(sentence) || whole.split(' ').length <= 6)
        return 'unanimous';
    }
    if (words.HAS_CONSENSUS.test(sentence))
      return asked && question?.kind !== 'poll'
        ? consent
        : question?.unanimous
          ? 'unanimous'
          : question?.kind === 'poll'
            ? 'no-objection'
            : 'chair-declared';
    if (words.PASSES.test(sentence) && (asked || announced))
      return question?.kind === 'objections' || question?.unanimous ? consent : 'chair-declared';
    if (words.ADVANCES.test(sentence) && (asked || announced)) return asked ? consent : 'chair-declared';
    if (words.CONGRATULATES.test(sentence) && silent) return consent;
    if (s.speaker === null || !s.opens) {
      if (words.CONCLUDES.test(sentence)) return 'chair-declared';
    }
  }
  if (!s.opens && words.ASSENT.test(whole) && previous?.text.trim().endsWith('?')) return 'no-objection';
  if (
    (question?.kind === 'open' || question?.kind === 'concerns') &&
    s.opens &&
    s.speaker === question.statement.speaker &&
    words.CONCLUDES_PLAN.test(whole)
  )
    return 'chair-declared';
  return null;
}

function isList(s: Statement): boolean {
  return /^[-*+\d]/u.test(s.text);
}

function announces(s: Statement): boolean {
  return s.heading !== null && isVoteTitle(s.heading.title);
}

/** `Vote: advance wasi-io to Phase 3`, `wasi-url poll`, `Request stage 1 vote`, not `Votes and how we count them`. */
export function isVoteTitle(title: string): boolean {
  return (
    /\b(?:vote|poll|voting)\b/iu.test(title) &&
    !/\bpoll(?:able|_|-)|\bwhat should poll\b|\bno vote\b/iu.test(title)
  );
}

function putsOff(s: Statement, announced: boolean): boolean {
  return s.sentences.some((sentence) => {
    const definite = words.POSTPONES.test(sentence);
    if (
      definite &&
      /\b(?:vote|poll)\b|\bdecision to\b/u.test(sentence) &&
      !/\bif\b|\bwould\b|\bcould\b|\bcan we\b/u.test(sentence)
    )
      return true;
    return announced && (definite || words.LATER_VOTE.test(sentence));
  });
}
