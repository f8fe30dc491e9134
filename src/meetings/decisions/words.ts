import { withPhaseNumbers } from './phases.ts';

/** How notes speak of decisions. Every pattern is tried on one sentence, in lower case, with straight apostrophes. */

const any = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'u');

/** Another place than the meeting. */
const ELSEWHERE = String.raw`\b(?:in|on|at|by|to) (?:the |an? |our |this )?(?:\w+ )?(?:issues?|prs?|pull requests?|github|zulip|discord|repo|thread|cg|wg|reviewers?)\b|\b(?:offline|reviewers)\b`;

/** Something that has not happened, is only possible, or happened elsewhere. */
export const HYPOTHETICAL = any(
  ELSEWHERE.replace('prs?|', ''),
  String.raw`\b(?:if|would|could|might|unless|whether|suppose|hypothetical\w*|once|until|before|needs? to|in order to)\b`,
  String.raw`\b(?:last (?:meeting|time|week)|previous\w*|wants? to|hop(?:e|ing) to|plan(?:s|ning)? to|going to|when (?:we|the|it|they|everyone)|yes,? we)\b`,
  String.raw`\b(?:let's|should|can we|aim\w* to|required?|how|trying to|not|n't|in the past|historically|typically|usually|always|prefer)\b`,
  String.raw`(?:\bwill|'ll) (?:be|have|need|vote|ask|call|seek)\b|\b(?:asking|calling|looking) for\b|\?\s*$`,
  String.raw`\b(?:in|since|during) (?:early |late |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)\b`,
  String.raw`\b(?:ago|earlier|already|reminder|recap|back (?:in|when)|last (?:year|month|spring|summer|fall|autumn|winter))\b`,
);

const OBJECTIONS =
  '(?:object(?:s|ions?|ing)?|oppos(?:e|ed|es|ition)|disagree(?:s|ment|ments)?|dissent(?:s|ing|ers?)?|against|blockers?|nays?|veto(?:es)?)';

/** A question that silence answers. */
export const ASKS_OBJECTIONS = any(
  String.raw`\b(?:any|anyone|anybody|does any(?:one|body)|is there any|are there any|is any(?:one|body))\b[^.?!]{0,50}\b${OBJECTIONS}\b`,
  String.raw`\b(?:objections|opposed|dissent)\s*\?`,
  String.raw`\bany(?:one|body)\b[^.?!]{0,30}\b(?:does(?:n't| not)|not) (?:consent|agree|approve|support)\b`,
  String.raw`\bspeak (?:now|up)\b|\bgoing once\b|\braise your hand if you (?:object|oppose|disagree)`,
);

/** An announcement that silence makes a decision: `Unless anyone objects, we'll go with it.` */
export const UNLESS_OBJECTED = any(
  String.raw`^(?:(?:so|ok|okay|and)\b,? )?(?:if|unless)\b[^.?!,]{0,30}\b${OBJECTIONS}\b[^.?!]{0,25}\b(?:we'll|we will|i'll|i will|let's|this|it)\b`,
);

export const NOT_NOW = /\b(?:next|later|could|would|might|when|after|discuss|issue|talk|revisit|vote)\b/u;

