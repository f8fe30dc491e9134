import type { Decision } from '../meeting.ts';
import type { Block } from './blocks.ts';
import type { Seen } from './features.ts';
import type { Found } from './found.ts';
import { verdictOf } from './labelled.ts';
import * as says from './says.ts';
import { isVoteTitle } from './vote-title.ts';

/** How many blocks a question waits for its answer. */
const PATIENCE = 9;

interface Question {
  block: Block;
  at: number;
  /** Whether silence answers it. */
  objections: boolean;
  refused: boolean;
}

/** How consent was asked for since the last decision under this heading. */
interface Asked {
  unanimous: boolean;
  objections: boolean;
}

/** What was asked and answered: consent in so many words, and the result of a vote that a heading or a line announces. */
export function consented(all: readonly Seen[], taken: (line: number) => boolean): Found[] {
  const out: Found[] = [];
  let question: Question | null = null;
  let asked: Asked = { unanimous: false, objections: false };
  all.forEach(({ block, cues }, i) => {
    const previous = all[i - 1]?.block;
    if (previous?.heading?.line !== block.heading?.line || taken(block.line)) {
      question = null;
      asked = { unanimous: false, objections: false };
    }
    if (taken(block.line)) return;
    if (question && i - question.at > PATIENCE) question = null;
    if (cues.length === 0 && question === null && !block.text.includes('?')) return;
    const said = says.sentences(block.text);
    for (const sentence of said) {
      const asker = question?.block.speaker ?? null;
      if (question && block.speaker !== null && block.speaker !== asker && says.dissents(sentence))
        question.refused = true;
      const settled = cues.length === 0 ? null : settle(sentence, block, question, asked, said.length);
      if (settled) {
        const from = question?.block ?? block;
        out.push({
          line: block.line,
          from: Math.min(from.line, block.line),
          to: block.endLine,
          about: question && question.block !== block ? [block, question.block] : [block],
          tally: null,
          asked: question !== null,
          quote: block.text,
          ...settled,
        });
        question = null;
        asked = { unanimous: false, objections: false };
        return;
      }
      const objections = says.asksForObjections(sentence);
      if (!objections && !says.asksForConsent(sentence)) continue;
      const goesOn: boolean = question !== null && i - question.at <= 2 && !objections;
      question = {
        block: goesOn && question ? question.block : block,
        at: i,
        objections: objections || (goesOn && (question?.objections ?? false)),
        refused: false,
      };
      asked = {
        unanimous: asked.unanimous || /unanim|universal consent/u.test(sentence),
        objections: asked.objections || objections || /consensus/u.test(sentence),
      };
    }
  });
  return out;
}

type Settled = Pick<Found, 'method' | 'outcome' | 'rule'>;

function settle(
  sentence: string,
  block: Block,
  question: Question | null,
  asked: Asked,
  of: number,
): Settled | null {
  const asker = question?.block.speaker ?? null;
  const written = block.speaker === null;
  const official = written || !block.opens || (question !== null && block.speaker === asker);
  const headed = block.heading !== null && isVoteTitle(block.heading.title);
  const voted = headed || (question !== null && !question.objections);
  const consent: Decision['method'] = asked.unanimous ? 'unanimous' : 'no-objection';
  const made = (method: Decision['method'], rule: string): Settled => {
    const later =
      /^\W*(?:agreed|decided) to (?:leave (?:it |this )?open|defer|wait|revisit|postpone|continue)\b/u.test(
        sentence,
      ) ||
      (verdictOf(sentence) === 'postponed' &&
        /\b(?:to|until|till|for) (?:later|the next meeting|next (?:week|time|meeting))\b|\blater\W*$/u.test(
          sentence,
        ));
    return later ? { method: 'none', outcome: 'postponed', rule } : { method, outcome: 'passed', rule };
  };
  const alone = of <= 2 && sentence.length < 60;
  if (says.saysPutOff(sentence) && (voted || question || says.putsOffTheVote(sentence)))
    return { method: 'none', outcome: 'postponed', rule: 'put off' };
  if (
    says.saysFailed(sentence) &&
    (headed || (question && /\b(?:vote|poll|hum|motion)\b/iu.test(`${question.block.text} ${sentence}`)))
  )
    return { method: asked.unanimous ? 'unanimous' : 'chair-declared', outcome: 'failed', rule: 'failed' };
  if (question?.refused) return null;
  if (says.isUnanimous(sentence) && (question || voted || alone)) return made('unanimous', 'unanimous');
  if (question?.objections && says.isNone(sentence) && official) return made(consent, 'none');
  if (says.saysNoObjection(sentence)) {
    if (question) return made(consent, 'no objection asked');
    if (written) return made(consent, 'no objection written');
    if (
      says.takesSilence(sentence) ||
      /^\W*(?:(?:so|ok|okay|since|as)\W+)*(?:(?:i|we)(?:'m|'re| am| are) )?(?:not )?(?:hearing|seeing)\b|\bi (?:don't|do not) (?:hear|see) any (?:objections|opposition)/u.test(
        sentence,
      )
    )
      return made(consent, 'hearing none');
    return null;
  }
  if (says.takesAsConsensus(sentence)) return made('chair-declared', 'called consensus');
  const declares = says.saysPassed(sentence) || says.saysAdvanced(sentence);
  if (declares && question?.objections) return made(consent, 'declared after objections');
  if (says.hasConsensus(sentence)) {
    const polled =
      question !== null && /^\W*(?:straw ?)?(?:poll|vote|hum|proposal|proposed)/iu.test(question.block.text);
    if (headed || polled || (question && official)) return made(consent, 'consensus asked');
    if (written) return made('no-objection', 'consensus written');
    if (says.soundsLikeConsensus(sentence)) return made('no-objection', 'sounds like consensus');
    return null;
  }
  if (declares && voted)
    return made(asked.unanimous || asked.objections ? consent : 'chair-declared', 'declared');
  if ((written && says.isAgreed(sentence)) || (block.speaker === null && says.wasDecided(sentence)))
    return made('chair-declared', 'decided written');
  return null;
}
