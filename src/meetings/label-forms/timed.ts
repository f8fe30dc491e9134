import { type Form, labelOf } from './form.ts';

/** `10:02 Name: text`, `[10:02] Name: text`, `10:02 <nick> text`. */
const TIMED =
  /^\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+(?:<(?<nick>[\w|`^-]{1,30})>|(?<name>[\p{L}][^:|<>[\]{}"]{0,40}?)\s*:)\s+(?<text>\S.*)$/su;

export const timed: Form = (line) => {
  const { nick, name, text = '' } = TIMED.exec(line)?.groups ?? {};
  if (nick) return labelOf(nick, text, 'marked');
  return name ? labelOf(name, text, 'loose') : null;
};
