import type { Decision } from '../meeting.ts';
import type { Block } from './blocks.ts';
import { isResultTitle } from './features.ts';
import type { Found } from './found.ts';
import { hasConsensus, isUnanimous, saysAdvanced, saysFailed, saysPassed, sentences } from './says.ts';

/** `Decision:`, `RESOLUTION #2:`, `Outcome:` and what follows. A proposed, an old or an open one is none. */
const LABEL =
  /^[\W_]{0,6}(?<word>(?:(?:group|meeting|general|final|rough|edition|room|team|committee|wg|tsc|in[- ]room) )?(?:decisions?|resolutions?|resolved|outcomes?|consensus|agreed)|conclusion|results?)\b(?:\W{0,3}#?\d{1,2}\b)?(?:,? by [\w ]{3,20})?[*_]{0,3}\s?(?::[*_]{0,3}|[–—-](?=\s))\s*(?<rest>.*)$/isu;

/** Decisions that the notes call so, by a label on the line or by a heading such as `Consensus/Resolution`. */
export function labelled(all: readonly Block[]): Found[] {
  const out: Found[] = [];
  all.forEach((block, i) => {
    const { word = '', rest: own = '' } = LABEL.exec(block.text.slice(0, 600))?.groups ?? {};
    if (word && !(block.speaker !== null && /agreed/iu.test(word))) {
      const below = all.slice(i + 1, i + 4).filter((b) => b.indent > block.indent && b.bullet);
      const rest = own || (below[0]?.text ?? '');
      const outcome = rest === '' ? null : verdictOf(rest);
      const weak = /conclusion|results?/iu.test(word) && !isExplicit(rest);
      if (outcome && !weak) {
        const made = found(block, word, outcome, 'label');
        out.push(own ? made : { ...made, to: below.at(-1)?.endLine ?? made.to, about: [block, ...below] });
      }
      return;
    }
    if (!block.first || !block.heading || !isResultTitle(block.heading.title)) return;
    const section = all.slice(i, i + 8).filter((b) => b.heading?.line === block.heading?.line);
    const telling = /conclusion|result|outcome/iu.test(block.heading.title)
      ? section.find((b) => isExplicit(b.text))
      : block;
    const outcome = telling && verdictOf(telling.text);
    if (!telling || !outcome || outcome === 'postponed') return;
    const made = found(telling, block.heading.title, outcome, 'section');
    out.push({ ...made, from: block.heading.line, to: section.at(-1)?.endLine ?? made.to });
  });
  return out;
}

function found(block: Block, word: string, outcome: Decision['outcome'], rule: string): Found {
  const said = sentences(block.text);
  return {
    line: block.line,
    from: block.line,
    to: block.endLine,
    rule,
    about: [block],
    method:
      outcome === 'postponed'
        ? 'none'
        : said.some(isUnanimous)
          ? 'unanimous'
          : /consensus/iu.test(`${word} ${block.text.slice(0, 60)}`) || said.some(hasConsensus)
            ? 'no-objection'
            : 'chair-declared',
    outcome,
    tally: null,
    asked: true,
    quote: block.text,
  };
}

/** Whether a conclusion is said to be everybody's: notes conclude with much else. */
function isExplicit(text: string): boolean {
  return (
    /^\W*(?:(?:advanced?|moves?|goes)\W+(?:to\W+)?)?(?:phase|stage) \d(?:\.\d+)?\b/iu.test(text) ||
    /^\W*(?:approved|passe[sd]|accepted|adopted|unanimous|carried)\b/iu.test(text) ||
    sentences(text).some(
      (s) => hasConsensus(s) || saysPassed(s) || saysAdvanced(s) || saysFailed(s) || isUnanimous(s),
    )
  );
}

const UNKNOWN =
  /^\W*(?:$|(?:tbd|none|n\/a|unclear|undecided|pending|no (?:decision|conclusion|resolution|outcome)\w*|needed|open)\b)/iu;
/** `Ada to write a draft`: who does what next. */
const TASK =
  /^\W*@?\p{Lu}[\p{L}_-]+(?:(?:,| and|\s?[&+])\s?@?[\p{L}_-]+| \p{Lu}[\p{L}'-]*)*\s(?:to|will|can|should|is going to)\s/u;
const PUT_OFF =
  /^\W*(?:let's |we(?:'ll| will| should)? |to )?(?:continu\w+|defer\w*|postpon\w+|revisit\w*|discuss\w*|more|gather|follow|come|bring|wait|table[d]?|keep (?:discussing|talking|open)|investigat\w+|push\w*|hold off|take (?:it|this) (?:offline|to)|back to|talk|think|explore|identify|progress report|need\w*)\b|\b(?:next (?:meeting|time|call|week)|future meeting|later)\b/iu;
const TURNED_DOWN =
  /\b(?:close[ds]?(?: it| this)? (?:with|without|as) (?:no action|won't|not)|no action|reject(?:ed)?|not (?:be )?(?:approved|accepted|adopted|advance\w*|mov\w+|going (?:to|ahead))|does not advance|did not advance|won't (?:do|fix|advance)|no consensus|turned down|withdrawn|no approach)\b|^\W*(?:no\W*$|not (?:yet )?(?:advanc|approv|mov|adopt|accept)\w+)/iu;

/** What a decision that is called one amounts to; null where it is none, or somebody's task. */
export function verdictOf(text: string): Decision['outcome'] | null {
  if (UNKNOWN.test(text) || TASK.test(text) || /\?\W*$/u.test(text)) return null;
  if (TURNED_DOWN.test(text)) return 'failed';
  if (PUT_OFF.test(text)) return 'postponed';
  return 'passed';
}
