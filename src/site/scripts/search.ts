import { type Answer, answer, type Index, nameAnswer } from '../search/answer.ts';
import { isOfItems, type Kind } from '../search/kinds.ts';
import type { Engine } from '../search/text-results.ts';
import { type Found, isTurn, passages } from './passage.ts';
import { type FoundPage, nameItem, pageItem } from './search-items.ts';
import { statusOf } from './search-status.ts';

const AT_ONCE = 10;
/** How many passages of one page are shown. */
const PASSAGES = 3;
/** After this pause in typing the text of pages is searched, too. */
const PAUSE = 250;
/** After this time readers are told that something is under way. */
const SLOW = 400;

const root = document.querySelector<HTMLElement>('[data-search]');
const input = document.querySelector<HTMLInputElement>('[data-search-box] input');
const list = root?.querySelector('ol');
if (root && input && list) start(root, input, list);

function start(root: HTMLElement, input: HTMLInputElement, list: HTMLOListElement): void {
  const { engine = '', root: base = '/', shards = '' } = root.dataset;
  const index: Index<Found> = {
    at: (path) => base.replace(/\/$/, '') + path,
    shards,
    engine: once(() => load(engine)),
  };
  const state = part(root, 'status');
  const hint = part(root, 'hint');
  const advice = part(root, 'advice');
  const more = part(root, 'more');
  const again = part(root, 'again');
  let latest = 0;
  let running = Promise.resolve();

  /** Answers what the field says, after a pause; stops where something else has been asked meanwhile. */
  const search = async (pause: number): Promise<void> => {
    const query = input.value.trim();
    const kind = chosenKind(root);
    latest += 1;
    const mine = latest;
    const isStale = () => mine !== latest;
    for (const element of [advice, more, again]) element.hidden = true;
    hint.hidden = query !== '';
    if (!query) {
      list.replaceChildren();
      list.ariaBusy = null;
      state.textContent = '';
      return;
    }
    let named = false;
    const slow = setTimeout(() => {
      if (isStale()) return;
      state.textContent = 'Searching …';
      // What is still shown answers the query before.
      if (!named) list.ariaBusy = 'true';
    }, pause + SLOW);
    try {
      const first = await nameAnswer(query, kind, index);
      if (isStale()) return;
      list.replaceChildren(...first.names.slice(0, AT_ONCE).map(nameItem));
      list.ariaBusy = null;
      named = true;
      if (engine && !first.done && !isOfItems(kind)) index.engine().catch(() => {});
      await new Promise((done) => setTimeout(done, pause));
      if (isStale()) return;
      const found = engine ? await answer(query, kind, first, index) : { ...first, results: [], exact: 0 };
      if (isStale()) return;
      await show(found, isStale);
      if (isStale()) return;
      const unbuilt = engine ? '' : ' Texts are searched once the site is built.';
      state.textContent = statusOf(query, found) + unbuilt;
      advice.hidden = found.names.length + found.results.length > 0;
    } catch {
      if (isStale()) return;
      list.ariaBusy = null;
      if (!named) list.replaceChildren();
      state.textContent = `The search for ${query} is not complete: a part of the index did not arrive.`;
      again.hidden = false;
    } finally {
      clearTimeout(slow);
    }
  };

  const show = async ({ names, results, exact }: Answer<Found>, isStale: () => boolean): Promise<void> => {
    const items: HTMLLIElement[] = [];
    let most = 0;
    const next = async () => {
      const data = await Promise.all(results.slice(most, most + AT_ONCE).map((result) => result.data()));
      if (isStale()) return;
      const pages = data.map((page) => ({ page, shown: passages(page, PASSAGES) }));
      items.push(...saidFirst(pages, exact - most).map((page) => pageItem(page, base)));
      most += AT_ONCE;
      list.replaceChildren(...names.slice(0, most).map(nameItem), ...items);
      more.hidden = most >= Math.max(names.length, results.length);
    };
    more.onclick = next;
    await next();
  };

  const run = (pause: number) => {
    running = search(pause);
  };
  const url = new URL(location.href);
  const ask = (pause: number) => {
    url.searchParams.set('q', input.value);
    url.searchParams.set('kind', chosenKind(root));
    history.replaceState(history.state, '', url);
    run(pause);
  };
  input.value = url.searchParams.get('q') ?? '';
  choose(root, url.searchParams.get('kind') ?? 'all');
  input.addEventListener('input', () => ask(PAUSE));
  root.addEventListener('change', () => ask(0));
  again.addEventListener('click', () => ask(0));
  advice.querySelector('button')?.addEventListener('click', () => {
    choose(root, 'all');
    ask(0);
  });
  input.form?.addEventListener('submit', async (event) => {
    event.preventDefault();
    await running;
    list.querySelector('a')?.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event, input, list);
  });
  run(0);
  if (!input.value) input.focus();
}

/** Of pages that hold the very words, those come first on which they were said. */
function saidFirst(pages: readonly FoundPage[], exact: number): FoundPage[] {
  const very = pages.slice(0, Math.max(0, exact));
  const said = new Set(very.filter(({ shown: [best] }) => isTurn(best?.anchor)));
  return [...said, ...very.filter((page) => !said.has(page)), ...pages.slice(very.length)];
}

/** Pagefind, on the page itself: a worker would be one more file to wait for, and a search takes milliseconds. */
async function load(script: string): Promise<Engine<Found>> {
  const { createInstance } = await import(/* @vite-ignore */ script);
  return createInstance({ noWorker: true });
}

/** The same value for everybody who asks, unless it could not be had: then it is tried again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
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

function chosenKind(root: HTMLElement): Kind {
  const chosen = root.querySelector<HTMLInputElement>('[name="kind"]:checked');
  return (chosen?.value ?? 'all') as Kind;
}

function choose(root: HTMLElement, kind: string): void {
  const wanted = root.querySelector<HTMLInputElement>(`[name="kind"][value="${CSS.escape(kind)}"]`);
  if (wanted) wanted.checked = true;
}

function part(root: HTMLElement, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-search-${name}]`);
  if (!found) throw new Error(`the page has no part for ${name}`);
  return found;
}
