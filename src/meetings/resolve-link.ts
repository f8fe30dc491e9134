/** Where the subgroup keeps the notes that have no `source`: one folder a year. */
const HOME = 'https://github.com/WebAssembly/meetings/blob/main/wasi/';
const HOSTED =
  /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|ai|app|edu|gov|wiki|sh|rs|me|co|fyi|eu|uk|de|be|is)(?::\d+)?(?=[/?#]|$)/iu;

/** What a link's target is taken against. */
export interface LinkBase {
  /** The address of the note's original. */
  source?: string | undefined;
  /** The note's path, whose last folder names the year. */
  path: string;
  /** The address under which the folders of the years are; the subgroup's own by default. */
  home?: string | undefined;
}

/**
 * The address that a link in notes leads to: absolute ones as they are, `github.com/...` with its scheme, relative ones
 * against the note's original. Null for what must not be followed (`javascript:`, `data:`) or leads nowhere.
 */
export function resolveLink(target: string, base: LinkBase): string | null {
  // Browsers ignore control characters inside a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
  const url = target.replace(/[\u0000-\u001f\u007f]/gu, '').trim();
  if (url.startsWith('#')) return url;
  if (HOSTED.test(url)) return parsed(`https://${url}`);
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1]?.toLowerCase();
  if (scheme) return ['http', 'https', 'mailto'].includes(scheme) ? parsed(url) : null;
  const from = noteAddress(base);
  return from && url ? parsed(url, from) : null;
}

/** Whether a target is relative to the note. */
export function isRelative(target: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/iu.test(target) && !HOSTED.test(target);
}

function noteAddress({ source, path, home = HOME }: LinkBase): string | null {
  if (source && /^https?:/iu.test(source)) return source;
  const [, year, file] = /(?:^|[\\/])((?:19|20)\d{2})[\\/]([^\\/]+)$/u.exec(path) ?? [];
  return year && file ? `${home}${year}/${file}` : null;
}

function parsed(url: string, base?: string): string | null {
  try {
    return new URL(url, base).href;
  } catch {
    return null;
  }
}
