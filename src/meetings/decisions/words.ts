/** How notes speak of decisions. Every pattern is tried on one sentence, in lower case, with straight apostrophes. */

const any = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'u');

/** Something that has not happened, is only possible, or happened elsewhere. */
export const HYPOTHETICAL = any(
  String.raw`\b(?:if|would|could|might|unless|whether|suppose|hypothetical\w*|once|until|before|needs? to|in order to)\b`,
  String.raw`\b(?:last (?:meeting|time|week)|previous\w*|wants? to|hop(?:e|ing) to|plan(?:s|ning)? to|going to|when we)\b`,
  String.raw`\b(?:let's|should|can we|aim\w* to|required?|how|trying to|not|n't|in the past|historically|typically|usually|always|prefer)\b`,
  String.raw`\bwill (?:be|have|need|vote|ask)\b|\?\s*$`,
);

const OBJECTIONS =
  '(?:object(?:s|ions?|ing)?|oppos(?:e|ed|es|ition)|disagree(?:s|ment|ments)?|dissent(?:s|ing|ers?)?|against|blockers?|nays?|veto(?:es)?)';

/** A question that silence answers. */
export const ASKS_OBJECTIONS = any(
  String.raw`\b(?:any|anyone|anybody|does any(?:one|body)|is there any|are there any|is any(?:one|body))\b[^.?!]{0,50}\b${OBJECTIONS}\b`,
  String.raw`\b(?:objections|opposed|dissent)\s*\?`,
  String.raw`\bspeak (?:now|up)\b|\bgoing once\b|\braise your hand if you (?:object|oppose|disagree)`,
);

/** Softer questions: alone they decide nothing, before a declaration they do. */
export const ASKS_CONCERNS = any(
  String.raw`\bany(?:one|body)?\b[^.?!]{0,30}\b(?:concerns?|worries|opinions?|thoughts)\b[^.?!]{0,60}\b(?:about|with|moving|advanc\w+|on this)\b`,
  String.raw`^opinions\s*\?|\bany concerns\s*\?`,
);
export const ASKS_CONSENSUS = any(
  String.raw`\bdo we (?:have|all have) (?:a )?(?:\w+ )?consensus\b|\bis there (?:a )?(?:\w+ )?consensus (?:to|for|on)\b`,
  String.raw`\b(?:is|does|are|do) (?:every(?:one|body)|we all|folks|people) (?:ok|okay|fine|agree|happy|comfortable|on board|onboard|in favou?r|in agreement)\b`,
  String.raw`\bcan we (?:agree|land|merge|adopt|accept)\b|\bso we can\b[^.?!]*\?|\ball (?:those )?in favou?r\b`,
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
  String.raw`\blet's (?:do|hold|take|have|start|call|go to|put|move (?:on )?to)[^.?!]{0,20}\b(?:vote|poll|voting)\b`,
  String.raw`\bvote (?:begins|starts|now)\b|\bvoting (?:on|to|for|now)\b|^\W*(?:\w+ )?votes? (?:on|to|for)\b|\bcall(?:ing)? (?:for )?(?:a |the )?vote\b`,
  String.raw`^\W*(?:vote|poll|polling|voting)\W*$|\b(?:start|take|hold|open|do) (?:a |the )?(?:\w+ )?(?:vote|poll)\b`,
  String.raw`\b(?:we are|we're) (?:now )?voting\b|\bask(?:ing)? for (?:a )?(?:unanimous )?consent\b`,
);

/** An answer that is nothing but a lack of objections. */
export const NO_ANSWER = any(
  String.raw`^\W*(?:no|none|nope|nobody|no one|crickets|silence|no takers|nothing|hearing none|seeing none|(?:\w+ ){0,4}silence)\W*$`,
  String.raw`^\W*(?:no|none|nobody|no one)\b (?:objections?|opposition|opposed|oppose[sd]?|dissent(?:ers|ed)?|disagreements?|concerns|objects?|objected|disagrees?|responses?|answers?|replies|hands?|speaks up|raised|heard|noted|voiced)\b(?: (?:raised|heard|noted|voiced|in (?:the )?(?:chat|room)|from (?:the group|anyone)|either))*\W*$`,
);

