import { print } from '../../wit/index.ts';
import type { WitGroup } from '../wit-loader.ts';

/** A package and its dependencies as one text, the dependencies nested: the form that jco's parser takes. */
export function bundle(groups: readonly WitGroup[], worlds = ''): string {
  const [main = [], ...others] = groups.map((group) => group.map(({ value }) => value));
  return [print(...main), worlds, ...others.map(nested)].join('\n');
}

/** The files of a package as a block, and packages that are nested in them beside it. */
function nested(files: Parameters<typeof print>): string {
  const text = print(...files);
  const header = /^package ([^;{]*);\n/m.exec(text);
  if (!header) return text;
  const body = text.slice(0, header.index) + text.slice(header.index + header[0].length);
  return `package ${header[1]} {\n${body}}\n`;
}
