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
    // Bit 7 of each character: whether it is a space or comes after it, is no newline, is the last of ASCII.
    const isShown = (four | 0x80808080) - 0x20202020;
    const isOther = (four ^ 0x0a0a0a0a) + 0x7f7f7f7f;
    const isLast = four + 0x01010101;
    // Tabs and carriage returns are rare enough for a slower look.
    if ((((~isShown & isOther) | isLast) & 0x80808080) !== 0) return /^[\t\n\r -~]*$/.test(text);
  }
  return true;
}
