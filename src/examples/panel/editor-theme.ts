import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The page's own colours, so that the editor follows its theme. */
export const editorTheme = [
  EditorView.theme({
    '&': { color: 'var(--sl-color-white)', backgroundColor: 'transparent', fontSize: 'var(--sl-text-code)' },
    '&.cm-focused': { outline: '2px solid var(--sl-color-text-accent)', outlineOffset: '-2px' },
    '.cm-content': {
      fontFamily: 'var(--__sl-font-mono, monospace)',
      padding: '0.75rem 0',
      caretColor: 'var(--sl-color-white)',
    },
    '.cm-line': { padding: '0 1rem' },
    '.cm-cursor': { borderLeftColor: 'var(--sl-color-white)' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'var(--sl-color-gray-5) !important',
    },
    '.cm-tooltip': {
      color: 'var(--sl-color-white)',
      backgroundColor: 'var(--sl-color-gray-6, var(--sl-color-bg))',
      border: '1px solid var(--sl-color-gray-5)',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: 'var(--sl-color-text-invert)',
      backgroundColor: 'var(--sl-color-text-accent)',
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.comment], color: 'var(--sl-color-gray-3)', fontStyle: 'italic' },
      { tag: [tags.keyword, tags.bool, tags.null], color: 'var(--sl-color-text-accent)' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--sl-color-green-high, inherit)' },
      { tag: [tags.number], color: 'var(--sl-color-orange-high, inherit)' },
    ]),
  ),
];
