/** How notes speak of decisions. Every pattern is tried on one sentence, in lower case, with straight apostrophes. */

/** Something that has not happened, is only possible, or happened elsewhere. */
export const HYPOTHETICAL =
  /\b(?:if|would|could|might|unless|whether|suppose|hypothetical\w*|once|until|before|needs? to|in order to|last (?:meeting|time|week)|previous\w*|wants? to|hop(?:e|ing) to|plan(?:s|ning)? to|going to|when we|let's|should|can we|aim\w* to|required?|how|trying to)\b|\bwill (?:be|have|need|vote|ask)\b|\?\s*$/u;

/** A question that silence answers. */
export const ASKS_OBJECTIONS =
  /\b(?:any|anyone|anybody|does any(?:one|body)|is there any|are there any|is any(?:one|body))\b[^.?!]{0,50}\b(?:object(?:s|ions?|ing)?|oppos(?:e|ed|es|ition)|disagree(?:s|ment|ments)?|dissent(?:s|ing)?|against|blockers?)\b|\bobjections\s*\?|\bspeak now\b/u;

/** A softer question: alone it decides nothing, before a declaration it does. */
export const ASKS_CONCERNS =
  /\bany(?:one|body)?\b[^.?!]{0,30}\b(?:concerns?|worries|opinions?|thoughts)\b[^.?!]{0,60}\b(?:about|with|moving|advanc\w+|on this)\b|^opinions\s*\?|\bany concerns\s*\?/u;

export const ASKS_CONSENSUS =
  /\bdo we have (?:a )?consensus\b|\b(?:is|does) every(?:one|body) (?:ok|okay|fine|agree|happy|comfortable|in favou?r)\b|\bcan we (?:agree|land|merge)\b|\bso we can\b[^.?!]*\?|\ball in favou?r\b/u;

export const ANNOUNCES_POLL =
  /\bconsensus (?:vote|poll|call)\b|\bpoll for\b|\blet's (?:do|hold|take|have|start|call|go to|put)[^.?!]{0,20}\b(?:vote|poll)\b|\bvote (?:begins|starts|on|to|for)\b|\bcall(?:ing)? (?:for )?(?:a |the )?vote\b|\bby unanimous consent\b|^\W*(?:vote|poll|polling|voting)\W*$|\bstart (?:the |a )?(?:vote|poll)\b|\b(?:take|hold|open) (?:a |the )?(?:consensus )?(?:vote|poll)\b|\b(?:we are|we're) (?:now )?voting\b/u;

/** An answer that is nothing but a lack of objections. */
export const NO_ANSWER =
  /^\W*(?:no|none|nope|nobody|no one|crickets|silence|no takers|nothing|(?:\w+ ){0,4}silence|no objections?|no opposition|no dissent(?:ers)?|no disagreements?|no concerns|no one (?:objects?|objected|opposed|disagrees?)|nobody (?:objects?|objected|opposed)|none (?:raised|heard|noted|voiced))\W*(?:(?:raised|heard|noted|voiced|from the group|in the room|made)\W*)?$/u;

/** Says that nobody objected, without having to follow a question. */
export const NO_OBJECTION =
  /\bno (?:objections?|dissent(?:ers|ing)?|opposition|disagreements?)\b|\b(?:hearing|seeing|having heard) no\b[^.?!]{0,20}\b(?:objections?|dissent|opposition|concerns)\b|\bwithout (?:any )?(?:objections?|dissent|opposition)\b|\b(?:no one|nobody) (?:objects?|objected|opposed|was opposed|is opposed|dissented)\b|\btak(?:e|ing) (?:the|that|this|your)?\s*(?:\w+ )?silence\b/u;

export const UNANIMOUS =
  /\bunanimous(?:ly)?\b|\buniversal consent\b|\ball in favou?r\b(?!\s*\?)|\beveryone (?:is )?in favou?r\b|\bby acclamation\b/u;

