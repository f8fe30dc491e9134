const ENCODER = new TextEncoder();

/** Room for the texts of ordinary files, so that none is made for each; a longer text gets its own. */
const ROOM = new Int32Array(1 << 18);

/**
 * Whether a text has only printable ASCII characters, tabs and line ends, as most files have. Looks at four
 * characters at once, since every text is looked at whole.
 */
export function isPlain(text: string): boolean {
  const words = text.length <= ROOM.byteLength ? ROOM : new Int32Array((text.length + 3) >> 2);
  const bytes = new Uint8Array(words.buffer);
  const { read, written } = ENCODER.encodeInto(text, bytes);
  if (read < text.length || written > read) return false;
  bytes.fill(0x20, written, (written + 3) & ~3);
  for (let at = 0; at < written; at += 4) {
    const four = words[at >> 2] ?? 0;
    // The highest bit of a character is set where it is below a space, or is the last of ASCII.
    if ((((four - 0x20202020) | (four + 0x01010101)) & 0x80808080) === 0) continue;
    for (let each = at; each < at + 4; each++) {
      const code = bytes[each] ?? 0;
      if ((code < 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) || code === 0x7f) return false;
    }
  }
  return true;
}
