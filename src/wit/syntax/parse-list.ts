import { type Cursor, UNREADABLE } from './cursor.ts';
import * as T from './kinds.ts';
import { describeKind } from './tokens.ts';

/**
 * Elements with commas between them up to and with the closing token; the last comma may stand or not.
 * An element that cannot be read is left out, and the list goes on after its comma.
 */
export function parseList<Element>(
  cursor: Cursor,
  close: number,
  parseElement: (cursor: Cursor) => Element,
): Element[] {
  const first = cursor.parts();
  for (;;) {
    if (cursor.eat(close)) return cursor.take(first);
    const from = cursor.index;
    try {
      cursor.add(parseElement(cursor));
      if (cursor.eat(T.comma)) continue;
      if (cursor.eat(close)) return cursor.take(first);
      const isNext = close === T.closeBrace && cursor.kind() === T.ident && cursor.isFirstOnLine();
      cursor.complain(
        describeKind(close),
        isNext ? 'a comma is missing at the end of the line before' : undefined,
      );
      if (isNext) continue;
      throw UNREADABLE;
    } catch (reason) {
      // Types are short: what contains them goes on behind them.
      const mayGoOn = reason === UNREADABLE && close !== T.greater;
      if (mayGoOn && skipElement(cursor, close, from)) continue;
      cursor.drop(first);
      throw reason;
    }
  }
}

/** Moves on to the next element or the end of the list; false when neither is in sight. */
function skipElement(cursor: Cursor, close: number, from: number): boolean {
  let depth = 0;
  for (let index = cursor.index; ; index++) {
    const kind = cursor.tokens.kinds[index];
    if (kind === undefined || kind === T.end || kind === T.semicolon || kind === T.openBrace) return false;
    if (depth === 0 && kind === close) {
      cursor.index = index;
      return true;
    }
    if (kind === T.closeBrace) return false;
    if (kind === T.less || kind === T.openParen) depth++;
    else if (kind === T.greater || kind === T.closeParen) depth = Math.max(0, depth - 1);
    else if (depth === 0 && kind === T.comma && index >= from) {
      cursor.index = index + 1;
      return true;
    }
  }
}
