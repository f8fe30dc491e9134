import type { Func, Package, Type } from '../wit/index.ts';

/** A name that the editor offers. */
export interface Suggestion {
  /** What stands before the point: a name in scope, `*` for any other value; absent for names in scope. */
  after?: string;
  label: string;
  kind: 'function' | 'class' | 'method' | 'namespace';
  /** The declaration in WIT. */
  detail: string;
  /** The first paragraph of its documentation. */
  info?: string;
}

/** Interfaces whose functions are in scope under a name. */
const NAMESPACES: Record<string, string> = { 'wasi:keyvalue/cache': 'cache', 'wasi:io/poll': 'poll' };

/** Our own names in scope, beside those that come from WIT. */
const OURS: Suggestion[] = [
  { label: 'print', kind: 'function', detail: '(...values)', info: 'Prints one line.' },
  {
    label: 'wait',
    kind: 'function',
    detail: '(future)',
    info: 'Blocks until the future is ready; returns its value or throws its error.',
  },
  { label: 'bytes', kind: 'function', detail: '(text)', info: 'The UTF-8 bytes of a text.' },
  { label: 'text', kind: 'function', detail: '(bytes)', info: 'The text of UTF-8 bytes.' },
  { label: 'clock', kind: 'namespace', detail: 'the host’s clock' },
  {
    after: 'clock',
    label: 'now',
    kind: 'method',
    detail: '()',
    info: 'Milliseconds since 1970 by the host’s clock.',
  },
  {
    after: 'clock',
    label: 'advance',
    kind: 'method',
    detail: '(ms)',
    info: 'Moves the host’s clock forward, or waits as long.',
  },
  { after: 'OutgoingValue', label: 'newOutgoingValue', kind: 'method', detail: '() -> outgoing-value' },
];

/** The packages whose interfaces the guest imports, in the versions that it imports. */
const IMPORTED = ['wasi:keyvalue@0.1.0', 'wasi:io@0.2.0-rc-2023-11-10'];

/**
 * What an example can name: functions, classes and methods in JavaScript's spelling, and our own.
 * @param packages among them those that the guest imports; others are left aside.
 */
export function completions(packages: readonly Package[]): Suggestion[] {
  const interfaces = packages
    .filter((pkg) => IMPORTED.includes(pkg.package))
    .flatMap((pkg) => pkg.interfaces);
  const found = interfaces.flatMap(({ address, docs, functions, types }) => {
    const namespace = NAMESPACES[address];
    return [
      ...(namespace
        ? [{ label: namespace, kind: 'namespace' as const, detail: address, ...info(docs) }]
        : []),
      ...functions.map((func) => suggestion(func, namespace ?? '*', 'method')),
      ...types.flatMap(resource),
    ];
  });
  const all = [...OURS, ...found];
  const key = ({ after, label }: Suggestion) => `${after}.${label}`;
  return all.filter((one, at) => all.findIndex((other) => key(other) === key(one)) === at);
}

function resource(type: Type): Suggestion[] {
  if (type.kind !== 'resource') return [];
  const name = pascalCase(type.name);
  const inScope = name === 'OutgoingValue' || name === 'IncomingValue';
  return [
    ...(inScope
      ? [{ label: name, kind: 'class' as const, detail: `resource ${type.name}`, ...info(type.docs) }]
      : []),
    ...type.functions.filter(({ kind }) => kind === 'method').map((func) => suggestion(func, '*', 'method')),
  ];
}

function suggestion(func: Func, after: string, kind: Suggestion['kind']): Suggestion {
  const params = func.params.map(({ name, type }) => `${name}: ${textOf(type)}`).join(', ');
  const result = func.result ? ` -> ${textOf(func.result)}` : '';
  return { after, label: camelCase(func.name), kind, detail: `(${params})${result}`, ...info(func.docs) };
}

function textOf(parts: readonly { text: string }[]): string {
  return parts.map(({ text }) => text).join('');
}

function info(docs: string | undefined): { info?: string } {
  const first = docs
    ?.split(/\n\s*\n/)[0]
    ?.replace(/\s+/g, ' ')
    .trim();
  return first ? { info: first } : {};
}

/** As jco spells it. */
function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}

function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}
