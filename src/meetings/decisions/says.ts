import { withPhaseNumbers } from './phases.ts';

/**
 * What one sentence says beyond doubt. Everything here may be strict: what it does not know stays a candidate.
 * Every pattern is tried on one sentence in the form that `sentences` gives.
 */

/** Longer ones explain, and declare nothing. */
const LONGEST = 400;
const MOST = 40;

/** The sentences of a text in lower case, without markup, with straight apostrophes; what stands in brackets is one of its own. */
export function sentences(text: string): string[] {
  return text
    .slice(0, LONGEST * MOST)
    .split(BREAK)
    .map(normalised)
    .filter((sentence) => sentence.length <= LONGEST && /[\p{L}\p{N}👍🎉]/u.test(sentence));
}

const BREAK = /(?<=[.!?;…])["”)\]]?\s+(?=\S)|\s\|\s|(?=[[(<])|(?<=[\])>])/u;

/** The text up to the end of the first sentence of which something is true; what follows may be about something else. */
export function upTo(text: string, holds: (sentence: string) => boolean): string {
  const parts = text.slice(0, LONGEST * MOST).split(BREAK);
  const at = parts.findIndex((part) => holds(normalised(part)));
  return at < 0 ? text : parts.slice(0, at + 1).join(' ');
}

function normalised(sentence: string): string {
  return withPhaseNumbers(sentence)
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[*_`>]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What has not happened, is only possible, is asked, or happened at another time or place. */
export function isHedged(sentence: string): boolean {
  return (
    /\?\W*$/u.test(sentence) ||
    /\b(?:if|would|could|might|may|unless|whether|suppose|hypothetical\w*|until|before|perhaps|maybe|assuming|once|when|how|why|what|should|can we|let's|how)\b/u.test(
      sentence,
    ) ||
    /\b(?:last|previous|earlier|prior|past|next|coming|future|other|another) (?:meetings?|times?|weeks?|months?|years?|votes?|polls?|calls?|phases?|sessions?)\b/u.test(
      sentence,
    ) ||
    /\b(?:ago|already|previously|reminder|recap|historically|typically|usually|always|often|several|recent\w*|in the past|used to|back (?:in|when))\b/u.test(
      sentence,
    ) ||
    /(?:\bwill|'ll|\bgoing to|\bwants? to|\bneeds? to|\bhop(?:e|ing) to|\bplan(?:s|ning)? to|\btry(?:ing)? to|\btoward\w*|\basking for|\blooking for|\bseek(?:ing)?|\bin order to|\brequires?\b)/u.test(
      sentence,
    ) ||
    /\b(?:just because|doesn't mean|(?:not|never) mean)\b/u.test(sentence) ||
    /\b(?:the|a) (?:process|procedure|charter)\b/u.test(sentence) ||
    /\b(?:in|since|during|on) (?:early |late |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)\b/u.test(
      sentence,
    )
  );
}

/** Whether a sentence matches, and nothing up to the end of the match makes it a question, a plan or a memory. */
function declares(sentence: string, pattern: RegExp): boolean {
  const match = pattern.exec(sentence);
  if (match === null || /\?\W*$/u.test(sentence) || RETOLD.test(sentence)) return false;
  return !isHedged(sentence.slice(0, match.index + match[0].length));
}
const RETOLD =
  /\b(?:last|previous|earlier|prior|past) (?:meetings?|times?|weeks?|months?|years?|votes?|polls?|calls?|sessions?|consensus)\b|\b(?:ago|already|previously|reminder|recap|in the past|back (?:in|when))\b/u;

const NEGATED = /\b(?:not|no|never|without|lack\w*|nor|neither|cannot)\b|n't\b/u;

const OBJECTION =
  '(?:objections?|opposition|dissent|disagreements?|objectors?|objecting|opposed|concerns|complaints|blockers)';

/** A question that silence answers. */
export function asksForObjections(sentence: string): boolean {
  return (
    /\?/u.test(sentence) &&
    (/\b(?:objections?|objects?|opposed|opposition|opposes?|dissent|disagree(?:s|ments?)?|against|concerns?|complaints?)\b/u.test(
      sentence,
    ) ||
      /\b(?:any|no) (?:issues?|problems?)\b/u.test(sentence))
  );
}

/** A question that is settled by agreement. */
export function asksForConsent(sentence: string): boolean {
  return (
    (/\?/u.test(sentence) &&
      !/^\W*(?:what|how|when|why|where|who|which)\b/u.test(sentence) &&
      /\b(?:consensus|unanimous|consent|approv\w+|in favou?r|support (?:for|this|moving)|every(?:one|body) (?:ok|okay|fine|happy|agrees?|comfortable)|(?:to|for|into|reach) (?:phase|stage) \d(?:\.\d+)?|(?:adopt|accept|merge|land|publish|approve))\b/u.test(
        sentence,
      )) ||
    /\b(?:consensus|unanimous(?: consent)?|consent) (?:vote|poll|call)\b|\b(?:ask|call)(?:ing)? for (?:unanimous )?(?:consensus|consent)\b/u.test(
      sentence,
    ) ||
    /^\W*(?:straw ?)?(?:polls?|votes?|proposal|proposed|hum)\b[^:]{0,60}:/u.test(sentence)
  );
}

/** An answer that is nothing but a lack of objections: it needs a question. */
export function isNone(sentence: string): boolean {
  return /^\W*(?:none|no (?:responses?|answers?|replies|comments)|no|nope|nobody|no one|nothing|silence|crickets|(?:none|no one|nobody) (?:heard|seen|raised|voiced|given|noted|objects?|objected|opposed|against|disagrees|spoke|speaks)(?: up)?(?: and none in (?:the )?chat)?|(?:[\w-]+ ){0,3}(?:silence|crickets|pause))\W*$/u.test(
    sentence,
  );
}

/** Says that nobody objected. */
export function saysNoObjection(sentence: string): boolean {
  const none = new RegExp(
    `^\\W*(?:(?:so|ok|okay|great|alright|then)\\b\\W*)*(?:there (?:were|was|are|is|being) )?(?:no|zero|without)(?: (?:further|other|any))? ${OBJECTION}\\b`,
    'u',
  );
  return (
    (none.test(sentence) || HEARD.test(sentence) || SILENT.test(sentence)) &&
    !OWN.test(sentence) &&
    !/\?\W*$|\b(?:if|unless|when|would|could|so far|yet)\b|\b(?:to|do|have|start|hold) (?:the|a) (?:vote|poll)\b|\bmov(?:e|ing) on\b|\b(?:we'll|let's|we will) (?:do|have|hold|take|run)\b/u.test(
      sentence,
    )
  );
}
const HEARD = new RegExp(
  `\\b(?:hear|hearing|heard|see|seeing|saw|seen|noting|with)\\b(?: [\\w']+)? (?:no|none|nothing|zero)\\b(?:$|\\W+$|[^.?!]{0,30}\\b${OBJECTION}\\b|\\W*,)|(?:\\bnot|n't) (?:hear|hearing|heard|see|seeing|seen) (?:any|a)\\b(?:\\W*$|[^.?!]{0,20}\\b${OBJECTION})|\\b(?:nobody|no one) (?:has |was |is )?(?:objects|objected|opposed|against|dissented|disagrees|disagreed)\\b`,
  'u',
);
const SILENT =
  /\btak(?:e|ing) (?:the|that|this|your|everyone's)?\s*(?:\w+ )?silence (?:as|to mean)\b|(?:n't|not) (?:sound|seem|look)s?\b[^.?!]{0,20}\b(?:any(?:one|body) (?:objects|is opposed|disagrees)|any (?:objections|opposition|dissent))\b|\b(?:and|that) there (?:are|were) no objections\b|\b(?:none|no one|nobody)(?: was| were| is)? (?:against|opposed)\b/u;
/** The one who asked says how silence is taken. */
export function takesSilence(sentence: string): boolean {
  return /\btak(?:e|ing) (?:the|that|this|your|everyone's)?\s*(?:\w+ )?silence (?:as|to mean)\b/u.test(
    sentence,
  );
}

/** One person's own lack of objections. */
const OWN =
  /\b(?:i|i've|i'd|personally|we) (?:\w+ )?(?:have|had) no\b|\bfrom (?:me|my|us|our|him|her)\b|\bpersonally\b|\bi (?:don't|do not) object|\b(?:mine|myself)\b/u;

export function isUnanimous(sentence: string): boolean {
  return (
    declares(
      sentence,
      /\b(?:unanimous(?:ly)?|universal consent|by acclamation|every(?:one|body) (?:is |was |voted )?in favou?r)\b/u,
    ) &&
    !NEGATED.test(sentence) &&
    !/\b(?:hold|held|call(?:ed)?|ask(?:ed|ing)?|for|want|run) (?:\w+ ){0,4}unanimous\b|\b(?:unanimous|universal) (?:consent|consensus) (?:vote|poll|call)\W*$/u.test(
      sentence,
    )
  );
}

/** Says that there is consensus, as a finding. */
export function hasConsensus(sentence: string): boolean {
  if (!/consensus|agreement|approval|call|decision|resolved|decided|agreed/u.test(sentence)) return false;
  if (
    /\b(?:no|not|lack\w*|without|don't|didn't|isn't|aren't|need|seek) (?:\w+ ){0,2}(?:consensus|agreement)\b|\bconsensus (?:not|vote|poll|call|process)\b|\bconsensus-based\b|\bconsensus\W+(?:not yet|tbd|no\b)/u.test(
      sentence,
    )
  )
    return false;
  const tail = sentence.replace(/^[^:]{0,100}:\s+/u, '');
  return (
    CONSENSUS.some((pattern) => declares(sentence, pattern) || declares(tail, pattern)) ||
    takesAsConsensus(sentence)
  );
}
const BROAD =
  '(?:general|broad|rough|clear|strong|full|group|mild|wide|meeting|overall|widespread|unanimous)';
const CONSENSUS = [
  /\b(?:we|i|and|so|there)(?:'s|'ve)?(?: do| is| was| have| has| see| hear| heard| got| reached| achieved| declare| call| can call)*(?: (?:a|an|that|this|it|as|general|broad|rough|clear|strong|full|group|mild|wide|now))* (?:consensus|agreement)\b/u,
  /\bconsensus (?:(?:is|was|has been|seems|in the (?:room|group)) ?)*(?:reached|achieved|among\w*|exists?|recorded|moved)\b/u,
  new RegExp(
    `(?:^\\W*(?:the )?|\\b(?:is|was|there's|have|reached|${BROAD}) )consensus (?:(?:is|was|has been) )?(?:to|on|for|that)\\b`,
    'u',
  ),
  /\b(?:sounds?|looks?|seems?|feels?) like (?:we (?:have|are in) |there is |there's |a )?(?:\w+ )?(?:consensus|agreement)\b/u,
  new RegExp(
    `^\\W*(?:the |a |discussion, )?(?:concluding in |there (?:is|was) )?(?:a )?${BROAD} (?:consensus|agreement|approval)\\b`,
    'u',
  ),
  /^\W*(?:the )?(?:group )?consensus(?: (?:reached|achieved|is|was))?(?:\W*$|\W{0,2}(?:to|that|on|for)\b)/u,
  /^\W*(?:meeting|group|room) consensus\W*$/u,
  /\bdeclare[sd]? (?:a )?(?:\w+ )?consensus\b/u,
  /\bwith that,? consensus\b|\bgroup consensus\b/u,
];

/** Says what all that was said before amounts to. */
export function soundsLikeConsensus(sentence: string): boolean {
  return declares(
    sentence,
    /^\W*(?:(?:so|ok|okay|great|alright|then)\b\W*)*(?:it )?(?:sounds|looks|seems|feels) like (?:we have|we've got|we've reached|there is|there's|we're in|we are in) (?:a )?(?:\w+ )?(?:consensus|agreement)\b/u,
  );
}

/** A chair makes it one by saying so: `I'm going to call this as consensus`, `Let's call that a decision`. */
export function takesAsConsensus(sentence: string): boolean {
  return (
    /\b(?:(?:i|we)(?:'ll|'m| am| will| can)?(?: going to)?|let's|let us|gonna) (?:just )?(?:call|take|treat|declare|record|mark) (?:this|that|it)(?: one)?(?: as)?(?: a)?(?: \w+)? ?(?:consensus|decision|decided|resolved|agreed)\b|^\W*so (?:resolved|decided|agreed)\b/u.test(
      sentence,
    ) && !/\?\W*$|\b(?:if|unless|would|could|can't|not|n't)\b/u.test(sentence)
  );
}

/** A note that begins so: `Agreed to start a list`, `Decided that ...`. */
export function isAgreed(sentence: string): boolean {
  return declares(
    sentence,
    /^\W*(?:it was )?(?:(?:mostly|generally|all|tentatively|discussed and) )?(?:agreed|decided)\W+(?:to|that|on|with|upon|next)\b/u,
  );
}

/** Notes that state what a group decided or agreed: `The board decided to wait`, `Agreed that ...`. */
export function wasDecided(sentence: string): boolean {
  return (
    declares(
      sentence,
      /\b(?:we|(?:the )?(?:group|committee|subgroup|team|tsc|board|wg|cg|room|attendees|members|everyone))(?: have| has| all|'ve)* (?:decided|agreed|resolved|voted|concluded)(?: unanimously)? (?:to|that|on|upon)\b|\bit was (?:\w+ )?(?:decided|agreed|resolved) (?:to|that)\b|\bdiscussed and (?:agreed|decided)\b|\bwe are deciding (?:that|to)\b/u,
    ) && !NEGATED.test(sentence.slice(0, 60))
  );
}

const THING =
  '(?:vote|poll|motion|proposal|resolution|pr|pull request|it|this|that|which|advancement|all|both)';
const DONE = '(?:pass(?:es|ed)|carrie[sd]|approved|accepted|adopted|ratified|succeed(?:s|ed))';

/** Says in so many words that what was voted on was accepted. */
export function saysPassed(sentence: string): boolean {
  if (
    isHedged(sentence) ||
    NEGATED.test(sentence.replace(/\b(?:no|without) (?:objections?|dissent|opposition)\b/u, ''))
  )
    return false;
  return (
    new RegExp(
      `\\b${THING}(?: \\d| has| have| is| was| then| also| now| just| all)* ${DONE}\\b(?! (?:a|an|in|to|through|into|the|down|along|all)\\b)`,
      'u',
    ).test(sentence) ||
    new RegExp(
      `^\\W*(?:(?:the )?(?:result|outcome|poll|vote|motion|status)s?\\W+)?(?:(?:is|was|also|unanimously|so) )*${DONE}(?:$|\\W+$|[,:;.!–—-]|\\W+(?:with|by|unanimous\\w*|as|for phase|to phase|without)\\b)`,
      'u',
    ).test(sentence) ||
    new RegExp(
      `(?:[–—;:→]| -|=>|->|,)\\s*(?:the )?(?:vote |motion |poll |it |this |so it |that )?${DONE}\\W*$`,
      'u',
    ).test(sentence) ||
    /\b(?:that's|it's|it is|that is) (?:a pass|passed|approved|accepted)\b/u.test(sentence) ||
    /\b(?:result|outcome|poll|vote)s?\W{1,4}(?:is |was )?(?:approved|passe[sd]|accepted|adopted|yes|success)\b/u.test(
      sentence,
    ) ||
    /^\W*(?:advance[sd]?|success)\W*$/u.test(sentence)
  );
}

/** Says that something is in its phase now. */
export function saysAdvanced(sentence: string): boolean {
  return (
    !isHedged(sentence) &&
    !NEGATED.test(sentence) &&
    (/\b(?:advances|moves|goes|graduates|progresses|proceeds|(?:has|have|is|are|was|were|officially|been|gets) (?:now |been |officially )*(?:advanced|moved|promoted|accepted|approved)|advanced|moved|promoted|accepted|approved)(?: [\w:/-]+){0,4}? (?:on )?(?:in)?(?:to|for|at|as)(?: be)?(?: a)? (?:phase|stage) \d/u.test(
      sentence,
    ) ||
      /\b(?:now|officially|welcome)\b[^.?!]{0,30}\b(?:at|in|to|a|is|phase)? ?(?:phase|stage) \d/u.test(
        sentence,
      ) ||
      /\b(?:phase|stage) \d(?:\.\d+)? (?:is |was )?(?:achieved|approved|accepted|reached|granted|obtained)\b/u.test(
        sentence,
      ) ||
      /\bconsider (?:\S+ ){1,4}(?:at|in) phase \d/u.test(sentence) ||
      /\b(?:we are|we're|is|are) (?:now )?(?:in|at) (?:phase|stage) \d\W*$/u.test(sentence) ||
      /\b(?:with that|so|then|congrat\w*)\b[^.?!]{0,60}\badvances\W*$/u.test(sentence) ||
      /\b(?:vote|poll) is (?:strongly |clearly |overwhelmingly )?in favou?r\b|\b[\d.]+ is launched\b/u.test(
        sentence,
      ) ||
      /\b(?:is|are) (?:now |officially )+(?:launched|ratified|a (?:\w+ )?proposal|proposals)\b/u.test(
        sentence,
      ) ||
      /^\W*congrat(?:s|ulations)\b|\bcongrat(?:s|ulations)\W*$|\bcongratulations\b[^.]{0,40}\b(?:phase|stage) \d/u.test(
        sentence,
      ))
  );
}

/** Says that what was voted on was turned down. */
export function saysFailed(sentence: string): boolean {
  return (
    !isHedged(sentence) &&
    (/^\W*(?:(?:the )?(?:result|outcome|decision|vote|poll|motion|proposal)s?\W+)?(?:(?:is|was|has|does|did) )?(?:not (?:approved|pass(?:ed)?|accepted|adopted|carried|advanc\w+)|fails|failed|rejected|declined|defeated)\b/u.test(
      sentence,
    ) ||
      /\b(?:vote|poll|motion|proposal|it|this) (?:has |is |was |did |does )?(?:fails|failed|rejected|defeated|not (?:pass(?:ed)?|advanced?|carr(?:y|ied)|approved|accepted))\b/u.test(
        sentence,
      ) ||
      /\b(?:does not|doesn't|did not|didn't) (?:pass|advance|carry|reach (?:\w+ )?consensus|have (?:\w+ )?consensus|get (?:\w+ )?consensus)\b/u.test(
        sentence,
      ) ||
      /\bwe (?:do not|don't|did not|didn't) (?:have|reach|see) (?:\w+ )?consensus\b|\b(?:there is |there's |^)no consensus\b|\bno consensus\W*$|\block of consensus\b/u.test(
        sentence,
      ))
  );
}

/** Says that a vote or a decision is put off. */
export function saysPutOff(sentence: string): boolean {
  return (
    !/\?\W*$|\b(?:if|would|might|could|unless)\b/u.test(sentence) &&
    (/\b(?:postpon(?:e|ed|ing)|defer(?:red|ring)?|delay(?:ed|ing)?|push(?:ed|ing)?|tabl(?:ed|ing)|punt(?:ed|ing)?|put(?:ting)? off|reschedul(?:e|ed|ing)|hold(?:ing)? off(?: on)?|withdr(?:aw|awn|ew))\b[^.?!]{0,30}\b(?:the |this |that |a |our )?(?:votes?|voting|polls?)\b/u.test(
      sentence,
    ) ||
      /\b(?:vote|poll|voting|decision) (?:is |was |has been |will be |to be |gets |got )?(?:postponed|delayed|deferred|pushed|rescheduled|tabled|put off|withdrawn|cancell?ed|moved to)\b/u.test(
        sentence,
      ) ||
      /\b(?:decision|decided|agreed|agreement) to (?:postpone|delay|defer|hold off|wait|table)\b/u.test(
        sentence,
      ) ||
      /^\W*(?:tabled|postponed|deferred)\b/u.test(sentence)) &&
    !/\bnot (?:postpon|defer|delay|tabl)/u.test(sentence)
  );
}

/** An answer that stands in the way: after it silence is no consent any more. */
export function dissents(sentence: string): boolean {
  return (
    /\bi(?:'m| am) (?:still |a bit |really |strongly |very )?(?:not (?:sure|convinced|comfortable|happy|ok|okay|in favou?r|a fan)|opposed|against|worried|concerned|hesitant|uncomfortable)\b/u.test(
      sentence,
    ) ||
    /\bi (?:do |would |strongly |have to |still )*(?:object|oppose|disagree)\b/u.test(sentence) ||
    /\bi (?:do )?(?:have|had) (?:a|an|some|one|several|serious|many) (?:\w+ )?(?:objections?|concerns?|reservations?|problems?|issues?)\b/u.test(
      sentence,
    ) ||
    /\bi(?:'d| would) (?:object|oppose|rather not|prefer (?:not|to wait))\b|\bi (?:don't|do not) (?:think|agree|support|like)\b|^\W*(?:-1|no,|hold on|wait|not yet|yes, i)\b/u.test(
      sentence,
    )
  );
}

/** Says so of the vote itself, whatever stands above. */
export function putsOffTheVote(sentence: string): boolean {
  return /\b(?:we|decision to|decided to|agreed to)(?:'ve| have)? (?:postpone|delay|defer|push|table|push back)(?:ed|d|ing)? (?:back )?(?:the|this) (?:vote|poll)\b|\b(?:the|this) (?:vote|poll) (?:is|was|has been|will be) (?:postponed|delayed|deferred|tabled|put off)\b/u.test(
    sentence,
  );
}
