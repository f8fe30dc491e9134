import { type Form, labelOf } from './form.ts';

/** `Name: text`, `sbc: text`, `=jeffh: text`, `A, B and C: text`. */
const PLAIN =
  /^(?<name>[=\p{L}(?][^:*_`|<>[\]{}"“”]{0,58}?)(?<aside>\s*[[<(](?:in |via )?chat[\]>)])?\s*:(?!\/\/|:)(?:\s+|$|(?=[^\s:]))(?<text>.*)$/su;

export const plain: Form = (line) => {
  const { name, aside, text = '' } = PLAIN.exec(line)?.groups ?? {};
  return name ? labelOf(name, text, 'plain', aside !== undefined) : null;
};
