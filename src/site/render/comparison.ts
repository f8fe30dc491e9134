import type { Comparison, Package, Perspective } from '../../wit/index.ts';
import type { OutlineLine } from '../wit/outline.ts';
import { type Row, type SharedFinding, sideBySide } from '../wit/side-by-side.ts';
import { whatToDo } from '../wit/what-to-do.ts';
import { type Html, html, withCode } from './html.ts';
import { replacementsHtml } from './replacements.ts';
import { type SignatureLinks, signatureHtml } from './signature.ts';

/** How many unchanged lines stand around a change. */
const CONTEXT = 2;

const PERSPECTIVES: { id: Perspective; label: string; means(old: string, now: string): string }[] = [
  {
    id: 'guest',
    label: 'Guest',
    means: (old, now) => `a component built for ${old}, on a host that offers ${now}`,
  },
  {
    id: 'host',
    label: 'Host',
    means: (old, now) => `a host built for ${old}, given a component built for ${now}`,
  },
  {
    id: 'component',
    label: 'Component',
    means: (old, now) => `a component built for ${now}, in the place of one built for ${old}`,
  },
];

const SEVERITIES = { breaking: 'breaks', source: 'source', policy: 'policy', info: 'note' };

/** Two versions of a package compared, from every perspective; which one shows is the reader's choice, without script. */
export interface Compared {
  older: Package;
  newer: Package;
  comparisons: Record<Perspective, Comparison>;
}

/**
 * The comparison as HTML: a summary, what to do, the map of replacements and verdicts, then what differs, item by
 * item, with each finding beside its item.
 */
export function comparisonHtml({ older, newer, comparisons }: Compared, links: SignatureLinks): Html {
  const { rows, general } = sideBySide(older, newer, {
    guest: comparisons.guest.findings,
    host: comparisons.host.findings,
    component: comparisons.component.findings,
  });
  const [old, now] = [older.version ?? '', newer.version ?? ''];
  const choices = PERSPECTIVES.map(
    ({ id, label }, at) =>
      html`<label><input type="radio" name="perspective" value="${id}"${at === 0 && ' checked'}> ${label}</label>`,
  );
  const verdicts = PERSPECTIVES.map(({ id, means }) => {
    const { verdict, findings } = comparisons[id];
    const breaks = findings.filter(({ severity }) => severity === 'breaking').length;
    const words =
      verdict === 'compatible'
        ? '✓ Compatible'
        : `✗ Breaking, ${breaks} ${breaks === 1 ? 'finding' : 'findings'}`;
    return html`<p class="outcome for-${id} ${verdict}"><strong>${words}</strong>: ${means(old, now)}.</p>`;
  });
  const changed = rows.some(({ change }) => change !== 'same');
  const differences =
    changed || rows.some(({ findings }) => findings.length > 0)
      ? html`<div class="sides" role="table" aria-label="What differs"><div role="row" class="head"><span role="columnheader">${old}</span><span role="columnheader">${now}</span></div>${rowsHtml(rows, links)}</div>`
      : html`<p>Every item is the same in both.</p>`;
  const { guests, hosts } = whatToDo(old, now, comparisons);
  const { summary, renamed } = comparisons.guest;
  const asked = html`<dl class="to-do"><dt>For guests</dt><dd>${guests}</dd><dt>For hosts</dt><dd>${hosts}</dd></dl>`;
  return html`<div class="comparison"><p class="summary">${withCode(summary)}.</p>${asked}${replacementsHtml(renamed, older, newer, links.href)}<fieldset><legend>Perspective</legend>${choices}</fieldset>${verdicts}${findingsHtml(general)}${differences}</div>`;
}

function rowsHtml(rows: readonly Row[], links: SignatureLinks): Html[] {
  const shown = new Set<Row>();
  for (const [at, row] of rows.entries()) {
    if (row.findings.length === 0 && (row.change === 'same' || goesWithoutSaying(rows, at))) continue;
    for (const near of rows.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1)) shown.add(near);
    for (const holder of holders(rows, at)) shown.add(holder);
  }
  const shownRows: Html[] = [];
  let left: Row[] = [];
  const gap = () => {
    if (left.length > 0) {
      // A table holds rows and nothing else: a checkbox in one of them unfolds the next ones, without script.
      shownRows.push(
        html`<div role="row" class="gap"><span role="cell"><label><input type="checkbox"> ${left.length} more</label></span></div>`,
        html`<div role="rowgroup" class="folded">${left.map((row) => rowHtml(row, links))}</div>`,
      );
    }
    left = [];
  };
  for (const row of rows) {
    if (!shown.has(row)) {
      left.push(row);
      continue;
    }
    gap();
    shownRows.push(rowHtml(row, links));
  }
  gap();
  return shownRows;
}

/** What a world imports and exports, where the world itself came or went. */
function goesWithoutSaying(rows: readonly Row[], at: number): boolean {
  const row = rows[at];
  const isEntry = / (import|export) /.test(lineOf(row)?.key ?? '');
  return isEntry && holders(rows, at).every(({ change }) => change === row?.change);
}

/** The lines that a line stands in, by their depth. */
function holders(rows: readonly Row[], at: number): Row[] {
  const found: Row[] = [];
  let depth = lineOf(rows[at])?.depth ?? 0;
  for (let index = at - 1; index >= 0 && depth > 0; index -= 1) {
    const row = rows[index];
    const own = lineOf(row)?.depth ?? 0;
    if (row && own < depth) {
      found.push(row);
      depth = own;
    }
  }
  return found;
}

function lineOf(row: Row | undefined): OutlineLine | undefined {
  return row?.new ?? row?.old;
}

const SIGNS = { same: '', changed: '~', added: '+', removed: '−' };

function rowHtml(row: Row, links: SignatureLinks): Html {
  const side = (line: OutlineLine | undefined) =>
    line
      ? html`<code role="cell" style="--depth:${line.depth}">${signatureHtml(line.parts, links)}</code>`
      : html`<span role="cell" class="none"></span>`;
  const same = row.change === 'same' && html` aria-label="unchanged"`;
  const sign = SIGNS[row.change] && html`<span class="sign" aria-hidden="true">${SIGNS[row.change]}</span>`;
  const findings =
    row.findings.length > 0 && html`<div role="cell" class="wide">${findingsHtml(row.findings)}</div>`;
  return html`<div role="row" class="${row.change}"${same}>${sign}${side(row.old)}${side(row.new)}${findings}</div>`;
}

function findingsHtml(findings: readonly SharedFinding[]): Html | false {
  return findings.length > 0 && html`<ul class="findings">${findings.map(findingHtml)}</ul>`;
}

function findingHtml({ finding, perspectives, consequences }: SharedFinding): Html {
  const classes = perspectives.map((one) => `for-${one}`).join(' ');
  const more =
    consequences.length > 0 &&
    html`<details><summary>${consequences.length} more ${consequences.length === 1 ? 'follows' : 'follow'} from this</summary>${findingsHtml(consequences)}</details>`;
  return html`<li class="finding ${finding.severity} ${classes}"><b>${SEVERITIES[finding.severity]}</b> ${withCode(finding.message)} <small>${finding.rule}</small>${more}</li>`;
}