export const PASSES =
  /\b(?:vote|poll|motion|proposal|pr\s?#?\d*|resolution|advancement)\s+(?:has |have |is |was |then )?(?:pass(?:es|ed)|succe(?:eds|eded|ss\w*)|carrie[sd]|approved|accepted|ratified|adopted)\b|\bpass(?:es|ed) (?:by|with|unanimously|as)\b|\b(?:poll|vote|motion)\W{1,4}(?:success|passe[sd]|carried|approved)\b|^(?:so |then |ok,? )?(?:it|this|that) (?:has )?pass(?:es|ed)\W*$|\bwasi[-:][\w:/-]+ pass(?:es|ed)\b|^\W*(?:passe[sd]|approved|ratified|accepted|success|carried|consensus(?: (?:reached|achieved|is reached))?)\W*$/u;

export const ADVANCES =
  /\b(?:(?<!\bto )(?:advances?|moves?)|(?:has|have|is|are) (?:now )?(?:advanced|moved|promoted|approved|accepted)|goes|graduates?|progresses|promoted|proceeds)\s+(?:on )?(?:in)?(?:to|for|at|as) (?:a )?(?:phase|stage)\s*\d|\b(?:now|officially)\b[^.?!]{0,40}\b(?:is|at|in) (?:at |in |now )?(?:phase|stage)\s*\d|\bis now (?:at |in |a )?(?:phase|stage)\s*\d/u;

export const HAS_CONSENSUS =
  /\b(?:we|i) (?:have|do have|have reached|reached|see|declare|hear|call)(?: a| that as)? (?:\w+ )?(?:consensus|agreement)\b|\bdeclar(?:e|ing) (?:\w+ )?consensus\b|\b(?:seems|sounds|looks|feels|seem|sound|look) like (?:we have |we've got |we've reached |there is |there's |we're in |we are in )?(?:a )?(?:\w+ )?(?:consensus|agreement)\b|\btak(?:e|ing) (?:this|that|it) as (?:a )?(?:\w+ )?(?:consensus|agreement|yes|approval|support|assent)\b|\b(?:there is|there's|we're at|that's) (?:\w+ )?consensus (?:to|on|for|here|that we)\b|\bconsensus (?:is )?(?:reached|achieved|held|to (?:advance|include|launch|move|merge|adopt|accept|land))\b|\bis (?:largely )?held\b/u;

export const CONGRATULATES = /\bcongrat(?:s|ulations)\b|\bwe have a new (?:api|proposal|champion|spec)\b/u;

export const FAILS =
  /\b(?:vote|poll|motion|proposal|it|this)\s+(?:has |did |does )?(?:fail(?:s|ed)?|not pass|not advance|not carry|rejected)\b|\b(?:does not|doesn't|did not|didn't) (?:pass|advance|carry|reach consensus)\b|\b(?:no|not|without|lack of) (?:\w+ )?consensus\b|\bno agreement\b|\bpoll W?fails\b/u;

export const POSTPONES =
  /\b(?:postpon(?:e|ed|ing)|delay(?:ed|ing)?|defer(?:red|ring)?|push(?:ed|ing)?(?: back| out)?|reschedul(?:e|ed|ing)|held over|hold over|hold off(?: on)?|holding off(?: on)?|table[ds]?|tabling|punt(?:ed|ing)?(?: on)?|put(?:ting)? off|wait(?:ing)? (?:on|with))\b[^.?!]{0,30}\b(?:the |this |that |a |our )?(?:vote|votes|voting|poll|advancement)\b|\b(?:vote|poll|voting) (?:is |was |has been |will be |to be |gets )?(?:postponed|delayed|deferred|pushed|rescheduled|held over|tabled|moved|put off)\b|\b(?:decision|decided|agree(?:d|ment)?) to (?:postpone|delay|defer|hold off|wait|table)\b/u;

/** A vote named for another day: a postponement only where a vote was announced for this one. */
export const LATER_VOTE =
  /\b(?:vote|poll)\b[^.?!]{0,60}\b(?:next (?:meeting|time|week|session)|in two weeks|in 2 weeks|at the next|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|on \d|later|another (?:day|time|meeting)|future meeting|coming meeting)\b|\b(?:next (?:meeting|time|week|session)|in two weeks|in 2 weeks)\b[^.?!]{0,60}\b(?:vote|poll)\b|\b(?:not|aren't|won't|isn't|can't|cannot) (?:be |going to |yet |ready (?:for|to) )*(?:a )?(?:vote|voting|hold(?:ing)? (?:a |the )?vote)\b/u;

/** A decision that is called one, a conclusion in brackets, or an instruction with which the notes close a topic. */
export const LABELLED =
  /^\W*(?:decision|decided|resolution|resolved|final(?: decision)?|outcome|conclusion|consensus|result)\b(?:\s*\([^)]*\))?\s*:\s*\S/u;
export const CONCLUDES =
  /\bconclu(?:ding|ded|des) (?:in|with|that|on) (?:general |broad |rough )?(?:approval|agreement|consensus|support)\b|\bgeneral (?:approval|agreement|consensus|assent)\b/u;
export const INSTRUCTS =
  /^(?:close|merge|land|accept|adopt|approve|reject) (?:this|the|that)\b[^.?!]*\b(?:pr|prs|pull request|issue|proposal|patch)\b/u;
export const ASSENT =
  /^(?:everyone|everybody|all|group|[\p{L} .]{2,30}(?:(?:,| and) [\p{L} .]{2,30})+) (?:assents?|agrees?|concurs?|in agreement)\W*$/u;

/** The chair draws the conclusion from an open question: `Then we'll start ...`. */
export const CONCLUDES_PLAN =
  /^(?:(?:ok|okay|great|alright|cool|good|perfect)\b\W*)?(?:then|so|in that case)\b,?\s*(?:we'll|we will|let's)\b/u;
export const OPEN_QUESTION =
  /\bshould we\b[^.?!]*\?|\bdoes any(?:one|body) have (?:any )?(?:opinions?|thoughts|objections|concerns)\b/u;

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
