import type { Part } from '../../wit/index.ts';

/** What a function gives: on success, and when it fails. */
export interface Outcome {
  /** Undefined when nothing is given. */
  returns?: Part[];
  /** The error's type; an empty list for a failure that says nothing. Undefined for a function that cannot fail. */
  fails?: Part[];
}

/** A function's result taken apart: `result<a, b>` gives `a` or fails with `b`. */
export function outcome(result: readonly Part[] | undefined): Outcome {
  if (!result || result.length === 0) return {};
  if (result[0]?.text !== 'result') return { returns: [...result] };
  const [ok, error] = split(result.slice(1));
  return { ...(ok && !isNone(ok) && { returns: ok }), fails: error ?? [] };
}

/** The arguments in angle brackets. */
function split(parts: readonly Part[]): Part[][] {
  const args: Part[][] = [];
  let depth = 0;
  let at: Part[] = [];
  for (const part of parts) {
    if (part.text === '>') depth -= 1;
    if (depth === 1 && part.text === ',') {
      args.push(at);
      at = [];
    } else if (depth > 0) at.push(part);
    if (part.text === '<') depth += 1;
  }
  return [...args, at].map(trim).filter((arg) => arg.length > 0);
}

function trim(parts: Part[]): Part[] {
  const from = parts.findIndex(({ kind }) => kind !== 'space');
  return from === -1 ? [] : parts.slice(from, parts.findLastIndex(({ kind }) => kind !== 'space') + 1);
}

function isNone(parts: readonly Part[]): boolean {
  return parts.length === 1 && parts[0]?.text === '_';
}
