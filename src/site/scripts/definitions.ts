import type { Definition } from '../wit/definitions.ts';

// A name in a signature shows its definition when it is pointed at or focused. The link works without this.

const NAMES = '.wit a, .pieces code a, .members code a, .source-file a';
const packages = new Map<string, Promise<Record<string, Definition>>>();
const card = document.createElement('div');
card.id = 'definition';
card.className = 'definition';
card.setAttribute('role', 'tooltip');
card.hidden = true;
document.body.append(card);
let shown: HTMLAnchorElement | undefined;

/** Where definitions of what is on this page are, when it stands under `latest`. */
const permalink = document.querySelector<HTMLAnchorElement>('[data-permalink]')?.pathname;

/** The package's folder and the rest of an address; undefined for one that leads elsewhere. */
function placeOf(link: HTMLAnchorElement): [folder: string, place: string] | undefined {
  const path = (link.pathname === location.pathname && permalink) || link.pathname;
  const [, folder, page] = /^(.*\/wit\/[^/]+\/[^/]+\/[^/]+\/)([^/.]+\/)$/.exec(path) ?? [];
  return link.origin === location.origin && folder && page ? [folder, page + link.hash] : undefined;
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const place = placeOf(link);
  if (!place || shown === link) return;
  shown = link;
  link.title = '';
  const [folder, name] = place;
  const all = packages.get(folder) ?? fetch(`${folder}definitions.json`).then((response) => response.json());
  packages.set(folder, all);
  const definition = (await all.catch(() => ({})))[name];
  if (!definition || shown !== link) return;
  card.innerHTML = `<pre class="wit"><code>${definition.signature}</code></pre><p>${definition.summary}</p>`;
  card.hidden = false;
  link.setAttribute('aria-describedby', card.id);
  const at = link.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = at.bottom + height + 12 < innerHeight || at.top < height + 12;
  card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8)) + scrollX}px`;
  card.style.top = `${(below ? at.bottom + 6 : at.top - height - 6) + scrollY}px`;
}

function hide(): void {
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  card.hidden = true;
}

function nameAt(event: Event): HTMLAnchorElement | undefined {
  return (event.target instanceof Element && event.target.closest<HTMLAnchorElement>(NAMES)) || undefined;
}

/** The pointer may move onto the card to read or copy. */
function leave(event: PointerEvent): void {
  const to = event.relatedTarget;
  if (to instanceof Node && (card.contains(to) || shown?.contains(to))) return;
  hide();
}

document.addEventListener('pointerover', (event) => {
  const link = nameAt(event);
  if (link && event.pointerType !== 'touch') void show(link);
});
document.addEventListener('pointerout', (event) => {
  if (shown && (nameAt(event) || card.contains(event.target as Node))) leave(event);
});
document.addEventListener('focusin', (event) => {
  const link = nameAt(event);
  if (link?.matches(':focus-visible')) void show(link);
});
document.addEventListener('focusout', (event) => {
  if (nameAt(event)) hide();
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !card.hidden) hide();
});
