import { type Form, labelOf } from './form.ts';

/** `<nick> text`, as chat is logged, and `NAME> text`. */
const NICK = /^<(?<name>[@+%]?[A-Za-z_][\w|`^\\-]{1,30})>\s+(?<text>\S.*)$/su;
const QUOTED = /^(?<name>[\p{L}][^:|<>[\]]{0,40})>\s+(?<text>\S.*)$/su;

export const angled: Form = (line) => {
  const nick = NICK.exec(line)?.groups;
  if (nick?.name) return labelOf(nick.name.replace(/^[@+%]/u, ''), nick.text ?? '', 'marked');
  const { name, text = '' } = QUOTED.exec(line)?.groups ?? {};
  return name ? labelOf(name, text, 'loose') : null;
};
