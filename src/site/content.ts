/** What the pages are made of. */
export interface Content {
  meetings: never[];
}

interface Handover {
  content: Content;
  onPage: () => void;
}

/**
 * Astro bundles the pages apart from the code that starts the build, so the two share no module. Both run in one
 * process: the content is handed over through this property of the global object.
 */
const KEY: unique symbol = Symbol.for('witness.site.handover');
const shared = globalThis as typeof globalThis & { [KEY]?: Handover };

/** Gives the pages their content. @param onPage is called for each page that is rendered. */
export function handOver(content: Content, onPage: () => void = () => {}): void {
  shared[KEY] = { content, onPage };
}

/** The content of the site that is being built. @throws when nothing was handed over. */
export function content(): Content {
  return handover().content;
}

/** Called once for each page. */
export function pageRendered(): void {
  handover().onPage();
}

function handover(): Handover {
  const given = shared[KEY];
  if (!given) throw new Error('build the site with `witness build`: Astro alone has nothing to show');
  return given;
}
