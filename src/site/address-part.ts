/** No file's name may be longer, in bytes; the rest is for endings such as `.md.br`. */
const LONGEST = 200;
const encoder = new TextEncoder();

/**
 * A name as one part of an address: as it is, or, where no file could be called so, its beginning with a number made of
 * all of it.
 */
export function addressPart(name: string): string {
  if (name.length <= LONGEST / 3 || encoder.encode(name).length <= LONGEST) return name;
  let [start, bytes] = ['', 0];
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > LONGEST - 12) break;
    start += character;
  }
  return `${start}-${hash(name)}`;
}

/** FNV-1a, which is enough to tell names of one start apart. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const byte of encoder.encode(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
