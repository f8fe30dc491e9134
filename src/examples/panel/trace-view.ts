import type { RunEvent } from '../model.ts';
import { expiries } from './expiries.ts';
import { type TraceRow, traceRows } from './trace-rows.ts';

/** Shows a run's calls: a lane for each guest, and a table of all of them. Replaces what the places held. */
export function showTrace(
  events: readonly RunEvent[],
  skipped: number,
  timeline: HTMLElement,
  table: HTMLElement,
): void {
  // Nobody learns anything from when handles are given back; the table has them.
  const busy = events.filter(
    (event) => event.type !== 'call' || !event.call.operation.startsWith('[resource-drop]'),
  );
  timeline.replaceChildren(...lanes(traceRows(busy), busy));
  table.replaceChildren(...tableOf(traceRows(events), skipped));
}

function lanes(rows: readonly TraceRow[], events: readonly RunEvent[]): HTMLElement[] {
  const guests = [...new Set(rows.map(({ guest }) => guest))].sort((a, b) => a - b);
  const place = (at: number) => `${(at / Math.max(1, rows.length)) * 100}%`;
  const figure = element('div', 'lanes');
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', summary(rows, guests.length));
  for (const guest of guests) {
    const lane = element('div', 'lane');
    const track = element('div', 'track');
    for (const row of rows) if (row.guest === guest) track.append(bar(row, place));
    if (guests.length > 1) lane.append(element('span', 'name', `guest ${guest}`));
    lane.append(track);
    figure.append(lane);
  }
  const marks = element('div', 'marks');
  for (const { at, label } of expiries(rows, events)) {
    const mark = element('span', at > rows.length / 2 ? 'mark late' : 'mark', label);
    mark.style.insetInlineStart = place(at);
    marks.append(mark);
  }
  if (marks.childElementCount > 0) figure.append(marks);
  return [figure];
}

function bar(row: TraceRow, place: (at: number) => string): HTMLElement {
  const long = row.at - row.since > 1 && (row.kind === 'wait' || row.kind === 'clock');
  const from = long ? row.since : row.at - 1;
  const item = element('span', `bar ${row.kind}${row.failed ? ' failed' : ''}`);
  item.style.insetInlineStart = place(from);
  item.style.inlineSize = place(row.at - from);
  item.title = `${row.operation}(${row.args})${row.result === '' ? '' : ` → ${row.result}`}`;
  return item;
}

/** What the lanes show, in a sentence for those who do not see them. */
function summary(rows: readonly TraceRow[], guests: number): string {
  const waits = rows.filter(({ kind, at, since }) => kind === 'wait' && at - since > 1).length;
  const waited = waits === 0 ? 'nobody waited for another' : `${waits} waited while others went on`;
  return `Timeline: ${rows.length} calls by ${guests === 1 ? 'one guest' : `${guests} guests`}; ${waited}. The table lists them.`;
}

function tableOf(rows: readonly TraceRow[], skipped: number): HTMLElement[] {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const title of ['#', 'Time', 'Guest', 'Call', 'Result']) {
    const cell = element('th', '', title);
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    line.className = `${row.kind}${row.failed ? ' failed' : ''}`;
    line.append(element('td', 'number', String(row.at)));
    line.append(element('td', 'number', row.to > row.from ? `${row.from}–${row.to} ms` : `${row.to} ms`));
    line.append(element('td', 'number', String(row.guest)));
    line.append(element('td', 'call', `${row.operation}(${row.args})`));
    line.append(element('td', 'call', `${row.failed ? 'error: ' : ''}${row.result}`));
  }
  return skipped === 0 ? [table] : [table, element('p', '', `${skipped} more calls are not shown.`)];
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
