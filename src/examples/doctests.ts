import type { Code, Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Parsed, Problem, SourceFile } from '../problem.ts';
import { HOSTS, type HostName } from './model.ts';

/** An example inside a page: a fenced block that is run, and the block below it that shows the output. */
export interface Doctest {
  /** `path:line` of the block. */
  id: string;
  path: string;
  /** The line of the opening fence. */
  line: number;
  host: HostName;
  source: string;
  expected: string;
  /** The lines of the output block between its fences; `end` is the closing fence. */
  output: { start: number; end: number };
}

const NOT_RUN = /(?:^|\s)title="Not run: [^"]+"/;

/**
 * The examples in a page. A block is one when it opens with ```` ```js example ````, perhaps with `host=noop`; a
 * block ```` ```text output ```` follows it. Any other block of JavaScript says why it is not run, in its title:
 * ```` ```js title="Not run: it needs a server" ````.
 * @param strict whether a block without a mark is a problem, as it is in pages of our own.
 */
export function findDoctests(file: SourceFile, strict: boolean): Parsed<Doctest[]> {
  const value: Doctest[] = [];
  const problems: Problem[] = [];
  const report = (rule: string, message: string, { position }: Code, hint?: string) => {
    const line = position?.start.line ?? 1;
    const column = position?.start.column ?? 1;
    problems.push({
      rule: `examples/${rule}`,
      severity: 'error',
      message,
      path: file.path,
      line,
      column,
      endLine: line,
      endColumn: column + 3,
      ...(hint ? { hint } : {}),
    });
  };
  for (const [block, next] of codeBlocks(unified().use(remarkParse).parse(file.text))) {
    if (!/^(js|javascript)$/.test(block.lang ?? '')) continue;
    const words = (block.meta ?? '').split(/\s+/);
    if (!words.includes('example')) {
      if (strict && !NOT_RUN.test(block.meta ?? '')) {
        const hint =
          'mark it as ```js example with ```text output below it, or give it title="Not run: the reason"';
        report('unmarked-block', 'expected a block that is run, or the reason why it is not', block, hint);
      }
      continue;
    }
    const named = words.find((word) => word.startsWith('host='))?.slice('host='.length) ?? 'memory';
    const host = HOSTS.find((name) => name === named);
    if (!host) report('unknown-host', `expected one of ${HOSTS.join(', ')}; found ${named}`, block);
    else if (next?.lang !== 'text' || next.meta !== 'output') {
      report('missing-output', 'expected a block ```text output below the example', block);
    } else {
      const line = block.position?.start.line ?? 1;
      const output = { start: (next.position?.start.line ?? 1) + 1, end: next.position?.end.line ?? 1 };
      value.push({
        id: `${file.path}:${line}`,
        path: file.path,
        line,
        host,
        source: block.value,
        expected: next.value,
        output,
      });
    }
  }
  return { value, problems };
}

/** The text of a page with the outputs of some of its examples replaced. */
export function withOutputs(text: string, outputs: ReadonlyMap<Doctest, string>): string {
  const lines = text.split('\n');
  const fromTheEnd = [...outputs].sort(([a], [b]) => b.output.start - a.output.start);
  for (const [{ output }, actual] of fromTheEnd) {
    const indent = /^\s*/.exec(lines[output.end - 1] ?? '')?.[0] ?? '';
    const printed = actual === '' ? [] : actual.split('\n').map((line) => (line === '' ? '' : indent + line));
    lines.splice(output.start - 1, output.end - output.start, ...printed);
  }
  return lines.join('\n');
}

/** Every code block with the block that follows it at once, if that is one. */
function* codeBlocks(node: Nodes): Generator<[Code, Code | undefined]> {
  if (!('children' in node)) return;
  for (const [index, child] of node.children.entries()) {
    const next = node.children[index + 1];
    if (child.type === 'code') yield [child, next?.type === 'code' ? next : undefined];
    else yield* codeBlocks(child);
  }
}