/** Says that nobody objected, without having to follow a question. */
export const NO_OBJECTION = any(
  String.raw`\b(?:no|zero|0) (?:further |other )?(?:objections?|dissent(?:ers|ing|ing votes?)?|opposition|disagreements?|nays?)\b`,
  String.raw`\b(?:hearing|seeing|having heard|heard|hear|see|saw|received|there (?:are|were|is|was)) (?:no|none)\b[^.?!]{0,20}\b(?:objections?|dissent|opposition|concerns|hands)\b`,
  String.raw`\b(?:not|n't) (?:hearing|seeing|hear|see|heard)\b[^.?!]{0,20}\b(?:objections?|dissent|opposition|concerns)\b`,
  String.raw`\bwithout (?:any )?(?:objections?|dissent|opposition)\b`,
  String.raw`\b(?:no one|nobody) (?:objects?|objected|opposes?|opposed|was opposed|is opposed|dissented|dissents|disagrees|disagreed|voted against)\b`,
  String.raw`\btak(?:e|ing) (?:the|that|this|your|everyone's)?\s*(?:\w+ )?silence\b`,
);
/** One person's own lack of objections, or a lack that is not there yet. */
export const OWN_OPINION = any(
  String.raw`\b(?:i|i've|i'd) (?:have |had |personally have )?no\b|\bfrom (?:me|my|us|our)\b|\bpersonally\b|\bon my (?:side|end)\b|\b(?:if|unless|assuming|once|provided|as long as|would)\b`,
);

export const UNANIMOUS = any(
  String.raw`\bunanimous(?:ly)?\b|\buniversal consent\b|\beveryone (?:is |was |voted )?in favou?r\b|\bby acclamation\b|\ball (?:were |are )?in favou?r\b(?!\s*\?)`,
);
export const BY_CONSENT = /\b(?:by|with|on) (?:general |full )?consen(?:t|sus)\b/u;
export const PASSES = any(
  String.raw`^\W*(?:all|both)(?: of (?:them|these))? (?:pass(?:ed)?|advance[sd]?|approved|accepted)\b`,
  String.raw`\b(?:vote|poll|motion|proposal|pr\s?#?\d*|resolution|advancement|request)\s+(?:has |have |is |was |then |to \w+ )?(?:pass(?:es|ed)|succe(?:eds|eded|ss\w*)|carrie[sd]|approved|accepted|ratified|adopted)\b`,
  String.raw`\bpass(?:es|ed) (?:by|with|unanimously|as)\b|\b(?:poll|vote|motion)\W{1,4}(?:success|passe[sd]|carried|approved)\b`,
  String.raw`^(?:so |then |ok,? |great,? |and )?(?:it|this|that|the vote|the proposal)(?:'s| has| is)? (?:passe[sd]|approved|accepted)\W*$`,
  String.raw`(?:\b|,\s)it passes\W*$|\bwasi[-:][\w:/-]+ pass(?:es|ed)\b|\b(?:approved|accepted|adopted|ratified) (?:by|with|as|unanimously)\b`,
  String.raw`^\W*(?:pass(?:es|ed)|approved|ratified|accepted|success|carried|adopted)\W*$`,
);
export const ADVANCES = any(
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
  String.raw`\bconsensus (?:is )?to (?:advance|include|launch|move|merge|adopt|accept|land|approve)\b`,
);
/** Nothing but the word: `Consensus!`, `we have unanimous consensus`. */
export const BARE_CONSENSUS = /^\W*(?:\w+ ){0,2}consensus(?: reached| achieved)?\W*$/u;
export const CONGRATULATES = any(
  String.raw`\bcongrat(?:s|ulations)\b|\bwe have a new (?:api|proposal|champion|spec)\b|\bwelcome,? (?:\S+ )?(?:proposal|to the)\b`,
);
export const GRANTS = /\b(?:feel free to|go ahead|go for it|please do)\b/u;
export const DECIDES =
  /\bwe(?: are|'re) deciding (?:that|to)\b|\b(?:so |then )?(?:we|it)(?:'ve| have| has| is)? (?:now )?decided\b[^.]*\btoday\b|\bthe (?:group|subgroup|committee|sg) (?:decide[sd]|agree[sd]|approve[sd]|accept(?:s|ed)|resolve[sd])\b/u;

export const FAILS = any(
  String.raw`\b(?:vote|poll|motion|proposal)\s+(?:has |did |does )?(?:fail(?:s|ed)?|not pass|not advance|not carry|is rejected|rejected)\b`,
  String.raw`\b(?:does not|doesn't|did not|didn't) (?:pass|advance|carry|reach (?:\w+ )?consensus|have (?:\w+ )?consensus)\b`,
  String.raw`\bwe (?:do not|don't|did not|didn't) (?:have|reach|see) (?:\w+ )?consensus\b|\b(?:there is |there's )?no consensus (?:to|for|on|here)\b|^\W*no consensus\W*$`,
);

const POSTPONE =
  '(?:postpon(?:e|ed|ing)|delay(?:ed|ing)?|defer(?:red|ring)?|push(?:ed|ing)?(?: back| out| off)?|reschedul(?:e|ed|ing)|held over|hold over|hold off(?: on)?|holding off(?: on)?|table[ds]?|tabling|punt(?:ed|ing)?(?: on)?|put(?:ting)? off|skip(?:ping)?|bump(?:ed|ing)?)';