/** Softer questions: alone they decide nothing, before a declaration they do. */
export const ASKS_CONCERNS = any(
  String.raw`\bany(?:one|body)?\b[^.?!]{0,30}\b(?:concerns?|worries|opinions?|thoughts)\b[^.?!]{0,60}\b(?:about|with|moving|advanc\w+|on this)\b`,
  String.raw`^opinions\s*\?|\bany concerns\s*\?|\bany(?:one|body) (?:have|has|got|see|sees) (?:a|any) (?:problems?|issues?|concerns?)\b`,
);
export const ASKS_CONSENSUS = any(
  String.raw`\bdo we (?:have|all have) (?:a )?(?:\w+ )?consensus\b|\bis there (?:a )?(?:\w+ )?consensus (?:to|for|on)\b`,
  String.raw`\b(?:is|does|are|do) (?:every(?:one|body)|we all|folks|people) (?:all )?(?:ok|okay|fine|agree|happy|comfortable|on board|onboard|in favou?r|in agreement)\b`,
  String.raw`^(?:is )?every(?:one|body) (?:ok|okay|fine|agrees?|happy|on board|in favou?r|in agreement)\b[^.?!]*\?`,
  String.raw`\bcan we (?:agree|land|merge|adopt|accept)\b|\bso we can\b[^.?!]*\?|\ball (?:those )?in favou?r\b`,
  String.raw`\bthumbs[- ]up (?:if you(?:'re| are|'d| would)?(?: all)? (?:ok|okay|fine|agree|happy|support|approve|like|want|in favou?r)|for|please|from)\b|\bcan (?:i|we) (?:get|see|have) (?:a |some )?(?:thumbs|show of)\b|\bshow of (?:hands|thumbs)\b|\braise (?:your|a) hands? if you (?:agree|approve|support|are)\b`,
);
export const ASKS_LEAVE = any(
  String.raw`\b(?:is it|would it be|is that|are (?:you|we|people) all) (?:ok|okay|fine|alright|all right) (?:if|for|to|with)\b`,
  String.raw`\b(?:looking for|seeking|goal (?:is )?to get|would like) (?:\w+ )?(?:consensus|approval|agreement)\b`,
);
export const OPEN_QUESTION = any(
  String.raw`\bshould we\b[^.?!]*\?`,
  String.raw`\bdoes any(?:one|body) have (?:any )?(?:opinions?|thoughts|objections|concerns)\b`,
);
export const ANNOUNCES_POLL = any(
  String.raw`\bconsensus (?:vote|poll|call)\b|\bpoll for\b|\bby unanimous consent\b|\bunanimous consent (?:vote|poll)\b`,
  String.raw`\blet'?s (?:do|hold|take|have|start|call|go to|put|move (?:on )?to)[^.?!]{0,20}\b(?:vote|poll|voting)\b`,
  String.raw`\bvote (?:begins|starts|now)\b|\bvoting (?:on|to|for|now)\b|^\W*(?:\w+ )?votes? (?:on|to|for)\b|\bcall(?:ing)? (?:for )?(?:a |the )?vote\b`,
  String.raw`^\W*(?:vote|poll|polling|voting)\W*$|\b(?:start|take|hold|open|do) (?:a |the )?(?:\w+ )?(?:vote|poll)\b`,
  String.raw`\b(?:we are|we're) (?:now )?voting\b|\b(?:ask|call|look|mov)(?:e|ing)? for (?:a )?(?:unanimous )?consen(?:t|sus)\b|\bunanimous consent (?:for|on|to)\b`,
);

/** An answer that is nothing but a lack of objections. */
export const NO_ANSWER = any(
  String.raw`^\W*(?:no|none|nope|nobody|no one|crickets|(?:long |short )?pause|quiet|no takers|nothing|none (?:heard|seen|here|raised)|(?:i am |i'm )?(?:not )?(?:hearing|seeing) (?:none|any|nothing)|(?:\w+ ){0,4}silence)\W*$|^\W*(?:hear(?:s|ing)|see(?:s|ing)) (?:none|nothing)\b`,
  String.raw`^\W*(?:no|none|nobody|no one)\b (?:objections?|opposition|opposed|against|oppose[sd]?|dissent(?:ers|ed)?|disagreements?|concerns|objects?|objected|disagrees?|responses?|answers?|replies|hands?|speaks up|raised|heard|noted|voiced)\b(?: (?:raised|heard|noted|voiced|in (?:the )?(?:chat|room)|from (?:the group|anyone)|either))*\W*$`,
);

