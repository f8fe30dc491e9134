/** A character in quotes, as the reference parser shows it. */
export function quote(character: string): string {
  const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', "'": "\\'", '\\': '\\\\' };
  const code = character.codePointAt(0) ?? 0;
  const hidden = /[\p{C}\p{Zl}\p{Zp}]/u.test(character);
  return `'${escapes[character] ?? (hidden ? `\\u{${code.toString(16)}}` : character)}'`;
}
