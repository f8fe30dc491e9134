import { type Form, labelOf } from './form.ts';

/** `@name: text`. */
const HANDLE = /^(?<name>@[\w-]{2,40})\s*:\s+(?<text>\S.*)$/su;

export const handle: Form = (line) => {
  const { name, text = '' } = HANDLE.exec(line)?.groups ?? {};
  return name ? labelOf(name, text, 'loose') : null;
};
