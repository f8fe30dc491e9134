import type { Block } from './blocks.ts';
import { cuesIn } from './cues.ts';
import { isVoteTitle } from './vote-title.ts';

/** A block with what may tell of a decision in it: the names of its cues, and of the signs in its form and place. */
export interface Seen {
  block: Block;
  cues: string[];
  signs: string[];
}

/** `Decision:`, `RESOLUTION #2:`, `**Outcome**:` at the head of a block. */
export const RESULT_LABEL =
  /^[\W_]{0,6}(?:(?:[a-z]+ ){0,2}(?:decisions?|resolutions?|resolved|outcomes?|conclusions?|consensus|agreements?|verdict|final)|results?)\b\W{0,3}(?:#?\d{1,2})?(?=\W{0,4}[:–—-]|\W{0,4}$)/iu;

/** A heading over what was decided: `Conclusion`, `Consensus/Resolution:`, `Decisions`. */
export function isResultTitle(title: string): boolean {
  return /^\W*(?:summary (?:and|of) )?(?:conclusions?|consensus|resolutions?|decisions?|outcomes?|results?|agreements?)(?:\s*(?:\/|and|&)\s*(?:conclusions?|consensus|resolutions?|decisions?|next steps))?\W*$/iu.test(
    title,
  );
}

const FORMS: readonly [string, RegExp][] = [
  ['asks', /\?\W{0,3}$/u],
  ['has a question', /\?/u],
  ['stage direction', /^[*_]{0,3}[([<{].{0,300}[)\]>}][*_.]{0,3}$/u],
  ['stressed', /^[*_]{1,3}[^*_]{4,}[*_]{1,3}\W*$/u],
  ['if', /\b(?:if|unless|would|could|might|may|perhaps|maybe)\b/iu],
  ['should', /\b(?:should|need to|want to|can we|do we|how|why)\b/iu],
  ['plan', /\b(?:will|going to|plan(?:s|ning)?|schedul\w+|todo|action)\b/iu],
  [
    'before',
    /\b(?:last (?:week|time|meeting|year)|previous(?:ly)?|already|earlier|ago|recently|was|were|had|used to|since)\b/iu,
  ],
  ['not', /\b(?:not|never|don['’]?t|doesn['’]?t|won['’]?t|isn['’]?t|can['’]?t)\b/iu],
  ['I', /\b(?:I|I['’](?:m|d|ve|ll)|my)\b/u],
  ['we', /\bwe\b/iu],
  ['so then', /^\W*(?:ok(?:ay)?|so|then|great|alright|cool|and)\b/iu],
  ['no', /^\W*(?:no|none|yes|nobody|agreed|done|approved|adopted|passes|passed)\b/iu],
  [
    'vote put off',
    /\b(?:vot(?:e|es|ing)|polls?)\b.{0,80}\b(?:push\w*|postpon\w+|delay\w*|defer\w*|next (?:meeting|time|week)|later|in \w+ weeks|missing|until)\b|\b(?:not|push\w*|postpon\w+|delay\w*|defer\w*|next (?:meeting|time|week)|missing|then)\b.{0,60}\b(?:vot(?:e|es|ing)|polls?)\b/iu,
  ],
  ['orders', /^\W*(?:close|merge|land|keep|stick\w*|adopt|accept|approve|moving|remove|add|final)\b/iu],
  ['link', /\]\(|https?:/u],
];

/** How many blocks a question waits for its answer. */
const PATIENCE = 8;
const ASKED = new Set(['poll', 'vote', 'consensus', 'unanimous', 'objection', 'dissent', 'favour', 'hum']);

/** What there is to see in each block, in order. */
export function see(all: readonly Block[]): Seen[] {
  let asked = Number.NEGATIVE_INFINITY;
  return all.map((block, i) => {
    const { text, heading } = block;
    const cues = cuesIn(text);
    if (block.counts) cues.push('tally');
    const titled = block.first && heading !== null && isResultTitle(heading.title);
    const labelled = RESULT_LABEL.test(text);
    if (titled || labelled) cues.push('result');
    // Without a cue a block is no candidate, whatever else is to be seen in it.
    if (cues.length === 0) return { block, cues, signs: [] };
    const signs = FORMS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
    const sign = (name: string, present: boolean) => present && signs.push(name);
    sign('result label', labelled);
    sign('result heading', heading !== null && isResultTitle(heading.title));
    sign('first under result heading', titled);
    sign('vote heading', heading !== null && isVoteTitle(heading.title));
    sign('nobody speaks', block.speaker === null);
    sign('item', block.bullet);
    sign('short', text.length < 60);
    sign('long', text.length > 400);
    sign('many cues', cues.length >= 3);
    sign('two cues', cues.length === 2);
    sign('last of its section', all[i + 1]?.heading?.line !== heading?.line);
    sign('after a question', i - asked <= PATIENCE);
    sign('just after a question', i - asked <= 2);
    if (text.includes('?') && cues.some((name) => ASKED.has(name))) asked = i;
    else if (cues.includes('poll') || cues.includes('hum')) asked = i;
    return { block, cues, signs };
  });
}