/** Says that nobody objected, without having to follow a question. */
export const NO_OBJECTION = any(
  String.raw`\b(?:no|zero|0) (?:further |other )?(?:objections?|dissent(?:ers|ing|ing votes?)?|opposition|disagreements?|nays?)\b`,
  String.raw`\b(?:hearing|seeing|having heard|heard|hear|see|saw|received|there (?:are|were|is|was)) (?:no|none)\b[^.?!]{0,20}\b(?:objections?|dissent|opposition|concerns|hands)\b`,
  String.raw`\b(?:not|n't) (?:hearing|seeing|hear|see|heard)\b[^.?!]{0,20}\b(?:objections?|dissent|opposition|concerns)\b`,
  String.raw`\bwithout (?:any )?(?:objections?|dissent|opposition)\b`,
  String.raw`\b(?:no one|nobody) (?:has )?(?:objects?|objected|against|opposes?|opposed|was opposed|is opposed|dissented|dissents|disagrees|disagreed|voted against)\b`,
  String.raw`\btak(?:e|ing) (?:the|that|this|your|everyone's)?\s*(?:\w+ )?silence\b`,
);
/** One person's own lack of objections, or a lack that is not there yet. */
export const OWN_OPINION = any(
  ELSEWHERE,
  String.raw`\b(?:could|might|so far|when (?:i|we))\b`,
  String.raw`\b(?:i|i've|i'd) (?:have |had |personally have )?no\b|\bfrom (?:me|my|us|our)\b|\bpersonally\b|\bon my (?:side|end)\b|\b(?:if|unless|assuming|once|provided|as long as|would)\b`,
);

