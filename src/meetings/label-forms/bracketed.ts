import { type Form, labelOf } from './form.ts';

/** `[Name] text`, `[Name]: text`, `[A, B] text`; no link and no task. */
const BRACKETED =
  /^\[(?<name>@?[\p{L}][^\]:<>[]{0,40})\](?![([:])\s*:?\s*(?<text>\S.*)$|^\[(?<colon>[\p{L}][^\]:|<>[]{0,40})\]:\s+(?<said>(?!https?:|<)\S.*)$/su;

export const bracketed: Form = (line) => {
  const { name, text = '', colon, said = '' } = BRACKETED.exec(line)?.groups ?? {};
  if (name) return labelOf(name, text, 'marked');
  return colon ? labelOf(colon, said, 'marked') : null;
};
