import { type Cell, current, type Stretch, since } from '../../conformance/index.ts';
import { type Html, html } from '../render/html.ts';

const WIDTH = 60;
const HEIGHT = 6;
const WORDS = { pass: 'passes', fail: 'fails', skip: 'not run' } as const;

/** What a cell says: the verdict in words, since when, the issue, and its history as a line of two paths. */
export function cellHtml(cell: Cell, first: string, last: string): Html {
  const now = current(cell);
  if (!now) return html`<span class="mark none">not run</span>`;
  const from = since(cell) ?? now.from;
  const title = `${WORDS[now.mark]} since ${from}, from ${now.firstVersion} to ${now.lastVersion}${cell.why ? `; ${cell.why}` : ''}`;
  return html`<span class="mark ${now.mark}" title="${title}" tabindex="0" aria-label="${title}">${
    now.mark === 'pass' ? '✓ ' : '✗ '
  }${WORDS[now.mark]}</span> <time datetime="${from}">${from}</time>${
    now.mark === 'fail'
      ? cell.issues.map((url, at) => html` <a href="${url}">issue${at > 0 ? ` ${at + 1}` : ''}</a>`)
      : ''
  }${line(cell.stretches, first, last)}`;
}

/** The history, from the first day of the record to the last. */
function line(stretches: readonly Stretch[], first: string, last: string): Html | '' {
  if (stretches.length < 2) return '';
  const [begin, end] = [Date.parse(first), Date.parse(last)];
  const x = (day: string) =>
    Math.round(((Date.parse(day) - begin) / Math.max(end - begin, 1)) * WIDTH * 10) / 10;
  const path = (mark: Stretch['mark']) =>
    stretches
      .filter((one) => one.mark === mark)
      .map(({ from, to }) => `M${x(from)} 3H${Math.max(x(to), x(from) + 0.5)}`)
      .join('');
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path class="pass" d="${path('pass')}"/><path class="fail" d="${path('fail')}"/></svg>`;
}