export const UNANIMOUS = any(
  String.raw`\bunanimous(?:ly)?\b|\buniversal consent\b|\beveryone (?:is |was |voted )?in favou?r\b|\bby acclamation\b|\ball (?:were |are )?in favou?r\b(?!\s*\?)`,
);
export const BY_CONSENT = /\b(?:by|with|on) (?:general |full )?consen(?:t|sus)\b/u;
const LEAD = String.raw`^\W*(?:(?:the )?(?:results?|outcome|decision|conclusion|verdict|status|vote|poll|motion)\W+)?`;
const ACCEPTED = '(?:pass(?:es|ed)|approved|ratified|accepted|success|carrie[sd]|adopted|agreed)';
export const PASSES = any(
  String.raw`${LEAD}${ACCEPTED}(?:\W+(?:declared|as|by|with|without|unanimously|into|for phase|to phase)\b.*|\W*)$`,
  String.raw`(?:[–—;:→]| -|=>|->)\s*(?:the )?(?:vote |motion |poll |it )?${ACCEPTED}\W*$|\b(?:with that|so|then|and|congrat\w*)\b[^.?!]{0,80}\badvances\W*$`,
  String.raw`\b(?:that's|that is|it's|it is) a pass\b|\bvote is (?:strongly |clearly |overwhelmingly )?in favou?r\b`,
  String.raw`\bdeclar(?:e|ing|ed) (?:the |this |that )?(?:vote |motion |poll |proposal |it )?(?:(?:as|to have|to be|has) )?${ACCEPTED}\b`,
  String.raw`^\W*(?:all|both)(?: of (?:them|these))? (?:pass(?:ed)?|advance[sd]?|approved|accepted)\b`,
  String.raw`\b(?:vote|poll|motion|proposal|pr\s?#?\d*|resolution|advancement)\s+(?:has |have |is |was |then |to \w+ )?(?:pass(?:es|ed)|succe(?:eds|eded|ss\w*)|carrie[sd]|approved|accepted|ratified|adopted)\b`,
  String.raw`\bpass(?:es|ed) (?:by|with|unanimously|as)\b|\b(?:poll|vote|motion)\W{1,4}(?:success|passe[sd]|carried|approved)\b`,
  String.raw`^(?:so |then |ok,? |great,? |and )?(?:it|this|that|the vote|the proposal)(?:'s| has| is)? (?:passe[sd]|approved|accepted)\W*$`,
  String.raw`(?:\b|,\s)it passes\W*$|\bwasi[-:][\w:/-]+ pass(?:es|ed)\b|\b(?:approved|accepted|adopted|ratified) (?:by|with|as|unanimously)\b`,
);
/** Declared in so many words that no vote need have been announced. */
export const DECLARES = any(
  String.raw`\bdeclare\b[^.?!]{0,30}\b${ACCEPTED}\b|^\W*(?:and |so |ok,? |great,? )?(?:the |this |that )?(?:vote|motion|poll) (?:passes|carries|succeeds)\b`,
  String.raw`\b(?:motion|vote|poll|resolution) (?:carries|passes)\b[^.?!]{0,60}\b(?:phase|stage) \d`,
);
export const ADVANCES = any(
  String.raw`\b(?:is|are) now (?:a|an) (?:official |new )*(?:wasi |phase \d )?proposal\b|\b(?:is|are|we're) (?:in |at |a )?(?:phase|stage) \d\W*$`,
  String.raw`\b(?:phase|stage) \d (?:is |was )?(?:approved|accepted)\b|\b(?:is|are) (?:now |hereby |officially )*(?:launched|ratified)\b`,
  String.raw`\b(?:(?<!\bto )(?:advances?|moves?|graduates?|goes|go|progress(?:es)?)|(?:has|have|is|are|was|were|officially|we'll|we will)(?: now| been)? (?:advanced?|moved?|promoted|approved|accepted)|promoted|advanced|moved)\s+(?:\S+ )?(?:on )?(?:in)?(?:to|for|at|as)(?: be)?(?: a)? (?:phase|stage)\s*\d`,
  String.raw`\b(?:now|officially)\b[^.?!]{0,40}\b(?:is|at|in)\b (?:at |in |now |a )?(?:phase|stage)\s*\d`,
  String.raw`\b(?:is|are|it's|that's|we're) (?:now|officially)(?: at| in| a| an)? (?:official )?(?:phase|stage)\s*\d`,
  String.raw`\bwelcome to (?:phase|stage)\s*\d`,
);
export const HAS_CONSENSUS = any(
  String.raw`\b(?:we|i)(?:'ve| have| do have)?(?: got| reached| see| hear| call)?(?: have| declare| reached| see)(?: a| that as)? (?:\w+ )?(?:consensus|agreement)\b(?! that)`,
  String.raw`\bdeclar(?:e|ing) (?:\w+ )?consensus\b|\bconsensus (?:is )?(?:reached|achieved|largely held|held)\b|\bis (?:largely )?held\b`,
  String.raw`\b(?:seems?|sounds?|looks?|feels?) like (?:we have |we've got |we've reached |there is |there's |we're in |we are in |everyone is in )?(?:a )?(?:\w+ )?(?:consensus|agreement)\b`,
  String.raw`\btak(?:e|ing) (?:this|that|it) as (?:a )?(?:\w+ )?(?:consensus|agreement|yes|approval|support|assent)\b`,
  String.raw`\b(?:there is|there's|we're at|that's) (?:\w+ )?consensus (?:to|on|for|here|that we)\b`,
  String.raw`\bwe(?:'re| are) (?:all )?in agreement\b|^\W*(?:\w+\W+)?we(?:'re| are) (?:all )?aligned\W*$`,
  String.raw`^\W*(?:\w+ )?(?:general|broad|rough|group|clear|strong|full) (?:consensus|agreement) (?:to|on|that|for|is)\b`,
  String.raw`\b(?:it )?(?:seems?|sounds?|looks?) (?:like |that )?(?:we|every(?:one|body)) (?:are |is )?(?:all )?(?:agreed?s?|in agreement) (?:to|on|that (?:we|it)|we)\b`,
  String.raw`\bconsensus (?:is )?to (?:advance|include|launch|move|merge|adopt|accept|land|approve)\b`,
);
/** Nothing but the word: `Consensus!`, `we have unanimous consensus`. */
export const BARE_CONSENSUS = /^\W*(?:\w+ ){0,2}consensus(?: reached| achieved)?\W*$/u;
export const CONGRATULATES = any(
  String.raw`\bcongrat(?:s|ulations)\b|\bwe have a new (?:api|proposal|champion|spec)\b|\bwelcome,? (?:\S+ )?(?:proposal|to the)\b`,
);
export const GRANTS = /\b(?:feel free to|go ahead|go for it|please do)\b/u;
export const DECIDES =
  /\bwe(?: are|'re) deciding (?:that|to)\b|\bwe(?: are|'re) (?:all )?agreed\b|\bthe decision is(?: that| to|:)|^(?:\W*(?:so|ok|okay|great|alright)\b,? ?)*(?:it )?(?:sounds|looks|seems) like we(?:'re| are) (?:all )?(?:going with|going for|settling on|settled on)\b|\b(?:so |then )?(?:we|it)(?:'ve| have| has| is)? (?:now )?decided\b[^.]*\btoday\b|\bthe (?:group|subgroup|committee|sg) (?:decide[sd]|agree[sd]|approve[sd]|accept(?:s|ed)|resolve[sd])\b/u;

