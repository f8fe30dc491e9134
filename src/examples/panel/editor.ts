import { autocompletion, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript, javascriptLanguage } from '@codemirror/lang-javascript';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import type { Suggestion } from '../completions.ts';
import { editorTheme } from './editor-theme.ts';

/** The editor, as far as the panel uses it. */
export interface Editor {
  text(): string;
  setText(text: string): void;
  focus(): void;
  /** Marks a place with a message, or clears the mark. Counts from 1. */
  mark(place: { line: number; column?: number; message: string } | undefined): void;
}

/**
 * An editor of JavaScript in `parent`, in a shadow root, so that its styles need no exception in the content
 * security policy. Tab leaves it, as everywhere else on a page.
 */
export function openEditor(
  parent: HTMLElement,
  text: string,
  label: string,
  suggestions: readonly Suggestion[],
  onChange: () => void,
): Editor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    doc: text,
    extensions: [
      history(),
      drawSelection(),
      // Runs the example, in the page: no line is broken.
      keymap.of([{ key: 'Mod-Enter', run: () => true }, ...defaultKeymap, ...historyKeymap]),
      javascript(),
      javascriptLanguage.data.of({ autocomplete: complete(suggestions) }),
      autocompletion({ icons: false }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange();
      }),
      editorTheme,
    ],
  });
  const replace = (insert: string) =>
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
  return {
    text: () => view.state.doc.toString(),
    setText: replace,
    focus: () => view.focus(),
    mark(place) {
      const diagnostics: Diagnostic[] = [];
      if (place && place.line <= view.state.doc.lines) {
        const line = view.state.doc.line(place.line);
        const from = Math.min(line.to, line.from + (place.column ?? 1) - 1);
        diagnostics.push({ from, to: Math.max(from, line.to), severity: 'error', message: place.message });
      }
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
  };
}

/** Names in scope, or after a point those that can follow it. */
function complete(suggestions: readonly Suggestion[]): CompletionSource {
  return (context) => {
    const member = context.matchBefore(/[\w$]*\.\w*/);
    const word = member ?? context.matchBefore(/[\w$]+/);
    if (!word && !context.explicit) return null;
    const [owner, typed] = member ? member.text.split('.') : [undefined, word?.text ?? ''];
    const named = suggestions.filter(({ after }) => after === owner);
    const offered =
      owner !== undefined && named.length === 0 ? suggestions.filter(({ after }) => after === '*') : named;
    return {
      from: context.pos - (typed ?? '').length,
      options: offered.map(({ label, kind, detail, info }) => ({
        label,
        type: kind,
        detail,
        ...(info ? { info } : {}),
      })),
      validFor: /^\w*$/,
    };
  };
}
