import { isSignature } from '../search/match-signature.ts';
import { type KindFilter, kindOfItem, nameResults } from '../search/name-results.ts';
import { type Engine, phraseFirst } from '../search/phrase-first.ts';
import { bestPassage, type Found } from './passage.ts';

const KINDS: [prefix: string, label: string, kind: KindFilter][] = [
  ['meetings/', 'Minutes', 'minutes'],
  ['wit/', 'WIT', 'interface'],
  ['examples/', 'Example', 'page'],
  ['proposals/', 'Proposal', 'page'],
  ['criteria/', 'Criteria', 'page'],
  ['people/', 'Person', 'page'],
  ['', 'Page', 'page'],
];
const AT_ONCE = 10;

const root = document.querySelector<HTMLElement>('[data-search]');
const input = document.querySelector<HTMLInputElement>('[data-search-box] input');
const list = root?.querySelector('ol');
const state = root?.querySelector('[data-search-status]');
const more = root?.querySelector<HTMLButtonElement>('[data-search-more]');

if (root && input && list && state && more) {
  const { index = '', root: base = '/', shards = '' } = root.dataset;
  const hint = [...state.childNodes];
  let engine: Promise<Engine<Found>> | undefined;
  let latest = 0;

  const load = async (): Promise<Engine<Found>> => {
    const pagefind: Engine<Found> = await import(/* @vite-ignore */ index);
    await pagefind.init();
    return pagefind;
  };

  const search = async () => {
    const query = input.value.trim();
    const kind = chosenKind(root);
    latest += 1;
    const mine = latest;
    more.hidden = true;
    if (!query) {
      list.replaceChildren();
      state.replaceChildren(...hint);
      return;
    }
    const names = (await nameResults(query, base, shards)).filter(
      (result) => kind === 'all' || kindOfItem(result.kind) === kind,
    );
    if (mine !== latest) return;
    const first = names.map((result) => nameItem(result));
    list.replaceChildren(...first.slice(0, AT_ONCE));
    engine ??= load();
    const isItem = kind === 'type' || kind === 'function' || kind === 'member' || isSignature(query);
    const found = isItem ? { results: [], exact: 0 } : await phraseFirst(await engine, query);
    if (mine !== latest) return;
    state.textContent = `${counted(names.length, 'name')} and ${counted(found.results.length, 'page')} for ${query}`;
    let shownNames = Math.min(first.length, AT_ONCE);
    let shown = 0;
    const show = async () => {
      if (shownNames < first.length) {
        const next = first.slice(shownNames, shownNames + AT_ONCE);
        first[shownNames - 1]?.after(...next);
        shownNames += next.length;
      }
      const batch = found.results.slice(shown, shown + AT_ONCE);
      const pages = await Promise.all(batch.map((result) => result.data()));
      if (mine !== latest) return;
      const wanted = inOrder(pages, found.exact - shown, base).filter(
        (page) => kind === 'all' || placeOf(page, base)[2] === kind,
      );
      list.append(...wanted.map((page) => pageItem(page, base)));
      shown += batch.length;
      more.hidden = shown >= found.results.length && shownNames >= first.length;
      if (wanted.length === 0 && shown < found.results.length) await show();
    };
    more.onclick = show;
    await show();
  };

  const url = new URL(location.href);
  input.value = url.searchParams.get('q') ?? '';
  const wanted = root.querySelector<HTMLInputElement>(
    `[name="kind"][value="${CSS.escape(url.searchParams.get('kind') ?? 'all')}"]`,
  );
  if (wanted) wanted.checked = true;
  const again = () => {
    url.searchParams.set('q', input.value);
    url.searchParams.set('kind', chosenKind(root));
    history.replaceState(history.state, '', url);
    void search();
  };
  input.addEventListener('input', again);
  root.addEventListener('change', again);
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event, input, list);
  });
  void search();
  if (!input.value) input.focus();
}

/** The arrows go from the field through the results and back. */
function move(event: KeyboardEvent, field: HTMLInputElement, results: HTMLOListElement): void {
  const stops: HTMLElement[] = [field, ...results.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at === -1 || !next) return;
  event.preventDefault();
  next.focus();
}

/** Of pages that hold the very words, the minutes come first: that is where they were said. */
function inOrder(pages: readonly Found[], exact: number, base: string): Found[] {
  const rank = (page: Found, at: number) =>
    at < exact && placeOf(page, base)[2] !== 'minutes' ? 1 : at < exact ? 0 : 2;
  return pages
    .map((page, at) => ({ page, rank: rank(page, at) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ page }) => page);
}

function chosenKind(form: HTMLElement): KindFilter {
  const chosen = form.querySelector<HTMLInputElement>('[name="kind"]:checked');
  return (chosen?.value ?? 'all') as KindFilter;
}

function counted(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}

function placeOf(page: Found, base: string) {
  return KINDS.find(([prefix]) => page.url.startsWith(base + prefix)) ?? ['', 'Page', 'page' as KindFilter];
}

function nameItem({
  address,
  url,
  kind,
  text,
}: Awaited<ReturnType<typeof nameResults>>[number]): HTMLLIElement {
  const entry = entryWith(address, url, kind);
  entry.className = 'name';
  const about = document.createElement('p');
  about.textContent = text;
  entry.append(about);
  return entry;
}

function pageItem(page: Found, base: string): HTMLLIElement {
  const { anchor, before, words } = bestPassage(page);
  const entry = entryWith(
    page.meta.title ?? page.url,
    anchor ? `${page.url}#${anchor}` : page.url,
    placeOf(page, base)[1],
  );
  const passage = document.createElement('p');
  passage.append(
    before,
    ...words.flatMap(({ text, hit }) => {
      if (!hit) return [`${text} `];
      const mark = document.createElement('mark');
      mark.textContent = text;
      return [mark, ' '];
    }),
  );
  entry.append(passage);
  return entry;
}

function entryWith(title: string, url: string, kind: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const label = document.createElement('span');
  label.className = 'kind';
  label.textContent = kind;
  const entry = document.createElement('li');
  entry.append(link, label);
  return entry;
}
