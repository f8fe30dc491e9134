import { bestPassage, type Found } from './passage.ts';

interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

const KINDS: [prefix: string, kind: string][] = [
  ['meetings/', 'Minutes'],
  ['wit/', 'WIT'],
  ['examples/', 'Example'],
  ['proposals/', 'Proposal'],
  ['criteria/', 'Criteria'],
  ['people/', 'Person'],
  ['', 'Page'],
];
const AT_ONCE = 10;

const root = document.querySelector<HTMLElement>('[data-search]');
const input = document.querySelector<HTMLInputElement>('[data-search-box] input');
const list = root?.querySelector('ol');
const state = root?.querySelector('[data-search-status]');
const more = root?.querySelector<HTMLButtonElement>('[data-search-more]');

if (root && input && list && state && more) {
  const { index = '', root: base = '/' } = root.dataset;
  let engine: Promise<Pagefind> | undefined;
  let latest = 0;

  const load = async (): Promise<Pagefind> => {
    const pagefind: Pagefind = await import(/* @vite-ignore */ index);
    await pagefind.init();
    return pagefind;
  };

  const search = async () => {
    const query = input.value.trim();
    latest += 1;
    const mine = latest;
    if (!query) {
      list.replaceChildren();
      state.textContent = 'Type what you look for in the search field above.';
      return;
    }
    engine ??= load();
    const found = await (await engine).search(query);
    if (mine !== latest || !found) return;
    state.textContent = `${found.results.length} ${found.results.length === 1 ? 'page' : 'pages'} for ${query}`;
    let shown = 0;
    const show = async () => {
      const batch = found.results.slice(shown, shown + AT_ONCE);
      const pages = await Promise.all(batch.map((result) => result.data()));
      if (mine !== latest) return;
      if (shown === 0) list.replaceChildren();
      list.append(...pages.map((page) => item(page, base)));
      shown += batch.length;
      more.hidden = shown >= found.results.length;
    };
    more.onclick = show;
    await show();
  };

  const url = new URL(location.href);
  input.value = url.searchParams.get('q') ?? '';
  input.addEventListener('input', () => {
    url.searchParams.set('q', input.value);
    history.replaceState(history.state, '', url);
    void search();
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  void search();
  if (!input.value) input.focus();
}

function item(page: Found, base: string): HTMLLIElement {
  const { anchor, before, words } = bestPassage(page);
  const link = document.createElement('a');
  link.href = anchor ? `${page.url}#${anchor}` : page.url;
  link.textContent = page.meta.title ?? page.url;
  const kind = document.createElement('span');
  kind.className = 'kind';
  kind.textContent = KINDS.find(([prefix]) => page.url.startsWith(base + prefix))?.[1] ?? '';
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
  const entry = document.createElement('li');
  entry.append(link, kind, passage);
  return entry;
}
