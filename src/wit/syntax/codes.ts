const ENCODER = new TextEncoder();

/** Stands for a character that is not ASCII. */
export const OTHER = 0xff;

/** The characters of a text by their codes, which are quicker to look at than those of a string. */
export interface Codes {
  /** A byte for each UTF-16 code unit, then zeros. They stay only until the next text is asked for. */
  codes: Uint8Array;
  /** Whether all are printable ASCII characters, tabs and line ends, as in most files. */
  isPlain: boolean;
}

/** Room for the texts of ordinary files, so that none is made for each; a longer text gets its own. */
const ROOM = new Int32Array(1 << 18);

export function codesOf(text: string): Codes {
  const size = (text.length >> 2) + 2;
  const words = size <= ROOM.length ? ROOM : new Int32Array(size);
  const codes = new Uint8Array(words.buffer);
  const { read, written } = ENCODER.encodeInto(text, codes);
  const isAscii = read === text.length && written === read;
  if (!isAscii) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      codes[at] = code < 128 ? code : OTHER;
    }
  }
  codes.fill(0, text.length, size * 4);
  return { codes, isPlain: isAscii && areShown(words, codes, text.length) };
}

/** Whether characters of ASCII are printable ones, tabs and line ends. Four at a time, since all are looked at. */
function areShown(words: Int32Array, codes: Uint8Array, length: number): boolean {
  const last = length >> 2;
  for (let word = 0; word <= last; word++) {
    const four = words[word] ?? 0;
    // Bit 7 of each is set where a character, or one beside it, comes before the space or is the last of ASCII.
    if (((four - 0x20202020) | (four + 0x01010101)) & 0x80808080) {
      const end = Math.min(word * 4 + 4, length);
      for (let at = word * 4; at < end; at++) if (IS_HIDDEN[codes[at] ?? 0]) return false;
    }
  }
  return true;
}

const IS_HIDDEN = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(code === 0x7f || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d)),
);
