import type { Meeting } from '../../meetings/index.ts';
import { escapeHtml } from '../render/escape-html.ts';

const TURN = /<article class="turn" [^>]*?id="([^"]+)".*?<\/article>/gs;

/**
 * Rendered notes in which each turn's first naming of a thing leads to its page.
 * @param urlOf the complete address for a mention's target; undefined where there is none.
 */
export function linkMentions(
  html: string,
  { turns, mentions }: Pick<Meeting, 'turns' | 'mentions'>,
  urlOf: (target: string) => string | undefined,
): string {
  const byTurn = Map.groupBy(
    mentions,
    ({ line }) => turns.find((turn) => turn.line <= line && line <= turn.endLine)?.id,
  );
  return html.replace(TURN, (turn: string, id: string) => {
    const own = new Map((byTurn.get(id) ?? []).map(({ text, target }) => [text, target]));
    let linked = turn;
    for (const [text, target] of own) {
      const url = urlOf(target);
      if (url) linked = linkFirst(linked, escapeHtml(text), escapeHtml(url));
    }
    return linked;
  });
}

/** Links the first occurrence of some words that stands in no tag, no link and no longer word. */
function linkFirst(html: string, words: string, url: string): string {
  let inLink = 0;
  let done = false;
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}-])${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}]|-\\p{L})`,
    'u',
  );
  return html.replace(
    /<(\/?)(\w+)[^>]*>|[^<]+/g,
    (piece, closing: string | undefined, tag: string | undefined) => {
      if (tag === 'a') inLink += closing ? -1 : 1;
      if (tag || inLink > 0 || done) return piece;
      return piece.replace(word, (found) => {
        done = true;
        return `<a href="${url}">${found}</a>`;
      });
    },
  );
}
