/** A speaker's label at the head of a line. */
export interface Label {
  /** As written, without markup and without `(in chat)`. */
  speaker: string;
  /** What was said on the same line, as Markdown. */
  text: string;
  /**
   * `bold` and `plain` end in a colon or stand out, `alone` stands over what was said, `marked` stands in brackets that
   * nothing else has, `loose` is a label only where the name is known.
   */
  style: 'bold' | 'plain' | 'alone' | 'marked' | 'loose';
  inChat: boolean;
}

/** One way to write who speaks: the label that a line opens with, or null where it is written in another way. */
export type Form = (line: string) => Label | null;

/** `(in chat)`, `[via zoom chat]`, `<chat>` after a name. */
export const CHAT = /\s*[([<](?:in|via|on|from)?\s*(?:the\s+)?(?:zoom\s+)?chat[)\]>]\s*/iu;
const LEADING_CHAT = /^[([<](?:in|via|on|from)?\s*(?:the\s+)?(?:zoom\s+)?chat[)\]>]\s*/iu;

/** A label of these parts; null when no name is left without its markup. */
export function labelOf(
  name: string,
  text: string,
  style: Label['style'] | ((said: string) => Label['style']),
  aside = false,
): Label | null {
  const speaker = name
    .replace(CHAT, ' ')
    .replace(/[*`]|^_+|_+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!speaker) return null;
  const said = text.replace(LEADING_CHAT, '');
  const inChat = aside || CHAT.test(name) || said !== text;
  return { speaker, text: said, style: typeof style === 'function' ? style(said) : style, inChat };
}
