const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Finished HTML. A page takes it with `set:html`, a script as `String(it)`, another template as it is. */
export class Html implements Iterable<string> {
  readonly #text: string;

  /** @param text is taken as it is: it comes from the template, or from `safeHtml`. */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  toJSON(): string {
    return this.#text;
  }

  /** What Astro's `set:html` reads. */
  *[Symbol.iterator](): Generator<string> {
    yield this.#text;
  }
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

/**
 * HTML from a template: what is put in is text, for content and for attributes in double quotes, unless it is HTML
 * already. Lists are joined; what is not there is left out.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((whole, part, at) => whole + written(values[at - 1]) + part));
}

/** Text with what stands between backticks as code. */
export function withCode(text: string): Html {
  return html`${text.split(/`([^`]+)`/).map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(written).join('');
  return String(value).replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);
}
