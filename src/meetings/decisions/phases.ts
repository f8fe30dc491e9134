const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five'];
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v'];

const NAMED =
  /\b(phase|stage|ph\.?)[\s-]*(zero|one|two|three|four|five|iv|i{2,3}|i(?=\s*(?:$|[.,;:!?)\]*_`]|[-=]+>|→))|[0-5])(?![\p{L}\d]|\.\d)/giu;
/** The stages of a group that numbers drafts: `RFC 1` to `RFC 4`; longer numbers are documents. */
const RFC = /\bRFC[\s-]?([0-4])(?![\d.])/gu;
const STEP =
  /\b(?:from )?(phase|stage) [0-4]\s*(?:to|into|[-–—=]+>|→|⇒|➡️?)\s*(?:(?:phase|stage) )?([1-5])(?!\d)/giu;

/**
 * A text with its phases in one form: `Phase II`, `phase two` and `ph. 2` are `phase 2`, and a step such as
 * `phase 1 -> 2` is `to phase 2`, the phase it leads to.
 */
export function withPhaseNumbers(text: string): string {
  if (!/\b(?:ph|phase|stage)\b|\brfc/iu.test(text)) return text;
  return text
    .replace(RFC, 'stage $1')
    .replace(NAMED, (_, word: string, number: string) => {
      const name = number.toLowerCase();
      const value = Math.max(NUMBERS.indexOf(name), ROMAN.indexOf(name));
      return `${/^ph\.?$/iu.test(word) ? 'phase' : word} ${value >= 0 ? value : name}`;
    })
    .replace(STEP, 'to $1 $2');
}