export const FAILS = any(
  String.raw`${LEAD}(?:not (?:approved|passed|accepted|adopted|ratified|carried)|(?:does not|doesn't|did not|didn't) (?:pass|carry)|fail(?:s|ed)?|rejected|declined|defeated)\W*$`,
  String.raw`\b(?:vote|poll|motion|proposal)\s+(?:has |did |does )?(?:fail(?:s|ed)?|not pass|not advance|not carry|is rejected|rejected)\b`,
  String.raw`\b(?:does not|doesn't|did not|didn't) (?:pass|advance|carry|reach (?:\w+ )?consensus|have (?:\w+ )?consensus)\b`,
  String.raw`\bwe (?:do not|don't|did not|didn't) (?:have|reach|see) (?:\w+ )?consensus\b|\b(?:there is |there's )?no consensus (?:to|for|on|here)\b|\bno consensus\W*$`,
);

const POSTPONE =
  '(?:postpon(?:e|ed|ing)|delay(?:ed|ing)?|defer(?:red|ring)?|push(?:ed|ing)?(?: back| out| off)?|reschedul(?:e|ed|ing)|held over|hold over|hold off(?: on)?|holding off(?: on)?|table[ds]?|tabling|punt(?:ed|ing)?(?: on)?|put(?:ting)? off|skip(?:ping|ped)?|bump(?:ed|ing)?|withdr(?:aw|ew|awn|awing)|call(?:ed|ing)? off)';
