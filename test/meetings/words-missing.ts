const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The words of a note's body that its HTML does not show, in text or as the target of a link. */
export function wordsMissing(note: string, html: string): string[] {
  const body = note
    .replace(/^\ufeff?---\r?\n.*?\r?\n---\r?\n/su, '')
    // The language of code is said to a highlighter.
    .replace(/^(\s*(?:[-*+]\s+)?(?:`{3,}|~{3,}))[a-z]+\s*$/gmu, '$1');
  const shown = new Set([...words(textOf(html)), ...words(targetsOf(html))]);
  const joined = words(textOf(html)).join('');
  const isShown = (word: string) => shown.has(word) || joined.includes(word);
  return [...new Set(words(decoded(body).replace(/^\s*\d{1,3}[.)](?=\s)/gmu, ' ')))].filter(
    (word) => !isShown(word),
  );
}

function textOf(html: string): string {
  return decoded(
    html.replace(/<[a-z/][^>]*>/gu, (tag) => (/^<\/?(?:em|strong|code|del|span|a)\b/u.test(tag) ? '' : ' ')),
  );
}

function targetsOf(html: string): string {
  const targets = [...html.matchAll(/ (?:href|title)="([^"]*)"/gu)].map(([, target = '']) => decoded(target));
  return targets.flatMap((target) => [target, unescaped(target)]).join(' ');
}

function unescaped(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(?:[mn]dash|nbsp|hellip);/gu, ' ')
    .replace(/&(lt|gt|quot|amp);/gu, (_, name: string) => ENTITIES[name] ?? '');
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
