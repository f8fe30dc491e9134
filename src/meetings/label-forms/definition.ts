import { type Form, labelOf } from './form.ts';

/** `<dt>name`, over `<dd>` lines of what was said. */
const TERM = /^<dt>\s*(?<name>[^<>:]{1,40}?)\s*:?\s*(?:<\/dt>\s*)?(?:<dd>\s*(?<text>.*))?$/su;

export const definition: Form = (line) => {
  const { name, text = '' } = TERM.exec(line)?.groups ?? {};
  return name ? labelOf(name, text, 'marked') : null;
};
