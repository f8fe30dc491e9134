import type { Call, Traced } from '../../cache/index.ts';
import type { RunEvent } from '../model.ts';

/** One crossing of the boundary, as the page shows it. */
export interface TraceRow {
  /** Counts from 1 in the order in which calls ended. */
  at: number;
  /** How many calls had ended when it began: everything between was going on while it waited. */
  since: number;
  guest: number;
  kind: TraceKind;
  operation: string;
  args: string;
  result: string;
  failed: boolean;
  /** Milliseconds on the host's clock since the first call. */
  from: number;
  to: number;
}

export type TraceKind = 'cache' | 'vacancy' | 'value' | 'wait' | 'clock' | 'print' | 'drop';

/** The rows of a run's calls; a guest is busy with one call at a time, so each begins where its last one ended. */
export function traceRows(events: readonly RunEvent[]): TraceRow[] {
  const calls = events.filter((event) => event.type === 'call');
  const start = calls.reduce((first, { call }) => Math.min(first, call.from), Number.POSITIVE_INFINITY);
  const lastOf = new Map<number, number>();
  return calls.map(({ guest, call }, index) => {
    const since = lastOf.get(guest) ?? 0;
    lastOf.set(guest, index + 1);
    const failure = failureIn(call.result);
    return {
      at: index + 1,
      since,
      guest,
      kind: kindOf(call),
      operation: call.operation,
      args: call.args.map(show).join(', '),
      result: failure === undefined ? show(call.result as Traced) : failure,
      failed: failure !== undefined,
      from: round(call.from - start),
      to: round(call.to - start),
    };
  });
}

function kindOf({ operation, interface: name }: Call): TraceKind {
  if (operation.startsWith('[resource-drop]'))
    return operation === '[resource-drop]vacancy' ? 'vacancy' : 'drop';
  if (operation === 'print') return 'print';
  if (name.startsWith('witness:example/clock')) return 'clock';
  if (name.startsWith('wasi:io/poll')) return 'wait';
  if (operation.includes('vacancy') || operation === 'get-or-set') return 'vacancy';
  return name.startsWith('wasi:keyvalue/cache') ? 'cache' : 'value';
}

function failureIn(result: Call['result']): string | undefined {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return undefined;
  return 'error' in result && typeof result.error === 'string' && Object.keys(result).length === 1
    ? result.error
    : undefined;
}

/** A traced value in short: `vacancy#3`, `10 bytes "Hello, Joe"`, `ok(vacant(vacancy#3))`. */
export function show(value: Traced): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if ('resource' in value && 'handle' in value) return `${value.resource}#${value.handle}`;
  if ('bytes' in value && 'start' in value) return showBytes(value.bytes as number, value.start as number[]);
  if ('tag' in value && typeof value.tag === 'string') {
    return value.val === undefined ? value.tag : `${value.tag}(${show(value.val)})`;
  }
  return `{ ${Object.entries(value)
    .map(([name, field]) => `${name}: ${show(field)}`)
    .join(', ')} }`;
}

function showBytes(length: number, start: number[]): string {
  const printable = start.every((byte) => byte >= 0x20 && byte < 0x7f);
  const text = printable && start.length > 0 ? ` ${JSON.stringify(String.fromCharCode(...start))}` : '';
  return `${length} bytes${text}${text && length > start.length ? '…' : ''}`;
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
