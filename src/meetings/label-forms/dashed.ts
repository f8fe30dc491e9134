import { type Form, labelOf } from './form.ts';

/** `Name - text`. */
const DASHED = /^(?<name>\p{Lu}[^:|<>[\]\s]{1,20}(?: \p{Lu}[^:|<>[\]\s]{0,20})?)\s+[–—-]\s+(?<text>\S.*)$/su;

export const dashed: Form = (line) => {
  const { name, text = '' } = DASHED.exec(line)?.groups ?? {};
  return name ? labelOf(name, text, 'loose') : null;
};
