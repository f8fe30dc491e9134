import type { Decision } from '../meeting.ts';
import { isVoteTitle } from './vote-title.ts';

/** A phase or stage that words speak of. */
export const PHASE = /\b(?:phase|stage)[\s-]*(\d(?:\.\d+)?)(?!\d)/iu;

/** The words around a decision, with phases in one form: its own, those before and after it, its heading. */
export interface Around {
  declared: string;
  own: string;
  next: string;
  before: string;
  title: string;
}

/** `Poll: gRPC`, `Vote on wasi-x`, `wasi-url poll`: votes on a proposal as such. */
const NAMES_ONLY =
  /^(?:vote|poll)s?\s*(?::|on|for)\s*(?:the )?[`*]*[\w:-]+[`*]*(?: proposal)?$|^[`*]*wasi[-:][\w-]+[`*]*:? (?:vote|poll)$/iu;

/** A heading that is nothing but a proposal's name. */
const NAME = /^[`*]*wasi[-:][\w:-]+[`*]*(?: proposal)?$/iu;

const PROCESS =
  /\bphase process\b|\b(?:our|the|a|release|this) process\b(?!-)|\brequirements?\b|\bcriteria\b|\bschedul|\bmeetings?\b[^.\n]{0,20}\b(?:day|time|week)|\bopposite week\b|\bdate\/time\b|\breleases?\b|\bversion(?:s|ing)?\b|\bcadence\b|\bci\b|\btrain\b/iu;

const LAUNCH =
  /\blaunch(?:ing|es|ed)?\b[^.\n]*\b(?:preview|wasi|0\.\d|p\d)|\bwasi\s?p?[\d.]+ (?:has|is) (?:now )?launched\b/iu;

/** What sort of decision it is, by its own words first and by what stands around it where they say nothing. */
export function kindOf(
  method: Decision['method'],
  { declared, own, next, title, before }: Around,
): Decision['kind'] {
  const counted = method === 'tally';
  if (isVoteTitle(title) && (PHASE.test(title) || NAMES_ONLY.test(title))) return 'phase-advance';
  if (NAME.test(title) && /\b(?:vote|motion|poll) (?:has )?(?:pass|carrie|fail)/iu.test(own))
    return 'phase-advance';
  if (!LAUNCH.test(declared) && PHASE.test(declared) && !/\brequirements?\b|\bcriteria\b/iu.test(title))
    return 'phase-advance';
  if (LAUNCH.test(own)) return 'launch';
  if (/\binclu(?:de|des|ding|sion)\b[^.\n]*\b(?:preview|wasip?\s?\d|0\.\d)/iu.test(own)) return 'inclusion';
  if (PHASE.test(own) && !/\brequirements?\b|\bcriteria\b/iu.test(title)) return 'phase-advance';
  if (/^\W*(?:vote|poll)s?\b[^\n]{0,80}\b(?:phase|stage) \d/imu.test(before)) return 'phase-advance';
  if (/^\W*(?:poll|vote)\b[^(]{0,80}\(?advance[sd]?\b/imu.test(own)) return 'phase-advance';
  if (/\bnew (?:api|proposal)\b|\bas a proposal\b/iu.test(`${own}\n${next}`)) return 'phase-advance';
  if (counted && LAUNCH.test(title)) return 'launch';
  if (counted && (PHASE.test(title) || PHASE.test(before))) return 'phase-advance';
  if (counted && /\bpoll\b/iu.test(own)) return 'straw-poll';
  if (/\bphase process\b/iu.test(title)) return 'process';
  if (
    /\b(?:land|landing|merge(?! (?:strateg|queue|conflict))|merging|adding (?:this|it|that) to|adopt(?:ing)?|pr\s?#?\d+)\b/iu.test(
      own,
    )
  )
    return 'adopt';
  if (PROCESS.test(`${title}\n${own}`)) return 'process';
  if (counted) return 'straw-poll';
  if (/\b(?:land|merge|adopt|accept) (?:it|this|the)\b/iu.test(`${title}\n${before}`)) return 'adopt';
  return /\breleases?\b|\bschedul/iu.test(before) ? 'process' : 'other';
}

/** The phase that a vote was about: the one it leads to, where it names two. */
export function phaseIn(texts: readonly string[]): number | null {
  for (const text of texts) {
    const to =
      /\b(?:to|into|for|at|is|in|enter(?:s|ing)?|obtained|reached)\s+(?:phase|stage)[\s-]*(\d(?:\.\d+)?)(?!\d)/iu.exec(
        text,
      ) ?? PHASE.exec(text);
    if (to) return Number(to[1]);
  }
  return null;
}
