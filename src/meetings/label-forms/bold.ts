import { type Form, labelOf } from './form.ts';

/**
 * `**Name**: text`, `**Name:** text`, `**Name** text`, `** Name ** text`, `**Na**me: text`, `*Name*: text`;
 * also a mark of speech in chat, inside or after the label.
 */
const BOLD =
  /^(?<marks>\*{1,3}|_{1,3})\s*(?<name>[^*_:\n]{1,60}?)\s*(?<inner>:?)\s*\k<marks>(?<tail>\p{Ll}{0,12}(?=\s*:))?(?<aside>\s*[([](?:in|via|on|from)?\s*(?:the\s+)?(?:zoom\s+)?chat[)\]])?\s*(?<outer>:+(?:\s*:)?)?\s*(?<text>.*)$/su;

export const bold: Form = (line) => {
  const parts = BOLD.exec(line)?.groups;
  if (!parts?.name) return null;
  const { name, tail = '', inner, outer, aside, text = '' } = parts;
  return labelOf(
    name + tail,
    text,
    (said) => (inner || outer || said !== '' ? 'bold' : 'alone'),
    aside !== undefined,
  );
};
