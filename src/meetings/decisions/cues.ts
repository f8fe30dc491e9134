/** Words that may belong to a decision. A passage of the notes with none of them, and without a tally, is no candidate. */
export interface Cue {
  name: string;
  pattern: RegExp;
  example: string;
  counterexample: string;
}

/**
 * What the search for candidates looks for. Each pattern is plain and takes time in proportion to its text; what a cue
 * is worth stands in `weights.ts`. The examples and counterexamples are the table's tests.
 */
export const CUES: readonly Cue[] = [
  cue('poll', /\b(?:straw ?)?polls?\b(?![_(-]|able)/iu, 'POLL: keep the old name', 'a pollable is ready'),
  cue('vote', /\b(?:vot(?:e|es|ed|ing)|ballots?)\b/iu, 'We held a vote.', 'a devoted reader'),
  cue('consensus', /\bconsensus\b/iu, 'There is consensus.', 'a census of hosts'),
  cue('unanimous', /\b(?:unanim\w+|universal consent)\b/iu, 'Unanimous consent.', 'an anonymous function'),
  cue(
    'objection',
    /\bobjections?\b|\b(?:any|some|no|every)(?:one|body| one) object(?:s|ed)?\b|\bcomplaints?\b/iu,
    'Any objections?',
    'an object with fields',
  ),
  cue(
    'dissent',
    /\b(?:oppos(?:ed|es?|ition)|against (?:it|this|that)|disagree(?:s|d|ment|ments)?|dissent\w*|blocks? this|concerns?)\b/iu,
    'Is anybody opposed?',
    'the opposite order',
  ),
  cue('decide', /\b(?:decid(?:e|es|ed|ing)|decisions?)\b/iu, 'We decided to wait.', 'a decidable problem'),
  cue('resolve', /\b(?:resolved|resolution)s?\b/iu, 'RESOLVED: publish', 'a resolver of names'),
  cue(
    'conclude',
    /\bconclu(?:de|des|ded|sion|sions)\b/iu,
    'The conclusion was to wait.',
    'an inclusive range',
  ),
  cue(
    'outcome',
    /\b(?:outcomes?|results?|verdict|final)\b\W{0,3}(?:\d\W{0,2})?[:=–-]/iu,
    'Outcome: ship it',
    'the result type of a call',
  ),
  cue(
    'agree',
    /\bagree(?:d|ment|s)?\b|\bassents?\b|\bapproval\b/iu,
    'All agreed to that.',
    'the greedy match',
  ),
  cue(
    'approve',
    /\b(?:approv(?:e|es|ed|al)|ratif\w+|sign(?:ed)? off)\b/iu,
    'The minutes are approved.',
    'an improved proof',
  ),
  cue('adopt', /\badopt(?:s|ed|ing|ion)?\b/iu, 'Adopt the draft.', 'an adapter'),
  cue(
    'accept',
    /\b(?:accept(?:ed|ance)|accept (?:it|this|that|the))\b/iu,
    'It was accepted.',
    'it accepts a list',
  ),
  cue(
    'reject',
    /\b(?:reject(?:ed)?|rule[sd]? out|close with no|not moving|won't (?:do|fix))\b/iu,
    'The group rejected it.',
    'a projected view',
  ),
  cue(
    'advance',
    /\b(?:advanc(?:e|es|ed|ement)|promot(?:e|ed|es)|graduat\w+)\b/iu,
    'It advances.',
    'in advancing light',
  ),
  cue(
    'phase',
    /\b(?:phase|stage|rfc)[\s-]?(?:[0-5]\b|one\b|two\b|three\b|four\b|zero\b|i{1,3}\b|iv\b)|\b(?:to|moves|next) (?:phase|stage)\b/iu,
    'on to phase 2',
    'a phased change',
  ),
  cue(
    'pass',
    /\b(?:pass(?:es|ed)|carrie[sd])\b(?! (?:a|an|in|as|by|to|through|from|the|into|down|along)\b)/iu,
    'The motion passes.',
    'it is passed by value',
  ),
  cue(
    'postpone',
    /\b(?:postpon\w+|defer(?:red|ring)?|tabled|punt(?:ed)?|put(?:ting)? off|hold off|revisit|push(?:ed|ing)? (?:\w+ ){0,3}(?:to|back)|next (?:meeting|time|month|week)|later|more time|follow up|not yet|skip(?:ped)?|reschedul\w+|quorum|(?:did not|didn['’]t) get to|table (?:it|this|that)|come back to|out of time)\b/iu,
    'We defer the vote.',
    'the differing values',
  ),
  cue(
    'favour',
    /\bin favou?r\b|\bthumbs?[- ]up\b|\bnod(?:s|ding)?\b|(?<![\d.])\+1\b|👍|\bsupport(?:s|ed|ive)? (?:for|this|it|moving|stage)\b|\bstrong support\b|\bsounds good\b|\blgtm\b/iu,
    'All in favour?',
    'my favourite host',
  ),
  cue(
    'motion',
    /\b(?:motions?|moved by|seconds|seconded)\b/iu,
    'The motion was seconded.',
    'the emotional part',
  ),
  cue(
    'hum',
    /\bhum(?:s|med|ming)?\b|\bshow of hands\b|\braise (?:your )?hands?\b/iu,
    'Hum for the draft.',
    'a human reader',
  ),
  cue(
    'none heard',
    /\b(?:hear(?:d|ing)?|see(?:ing|n)?) (?:no|none|nothing|nobody)\b|\bnone (?:heard|seen|raised|in)\b|\bsilence\b|\bcrickets\b|\bno comments\b|^[\s([<*_]*(?:none|no|nobody)[\s)\]>*_.!]*$/iu,
    'Hearing none, it goes in.',
    'nonetheless a hearing',
  ),
  cue(
    'go on',
    /\b(?:go(?:ing|es)? (?:with|ahead|forward|in\b)|mov(?:e|ing|ed|es) (?:forward|ahead|on to|it to|this to|to)|mov(?:e|ing) (?:\w+ ){1,6}forward|then,? we|proceed\w*|let['’]?s (?:do|go|move|merge|keep|land|run|try|say|just|start|leave|make)|ship it|run with)\b/iu,
    'Let us go ahead.',
    'the road is going up',
  ),
  cue(
    'take in',
    /\b(?:land(?:ed|ing)?|merge[ds]?|publish(?:ed)?|include[ds]?|launch(?:es|ed)?|close[ds]? (?:this|it|the)|remove[ds]?|add(?:ed)?|change back)\b/iu,
    'We land it.',
    'an island',
  ),
  cue(
    'everybody',
    /\b(?:everyone|everybody|folks|we all|people|the (?:group|committee|room|tsc|wg|cg)|all (?:seem|agree|present))\b/iu,
    'Everyone is happy with it.',
    'one of the types',
  ),
  cue('congratulate', /\b(?:congrat\w*|🎉)/iu, 'Congratulations to all!', 'a grateful host'),
  cue(
    'settle',
    /\b(?:settle[ds]?|inclined|preference|no intention|so be it|stick(?:ing)? with|as is|champions?|no design changes)\b/iu,
    'That is settled.',
    'a set of tests',
  ),
];

function cue(name: string, pattern: RegExp, example: string, counterexample: string): Cue {
  return { name, pattern, example, counterexample };
}

/** The patterns on text in lower case, in which no letter has to be compared twice. */
const LOWER = CUES.map(({ name, pattern }) => ({ name, pattern: new RegExp(pattern.source) }));
const ANY = new RegExp(CUES.map(({ pattern }) => pattern.source).join('|'));

/** The names of the cues in a text, in the table's order. */
export function cuesIn(text: string): string[] {
  const lower = text.toLowerCase();
  return ANY.test(lower) ? LOWER.filter(({ pattern }) => pattern.test(lower)).map(({ name }) => name) : [];
}
