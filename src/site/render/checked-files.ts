import type { Problem } from '../../problem.ts';
import { toText } from '../../report/index.ts';
import type { ExplainedFiles, ExplainedInterface, LaterRelease } from '../../wit/index.ts';
import { type Html, html, withCode } from './html.ts';

/** Finds the page of an interface: `wasi:http/types` of `0.2.3`. */
export type PageOf = (pkg: string, version: string, item: string) => string;

/** What was found in somebody's files, as HTML: the outcome in a sentence, every problem, every import and export. */
export function checkedFilesHtml(checked: ExplainedFiles, pageOf: PageOf): Html {
  const { problems, sources, explanation, what, unknown } = checked;
  const sections = explanation
    ? [
        section('Imports', explanation.imports, pageOf, `${what} imports nothing.`),
        section('Exports', explanation.exports, pageOf, `${what} exports nothing.`),
      ]
    : [];
  return html`<p><strong>${outcome(problems)}</strong> Read as ${what}.</p>
${unknown.length > 0 && html`<p>Not known here: ${unknown.map((id, at) => html`${at > 0 && ', '}<code>${id}</code>`)}. Add its files, in a folder below <code>deps/</code>.</p>`}
${problems.length > 0 && html`<pre class="problems" tabindex="0">${toText(problems, sources)}</pre>`}
${sections}`;
}

function outcome(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const others = problems.length - errors;
  if (errors > 0)
    return `${errors} ${errors === 1 ? 'error' : 'errors'}${others > 0 ? `, ${others} more to look at` : ''}.`;
  return others > 0 ? `No errors, ${others} to look at.` : 'No problems.';
}

function section(title: string, all: readonly ExplainedInterface[], pageOf: PageOf, none: string): Html {
  return html`<h2>${title}</h2>
${all.length === 0 ? html`<p>${none}</p>` : html`<ul class="explained">${all.map((one) => entry(one, pageOf))}</ul>`}`;
}

function entry(one: ExplainedInterface, pageOf: PageOf): Html {
  const { name, package: pkg, interface: item, version, standing, missing, later } = one;
  const shown =
    standing === 'released' && pkg && item && version
      ? html`<a href="${pageOf(pkg, version, item)}"><code>${name}</code></a>`
      : html`<code>${name}</code>`;
  return html`<li>${shown}<p>${standingWords(one)}</p>
${missing.length > 0 && html`<p>The release does not have ${missing.map((used, at) => html`${at > 0 && ', '}<code>${used}</code>`)}.</p>`}
${grouped(later).map((group) => laterHtml(group, standing))}</li>
`;
}

function standingWords({ standing, providedBy, nearest, version }: ExplainedInterface): Html {
  const meant = nearest ? html` Perhaps <code>${nearest}</code> was meant.` : '';
  const releases =
    providedBy.length > 0
      ? html`Provided by ${range(providedBy)}.`
      : 'No release that is known here provides it.';
  switch (standing) {
    case 'released':
      return html`${releases}`;
    case 'other-version':
      return html`There is no release ${version}. ${releases}${meant}`;
    case 'unknown-interface':
      return html`The package is known and has no such interface.${meant}`;
    case 'unknown-package':
      return html`Nothing is known of its package here.${meant}`;
    case 'unversioned':
      return html`It names no version, so any release may be meant.`;
    case 'no-interface':
      return html`Not an interface of a package: the host, or whoever composes it, has to know it.`;
  }
}

interface Group {
  versions: string[];
  release: LaterRelease;
}

/** Releases in which the same stands in the way, together. */
function grouped(later: readonly LaterRelease[]): Group[] {
  const groups = new Map<string, Group>();
  for (const release of later) {
    const key = JSON.stringify([release.present, release.breaks]);
    const group = groups.get(key) ?? { versions: [], release };
    group.versions.push(release.version);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function laterHtml({ versions, release: { present, breaks } }: Group, standing: string): Html {
  const why = present
    ? 'has to be built anew'
    : standing === 'other-version'
      ? 'does not have it'
      : 'no longer has it';
  if (breaks.length === 0) return html`<p>${range(versions)}: ${why}; no item of it breaks.</p>`;
  return html`<details><summary>${range(versions)}: ${why}, ${breaks.length} ${breaks.length === 1 ? 'change' : 'changes'}</summary>
<ul>${breaks.map(({ message }) => html`<li>${withCode(message)}</li>`)}</ul></details>`;
}

function range(versions: readonly string[]): string {
  const [first, last] = [versions[0] ?? '', versions.at(-1) ?? ''];
  return versions.length === 1 ? first : `${first} to ${last} (${versions.length} releases)`;
}
