/** An import of a component, as `print` writes it. */
export interface WatImport {
  name: string;
  sort: string;
  index: number;
}

/** A printed component: the forms before its core modules, which say what it imports, and those imports. */
export interface WatComponent {
  text: string;
  /** Types, imports and aliases, in order. */
  head: string[];
  imports: WatImport[];
}

const IMPORT = /^\(import "([^"]*)"[\s\S]*?\((instance|func|type|value)(?: \$[^\s()]+)? \(;(\d+);\)/;

/** Reads what a printed component imports. */
export function readWat(text: string): WatComponent {
  const head: string[] = [];
  for (const form of formsIn(text)) {
    if (!/^\((type|import|alias)\b/.test(form)) break;
    head.push(form);
  }
  const imports = head.flatMap((form) => {
    const [, name, sort, index] = IMPORT.exec(form) ?? [];
    return name !== undefined && sort !== undefined ? [{ name, sort, index: Number(index) }] : [];
  });
  return { text, head, imports };
}

/** The forms directly in the outermost one; strings and comments are left whole. */
function formsIn(text: string): string[] {
  const forms: string[] = [];
  let depth = 0;
  let start = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|\(;|;\)|;;[^\n]*|[()]/g)) {
    const [mark] = token;
    if (mark === '(') {
      depth++;
      if (depth === 2) start = token.index;
    } else if (mark === ')') {
      if (depth === 2) forms.push(text.slice(start, token.index + 1));
      depth--;
    }
  }
  return forms;
}