export const POSTPONES = any(
  String.raw`\b${POSTPONE}\b[^.?!]{0,30}\b(?:the |this |that |a |our )?(?:votes?|voting|polls?|advancement)\b`,
  String.raw`\b(?:vote|poll|voting) (?:is |was |has been |will be |to be |gets |got )?(?:postponed|delayed|deferred|pushed|rescheduled|held over|tabled|moved to|put off|skipped|withdrawn|cancell?ed|dropped|called off)\b`,
  String.raw`\b(?:decision|decided|agree(?:d|ment)?) to (?:postpone|delay|defer|hold off|wait|table|hold over)\b`,
);
/** A vote named for another day: a postponement only where a vote was announced for this one. */
export const LATER_VOTE = any(
  String.raw`\b(?:vote|poll)\b[^.?!]{0,60}\b(?:next (?:meeting|time|week|session)|in (?:two|2|a few) weeks|at the next|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|on \d|later|another (?:day|time|meeting)|(?:future|coming|upcoming|following) (?:meeting|week))\b`,
  String.raw`\b(?:next (?:meeting|time|week|session)|in (?:two|2) weeks)\b[^.?!]{0,60}\b(?:vote|poll)\b`,
  String.raw`\b(?:not|n't|cannot) (?:be |going to |yet |ready (?:for|to) |do |have )*(?:a |the )?(?:vote|voting|poll|hold(?:ing)? (?:a |the )?vote)\b`,
  String.raw`\b(?:postponed?|defer(?:red)?|held over|tabled?|come back to (?:this|it)|pick (?:this|it) up|revisit (?:this|it)|continue (?:this )?)\b[^.?!]{0,40}\b(?:next (?:meeting|time|week)|to the next|in (?:two|2|a few|a couple of) weeks|another (?:time|day|meeting)|later)\b`,
  String.raw`(?:\bnot|n't)(?: [\w']+){0,4} ready (?:to|for)(?: a| the)? (?:vote|poll|phase)\b|\bno (?:vote|poll) (?:today|this (?:week|time|meeting))\b`,
  String.raw`\bmov(?:e|ed|ing)\b(?: (?:this|it|that|the (?:item|topic)))?(?: out| back)? to (?:the |our |a )?(?:next|later|following|future|upcoming) (?:meeting|time|week|call|agenda|date|session)\b`,
  String.raw`^\W*(?:(?:so|ok|okay)\b,? )*(?:let's|we'll|we will|we should|going to|will be|to be)(?: have to)? (?:postpone|defer|delay|reschedule|hold off|table|punt|put off|withdraw)(?:d|red|n)?\b(?: (?:on )?(?:this|it|that)\b)?(?:\W*$|\W+(?:until|till|to|for|as|because|due|by)\b)`,
  String.raw`\b(?:no|lack(?:ing)?(?: of)?|without|not (?:have|reach|make)|short of|(?:do|did)n't (?:have|get|reach|make))(?: a| enough for a| our)? quorum\b|\bnot quorate\b`,
  String.raw`\bpush(?:ed|ing)? (?:this|it|that)(?: out| back| off)? to\b`,
);
/** The same as all that a line says: `Deferred until the criteria are written.` */
export const BARELY_PUT_OFF = any(
  String.raw`^\W*(?:vote )?(?:postponed|deferred|delayed|rescheduled|tabled|withdrawn|cancell?ed|put off|held over|skipped)\b(?:\W*$|\W+(?:until|till|to|for|as|because|due|by)\b)`,
  String.raw`^\W*(?:we )?(?:did not|didn't|could not|couldn't) (?:get|come) to (?:this|it|the vote)\b|^\W*(?:we )?(?:ran |are )?out of time\W*$|^\W*not enough time\b`,
);

/** A decision that is called one, a conclusion in brackets, or an instruction with which the notes close a topic. */
export const LABELLED =
  /^\W*(?:(?:general |rough |group )?(?:decision|consensus)|decided|agreed|resolution|resolved|final(?: decision)?|outcome|conclusion|result|poll result|vote result|approved|ratified)\b(?:\s*\([^)]*\))?\s*:\s*(?!(?:\w+ ){0,3}(?:discuss\w*|tbd|pending|needed|undecided|unclear|none|n\/a|no (?:decision|consensus))\b)\S|^\W*(?:vote|poll)\b[^:]{0,40}:\s*(?:by )?(?:unanimous|no objection|consensus|passe[sd]|approved|accepted)/u;
export const CONCLUDES =
  /^\W*there (?:is|was) (?:general|broad|rough|wide|clear|group|full) (?:agreement|consensus|support|approval)\b|\bconclu(?:ding|ded|des) (?:in|with|that|on) (?:general |broad |rough )?(?:approval|agreement|consensus|support)\b|^\W*(?:general|broad|rough|group) (?:approval|agreement|consensus|assent)\W*$|^\W*(?:everyone|all|group) (?:agree[sd]?|approve[sd]?|in favou?r)\W*$/u;
export const INSTRUCTS =
  /^(?:close|merge|land|accept|adopt|approve|reject) (?:this|the|that)\b[^.?!]*\b(?:pr|prs|pull request|issue|proposal|patch)\b/u;
export const ASSENT =
  /^(?:everyone|everybody|all|group|[\p{L} .]{2,30}(?:(?:,| and) [\p{L} .]{2,30})+) (?:assents?|agrees?|concurs?|in agreement)\W*$/u;
