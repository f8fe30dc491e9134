import { firstFrom } from '../first-from.ts';
import type { AgendaItem, Decision } from '../meeting.ts';
import { type ProposalNames, proposalId, proposalIn } from '../proposal-names.ts';
import type { Above, Block } from './blocks.ts';
import { isResultTitle } from './features.ts';
import type { Found } from './found.ts';
import { kindOf, PHASE, phaseIn } from './kind.ts';
import { withPhaseNumbers } from './phases.ts';
import { isVoteTitle } from './vote-title.ts';

/** How many blocks before a decision may say what it is about. */
const BEFORE = 6;

/** What a phase must stand beside, where the vote itself names none. */
const ABOUT_A_VOTE =
  /\b(?:polls?|votes?|voting|consensus|advanc\w+|mov(?:e|es|ing)|objections?|request\w*|propos\w+|accept\w*|entry|ask\w*)\b/iu;

interface Place {
  /** The last line of the decision before. */
  after: number;
  agenda: readonly AgendaItem[];
  /** The agenda item that the vote was held for, when that is certain. */
  agendaTitle: string | undefined;
  names: ProposalNames;
}

/** Reads what a decision is about out of the words around it: its own, its question, its heading, what was said before. */
export function describe(
  found: Found,
  all: readonly Block[],
  { after, agenda, agendaTitle, names }: Place,
): Decision {
  const at = firstFrom(all, found.line);
  const headed = titleOf(found.about[0]?.heading ?? null);
  const title = withPhaseNumbers(/\bproposal\b/iu.test(headed) ? headed : (agendaTitle ?? headed));
  const here = found.about[0]?.heading?.line;
  const earlier = all
    .slice(Math.max(0, at - 40), at)
    .filter((block) => block.heading?.line === here && block.line > after)
    .reverse()
    .map(({ text }) => withPhaseNumbers(text));
  const own = found.about.map(({ text }) => withPhaseNumbers(text));
  const following = all[at + 1];
  const kind = kindOf(found.method, {
    declared: own[0] ?? '',
    own: own.join('\n'),
    next: following?.heading?.line === here ? (following?.text ?? '') : '',
    before: earlier.slice(0, 4).join('\n'),
    title,
  });
  const proposal =
    kind === 'phase-advance' || kind === 'inclusion'
      ? proposalOf(own, title, earlier, names)
      : onlyOne(kind === 'launch' ? '' : title, names);
  const asked = earlier.slice(0, BEFORE).filter((text) => ABOUT_A_VOTE.test(text));
  const planned = agenda.filter(({ text }) => proposal !== null && proposalIn(text, names) === proposal);
  const votes = agenda.filter(({ text }) => isVoteTitle(text) && PHASE.test(withPhaseNumbers(text)));
  const announced = [...planned, ...(votes.length === 1 ? votes : [])].map(({ text }) =>
    withPhaseNumbers(text),
  );
  const toPhase = kind === 'phase-advance' ? phaseIn([...own, title, ...announced, ...asked]) : null;
  return {
    line: found.line,
    kind,
    subject: subjectOf({ kind, proposal, toPhase, own, title, found }),
    proposal,
    toPhase,
    tally: found.tally,
    method: found.method,
    outcome: found.outcome,
    quote: found.quote.trim(),
  };
}

/** The title of the topic: a heading such as `Conclusion` belongs to the one that it stands under. */
export function titleOf(heading: Above | null): string {
  let above = heading;
  while (above && isResultTitle(above.title)) above = above.parent;
  return above?.title ?? '';
}

function proposalOf(
  own: readonly string[],
  title: string,
  earlier: readonly string[],
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
  for (const text of [...own.slice(1), ...earlier.slice(0, 12)]) {
    const id = prefixed(text, names);
    if (id) return id;
  }
  for (const text of own) {
    const id = titled(text, names) ?? proposalIn(text, names);
    if (id) return id;
  }
  return proposalIn(title, names) ?? lineAbove(earlier, names);
}

/** A line that is nothing but a name, right above the vote. */
function lineAbove(earlier: readonly string[], names: ProposalNames): string | null {
  const line = earlier
    .slice(0, 2)
    .find((text) => /^[\s*_`]*\p{Lu}[\w-]+(?: [\w-]+){0,2}[\s*_`]*$/u.test(text));
  return line === undefined ? null : proposalId(line, names);
}

/** The proposal of a heading that names one with its prefix, and no other. */
function onlyOne(text: string, names: ProposalNames): string | null {
  return new Set(text.toLowerCase().match(/\bwasi[-:][a-z][\w-]*/gu)).size === 1
    ? prefixed(text, names)
    : null;
}

function prefixed(text: string, names: ProposalNames): string | null {
  return /\bwasi[-:](?=[a-z])/iu.test(text) ? proposalIn(text, names) : null;
}

/** `Poll: gRPC` and `New proposal: gpio/i2c/SPI API` name the proposal after the colon. */
function titled(title: string, names: ProposalNames): string | null {
  const after = /^[^:]*\b(?:vote|poll|proposal)[^:]{0,30}:\s*(.+)$/iu.exec(title.slice(0, 200))?.[1] ?? '';
  const short = after.replace(/\s*\([^)]*\)\W*$/u, '');
  const id =
    short.split(/\s+/u).length <= 3 && !/\?|\d\s*$|\b(?:to|for)\b/u.test(short)
      ? proposalId(short, names)
      : '';
  return id || null;
}

/** One line of a tally, or the heading of all the notes. */
const NO_SUBJECT =
  /\b(?:sf|s?a|f|n|for|neutral|against)\W{1,4}\d|\d+ (?:sf|f)\b|\bresults?\b|^\W*(?:meeting )?(?:notes|minutes|attendees|present|agenda)\W*$/iu;

interface Facts {
  kind: Decision['kind'];
  proposal: string | null;
  toPhase: number | null;
  own: readonly string[];
  title: string;
  found: Found;
}

/** A poll's own words, the heading, the agenda item; never what a chair happened to say. */
function subjectOf({ kind, proposal, toPhase, own, title, found }: Facts): string {
  if (kind === 'phase-advance' && proposal)
    return toPhase === null ? `accepting ${proposal}` : `advancing ${proposal} to phase ${toPhase}`;
  const poll = [...own].map((text) => POLL.exec(text)?.[1] ?? '');
  const label = found.rule === 'label' ? (own[0] ?? '').replace(/^[^:–—]{0,40}[:–—-]+[\s*_]*/u, '') : '';
  const section = found.rule === 'section' || found.rule.endsWith('written') ? (own[0] ?? '') : '';
  const heading = title.replace(/^(?:vote|poll)s?\s*(?::|on\b|to\b)\s*/iu, '');
  const words = [label, ...poll, section, heading]
    .map((text) =>
      text
        .replace(/[*_`]+/gu, '')
        .replace(/\s+/gu, ' ')
        .replace(/\.\s*$/u, '')
        .trim(),
    )
    .find((text) => text.length > 3 && text.length < 200 && !NO_SUBJECT.test(text));
  return words ?? (title ? `Vote under: ${title}` : `Vote at line ${found.line}`);
}

/** `POLL: keep the name`, `**Poll**: ...`. */
const POLL =
  /^\W*(?:straw ?)?(?:poll|vote|proposed resolution|proposal|hum for)\b[\s*_]*[:–—-]?[\s*_]+(.{4,200})$/iu;
