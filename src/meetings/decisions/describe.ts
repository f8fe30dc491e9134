import { firstFrom } from '../first-from.ts';
import type { Decision } from '../meeting.ts';
import { type ProposalNames, proposalId, proposalIn } from '../proposal-names.ts';
import { withPhaseNumbers } from './phases.ts';
import type { Found, Statement } from './statements.ts';
import { isVoteTitle } from './vote-title.ts';

const PHASE = /\b(?:phase|stage)[\s-]*(\d)(?!\d)/iu;

interface Around {
  /** The line of the decision before. */
  after: number;
  /** The agenda item that the vote was held for, when that is certain. */
  agendaTitle: string | undefined;
  names: ProposalNames;
}

/** Reads what a decision is about out of the words around it: its own, its question, its heading, what was said before. */
export function describe(
  found: Found & { tally?: Decision['tally'] },
  said: readonly Statement[],
  around: Around,
): Decision {
  const { after, agendaTitle, names } = around;
  const at = firstFrom(said, found.line);
  const heading = said[at]?.heading ?? null;
  const headed = heading?.title ?? '';
  const title = withPhaseNumbers(/\bproposal\b/iu.test(headed) ? headed : (agendaTitle ?? headed));
  const earlier = said
    .slice(Math.max(0, at - 40), at)
    .filter((s) => s.heading?.line === heading?.line && s.line > after)
    .reverse();
  const own = found.about.map((s) => withPhaseNumbers(s.text));
  const next = said[at + 1]?.heading?.line === heading?.line ? (said[at + 1]?.text ?? '') : '';
  const kind = kindOf(found, {
    own: own.join('\n'),
    next,
    title,
    before: earlier
      .slice(0, 4)
      .map((s) => withPhaseNumbers(s.text))
      .join('\n'),
  });
  const proposal =
    kind === 'phase-advance' || kind === 'inclusion'
      ? subjectProposal(own, title, earlier, names)
      : kind === 'process'
        ? prefixed(title, names)
        : null;
  const toPhase =
    kind === 'phase-advance'
      ? phaseOf([...own, title, ...earlier.slice(0, 6).map((s) => withPhaseNumbers(s.text))])
      : null;
  return {
    line: found.line,
    kind,
    subject: subjectOf(kind, proposal, toPhase, found, title),
    proposal,
    toPhase,
    tally: found.tally ?? null,
    method: found.method,
    outcome: found.outcome,
    quote: found.quote.trim(),
  };
}

interface Context {
  own: string;
  next: string;
  title: string;
  before: string;
}

/** `Poll: gRPC`, `Vote on wasi-x`, `wasi-url poll`: votes on a proposal as such. */
const NAMES_ONLY =
  /^(?:vote|poll)s?\s*(?::|on|for)\s*(?:the )?[`*]*[\w:-]+[`*]*(?: proposal)?$|^[`*]*wasi[-:][\w-]+[`*]*:? (?:vote|poll)$/iu;

/** A heading that is nothing but a proposal's name. */
const NAME = /^[`*]*wasi[-:][\w:-]+[`*]*(?: proposal)?$/iu;

const PROCESS =
  /\bphase process\b|\b(?:our|the|a|release|this) process\b(?!-)|\brequirements?\b|\bcriteria\b|\bschedul|\bmeetings?\b[^.\n]{0,20}\b(?:day|time|week)|\bopposite week\b|\bdate\/time\b|\breleases?\b|\bversion(?:s|ing)?\b|\bcadence\b|\bci\b|\btrain\b/iu;

