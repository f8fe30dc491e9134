import { NodeInputStream } from './preview2/input-stream.ts';
import { HostPollable } from './preview2/io.ts';
import { NodeOutputStream } from './preview2/output-stream.ts';

/** Tells of one call over the boundary, when it has ended. */
export type OnCall = (line: string) => void;

type Method = (this: unknown, ...args: unknown[]) => unknown;

const LONGEST = 200;
const traced = new WeakSet<object>();

/**
 * An interface's functions and classes that tell of their calls as lines such as
 * `wasi:cli/environment@0.2.0 get-arguments() = ["app"]`. Methods of classes are wrapped where they stand.
 */
export function traceImports(name: string, offered: object, onCall: OnCall): object {
  return Object.fromEntries(
    Object.entries(offered).map(([key, value]) => {
      if (typeof value !== 'function') return [key, value];
      if (isClass(value)) {
        traceMethods(value.prototype, `${name} ${kebab(key)}`, onCall);
        traceMethods(value, `${name} ${kebab(key)}`, onCall);
        return [key, value];
      }
      return [key, wrapped(value as Method, `${name} ${kebab(key)}`, onCall)];
    }),
  );
}

/** Tells of calls on the host's own streams and pollables, which come from functions of many interfaces. */
export function traceStreams(onCall: OnCall): void {
  traceMethods(NodeInputStream.prototype, 'wasi:io/streams input-stream', onCall);
  traceMethods(NodeOutputStream.prototype, 'wasi:io/streams output-stream', onCall);
  traceMethods(HostPollable.prototype, 'wasi:io/poll pollable', onCall);
}

/** Wraps the methods of a class for good. */
function traceMethods(owner: object, prefix: string, onCall: OnCall): void {
  if (traced.has(owner)) return;
  traced.add(owner);
  for (const key of Object.getOwnPropertyNames(owner)) {
    const { value, writable } = Object.getOwnPropertyDescriptor(owner, key) ?? {};
    if (typeof value !== 'function' || !writable || key === 'constructor') continue;
    Object.defineProperty(owner, key, {
      value: wrapped(value, `${prefix}.${kebab(key)}`, onCall),
      writable,
      configurable: true,
    });
  }
}

function wrapped(method: Method, label: string, onCall: OnCall): Method {
  return function (...args) {
    const say = (end: string) => onCall(`${label}(${args.map(show).join(', ')})${end}`);
    const failed = (error: unknown): never => {
      const payload = error instanceof Error && 'payload' in error ? error.payload : error;
      say(` failed: ${show(payload)}`);
      throw error;
    };
    const ended = (value: unknown) => {
      say(value === undefined ? '' : ` = ${show(value)}`);
      return value;
    };
    try {
      const result = method.apply(this, args);
      return result instanceof Promise ? result.then(ended, failed) : ended(result);
    } catch (error) {
      return failed(error);
    }
  };
}

function show(value: unknown): string {
  const text = shown(value, 0);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function shown(value: unknown, depth: number): string {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value))
    return `[${value
      .slice(0, 20)
      .map((one) => shown(one, depth + 1))
      .join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const { name } = value.constructor ?? {};
    if (name && name !== 'Object') return kebab(name);
    if (depth > 2) return '…';
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${shown(one, depth + 1)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value) ?? String(value);
}

function isClass(value: object): value is { prototype: object } {
  return Object.hasOwn(value, Symbol.hasInstance) || /^class\b/.test(Function.prototype.toString.call(value));
}

function kebab(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).toLowerCase();
}