export const POSTPONES = any(
  String.raw`\b${POSTPONE}\b[^.?!]{0,30}\b(?:the |this |that |a |our )?(?:votes?|voting|polls?|advancement)\b`,
  String.raw`\b(?:vote|poll|voting) (?:is |was |has been |will be |to be |gets |got )?(?:postponed|delayed|deferred|pushed|rescheduled|held over|tabled|moved to|put off|skipped)\b`,
  String.raw`\b(?:decision|decided|agree(?:d|ment)?) to (?:postpone|delay|defer|hold off|wait|table|hold over)\b`,
);
/** A vote named for another day: a postponement only where a vote was announced for this one. */
export const LATER_VOTE = any(
  String.raw`\b(?:vote|poll)\b[^.?!]{0,60}\b(?:next (?:meeting|time|week|session)|in (?:two|2|a few) weeks|at the next|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|on \d|later|another (?:day|time|meeting)|(?:future|coming|upcoming|following) (?:meeting|week))\b`,
  String.raw`\b(?:next (?:meeting|time|week|session)|in (?:two|2) weeks)\b[^.?!]{0,60}\b(?:vote|poll)\b`,
  String.raw`\b(?:not|n't|cannot) (?:be |going to |yet |ready (?:for|to) |do |have )*(?:a |the )?(?:vote|voting|poll|hold(?:ing)? (?:a |the )?vote)\b`,
  String.raw`\b(?:postponed?|defer(?:red)?|held over|tabled?|come back to (?:this|it)|pick (?:this|it) up|revisit (?:this|it)|continue (?:this )?)\b[^.?!]{0,40}\b(?:next (?:meeting|time|week)|to the next)\b`,
);

/** A decision that is called one, a conclusion in brackets, or an instruction with which the notes close a topic. */
export const LABELLED =
  /^\W*(?:decision|decided|resolution|resolved|final(?: decision)?|outcome|conclusion|consensus|result|poll result|vote result|approved|ratified)\b(?:\s*\([^)]*\))?\s*:\s*\S/u;
export const CONCLUDES =
  /\bconclu(?:ding|ded|des) (?:in|with|that|on) (?:general |broad |rough )?(?:approval|agreement|consensus|support)\b|^\W*(?:general|broad|rough|group) (?:approval|agreement|consensus|assent)\W*$|^\W*(?:everyone|all|group) (?:agree[sd]?|approve[sd]?|in favou?r)\W*$/u;
export const INSTRUCTS =
  /^(?:close|merge|land|accept|adopt|approve|reject) (?:this|the|that)\b[^.?!]*\b(?:pr|prs|pull request|issue|proposal|patch)\b/u;
export const ASSENT =
  /^(?:everyone|everybody|all|group|[\p{L} .]{2,30}(?:(?:,| and) [\p{L} .]{2,30})+) (?:assents?|agrees?|concurs?|in agreement)\W*$/u;
/** The chair draws the conclusion from an open question: `Then we'll start ...`. */
export const CONCLUDES_PLAN =
  /^(?:(?:ok|okay|great|alright|cool|good|perfect)\b\W*)?(?:then|so|in that case)\b,?\s*(?:we'll|we will|let's)\b/u;

/** A word that some pattern of this file needs; most lines have none. */
export const MAY_DECIDE =
  /\b(?:vot|poll|object|oppos|disagree|dissent|against|blocker|nays?\b|veto|speak|going once|concern|worr|opinion|thought|consens|agree|assent|concur|ok\b|okay\b|fine\b|can we|so we can|favou?r|approv|consent|should we|no\b|none\b|nope|nobody|crickets|silence|nothing|hear|see|unanim|universal|acclamation|pass|succe|carried|accept|ratif|adopt|advanc|mov|graduat|goes|go\b|progress|promot|phase|stage|held|congrat|new|welcome|feel free|please do|decid|decision|group|subgroup|committee|fail|reject|postpon|delay|defer|push|reschedul|hold|holding|tabl|punt|put|skip|bump|come back|pick|revisit|continue|resol|final|outcome|conclu|result|general|broad|rough|everyone|everybody|all\b|close|merge|land|then|so\b|in that case)/iu;

/** A sentence as the patterns want it. */
export function normalised(sentence: string): string {
  return sentence.toLowerCase().replace(/[’‘]/gu, "'").replace(/[*_`]/gu, '').replace(/\s+/gu, ' ').trim();
}

/** The sentences of a line; what stands in brackets is one of its own. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])["”)\]]?\s+(?=\S)|\s*(?=[[(<])|(?<=[\])>])\s*/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}
