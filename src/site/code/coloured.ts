import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { tokens } from '../../wit/index.ts';
import { Html } from '../render/html.ts';

const THEME = 'classes';

/** One for all pages. Its theme only names what a token is: the colours are those of WIT, in `styles/`. */
const shiki = await createHighlighterCore({
  themes: [createCssVariablesTheme({ name: THEME, variablePrefix: '', fontStyle: false })],
  langs: (['javascript', 'typescript', 'yaml', 'shellscript', 'json', 'markdown'] as const).map(
    (name) => bundledLanguages[name],
  ),
  engine: createJavaScriptRegexEngine(),
});

/** What Shiki's tokens are called here. */
const CLASSES: Record<string, string> = {
  'var(token-keyword)': 'w-keyword',
  'var(token-constant)': 'w-primitive',
  'var(token-string)': 'w-field',
  'var(token-string-expression)': 'w-field',
  'var(token-comment)': 'w-comment',
  'var(token-function)': 'w-function',
  'var(token-parameter)': 'w-parameter',
  'var(token-link)': 'w-version',
};

/** Longer code than this is shown as it is: no page that people read has it. */
const LONGEST = 50_000;

/** Code as coloured text. WIT is coloured from our own tokens, what nobody knows stays plain. */
export function coloured(code: string, language: string): ElementContent[] {
  if (code.length > LONGEST) return [{ type: 'text', value: code }];
  if (language === 'wit')
    return merged(tokens(code).map(({ text, kind }) => [text, WIT_PLAIN.has(kind) ? '' : `w-${kind}`]));
  if (!shiki.getLoadedLanguages().includes(language)) return [{ type: 'text', value: code }];
  const lines = shiki.codeToTokensBase(code, {
    lang: language,
    theme: THEME,
    // Colours must not depend on how busy the machine is.
    tokenizeTimeLimit: 0,
    tokenizeMaxLineLength: 1000,
  });
  return merged(
    lines.flatMap((line, at) => [
      ...(at > 0 ? [['\n', ''] as const] : []),
      ...line.map(({ content, color }) => [content, CLASSES[color ?? ''] ?? ''] as const),
    ]),
  );
}

const WIT_PLAIN: ReadonlySet<string> = new Set(['space', 'punctuation']);

/** Neighbours of one class as one element. */
function merged(parts: readonly (readonly [text: string, name: string])[]): ElementContent[] {
  const runs: [string, string][] = [];
  for (const [text, name] of parts) {
    const last = runs.at(-1);
    if (last?.[1] === name) last[0] += text;
    else runs.push([text, name]);
  }
  return runs.map(([value, name]): ElementContent => {
    const text: ElementContent = { type: 'text', value };
    return name
      ? { type: 'element', tagName: 'span', properties: { className: [name] }, children: [text] }
      : text;
  });
}

/** The same as HTML. */
export function codeHtml(code: string, language: string): Html {
  return new Html(toHtml({ type: 'root', children: coloured(code, language) }));
}