function kindOf(
  found: Found & { tally?: Decision['tally'] },
  { own, next, title, before }: Context,
): Decision['kind'] {
  const counted = found.method === 'tally';
  const asVote = isVoteTitle(title);
  if (asVote && (PHASE.test(title) || NAMES_ONLY.test(title))) return 'phase-advance';
  if (NAME.test(title) && /\b(?:vote|motion|poll) (?:has )?(?:pass|carrie|fail)/iu.test(own))
    return 'phase-advance';
  if (/\blaunch(?:ing|es)?\b[^.\n]*\b(?:preview|wasi|0\.\d|p\d)/iu.test(own)) return 'launch';
  if (/\binclu(?:de|des|ding|sion)\b[^.\n]*\b(?:preview|wasip?\s?\d|0\.\d)/iu.test(own)) return 'inclusion';
  if (PHASE.test(own) && !/\brequirements?\b|\bcriteria\b/iu.test(title)) return 'phase-advance';
  if (/\bnew (?:api|proposal)\b|\bas a proposal\b/iu.test(`${own}\n${next}`)) return 'phase-advance';
  if (counted && /\blaunch(?:ing)?\b[^.\n]*\b(?:preview|wasi|0\.\d)/iu.test(`${title}\n${before}`))
    return 'launch';
  if (counted && (PHASE.test(title) || PHASE.test(before))) return 'phase-advance';
  if (counted && /\bpoll\b/iu.test(own)) return 'straw-poll';
  if (/\bphase process\b/iu.test(title)) return 'process';
  if (
    /\b(?:land|landing|merge(?! (?:strateg|queue|conflict))|merging|adding (?:this|it|that) to|adopt|pr\s?#?\d+)\b/iu.test(
      own,
    )
  )
    return 'adopt';
  if (PROCESS.test(`${title}\n${own}`)) return 'process';
  if (counted) return 'straw-poll';
  if (
    /\b(?:land|merge|adopt|accept) (?:it|this|the)\b|^(?!.*\bmov(?:e|ing)\b).*\bdefinition\b/imu.test(
      `${title}\n${before}`,
    )
  )
    return 'adopt';
  return /\breleases?\b|\bschedul/iu.test(before) ? 'process' : 'other';
}

function phaseOf(texts: readonly string[]): number | null {
  for (const text of texts) {
    const to =
      /\b(?:to|into|for|at|is|enter(?:s|ing)?)\s+(?:phase|stage)[\s-]*(\d)(?!\d)/iu.exec(text) ??
      PHASE.exec(text);
    if (to) return Number(to[1]);
  }
  return null;
}

function subjectProposal(
  own: string[],
  title: string,
  earlier: readonly Statement[],
  names: ProposalNames,
): string | null {
  const [declared = '', counted = ''] = own;
  const first =
    prefixed(declared, names) ??
    (counted.includes('|') ? prefixed(counted, names) : null) ??
    prefixed(title, names);
  if (first) return first;
  if (isVoteTitle(title) || /\bproposal\b/iu.test(title)) {
    const id = titled(title, names) ?? proposalIn(title, names);
    if (id) return id;
  }
  for (const text of [...own.slice(1), ...earlier.slice(0, 12).map((s) => s.text)]) {
    const id = prefixed(text, names);
    if (id) return id;
  }
  return proposalIn(own.join('\n'), names) ?? proposalIn(title, names);
}

function prefixed(text: string, names: ProposalNames): string | null {
  return /\bwasi[-:]/iu.test(text) ? proposalIn(text, names) : null;
}

/** `Poll: gRPC` and `New proposal: gpio/i2c/SPI API` name the proposal after the colon. */
function titled(title: string, names: ProposalNames): string | null {
  const after = /^[^:]*\b(?:vote|poll|proposal)[^:]*:\s*(.+)$/iu.exec(title)?.[1] ?? '';
  const short = after.split(/\s+/u).length <= 3 ? proposalId(after, names) : '';
  return short || null;
}

/** One line of a tally, or the heading of all the notes. */
const NO_SUBJECT = /^\W*(?:s?[fa]|n)\W*\d+\W*$|^(?:meeting )?notes$/iu;

function subjectOf(
  kind: Decision['kind'],
  proposal: string | null,
  toPhase: number | null,
  found: Found,
  title: string,
): string {
  if (kind === 'phase-advance' && proposal)
    return toPhase === null ? `accepting ${proposal}` : `advancing ${proposal} to phase ${toPhase}`;
  const asked = found.about[1]?.text ?? '';
  const words = [asked, title.replace(/^(?:vote|poll)s?\s*:\s*/iu, ''), found.quote]
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .find((text) => text.length > 3 && text.length < 200 && !NO_SUBJECT.test(text));
  return words ?? (found.quote.slice(0, 160) || title);
}
