/** Control and bidirectional characters, which would move what follows them on a terminal, and what ends a line. */
const MOVES = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What a pipeline would take for an order, wherever it stands in a line. */
const ORDER = /##\[/g;

/** A name or a message as part of a line: nothing in it ends the line, moves the cursor or gives orders to a pipeline. */
export function oneLine(text: string): string {
  return text.replaceAll('\t', ' ').replace(MOVES, '\ufffd').replace(ORDER, '##\ufffd');
}

/** The same for several lines, none of which begins as an order to a pipeline. */
export function plainText(text: string): string {
  return text.split('\n').map(plainLine).join('\n');
}

function plainLine(line: string): string {
  return oneLine(line.replace(/\r$/, '')).replace(/^(\s*):(?=:)/, '$1\ufffd');
}