/** A gesture in place of words, between brackets or stars: `[thumbs up from everyone]`, `(nods)`. */
export const GESTURE =
  /^\W*(?:(?:lots? of|many|several|all|general|everyone(?: gives)?|everybody(?: gives)?|group|people) )*(?:thumbs[- ]up|👍+|nods?|nodding|heads nod|yes(?:es)?|agree(?:s|d|ment)?|agreement|assent|approv(?:al|es)|applause|ayes?|heads nodding|thumbs)(?:,? (?:from|by|all|around|in|across|on|and|the|everyone|everybody|group|chat|room|zoom|call|agreement|nods|thumbs[- ]up|no objections))*\W*$/u;
export const BY_ALL = /\b(?:everyone|everybody|all)\b/u;
/** An answer that stands in the way: with it, silence is no consent any more. */
export const DISSENTS = any(
  String.raw`^\W*(?:well,? |yes,? |yeah,? |actually,? )*i (?:do |would |strongly |have to )?(?:object|oppose|disagree)\b|^\W*i(?:'m| am) (?:opposed|against|not (?:sure|convinced|comfortable|happy|ok|in favou?r))\b`,
  String.raw`^\W*(?:well,? |yes,? |yeah,? )*i (?:do )?have (?:a |an |some |one |several |serious )?(?:objections?|concerns?|reservations?)\b|^\W*i(?:'d| would) (?:object|oppose|rather not)\b`,
);
/** The asker closes the question: `Ok, so it's decided`, `Cool, we'll do that`. */
export const CLOSES =
  /\b(?:(?:it's|it is|that's|that is|so) (?:decided|settled|agreed)|let's (?:go with|do|land|merge|ship|adopt|take) (?:that|this|it)(?! (?:offline|later|next|after|async|to))|good to go|(?:we'll|we will) (?:do that|go with|(?:go|move) (?:ahead|forward))|consider it (?:done|decided|approved))\b/u;

/** The chair draws the conclusion from an open question: `Then we'll start ...`. */
export const CONCLUDES_PLAN =
  /^(?:(?:ok|okay|great|alright|cool|good|perfect)\b\W*)?(?:then|so|in that case)\b,?\s*(?:we'll|we will|let's)\b(?! (?:continue|move on|go on|go to|see|talk|discuss|wait|come back|take|start with|look))/u;

/** A word that some pattern of this file needs; most lines have none. */
export const MAY_DECIDE =
  /(?:^|[^\p{L}\p{N}])(?:vot|poll|object|oppos|disagree|dissent|against|blocker|nays?\b|veto|speak|going once|concern|worr|opinion|thought|consens|agree|assent|concur|ok\b|okay\b|fine\b|can we|so we can|favou?r|approv|consent|should we|no\b|none\b|nope|nobody|crickets|silence|nothing|hear|see|unanim|universal|acclamation|pass|succe|carr|thumb|nod|👍|applause|aye|quorum|cancel|withdr|drop|declar|motion|unless|raise|quiet|pause|settle|problem|aligned|forward|ready|official|launch|out of time|enough time|get to|accept|ratif|adopt|advanc|mov|graduat|goes|go\b|progress|promot|phase|stage|held|congrat|new|welcome|feel free|please do|decid|decision|group|subgroup|committee|fail|reject|postpon|delay|defer|push|reschedul|hold|holding|tabl|punt|put|skip|bump|come back|pick|revisit|continue|resol|final|outcome|conclu|result|general|broad|rough|everyone|everybody|all\b|close|merge|land|then|so\b|in that case)/iu;

/** A sentence as the patterns want it. */
export function normalised(sentence: string): string {
  return withPhaseNumbers(sentence)
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[*_`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The sentences of a line; what stands in brackets is one of its own. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])["”)\]]?\s+(?=\S)|\s*\|\s*|\s*(?=[[(<])|(?<=[\])>])\s*/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}
